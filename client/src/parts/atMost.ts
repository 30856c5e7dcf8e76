/** Keeps a field to so many visible letters; a maxlength would count each vowel and tone mark as one. */
import { on } from 'svelte/events';
import { cut, visibleLength } from '../text';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** What was just typed or pasted gives way, never what already stood there. */
export function atMost(letters: number): (field: Field) => () => void {
  return (field) => {
    // While a keyboard composes, the field is its own: words that change under it come out doubled.
    let composing = false;
    const listening = [
      on(field, 'compositionstart', () => (composing = true)),
      on(field, 'compositionend', () => {
        composing = false;
        fit(field, letters);
      }),
      on(field, 'input', () => composing || fit(field, letters)),
    ];
    return () => listening.forEach((stop) => stop());
  };
}

function fit(field: Field, letters: number): void {
  if (visibleLength(field.value) <= letters) return;
  const caret = field.selectionStart ?? field.value.length;
  const after = field.value.slice(caret);
  const before = cut(field.value.slice(0, caret), Math.max(0, letters - visibleLength(after)));
  field.value = cut(before + after, letters);
  field.setSelectionRange(before.length, before.length);
  // Whoever has heard of the longer text hears of this one.
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
