/** The server's HTTP side. A refusal is a value and so is silence: nothing here throws. */
import { url } from './base';
import { ask, fetchFile, type Reply } from './api/ask';
import type { Template } from './template';
import type { Audience, Command, Done, Hello, Proposals, Role, Sent } from './wire';

export type { Reply } from './api/ask';

export interface Start {
  free: boolean;
  addresses: string[];
  address: string;
  language: 'th' | 'en';
  version: number;
}

export interface NewWorkshop {
  id: string;
  title: string;
  question?: string;
  /** By id, their boards one after the other; none: the usual one. */
  templates?: string[];
  password?: string;
  language?: 'th' | 'en';
  fiscal_year?: number | null;
  cards_each?: number;
  neighbour_cards?: number;
  proposals?: Proposals;
  write_seconds?: number;
  retention_days?: number;
}

export interface RestoredWorkshop {
  id: string;
  backup: unknown;
  password?: string;
}

export interface MadeWorkshop {
  workshop: string;
  code: string;
  token: string;
  key: string;
  key_id?: string;
}

export interface Joining {
  /** Asking again with the same id makes nobody new. */
  id: string;
  code: string;
  resume_code?: string;
}

export interface Joined {
  workshop: string;
  token: string;
  resume_code?: string;
  title: string;
  returned: boolean;
}

export interface Entered {
  workshop: string;
  role: Role;
  token: string;
  key_id: string;
  title: string;
}

export interface DoorSigns {
  address: string;
  addresses: string[];
  link: string;
  code: string;
  join_svg: string;
  wifi_svg: string | null;
  wifi_name: string | null;
}

export interface NewLink {
  id: string;
  role: Exclude<Role, 'participant'>;
  name: string;
}

export interface MintedLink {
  key_id: string;
  key: string;
  link: string;
  /** Its QR. */
  svg: string;
}

/** A workshop that goes on from this one. */
export interface Following {
  id: string;
  kind: 'follow_up' | 'next_year';
  password?: string;
}

export type FileFormat = 'json' | 'csv' | 'txt';

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
  exportFile(format: FileFormat): Promise<Reply<{ file: File }>> {
    return fetchFile(`${this.#root}/export.${format}`, this.#token);
  }

  #get<T>(path: string): Promise<Reply<T>> {
    return ask('GET', this.#root + path, { token: this.#token });
  }
  #post<T>(path: string, body: object): Promise<Reply<T>> {
    return ask('POST', this.#root + path, { token: this.#token, body });
  }
}
