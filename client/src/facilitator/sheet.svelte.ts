/** The room a list of cards has on this screen, in the sizes that paging measures with. */
import { forgetHeights, type Sheet } from '../paging';

/** Never under 4.4 % of the screen's height: the back row reads it. */
export const FLOOR_VH = 4.4;
const PADDING_EM = { block: 0.14, inline: 0.45 };
const GAP_PX = 8;
const LINE = 1.6;

export const CARD_BLOCK = `${PADDING_EM.block}em`;
export const CARD_INLINE = `${PADDING_EM.inline}em`;
export const CARD_PADDING = `${CARD_BLOCK} ${CARD_INLINE}`;

class Screen {
  height = $state(window.innerHeight);
  /** Grows when letters may have changed their size, as when the font arrives. */
  letters = $state(0);

  constructor() {
    window.addEventListener('resize', () => (this.height = window.innerHeight));
    document.fonts?.addEventListener('loadingdone', () => {
      forgetHeights();
      this.letters += 1;
    });
  }
}

export const screen = new Screen();

export function sheetOf(width: number, height: number, vh: number = FLOOR_VH): Sheet {
  return { width, height, gap: GAP_PX, fontPx: fontPx(vh), padding: CARD_PADDING };
}

export function fontPx(vh: number): number {
  return (screen.height * vh) / 100;
}

/** As many whole lines of one card as the room holds; the rest is read with the card shown large. */
export function mostLines({ height, fontPx: size }: Sheet): number {
  return Math.max(1, Math.floor((height - 2 * PADDING_EM.block * size) / (LINE * size)));
}
