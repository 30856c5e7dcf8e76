/** A step dragged by its number: the list stays as it is, the drop says where to. */

export interface Drag {
  board: string;
  /** How far the pointer has gone. */
  dy: number;
  /** The place it would take. */
  to: number;
}

interface Told {
  moved: (drag: Drag) => void;
  /** Null when it was not really moved, or given up. */
  dropped: (to: number | null) => void;
}

const FAR_ENOUGH_PX = 6;

export function dragged(event: PointerEvent, list: HTMLElement, board: string, told: Told): Drag {
  const grip = event.currentTarget as HTMLElement;
  const rows = [...list.children].map((row) => row.getBoundingClientRect());
  const from = [...list.children].findIndex((row) => row.contains(grip));
  const start = event.clientY;
  let drag: Drag = { board, dy: 0, to: from };
  grip.setPointerCapture(event.pointerId);
  const leave = new AbortController();
  const on = { signal: leave.signal };

  function end(to: number | null) {
    leave.abort();
    told.dropped(to);
  }
  grip.addEventListener(
    'pointermove',
    ({ clientY }) => {
      drag = { board, dy: clientY - start, to: placeAt(rows, from, clientY) };
      told.moved(drag);
    },
    on,
  );
  grip.addEventListener(
    'pointerup',
    () => end(Math.abs(drag.dy) < FAR_ENOUGH_PX || drag.to === from ? null : drag.to),
    on,
  );
  grip.addEventListener('pointercancel', () => end(null), on);
  window.addEventListener(
    'keydown',
    (pressed) => {
      if (pressed.key !== 'Escape') return;
      pressed.preventDefault();
      pressed.stopPropagation();
      end(null);
    },
    { ...on, capture: true },
  );
  return drag;
}

/** The place among the others: after every row whose middle lies above the pointer. */
function placeAt(rows: readonly DOMRect[], from: number, y: number): number {
  return rows.filter((row, index) => index !== from && (row.top + row.bottom) / 2 < y).length;
}
