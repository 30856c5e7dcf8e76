/** Paper cards typed one after the other, or pasted as many lines and looked at before they are added. */
import { newId } from '../../ids';
import { visibleLength } from '../../text';
import { people as words } from '../../words/people';
import { CARD_LETTERS, CARDS_AT_ONCE } from '../../limits';
import type { Presentation } from '../presentation.svelte';

export interface Line {
  number: number;
  text: string;
  tooLong: boolean;
}
/** One command, and so one step to undo; it arrives as a whole or not at all. */
interface Part {
  id: string;
  board: string;
  lines: readonly Line[];
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
  busy = $state(false);
  /** Sent, and nobody knows whether it arrived: it is only ever sent again as it was. */
  #sent = $state.raw<Part | null>(null);

  constructor(private readonly presentation: Presentation) {}

  /** The lines stand as they are until it is known which of them arrived. */
  get fixed(): boolean {
    return this.busy || this.#sent !== null;
  }

  async type(text: string, column: string | null): Promise<boolean> {
    const board = this.presentation.active;
    if (!board || !(await this.presentation.addCard(board, text, column))) return false;
    this.#note([text]);
    return true;
  }

  paste(text: string): void {
    this.lines = linesOf(text);
    this.problem = '';
    this.#sent = null;
  }

  leaveOut(line: Line): void {
    this.lines = this.lines.filter((one) => one !== line);
  }

  get good(): readonly Line[] {
    return this.lines.filter((line) => !line.tooLong);
  }

  /** All at once. What could not be added stays in the list, to be tried again. */
  async addLines(column: string | null): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    let arrived = true;
    while (arrived && this.good.length > 0) arrived = await this.#addPart(column);
    this.busy = false;
    this.problem = arrived ? '' : words.notAdded(this.good.length);
  }

  async #addPart(column: string | null): Promise<boolean> {
    const board = this.presentation.active?.id;
    if (board === undefined) return false;
    const part = (this.#sent ??= {
      id: newId(),
      board,
      lines: this.good.slice(0, CARDS_AT_ONCE),
      column,
    });
    const cards = part.lines.map(({ text }) => ({ text, column: part.column }));
    const answer = await this.presentation.api.addCards(part.id, part.board, cards);
    const mayCome = !answer.ok && (answer.code === 'unreachable' || answer.retry);
    if (!mayCome) this.#sent = null;
    if (!answer.ok) this.presentation.acts.say(answer);
    else {
      this.lines = this.lines.filter((line) => !part.lines.includes(line));
      this.#note(part.lines.map(({ text }) => text));
    }
    return answer.ok;
  }

  #note(texts: readonly string[]): void {
    this.count += texts.length;
    this.added = [...[...texts].reverse(), ...this.added].slice(0, SHOWN);
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
