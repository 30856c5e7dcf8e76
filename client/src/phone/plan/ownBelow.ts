/** This person's cards below one item: those that arrived, and those on their way. */
import type { BoardState } from '../../board.svelte';
import type { Outbox } from '../../outbox.svelte';
import type { Refused } from '../../wire';

export interface Below {
  id: string;
  text: string;
  state: 'waiting' | 'sending' | 'sent' | 'refused';
  refusal?: Refused;
}

export function ownBelow(state: BoardState, outbox: Outbox, item: string): Below[] {
  const known = state.myChildren.filter((card) => card.parent === item && !card.shown);
  const here = new Set(known.map(({ id }) => id));
  const gone = new Set(
    outbox.entries.flatMap(({ command }) =>
      command.name === 'withdraw_card' ? [command.card] : [],
    ),
  );
  const onTheWay = outbox.entries.flatMap((entry): Below[] => {
    const { command, id, state: where, refusal, seq } = entry;
    if (command.name !== 'send_child' || command.parent !== item || here.has(id)) return [];
    // What the board has come past and does not show was taken back or shown.
    if (seq !== undefined && seq <= state.seq) return [];
    return [{ id, text: command.text, state: where, ...(refusal ? { refusal } : {}) }];
  });
  const arrived = known.map(({ id, text }): Below => ({ id, text, state: 'sent' }));
  return [...arrived, ...onTheWay].filter(({ id }) => !gone.has(id));
}
