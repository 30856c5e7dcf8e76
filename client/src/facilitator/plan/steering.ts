/** What follows while the room works on something together, and what the menu offers for it. */
import { section, when, type MenuItem } from '../../parts/menuItems';
import { together, voteOf } from '../../stage/together';
import { decision } from '../../words/decision';
import { planning } from '../../words/planning';
import { thank } from './decide/ending';
import { decisionItems } from './decide/menu';
import type { NextStep } from '../next';
import { afterBreak, breakItem } from './pausing';
import { showsCards } from '../phases';
import type { Vote } from '../../wire';
import type { Presentation } from '../presentation.svelte';

/** The big button, while it is not about the board's phases. */
export function nextTogether(presentation: Presentation): NextStep | null {
  const { board } = presentation;
  const act = (label: string, go: () => unknown): NextStep => ({ label, go: () => void go() });
  const back = () => presentation.screens.show('board');
  switch (together(board)) {
    case 'break':
      return afterBreak(presentation);
    case 'vote': {
      const vote = voteOf(board)!;
      if (vote.status === 'open')
        return act(wordsOf(vote).end, () => perform(presentation, 'close_vote', vote.id));
      if (vote.status === 'closed')
        return act(planning.vote.show, () => perform(presentation, 'show_votes', vote.id));
      return act(planning.vote.leave, back);
    }
    case 'round':
      return act(planning.round.end, () => closeRound(presentation));
    case 'frame':
      return fromTheFrame(presentation) ?? act(planning.vote.leave, back);
    case 'thanks':
      return act(planning.vote.leave, back);
    case 'check_out':
      if (board.checkOut?.status === 'open')
        return act(planning.checkOut.show, () =>
          presentation.acts.perform({ name: 'show_check_out' }),
        );
      return act(planning.checkOut.leave, back);
    default:
      return null;
  }
}

/** The day ends with the frame: it is confirmed and locked, and then the room is thanked. */
function fromTheFrame(presentation: Presentation): NextStep | null {
  const { locked, owner } = presentation;
  if (locked) return { label: decision.thanks, go: () => void thank(presentation) };
  if (!owner || presentation.nextBoard) return null;
  return { label: decision.confirmFrame, go: () => (presentation.dialog = 'confirm') };
}

export function planItems(presentation: Presentation): MenuItem[] {
  const { board, active, acts, locked } = presentation;
  const conclusions = section(planning.sections.conclusions, decisionItems(presentation));
  if (!active || locked) return conclusions;
  const vote = voteOf(board);
  const shown = active.phase === 'show' || active.phase === 'sort';
  const placed = (board.counts?.placed ?? 0) > 0;
  const start = when(shown && placed && vote?.status !== 'open', {
    label: planning.vote.start,
    pick: () => (presentation.dialog = 'vote'),
  });
  // A board that was planned without a vote offers one last.
  const [first, last] = active.vote || vote ? [start, []] : [[], start];
  const inCommon = [
    ...first,
    ...when(mayPlace(presentation), {
      label: planning.placing.start,
      pick: () => letPlace(presentation),
    }),
    ...when(vote?.on === 'placing' && vote.status === 'shown' && shown, {
      label: planning.placing.list,
      pick: () => (presentation.dialog = 'placings'),
    }),
    ...when(vote !== undefined && vote.status !== 'shown', {
      label: planning.vote.hands,
      pick: () => (presentation.dialog = 'hands'),
    }),
    ...when(shown && vote?.status === 'closed', {
      label: wordsOf(vote).again,
      pick: () => void perform(presentation, 'reopen_vote', vote!.id),
    }),
    ...when(vote?.status === 'shown' && active.view !== 'votes' && showsCards(active.phase), {
      label: wordsOf(vote).result,
      pick: () => void presentation.screens.show('votes'),
    }),
    ...belowItems(presentation),
    breakItem(presentation),
    ...when(board.checkOut?.status !== 'open', {
      label: planning.checkOut.start,
      pick: () => void acts.perform({ name: 'open_check_out' }),
    }),
    ...when(board.checkOut?.status === 'open', {
      label: planning.checkOut.end,
      pick: () => void acts.perform({ name: 'close_check_out' }),
    }),
    ...when(board.checkOut?.status === 'shown' && active.view !== 'check_out', {
      label: planning.checkOut.result,
      pick: () => void presentation.screens.show('check_out'),
    }),
    ...last,
  ];
  return [...conclusions, ...section(planning.sections.together, inCommon)];
}

/** Does this board begin to sort with what everybody says privately, and has not done so yet? */
export function placesFirst(presentation: Presentation): boolean {
  const { active, board } = presentation;
  return active?.vote?.on === 'placing' && !voteOf(board) && mayPlace(presentation);
}

export function letPlace({ active, acts, selection }: Presentation): void {
  selection.clear();
  if (active) void acts.perform({ name: 'open_vote', board: active.id, on: 'placing' });
}

function mayPlace({ active, board }: Presentation): boolean {
  const shown = active?.phase === 'show' || active?.phase === 'sort';
  const cards = (board.counts?.placed ?? 0) + (board.counts?.inbox ?? 0);
  return shown && cards > 0 && active.columns.length > 1 && voteOf(board)?.status !== 'open';
}

function wordsOf(vote: Vote | undefined): typeof planning.vote | typeof planning.placing {
  return vote?.on === 'placing' ? planning.placing : planning.vote;
}

/** What can be hung below the card or group that is chosen: by the room, or as it is said. */
export function belowItems(presentation: Presentation): MenuItem[] {
  const { board, active, chosenItem: parent, locked } = presentation;
  if (!active || locked || parent === null || !showsCards(active.phase)) return [];
  return [
    ...when(active.phase !== 'finished' && !board.round(), {
      label: planning.round.start,
      pick: () => openRound(presentation, parent),
    }),
    { label: planning.round.add, pick: () => (presentation.dialog = 'child') },
  ];
}

/** From now on it is the round that the big button is about, and nothing that was selected. */
function openRound(presentation: Presentation, parent: string): void {
  presentation.selection.clear();
  const board = presentation.active!.id;
  void presentation.acts.perform({ name: 'open_children', board, parent });
}

function perform(
  presentation: Presentation,
  name: 'close_vote' | 'show_votes' | 'reopen_vote',
  vote: string,
): Promise<boolean> {
  return presentation.acts.perform({ name, vote });
}

/** What came is shown beneath its card, so that the room can read it. */
async function closeRound(presentation: Presentation): Promise<void> {
  const board = presentation.active!;
  const item = presentation.board.round()?.item;
  if (!(await presentation.acts.perform({ name: 'close_children', board: board.id }))) return;
  if (item)
    presentation.screens.focus(presentation.board.group(item) ? { group: item } : { card: item });
}
