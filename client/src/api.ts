/** The server's HTTP side. A refusal is a value and so is silence: nothing here throws. */
import { url } from './base';
import { ask, fetchFile, type Reply } from './api/ask';
import type {
  DocumentChoices,
  FileFormat,
  KeptCopy,
  MadeDocument,
  WantedDocument,
} from './api/documents';
import type {
  Entered,
  Following,
  Joined,
  Joining,
  MadeWorkshop,
  NewWorkshop,
  RestoredWorkshop,
  Start,
} from './api/founding';
import type { ImportPreview } from './api/importing';
import type { DoorSigns, MintedLink, NewLink } from './api/links';
import type { Template } from './template';
import type { Audience, Command, Done, Hello, NewCard, Sent } from './wire';

export type { Reply } from './api/ask';
export type * from './api/documents';
export type * from './api/founding';
export type * from './api/importing';
export type * from './api/links';

/** The server waits half a minute for its turn and makes for half a minute at most. */
const MAKING_PATIENCE_MS = 75_000;

export const api = {
  start: (): Promise<Reply<Start>> => ask('GET', url('api/start')),

  createWorkshop: (wanted: NewWorkshop | RestoredWorkshop): Promise<Reply<MadeWorkshop>> =>
    ask('POST', url('api/workshops'), { body: wanted }),

  templates: (): Promise<Reply<{ templates: Template[] }>> => ask('GET', url('api/templates')),

  join: (wanted: Joining): Promise<Reply<Joined>> => ask('POST', url('api/join'), { body: wanted }),

  enter: (key: string): Promise<Reply<Entered>> => ask('POST', url('api/enter'), { body: { key } }),
};

/** What a token opens, and nothing more: the server decides. */
export class WorkshopApi {
  #root: string;
  #token: string;

  constructor(workshop: string, token: string) {
    this.#root = url(`api/workshops/${workshop}`);
    this.#token = token;
  }

  command(command: Sent<Command>): Promise<Reply<Done>> {
    return this.#post('/commands', command);
  }
  snapshot(audience?: Audience, since?: number): Promise<Reply<Hello>> {
    const asked = new URLSearchParams();
    if (audience) asked.set('audience', audience);
    if (since !== undefined) asked.set('since', String(since));
    return this.#get(`/snapshot?${asked}`);
  }
  door(): Promise<Reply<DoorSigns>> {
    return this.#get('/door');
  }
  mintLink(link: NewLink): Promise<Reply<MintedLink>> {
    return this.#post('/links', link);
  }
  /** The result's QR, where the room may have it. */
  resultSign(): Promise<Reply<{ link: string | null; svg: string | null }>> {
    return this.#get('/result-link');
  }
  offerResult(): Promise<Reply<{ link: string; svg: string }>> {
    return this.#post('/result-link', {});
  }
  following(wanted: Following): Promise<Reply<MadeWorkshop>> {
    return this.#post('/next', wanted);
  }
  pair(): Promise<Reply<{ link: string; svg: string; expires_in: number }>> {
    return this.#post('/pair', {});
  }
  changeCode(id: string): Promise<Reply<{ code: string }>> {
    return this.#post('/code', { id });
  }
  rehearse(): Promise<Reply<MadeWorkshop>> {
    return this.#post('/rehearsal', {});
  }
  /** The office's own ones too. */
  templates(): Promise<Reply<{ templates: Template[] }>> {
    return this.#get('/templates');
  }
  keepTemplate(id: string, template: unknown): Promise<Reply<{ template: Template }>> {
    return this.#post('/templates', { id, template });
  }
  removeTemplate(template: string): Promise<Reply<object>> {
    return ask('DELETE', `${this.#root}/templates/${template}`, { token: this.#token });
  }
  /** `title` is typed again by the person, as a second yes. */
  deleteWorkshop(title: string): Promise<Reply<object>> {
    const asked = { token: this.#token, body: { confirm: title } };
    return ask('DELETE', this.#root, asked);
  }
  exportFile(format: FileFormat, choices: DocumentChoices = {}): Promise<Reply<{ file: File }>> {
    const query = this.#chosen(choices);
    return fetchFile(`${this.#root}/export.${format}${query && `?${query}`}`, this.#token);
  }
  makeDocument(wanted: WantedDocument): Promise<Reply<MadeDocument>> {
    const asked = { token: this.#token, body: wanted, patience: MAKING_PATIENCE_MS };
    return ask('POST', `${this.#root}/documents`, asked);
  }
  /** The Word report on an office's own paper; nothing is kept of that. */
  makeInLetterhead(paper: Blob, choices: DocumentChoices): Promise<Reply<MadeDocument>> {
    const address = `${this.#root}/letterhead?${this.#chosen(choices)}`;
    return ask('POST', address, { token: this.#token, file: paper, patience: MAKING_PATIENCE_MS });
  }
  /** Since when the office keeps a letterhead of its own on the server; null is not at all. */
  officeLetterhead(): Promise<Reply<{ kept_at: string | null }>> {
    return this.#get('/office-letterhead');
  }
  keepLetterhead(paper: Blob): Promise<Reply<{ kept_at: string | null }>> {
    const asked = { token: this.#token, file: paper, patience: MAKING_PATIENCE_MS };
    return ask('POST', `${this.#root}/office-letterhead`, asked);
  }
  removeLetterhead(): Promise<Reply<object>> {
    return ask('DELETE', `${this.#root}/office-letterhead`, { token: this.#token });
  }
  /** How many documents of this workshop are being made or wait. */
  documentsWaiting(): Promise<Reply<{ waiting: number }>> {
    return this.#get('/documents');
  }
  safeCopies(): Promise<Reply<{ copies: KeptCopy[] }>> {
    return this.#get('/safe-copies');
  }
  /** What a file would bring; nothing is kept of it. */
  lookInto(file: Blob, name: string, board: string): Promise<Reply<ImportPreview>> {
    const address = `${this.#root}/import?${new URLSearchParams({ board, name })}`;
    return ask('POST', address, { token: this.#token, file, patience: MAKING_PATIENCE_MS });
  }
  addCards(id: string, board: string, cards: NewCard[]): Promise<Reply<Done>> {
    return this.#post('/cards', { id, name: 'add_cards', board, cards });
  }

  #chosen(choices: DocumentChoices): string {
    const asked = Object.entries(choices).map(([name, value]): [string, string] => [
      name,
      value === true ? '1' : String(value),
    ]);
    return new URLSearchParams(asked).toString();
  }
  #get<T>(path: string): Promise<Reply<T>> {
    return ask('GET', this.#root + path, { token: this.#token });
  }
  #post<T>(path: string, body: object): Promise<Reply<T>> {
    return ask('POST', this.#root + path, { token: this.#token, body });
  }
}
