/** From the frame to the end of the day: confirm, lock, thank. */
import { toast } from '../../../parts/announce.svelte';
import { decision as words } from '../../../words/decision';
import type { Presentation } from '../../presentation.svelte';

/** Every board that goes on ends, all of it is locked, and the wall thanks with the result's QR. */
export async function confirmFrame(presentation: Presentation): Promise<void> {
  for (const board of goingOn(presentation)) {
    const finish = { name: 'start_phase', board, phase: 'finished' } as const;
    if (!(await presentation.acts.perform(finish))) return;
  }
  if (!(await presentation.acts.perform({ name: 'lock_workshop' }))) return;
  await thank(presentation);
}

/** The link is made because the facilitator asks for it, and stands in the list of links. */
export async function thank(presentation: Presentation): Promise<void> {
  const made = presentation.owner ? await presentation.api.offerResult() : undefined;
  if (made && !made.ok) presentation.acts.say(made);
  if ((await presentation.screens.show('thanks')) && made?.ok) toast(words.thanksWhat);
}

/** Where the room is and where it has been, not what was only prepared or passed over. */
function goingOn({ board, active }: Presentation): string[] {
  const steps = board.agenda?.steps ?? [];
  return steps
    .filter((step) => step.board === active?.id || (step.started_at !== null && !step.skipped))
    .map((step) => step.board)
    .filter((id) => board.boardOf(id)?.phase !== 'finished');
}
