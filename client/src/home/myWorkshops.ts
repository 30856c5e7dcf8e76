/** The workshops this device has been to, one entry each, whatever roles it had there. */
import { identities, type Identity } from '../identity';
import type { Role } from '../wire';

export interface MyWorkshop {
  id: string;
  title: string;
  at: string;
  phase: Identity['phase'];
  expires_on: string | undefined;
  /** What this device can be there, the most it can do first. */
  mine: Identity[];
}

const ORDER: Role[] = ['facilitator', 'co_facilitator', 'wall', 'participant', 'result'];

export function myWorkshops(today = new Date().toISOString().slice(0, 10)): MyWorkshop[] {
  const known = new Map<string, Identity[]>();
  for (const one of identities()) {
    if ((one.expires_on ?? today) < today) continue;
    known.set(one.workshop, [...(known.get(one.workshop) ?? []), one]);
  }
  return Array.from(known.values(), together);
}

function together(mine: Identity[]): MyWorkshop {
  const last = mine[0]!;
  const seen = mine.find(({ phase }) => phase) ?? last;
  return {
    id: last.workshop,
    title: last.title,
    at: last.at,
    phase: seen.phase,
    expires_on: mine.find(({ expires_on }) => expires_on)?.expires_on,
    mine: [...mine].sort((one, other) => ORDER.indexOf(one.role) - ORDER.indexOf(other.role)),
  };
}
