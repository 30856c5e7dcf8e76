/** A card that follows the thumb and is thrown to one side: told by its way, never by the list it lies in. */
export type Way = 'left' | 'up' | 'right';

interface Swipe {
  ways: () => readonly Way[];
  /** Where it would go if the thumb let go now. */
  toward: (way: Way | null) => void;
  thrown: (way: Way) => void;
  allowed: () => boolean;
}

/** Far enough to be meant, near enough for one thumb. */
const FAR_PX = 64;

export function swipeable(swipe: Swipe) {
  return (element: HTMLElement) => {
    let from: { id: number; x: number; y: number } | null = null;

    function down(event: PointerEvent) {
      if (!event.isPrimary || event.button !== 0 || !swipe.allowed()) return;
      from = { id: event.pointerId, x: event.clientX, y: event.clientY };
      // A pointer that has just gone cannot be caught any more.
      if (element.isConnected) element.setPointerCapture(event.pointerId);
    }

    function move(event: PointerEvent) {
      if (event.pointerId !== from?.id) return;
      const [x, y] = [event.clientX - from.x, Math.min(0, event.clientY - from.y)];
      element.style.translate = `${x}px ${y}px`;
      swipe.toward(wayOf(x, y, swipe.ways()));
    }

    function up(event: PointerEvent) {
      if (event.pointerId !== from?.id) return;
      const way = wayOf(event.clientX - from.x, event.clientY - from.y, swipe.ways());
      rest();
      if (way && event.type === 'pointerup') swipe.thrown(way);
    }

    function rest() {
      from = null;
      element.style.translate = '';
      swipe.toward(null);
    }

    const listeners = { pointerdown: down, pointermove: move, pointerup: up, pointercancel: up };
    for (const [name, hear] of Object.entries(listeners))
      element.addEventListener(name, hear as EventListener);
    return () => {
      for (const [name, hear] of Object.entries(listeners))
        element.removeEventListener(name, hear as EventListener);
    };
  };
}

export function wayOf(x: number, y: number, ways: readonly Way[]): Way | null {
  const far = Math.max(Math.abs(x), -y);
  if (far < FAR_PX) return null;
  const way = -y > Math.abs(x) ? 'up' : x < 0 ? 'left' : 'right';
  return ways.includes(way) ? way : null;
}

/** Which way leads to which column, in their order. */
export function waysTo(columns: number): readonly Way[] {
  if (columns < 2) return ['right'];
  return columns === 2 ? ['left', 'right'] : ['left', 'up', 'right'];
}
