/** What hangs at the door: QR, address and code, fetched anew whenever one of them may have changed. */
import { WorkshopApi, type DoorSigns } from '../api';
import type { Identity } from '../identity';
import type { Live } from '../live.svelte';

const AGAIN_MS = 3_000;

export class Door {
  #signs = $state.raw<DoorSigns | null>(null);

  /** To be made while a component is being set up: it stops with that component. */
  constructor(live: Live, { workshop, token }: Pick<Identity, 'workshop' | 'token'>) {
    const api = new WorkshopApi(workshop, token);
    // The network is outside the page; the last signs stay up until there are new ones.
    $effect(() => {
      void [live.board.door, live.address];
      return repeatUntil(() => this.#fetch(api));
    });
  }

  get signs(): DoorSigns | null {
    return this.#signs;
  }

  async #fetch(api: WorkshopApi): Promise<boolean> {
    const reply = await api.door();
    if (reply.ok) this.#signs = reply;
    return reply.ok || !reply.retry;
  }
}

/** Returns the way to stop. */
function repeatUntil(done: () => Promise<boolean>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const turn = async () => {
    if (!(await done()) && !stopped) timer = setTimeout(() => void turn(), AGAIN_MS);
  };
  void turn();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
