/** How people vote, before they do: the numbers that stand there first, and what they come to. */
import { MOST_VOTES } from '../../limits';
import type { Board, VoteDefault } from '../../wire';

const USUAL: VoteDefault = { on: 'groups', each: 5, most_on_one: 2 };

/** As the board has it, without columns that are gone. */
export function usualVote(board: Board | undefined): Required<VoteDefault> {
  const { budgets = {}, ...vote } = board?.vote ?? USUAL;
  const known = Object.entries(budgets).filter(([id]) =>
    board?.columns.some((column) => column.id === id),
  );
  return { ...vote, budgets: Object.fromEntries(known) };
}

/** The vote that follows where people place by themselves first. */
export function votesOnly(vote: Required<VoteDefault>): Required<VoteDefault> {
  return vote.on === 'placing' ? { ...vote, on: 'groups' } : vote;
}

/** What a person has in all: as many as the columns together, where each has its own. */
export function votesEach({ each, budgets }: Required<VoteDefault>): number {
  const parts = Object.values(budgets);
  return parts.length > 0
    ? Math.min(
        MOST_VOTES,
        parts.reduce((sum, one) => sum + one, 0),
      )
    : each;
}
