/** What a facilitator does, said to the server: a refusal becomes a sentence, an undo names its step. */
import { announce, toast } from '../parts/announce.svelte';
import type { Live } from '../live.svelte';
import type { EventName, FacilitatorCommand, OwnerCommand, Outcome, Step } from '../wire';
import { common } from '../words/common';
import { facilitator } from '../words/facilitator';
import { why } from '../words/refusals';

export class Acts {
  constructor(private readonly live: Live) {}

  /** True once the server has it; otherwise the reason is on the screen. */
  async perform(command: FacilitatorCommand | OwnerCommand, id?: string): Promise<boolean> {
    const outcome = await this.live.command(command, id);
    if (!outcome.ok) toast(why(outcome));
    return outcome.ok;
  }

  say(outcome: Exclude<Outcome, { ok: true }>): void {
    toast(why(outcome));
  }

  async performAndSay(command: FacilitatorCommand, said: string): Promise<boolean> {
    const done = await this.perform(command);
    if (done) announce(said);
    return done;
  }

  async undo(): Promise<void> {
    const step = this.live.board.steps?.undo ?? null;
    if (!step) return toast(why({ code: 'nothing_to_undo' }));
    const outcome = await this.live.command({ name: 'undo' });
    if (outcome.ok)
      return toast(
        facilitator.undone(nameOf(step)),
        this.#offer(common.redo, () => this.redo()),
      );
    this.#sayOrSkip(outcome, step);
  }

  async redo(): Promise<void> {
    const step = this.live.board.steps?.redo ?? null;
    if (!step) return toast(why({ code: 'nothing_to_redo' }));
    const outcome = await this.live.command({ name: 'redo' });
    if (outcome.ok)
      return toast(
        facilitator.redone(nameOf(step)),
        this.#offer(common.undo, () => this.undo()),
      );
    this.#sayOrSkip(outcome, step);
  }

  /** A step that somebody has built on can never be undone: it may be passed over. */
  #sayOrSkip(outcome: Exclude<Outcome, { ok: true }>, step: Step): void {
    if (outcome.code !== 'changed_since') return toast(why(outcome));
    const skip = () => this.perform({ name: 'skip_step', step: step.step });
    toast(`${nameOf(step)}: ${why(outcome)}`, this.#offer(facilitator.skipStep, skip));
  }

  #offer(label: string, act: () => Promise<unknown>) {
    return { label, perform: () => void act() };
  }
}

export function nameOf(step: Step): string {
  const name: EventName = step.name;
  return name in facilitator.steps
    ? facilitator.steps[name as keyof typeof facilitator.steps](step.count)
    : facilitator.otherStep;
}
