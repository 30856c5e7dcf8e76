/** The past as the server tells it: lines, and the frames of a replay. */
import type { Reply } from '../../api/ask';
import { ask } from '../../api/ask';
import { url } from '../../base';
import { newId } from '../../ids';
import type { Identity } from '../../identity';
import type { Done, Phase } from '../../wire';

export interface Who {
  role: string;
  key?: string;
  name?: string;
}

export interface What {
  count: number;
  column?: string | null;
  text?: string;
  group?: string;
  phase?: Phase;
  step?: string;
  step_count?: number;
  /** What a vote is given to. */
  on?: string;
  link?: string;
  seconds?: number;
  minutes?: number;
  page?: number;
  view?: string;
  board?: string;
}

export interface Line {
  seq: number;
  at: string;
  who: Who;
  name: string;
  what: What;
}

/** Where a card or a group lay. */
export interface Place {
  column: string | null;
  group?: string | null;
  under?: string | null;
  parent?: string | null;
  rank: string;
  starred: boolean;
}

export interface Frame extends Line {
  put?: Record<string, Place>;
  drop?: string[];
  phase?: Phase;
}

export interface Reel {
  board: string;
  seq: number;
  frames: Frame[];
  /** Today's words; null for what may not be seen now. */
  texts: Record<string, string | null>;
  names: Record<string, string | null>;
}

export class Past {
  #root: string;
  #token: string;

  constructor({ workshop, token }: Identity) {
    this.#root = url(`api/workshops/${workshop}`);
    this.#token = token;
  }

  lines(before: number | null): Promise<Reply<{ lines: Line[]; before: number | null }>> {
    const asked = before === null ? '' : `?before=${before}`;
    return ask('GET', `${this.#root}/history${asked}`, { token: this.#token });
  }

  reel(board: string): Promise<Reply<Reel>> {
    return ask('GET', `${this.#root}/replay?board=${board}`, { token: this.#token });
  }

  bringBack(board: string, to: number): Promise<Reply<Done>> {
    const body = { id: newId(), board, to };
    return ask('POST', `${this.#root}/bring_back_then`, { token: this.#token, body });
  }
}
