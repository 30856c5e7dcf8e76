/** When what the server has answered with stands on this screen. */
import type { Live } from '../live.svelte';

/** Also over when the line is lost: whoever waits then goes on from what is there. */
export async function shown(live: Live, seq: number): Promise<void> {
  let stop = () => {};
  await new Promise<void>((go) => {
    stop = $effect.root(() => {
      $effect(() => {
        if (live.board.seq >= seq || live.state !== 'live') go();
      });
    });
  });
  stop();
}
