/** A phone's own cards as its person knows them: those on the board, with what is still on its way laid over them. */
import type { BoardState } from '../board.svelte';
import type { Outbox } from '../outbox.svelte';
import type { EditCard, OwnCard, Refused, SubmitCard } from '../wire';
import type { Entry } from './entry';

export interface OwnCardShown extends OwnCard {
  state: 'sent' | 'waiting' | 'sending' | 'withdrawing' | 'refused';
  /** Of a refused one: what to give to `again` or `dismiss`. */
  entry?: string;
  refusal?: Refused;
}
type Shown = Map<string, OwnCardShown>;

export function ownCards(state: BoardState, outbox: Outbox, board: string): OwnCardShown[] {
  const known = state.mine.filter((card) => card.board === board);
  const shown: Shown = new Map(known.map((card) => [card.id, { ...card, state: 'sent' }]));
  const news = outbox.entries.filter(({ seq }) => seq === undefined || seq > state.seq);
  for (const entry of news) lay(entry, shown, board);
  return inOrderOfWriting([...shown.values()], outbox);
}

/** One frame may bring several cards in any order; those of an earlier visit come in the server's. */
function inOrderOfWriting(cards: OwnCardShown[], outbox: Outbox): OwnCardShown[] {
  const written = outbox.entries.map(({ id }) => id);
  return cards.sort((one, other) => written.indexOf(one.id) - written.indexOf(other.id));
}

function lay(entry: Entry, shown: Shown, board: string): void {
  const { command } = entry;
  if (command.name === 'submit_card' && command.board === board) layNew(entry, command, shown);
  if (command.name === 'edit_card') layWords(entry, command, shown);
  if (command.name === 'withdraw_card') layWithdrawal(entry, command.card, shown);
}

/** What the board has already did arrive, whatever became of the answer. */
function layNew(entry: Entry, command: SubmitCard, shown: Shown): void {
  if (shown.has(entry.id)) return;
  const { board, text, proposed = null, neighbour = false } = command;
  const words = { id: entry.id, board, text, proposed, neighbour };
  shown.set(entry.id, { ...words, late: false, column: null, shown: false, ...stateOf(entry) });
}

function layWords(entry: Entry, { card, text, proposed }: EditCard, shown: Shown): void {
  const known = shown.get(card);
  if (!known) return;
  const chosen = proposed === undefined ? known.proposed : proposed;
  shown.set(card, { ...known, text, proposed: chosen, ...stateOf(entry) });
}

function layWithdrawal(entry: Entry, card: string, shown: Shown): void {
  const known = shown.get(card);
  if (!known) return;
  if (entry.state === 'sent') shown.delete(card);
  else if (entry.refusal) shown.set(card, { ...known, ...stateOf(entry) });
  else shown.set(card, { ...known, state: 'withdrawing' });
}

function stateOf({ id, state, refusal }: Entry): Pick<OwnCardShown, 'state' | 'entry' | 'refusal'> {
  return refusal ? { state, entry: id, refusal } : { state };
}
