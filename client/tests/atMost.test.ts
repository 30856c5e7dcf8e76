/** A field takes as many letters as people see, and never one less for its tone marks. */
import { render, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, test } from 'vitest';
import { CARD_LETTERS } from '../src/limits';
import { visibleLength } from '../src/text';
import FieldOf from './fakes/FieldOf.svelte';

const MARKED = 'ที่'.repeat(CARD_LETTERS);

let field: HTMLInputElement;
beforeEach(() => {
  render(FieldOf, { letters: CARD_LETTERS });
  field = screen.getByRole('textbox');
});

/** As a browser does it: the words stand in the field, the caret behind them, and it is told. */
function type(words: string): void {
  field.setRangeText(words, field.selectionStart!, field.selectionEnd!, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
const bound = () => screen.getByRole('status').textContent;

test('120 letters with a vowel and a tone mark each fit', async () => {
  type(MARKED);
  expect(field.value).toBe(MARKED);
  expect(visibleLength(field.value)).toBe(CARD_LETTERS);
  await expect.poll(bound).toBe(MARKED);
});

test('the next letter does not, but the last may still get its tone mark', async () => {
  type('ที่'.repeat(CARD_LETTERS - 1) + 'ที');
  type('่');
  type('ก');
  expect(field.value).toBe(MARKED);
  await expect.poll(bound).toBe(MARKED);
});

test('what is typed into the middle of a full field gives way, and the caret stays', async () => {
  type(MARKED);
  field.setSelectionRange(6, 6);
  type('กข');
  expect([field.value, field.selectionStart, field.selectionEnd]).toEqual([MARKED, 6, 6]);
});

test('of what is pasted the beginning stays', async () => {
  type('ก'.repeat(CARD_LETTERS - 2));
  field.setSelectionRange(0, 0);
  type('น้ำดื่มสะอาด');
  expect(field.value).toBe('น้ำดื่' + 'ก'.repeat(CARD_LETTERS - 2));
  await expect.poll(bound).toBe(field.value);
});

describe('while a keyboard composes', () => {
  test('nothing is cut, and all that is too much once it has ended', async () => {
    type(MARKED);
    field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    type('สวัสดี');
    expect(field.value).toBe(`${MARKED}สวัสดี`);
    field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
    expect(field.value).toBe(MARKED);
    await expect.poll(bound).toBe(MARKED);
  });
});
