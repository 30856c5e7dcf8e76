/** The screen as far as letters are concerned: sizes follow its height, and measures are void when a font arrives. */
import { forgetHeights } from '../paging';

class Letters {
  #height = $state(window.innerHeight);
  #version = $state(0);

  constructor() {
    window.addEventListener('resize', () => (this.#height = window.innerHeight));
    document.fonts.addEventListener('loadingdone', () => {
      forgetHeights();
      this.#version += 1;
    });
  }

  /** Read it wherever letters were measured. */
  get version(): number {
    return this.#version;
  }

  px(vh: number): number {
    return (this.#height * vh) / 100;
  }
}

export const letters = new Letters();
