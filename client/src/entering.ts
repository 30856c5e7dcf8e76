/** How a device becomes somebody: by a secret link, by the room's code, or because it was here before. */
import { api, type Joined, type MadeWorkshop } from './api';
import { newId } from './ids';
import { identityByCode, identityFor, remember, type Identity } from './identity';
import { storage } from './storage';
import type { Refused, Role, Unreachable } from './wire';

export type Entry = Identity | Refused | Unreachable;

const SECRET = /^#(?:key|pair)=(.+)$/;
const JOINING = 'batkham:joining:';
const THAI_ZERO = '๐'.charCodeAt(0);

export function entered(entry: Entry | null): entry is Identity {
  return entry !== null && 'token' in entry;
}

/** For /w, /wall and /r: the secret in the address, or else who this device was here before; null is neither. */
export async function enterByLink(workshop: string, ...roles: Role[]): Promise<Entry | null> {
  const secret = SECRET.exec(location.hash)?.[1];
  if (!secret) return identityFor(workshop, ...roles);
  const reply = await api.enter(decodeURIComponent(secret));
  // Until the server has answered, a reload must be able to try again.
  if (!reply.ok && reply.retry) return reply;
  history.replaceState(history.state, '', location.pathname + location.search);
  if (!reply.ok) return identityFor(workshop, ...roles) ?? reply;
  const { role, token, key_id, title } = reply;
  return keep({ workshop: reply.workshop, role, token, key_id, title });
}

/** For the phone: who it was under this code, even without a network; or else a new participant. */
export async function enterByCode(typed: string): Promise<Entry> {
  return identityByCode(plainCode(typed)) ?? join(typed);
}

/** Asks the server in any case: with a resume code, or when the kept token is no good any more. */
export async function join(typed: string, resumeCode?: string): Promise<Entry> {
  const code = plainCode(typed);
  const back = resumeCode ? { resume_code: plainCode(resumeCode) } : {};
  const reply = await api.join({ id: joiningId(code), code, ...back });
  if (!reply.ok) return reply;
  storage.remove(JOINING + code);
  return keepParticipant(code, reply);
}

/** For the home page: whoever makes a workshop owns it, on this device at once. */
export function keepMade(made: MadeWorkshop, title: string): Identity {
  const { workshop, token, code, key_id } = made;
  return keep({ workshop, role: 'facilitator', token, code, title, ...(key_id ? { key_id } : {}) });
}

/** Eight digits in Arabic numerals, however they were typed. */
export function plainCode(typed: string): string {
  const arabic = typed.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - THAI_ZERO));
  return arabic.replace(/[\s-]/g, '');
}

/** Kept until the server has answered: an answer that got lost must not leave somebody nobody is. */
function joiningId(code: string): string {
  const id = storage.get(JOINING + code) ?? newId();
  storage.set(JOINING + code, id);
  return id;
}

function keepParticipant(code: string, { workshop, token, title, resume_code }: Joined): Identity {
  const told = resume_code ? { resume_code } : {};
  return keep({ workshop, role: 'participant', token, title, code, ...told });
}

function keep(identity: Omit<Identity, 'at'>): Identity {
  remember(identity);
  return { ...identity, at: new Date().toISOString() };
}
