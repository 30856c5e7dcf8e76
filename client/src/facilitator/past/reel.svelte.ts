/** A replay: the board at any of its moments, made from places of then and words of today. */
import type { Column } from '../../wire';
import type { Frame, Reel } from './fetch';
import { idOf, inOrder, isItem, NOTHING, step, type Places } from './places';

export interface CardThen {
  id: string;
  /** Null for what may not be seen any more. */
  text: string | null;
  starred: boolean;
  times: number;
}

export interface GroupThen {
  id: string;
  name: string | null;
  starred: boolean;
  cards: CardThen[];
}

export type ItemThen = { card: CardThen } | { group: GroupThen };

export interface ColumnThen {
  id: string | null;
  items: ItemThen[];
  count: number;
}

/** As many moments are kept ready, so that dragging the slider backwards need not begin anew. */
const EVERY = 50;

export class Moments {
  /** How many steps have been taken: 0 is before the first. */
  at = $state(0);
  #kept: Places[] = [NOTHING];

  constructor(readonly reel: Reel) {
    let now = NOTHING;
    reel.frames.forEach((frame, index) => {
      now = step(now, frame);
      if ((index + 1) % EVERY === 0) this.#kept.push(now);
    });
    this.at = reel.frames.length;
  }

  get last(): number {
    return this.reel.frames.length;
  }
  get frame(): Frame | undefined {
    return this.reel.frames[this.at - 1];
  }
  /** The number in the log of the moment that is shown. */
  get seq(): number {
    return this.frame?.seq ?? 1;
  }

  /** The last step that had been taken when this event was over. */
  goTo(seq: number): void {
    const after = this.reel.frames.findIndex((frame) => frame.seq > seq);
    this.at = after < 0 ? this.last : after;
  }

  columns(columns: readonly Column[]): ColumnThen[] {
    const places = this.#places();
    return [null, ...columns.map(({ id }) => id)].map((id) => this.#column(places, id));
  }

  #places(): Places {
    const from = Math.min(Math.floor(this.at / EVERY), this.#kept.length - 1);
    const frames = this.reel.frames.slice(from * EVERY, this.at);
    return frames.reduce<Places>((places, frame) => step(places, frame), this.#kept[from]!);
  }

  #column(places: Places, id: string | null): ColumnThen {
    const items = [...places].filter(([key, place]) => isItem(key, place) && place.column === id);
    const drawn = inOrder(items).map(([key]) => this.#item(places, key));
    const count = [...places].filter(
      ([key, place]) => key.startsWith('card:') && !place.parent && place.column === id,
    ).length;
    return { id, items: drawn, count };
  }

  #item(places: Places, key: string): ItemThen {
    const id = idOf(key);
    if (key.startsWith('card:')) return { card: this.#card(places, id) };
    const inside = [...places].filter(([, place]) => place.group === id && !place.under);
    const cards = inOrder(inside).map(([card]) => this.#card(places, idOf(card)));
    const name = this.reel.names[id] ?? null;
    return { group: { id, name, starred: places.get(key)!.starred, cards } };
  }

  #card(places: Places, id: string): CardThen {
    const times = 1 + [...places.values()].filter(({ under }) => under === id).length;
    const text = this.reel.texts[id] ?? null;
    return { id, text, starred: places.get(`card:${id}`)?.starred ?? false, times };
  }
}
