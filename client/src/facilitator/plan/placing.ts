/** Putting what everybody placed where the room wants it: ordinary moves, each of them one step. */
import type { Placed } from '../../stage/placings';
import { facilitator } from '../../words/facilitator';
import type { Presentation } from '../presentation.svelte';

export function putInto(
  presentation: Presentation,
  { id, column: now }: Placed,
  column: string,
): Promise<boolean> {
  const { board, acts, moves } = presentation;
  if (now === column) return Promise.resolve(true);
  if (!board.group(id)) return moves.move([id], column);
  const said = facilitator.said.moved(board.members(id).length, presentation.nameOf(column));
  return acts.performAndSay({ name: 'move_group', group: id, column, before: null }, said);
}
