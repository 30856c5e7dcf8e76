/** Keys by their place on the keyboard: with a Thai layout Z types ผ and 1 types ๅ, and both must still work. */

/** The letter or digit on the key, in lower case; otherwise the key's own name, such as PageDown. */
export function keyName(event: KeyboardEvent): string {
  if (event.key === '?' || (event.shiftKey && event.code === 'Slash')) return '?';
  if (/^[a-z0-9]$/i.test(event.key)) return event.key.toLowerCase();
  const place = /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(event.code)?.[1];
  return place ? place.toLowerCase() : event.key;
}

/** Somebody is typing, choosing in a dialog, or using the browser's own shortcuts: the page's keys rest. */
export function isForThePage(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.metaKey) return false;
  if (event.ctrlKey && !['z', 'y'].includes(keyName(event))) return false;
  if (document.querySelector('dialog[open]')) return false;
  const at = event.target instanceof Element ? event.target : null;
  return !at?.closest('input, textarea, select, [contenteditable], [role=menu]');
}

/** Space and Enter belong to a button that has the focus. */
export function isOnButton(event: KeyboardEvent): boolean {
  return event.target instanceof Element && event.target.closest('button, a, summary') !== null;
}
