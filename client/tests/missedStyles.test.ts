import { beforeEach, describe, expect, test } from 'vitest';
import { fetchMissedStyles, watchForMissedStyles } from '../src/missedStyles';

watchForMissedStyles();

function link(): HTMLLinkElement {
  return document.querySelector('link[rel=stylesheet]')!;
}

describe('a style sheet that could not be fetched', () => {
  beforeEach(() => {
    document.head.innerHTML = '<link rel="stylesheet" href="later.css">';
  });

  test('is fetched once more, and whoever asks waits for it', async () => {
    const first = link();
    first.dispatchEvent(new Event('error'));
    const fetched = fetchMissedStyles();
    expect(link()).not.toBe(first);
    expect(link().getAttribute('href')).toBe('later.css');
    link().dispatchEvent(new Event('load'));
    await fetched;
    await fetchMissedStyles();
    expect(document.querySelectorAll('link')).toHaveLength(1);
  });

  test('and fails again is fetched the next time', async () => {
    link().dispatchEvent(new Event('error'));
    const inVain = fetchMissedStyles();
    link().dispatchEvent(new Event('error'));
    await expect(inVain).rejects.toThrow('later.css');
    const fetched = fetchMissedStyles();
    link().dispatchEvent(new Event('load'));
    await fetched;
  });

  test('nobody waits for one that came', async () => {
    const there = link();
    await fetchMissedStyles();
    expect(link()).toBe(there);
  });
});
