/** Who this device is, workshop by workshop and role by role. Tokens stay here; keys are never kept. */
import { storage } from './storage';
import type { Phase, Role } from './wire';

export interface Identity {
  workshop: string;
  role: Role;
  token: string;
  title: string;
  /** When it was last used. */
  at: string;
  code?: string;
  resume_code?: string;
  key_id?: string;
  phase?: Phase;
  expires_on?: string;
}

const KEPT = 'batkham:identity:';
const OURS = 'batkham:';

/** The workshops of this device, the last used first. */
export function identities(): Identity[] {
  const found = storage
    .keys(KEPT)
    .map(read)
    .filter((one) => one !== null);
  return found.sort((one, other) => (one.at > other.at ? -1 : 1));
}

/** The first of these roles that this device has here. */
export function identityFor(workshop: string, ...roles: Role[]): Identity | null {
  const found = roles.map((role) => read(keyOf(workshop, role)));
  return found.find((one) => one !== null) ?? null;
}

/** The participant of a join code. */
export function identityByCode(code: string): Identity | null {
  const found = identities().find((one) => one.role === 'participant' && one.code === code);
  return found ?? null;
}

/** False when it will be gone with this page. What was known before and is not told now stays. */
export function remember(identity: Omit<Identity, 'at'>): boolean {
  const known = identityFor(identity.workshop, identity.role);
  const now = { ...known, ...identity, at: new Date().toISOString() };
  return storage.set(keyOf(identity.workshop, identity.role), JSON.stringify(now));
}

/** What the home page tells of a workshop, kept as it was last seen. */
export function note(
  { workshop, role }: Identity,
  seen: Partial<Pick<Identity, 'title' | 'phase' | 'expires_on' | 'code'>>,
): void {
  const known = identityFor(workshop, role);
  if (known) remember({ ...known, ...seen });
}

export function forget(workshop: string, role: Role): void {
  storage.remove(keyOf(workshop, role));
}

/** Everything of ours: identities, cards that were not sent, drafts. */
export function forgetDevice(): void {
  storage.keys(OURS).forEach((key) => storage.remove(key));
}

function keyOf(workshop: string, role: Role): string {
  return `${KEPT}${workshop}:${role}`;
}

function read(key: string): Identity | null {
  try {
    return JSON.parse(storage.get(key) ?? 'null') as Identity | null;
  } catch {
    return null;
  }
}
