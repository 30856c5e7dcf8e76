/** Whether somebody's hand is on this screen just now: a pointer that moves or presses, or a card that takes the focus. */
const STILL_AFTER_MS = 3_000;

export function handOnScreen(): { isThere: () => boolean; stop: () => void } {
  const listening = new AbortController();
  let last = -Infinity;
  let at = '';
  const felt = () => (last = performance.now());
  const moved = ({ clientX, clientY }: PointerEvent) => {
    // What glides away under a pointer that rests is no movement of the hand.
    if (at !== (at = `${clientX} ${clientY}`)) felt();
  };
  const options = { signal: listening.signal, capture: true };
  window.addEventListener('pointermove', moved, options);
  window.addEventListener('pointerdown', felt, options);
  window.addEventListener('focusin', felt, options);
  return {
    isThere: () => performance.now() - last < STILL_AFTER_MS,
    stop: () => listening.abort(),
  };
}
