/** One command that waits on this phone: a key of its own in the device's memory, so that two tabs never overwrite it. */
import { storage } from '../storage';
import type { ParticipantCommand, Refused, Sent } from '../wire';

export interface Unsent {
  key: string;
  command: Sent<ParticipantCommand>;
  /** It may have arrived: from here on it can only be repeated as it is. */
  tried: boolean;
  refusal?: Refused;
}

const DIGITS_OF_TIME = 15;

export function folder(workshop: string): string {
  return `batkham:outbox:${workshop}:`;
}

/** In the order they were written. */
export function readAll(workshop: string): Unsent[] {
  const found = storage.keys(folder(workshop)).map(read);
  return found.filter((one) => one !== null);
}

/** False when it lasts only as long as this page. */
export function write(unsent: Unsent): boolean {
  return storage.set(unsent.key, JSON.stringify(unsent));
}

/** Another tab may have sent or dismissed it meanwhile. */
export function isThere({ key }: Unsent): boolean {
  return storage.get(key) !== null;
}

export function erase({ key }: Unsent): void {
  storage.remove(key);
}

/** Sorts after all that is there, also when the phone's clock went back. */
export function newKey(workshop: string, id: string): string {
  const last = storage.keys(folder(workshop)).pop()?.slice(folder(workshop).length);
  const after = last ? Number(last.slice(0, DIGITS_OF_TIME)) + 1 : 0;
  const time = String(Math.max(Date.now(), after)).padStart(DIGITS_OF_TIME, '0');
  return `${folder(workshop)}${time}:${id}`;
}

function read(key: string): Unsent | null {
  try {
    return JSON.parse(storage.get(key) ?? 'null') as Unsent | null;
  } catch {
    return null;
  }
}
