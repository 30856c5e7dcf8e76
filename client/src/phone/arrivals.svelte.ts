/** The moment a card has arrived: said, and felt where the phone can tick. */
import { announce } from '../parts/announce.svelte';
import { phone } from '../words/phone';
import type { Here } from './here.svelte';

const TICK_MS = 25;

/** To be called while a component is being set up. */
export function onArrival({ outbox }: Here): void {
  const isCard = ({ state, command }: (typeof outbox.entries)[number]) =>
    state === 'sent' && command.name !== 'withdraw_card';
  let known: string[] = [];
  $effect(() => {
    const sent = outbox.entries.filter(isCard).map(({ id }) => id);
    const isNew = sent.some((id) => !known.includes(id));
    known = sent;
    if (!isNew) return;
    announce(phone.cardArrived);
    tick();
  });
}

/** Not all phones can, and none may before it was touched. */
function tick(): void {
  if ('vibrate' in navigator && navigator.userActivation?.hasBeenActive) navigator.vibrate(TICK_MS);
}
