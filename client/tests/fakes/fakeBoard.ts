/** A server's side of one board: numbered changes to cards, and the frames that tell of them. */
import type { Card, Changes, Hello, Records, RecordKey } from '../../src/wire';

export const COLUMNS = ['close', 'improve', 'open'] as const;
const NOW = '2026-11-22T03:04:05.678Z';

export function aCard(id: string, more: Partial<Card> = {}): Card {
  const place = {
    board: 'board-1',
    column: null,
    group: null,
    under: null,
    parent: null,
    rank: 'V000abc',
  };
  return { id, text: `ใบ ${id}`, starred: false, proposed: null, ...place, ...more };
}

export class FakeBoard {
  seq = 0;
  records: Records = { workshop: WORKSHOP };
  #touched: RecordKey[] = [];
  /** How many were touched when each number was given. */
  #numbers = [0];

  /** One event: these cards are now so. */
  put(...cards: Card[]): void {
    const records: Records = {};
    for (const card of cards) records[`card:${card.id}`] = card;
    this.tell(records);
  }

  /** One event: these records are now so. */
  tell(records: Records): void {
    this.records = { ...this.records, ...records };
    this.#count(...(Object.keys(records) as RecordKey[]));
  }

  drop(id: string): void {
    const rest = Object.entries(this.records).filter(([key]) => key !== `card:${id}`);
    this.records = Object.fromEntries(rest);
    this.#count(`card:${id}`);
  }

  #count(...touched: RecordKey[]): void {
    this.#touched.push(...touched);
    this.seq += 1;
    this.#numbers.push(this.#touched.length);
  }

  changes(from: number, to = this.seq): Changes {
    const keys = this.#touched.slice(this.#numbers[from], this.#numbers[to]);
    const put = Object.entries(this.records).filter(([key]) => keys.some((one) => one === key));
    const drop = keys.filter((key) => !(key in this.records));
    const events: Changes['events'] = [];
    for (let seq = from + 1; seq <= to; seq++) events.push([seq, 'cards_moved']);
    return { from, to, put: Object.fromEntries(put), drop, events };
  }

  hello(more: Partial<Hello> = {}): Hello {
    return { ...this.#greeting(), snapshot: { ...this.records }, ...more };
  }

  /** What is new since then, instead of a snapshot. */
  news(since: number, more: Partial<Hello> = {}): Hello {
    return { ...this.#greeting(), changes: this.changes(since), ...more };
  }

  #greeting() {
    const me = { role: 'facilitator' as const, key: 'key-1', workshop: 'w' };
    return { seq: this.seq, me, now: NOW, audience: 'facilitator' as const };
  }
}

const WORKSHOP = {
  id: 'w',
  title: 'เวทีทดสอบ',
  language: 'th' as const,
  fiscal_year: 2570,
  rehearsal: false,
  locked: false,
  joining: true,
  blank: false,
  created_at: NOW,
  expires_on: '2027-01-21',
  active: 'board-1',
  moved_on: false,
  boards: ['board-1'],
  paused: false,
  back_at: null,
  tables: 0,
  tables_mode: 'label' as const,
  table_cards: 12,
};
