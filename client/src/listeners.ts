/** Those who asked to be told. */

export class Listeners<A extends unknown[]> {
  #all: readonly ((...news: A) => void)[] = [];

  /** Gives back what ends it. */
  add(listener: (...news: A) => void): () => void {
    this.#all = [...this.#all, listener];
    return () => {
      this.#all = this.#all.filter((one) => one !== listener);
    };
  }

  tell(...news: A): void {
    for (const listener of this.#all) listener(...news);
  }
}
