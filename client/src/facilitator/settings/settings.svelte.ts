/** What every settings dialog needs: who asks, how to ask, and where the answer is said. */
import { WorkshopApi } from '../../api';
import type { BoardState } from '../../board.svelte';
import type { Identity } from '../../identity';
import type { Live } from '../../live.svelte';
import type { FacilitatorCommand, OwnerCommand, Refused, Unreachable } from '../../wire';
import { settings as words } from '../../words/settings';
import { why } from '../../words/refusals';

interface Said {
  text: string;
  wrong: boolean;
}

export class Settings {
  /** Stands in the dialog itself: a toast would lie under it, and a screen reader would not hear it. */
  said = $state.raw<Said | null>(null);
  readonly api: WorkshopApi;

  constructor(
    readonly live: Live,
    readonly board: BoardState,
    readonly identity: Identity,
  ) {
    this.api = new WorkshopApi(identity.workshop, identity.token);
  }

  readonly owner = $derived.by(() => this.board.me?.role === 'facilitator');
  readonly locked = $derived.by(() => this.board.workshop?.locked === true);
  readonly online = $derived.by(() => this.live.state === 'live');

  async perform(command: FacilitatorCommand | OwnerCommand, done = words.saved): Promise<boolean> {
    return this.hear(await this.live.command(command), done);
  }

  /** Says how it went; true when it went well. */
  hear(reply: { ok: true } | Refused | Unreachable, done = ''): boolean {
    this.said = reply.ok ? { text: done, wrong: false } : { text: reason(reply), wrong: true };
    return reply.ok;
  }

  say(text: string): void {
    this.said = { text, wrong: false };
  }

  wrong(text: string): void {
    this.said = { text, wrong: true };
  }

  quiet(): void {
    this.said = null;
  }
}

function reason(refusal: Refused | Unreachable): string {
  return refusal.code === 'unreachable' ? words.unreachable : why(refusal);
}
