/** The same question asked while one is under way waits its turn, once however many ask. */

export function oneAtATime(act: () => Promise<void>): () => Promise<void> {
  let last = Promise.resolve();
  let waiting = false;
  return () => {
    if (waiting) return last;
    waiting = true;
    last = last.then(() => {
      waiting = false;
      return act();
    });
    return last;
  };
}
