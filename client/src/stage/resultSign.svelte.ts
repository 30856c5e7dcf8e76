/** The result's QR for the thank-you screen: there once the facilitator has asked for it, gone when it is revoked. */
import type { Reply } from '../api/ask';

export interface ResultSign {
  link: string | null;
  svg: string | null;
}
export type AskForSign = () => Promise<Reply<ResultSign>>;

const AGAIN_MS = 4_000;

/** To be made while a component is being set up. */
export function resultSign(ask: AskForSign | undefined): ResultSign {
  let sign = $state.raw<ResultSign>({ link: null, svg: null });

  $effect(() => {
    if (!ask) return;
    const look = async () => {
      const reply = await ask();
      if (reply.ok) sign = reply;
    };
    void look();
    const timer = setInterval(() => void look(), AGAIN_MS);
    return () => clearInterval(timer);
  });

  return {
    get link() {
      return sign.link;
    },
    get svg() {
      return sign.svg;
    },
  };
}
