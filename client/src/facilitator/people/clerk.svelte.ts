/** Paper cards typed one after the other, or pasted as many lines and looked at before they are added. */
import { visibleLength } from '../../text';
import { people as words } from '../../words/people';
import { CARD_LETTERS } from '../../limits';
import type { Presentation } from '../presentation.svelte';

export interface Line {
  number: number;
  text: string;
  tooLong: boolean;
}
interface NewCard {
  text: string;
  column: string | null;
}

const SHOWN = 6;

export class Clerk {
  /** Pasted and not added yet. */
  lines = $state.raw<readonly Line[]>([]);
  /** The last ones added, newest first. */
  added = $state.raw<readonly string[]>([]);
  count = $state(0);
  problem = $state('');

  constructor(private readonly presentation: Presentation) {}

  async type(text: string, column: string | null): Promise<boolean> {
    return (await this.#add([{ text, column }])) === 1;
  }

  paste(text: string): void {
    this.lines = linesOf(text);
    this.problem = '';
  }

  leaveOut(line: Line): void {
    this.lines = this.lines.filter((one) => one !== line);
  }

  /** What could not be added stays in the list, to be tried again. */
  async addLines(column: string | null): Promise<void> {
    const good = this.lines.filter((line) => !line.tooLong);
    const done = await this.#add(good.map(({ text }) => ({ text, column })));
    const gone = good.slice(0, done);
    this.lines = this.lines.filter((line) => !gone.includes(line));
    this.problem = done < good.length ? words.notAdded(good.length - done) : '';
  }

  /** One by one and in order; how many arrived. */
  async #add(cards: readonly NewCard[]): Promise<number> {
    const board = this.presentation.active;
    if (!board) return 0;
    let done = 0;
    for (const { text, column } of cards) {
      if (!(await this.presentation.addCard(board, text, column))) return done;
      done += 1;
      this.count += 1;
      this.added = [text, ...this.added].slice(0, SHOWN);
    }
    return done;
  }
}

export function linesOf(text: string): Line[] {
  const lines = text.split(/\r\n|\r|\n/).map((line, at) => ({ text: line.trim(), number: at + 1 }));
  return lines
    .filter((line) => line.text !== '')
    .map((line) => ({ ...line, tooLong: visibleLength(line.text) > CARD_LETTERS }));
}

/** More than one line: a list of cards, not the words of one. */
export function isList(text: string): boolean {
  return linesOf(text).length > 1;
}
