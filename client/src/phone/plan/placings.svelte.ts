/** Where this person puts things: what they said on this phone, and else what the server has of them. */
import { MOST_PLACED } from '../../limits';
import { storage } from '../../storage';
import type { Marks } from '../../wire';

type Said = Readonly<Record<string, string>>;
/** Said of an item that was taken out of its column again. */
const NOWHERE = '';

export class Placings {
  #said = $state.raw<Said>({});
  #key: string;

  constructor(
    vote: string,
    workshop: string,
    private readonly given: () => Marks,
  ) {
    this.#key = `batkham:ballot:${workshop}:${vote}`;
    this.#said = parse(storage.get(this.#key)) ?? {};
  }

  /** The column of an item, when it has one. A group that took another in has what the server hears of both. */
  of(item: string): string | undefined {
    return (this.#said[item] ?? columnsOf(this.given())[item]) || undefined;
  }

  put(item: string, column: string): void {
    const again = this.of(item) === column;
    this.#said = { ...this.#said, [item]: again ? NOWHERE : column };
    storage.set(this.#key, JSON.stringify(this.#said));
  }

  /** What is sent of what is there. */
  marks(items: readonly string[]): Marks {
    const placed = items.filter((item) => this.of(item)).slice(0, MOST_PLACED);
    return Object.fromEntries(placed.map((item) => [`${item}:${this.of(item)}`, 1]));
  }
}

function columnsOf(marks: Marks): Said {
  return Object.fromEntries(Object.keys(marks).map((mark) => mark.split(':') as [string, string]));
}

function parse(kept: string | null): Said | null {
  try {
    return JSON.parse(kept ?? 'null') as Said | null;
  } catch {
    return null;
  }
}
