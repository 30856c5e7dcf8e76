/** What a facilitator does, said to the server: a refusal becomes a sentence, an undo names its step. */
import { announce, toast } from '../parts/announce.svelte';
import type { Live } from '../live.svelte';
import type { EventName, FacilitatorCommand, OwnerCommand, Outcome, Step } from '../wire';
import { common } from '../words/common';
import { why } from '../words/refusals';
import { steps } from '../words/steps';
import { shown } from './shown.svelte';

export class Acts {
  #lastTurn = Promise.resolve();

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

  undo(): Promise<void> {
    return this.#inTurn(async () => {
      const step = await this.#walk('undo');
      const again = this.#offer(common.redo, () => this.redo());
      if (step) toast(steps.undone(nameOf(step)), again);
    });
  }

  redo(): Promise<void> {
    return this.#inTurn(async () => {
      const step = await this.#walk('redo');
      const back = this.#offer(common.undo, () => this.undo());
      if (step) toast(steps.redone(nameOf(step)), back);
    });
  }

  /** Pressed faster than the server answers, each begins from where the one before has led. */
  #inTurn(walk: () => Promise<void>): Promise<void> {
    this.#lastTurn = this.#lastTurn.then(walk);
    return this.#lastTurn;
  }

  /** The step that was undone or redone, once the screen shows it; otherwise the reason is said. */
  async #walk(name: 'undo' | 'redo'): Promise<Step | null> {
    const step = this.live.board.steps?.[name] ?? null;
    if (!step) {
      toast(why({ code: `nothing_to_${name}` }));
      return null;
    }
    const outcome = await this.live.command({ name });
    if (outcome.ok) await shown(this.live, outcome.seq);
    else this.#sayOrSkip(outcome, step);
    return outcome.ok ? step : null;
  }

  /** A step that somebody has built on can never be undone: it may be passed over. */
  #sayOrSkip(outcome: Exclude<Outcome, { ok: true }>, step: Step): void {
    if (outcome.code !== 'changed_since') return toast(why(outcome));
    const skip = () => this.perform({ name: 'skip_step', step: step.step });
    toast(`${nameOf(step)}: ${why(outcome)}`, this.#offer(steps.skip, skip));
  }

  #offer(label: string, act: () => Promise<unknown>) {
    return { label, perform: () => void act() };
  }
}

export function nameOf(step: Step): string {
  const name: EventName = step.name;
  return name in steps.names
    ? steps.names[name as keyof typeof steps.names](step.count)
    : steps.other;
}
