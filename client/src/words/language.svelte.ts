/** The language this device speaks. Thai comes with the page; English is fetched when somebody asks for it. */
import { storage } from '../storage';

export type Language = 'th' | 'en';

const KEY = 'batkham:language';
/** A blank page is worse than one in Thai. */
const LONGEST_WAIT_MS = 4_000;

class Speech {
  #current = $state<Language>(remembered());
  #englishes: (() => Promise<void>)[] = [];

  get current(): Language {
    return this.#current;
  }

  /** Somebody chose a language on this device. */
  get isChosen(): boolean {
    return storage.get(KEY) !== null;
  }

  /** Switches every word on the page; false, and nothing changes, when English could not be fetched just now. */
  async speak(wanted: Language, { remember = true } = {}): Promise<boolean> {
    // A part of the page that comes meanwhile brings more words.
    for (let known = 0; wanted === 'en' && known < this.#englishes.length;) {
      known = this.#englishes.length;
      if (!(await this.#fetchEnglish())) return false;
    }
    this.#current = wanted;
    document.documentElement.lang = wanted;
    if (remember) storage.set(KEY, wanted);
    return true;
  }

  /** Words that read as the language spoken now, wherever they are used. Thai stands in until English is there. */
  dictionary<W extends object>(thai: W, english: () => Promise<{ words: W }>): W {
    let fetched = $state.raw<W>();
    const fetchOnce = async () => {
      fetched ??= (await english()).words;
    };
    this.#englishes.push(fetchOnce);
    if (this.#current === 'en') fetchOnce().catch(() => (this.#current = 'th'));
    const spoken = () => (this.#current === 'en' && fetched ? fetched : thai);
    return new Proxy(thai, { get: (_, word) => spoken()[word as keyof W] });
  }

  /** Once every word the page begins with is there, or cannot be had: a page that speaks English never begins in Thai. */
  async whenSpoken(): Promise<void> {
    if (this.#current !== 'en') return;
    const late = new Promise((done) => setTimeout(done, LONGEST_WAIT_MS));
    await Promise.race([this.#fetchEnglish(), late]);
  }

  /** Picks from a text that comes in both languages, such as a column's name. */
  of(both: Record<Language, string>): string {
    return both[this.#current] || both.th;
  }

  async #fetchEnglish(): Promise<boolean> {
    const fetches = await Promise.allSettled(this.#englishes.map((fetch) => fetch()));
    return fetches.every((fetch) => fetch.status === 'fulfilled');
  }
}

function remembered(): Language {
  const known = storage.get(KEY) === 'en' ? 'en' : 'th';
  document.documentElement.lang = known;
  return known;
}

export const language = new Speech();
