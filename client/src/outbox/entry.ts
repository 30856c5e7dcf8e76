/** What the screen sees of the outbox, and what of it can still be rewritten. */
import type { EditCard, ParticipantCommand, Refused, SendChild, Sent, SubmitCard } from '../wire';
import type { Unsent } from './unsent';

export interface Entry {
  id: string;
  command: Sent<ParticipantCommand>;
  state: 'waiting' | 'sending' | 'sent' | 'refused';
  refusal?: Refused;
  /** Of a sent one: a board that has come this far shows it itself. */
  seq?: number;
}

export type Writing = Unsent & { command: Sent<SubmitCard | SendChild | EditCard> };

/** Would this make the card, or change its words? */
export function writes(card: string): (unsent: Unsent) => unsent is Writing {
  return (unsent): unsent is Writing => {
    const { command } = unsent;
    if (command.name === 'edit_card') return command.card === card;
    return (command.name === 'submit_card' || command.name === 'send_child') && command.id === card;
  };
}

export function entryOf({ command, refusal }: Unsent, sending: string | null): Entry {
  const { id } = command;
  if (refusal) return { id, command, state: 'refused', refusal };
  return { id, command, state: sending === id ? 'sending' : 'waiting' };
}
