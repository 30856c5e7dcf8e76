/** Style sheets that could not be fetched: the bundler asks for each of them only once, so we do it again. */
const missed = new Set<HTMLLinkElement>();

export function watchForMissedStyles(): void {
  const note = ({ target }: Event) => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') missed.add(target);
  };
  // Such an event does not bubble, but it can be caught on its way.
  document.addEventListener('error', note, true);
}

/** Before a part is asked for again: without its style it would stand there bare. */
export async function fetchMissedStyles(): Promise<void> {
  await Promise.all([...missed].map(again));
}

function again(link: HTMLLinkElement): Promise<void> {
  const anew = link.cloneNode() as HTMLLinkElement;
  missed.delete(link);
  return new Promise((resolve, reject) => {
    anew.onload = () => resolve();
    anew.onerror = () => reject(new Error(`cannot fetch ${anew.href}`));
    link.replaceWith(anew);
  });
}
