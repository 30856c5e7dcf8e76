import { expect, it } from 'vitest';
import { counts, ideasInTime } from '../src/words/counts';
import { words as english } from '../src/words/en/counts';

const sixty = { cards: 60, senders: 21, shared: false, wrote_seconds: 0 };

it('says how many ideas came from how many people', () => {
  expect(counts.ideas(sixty)).toBe('60 ความคิด จาก 21 คน');
  expect(english.ideas({ ...sixty, senders: 1 })).toBe('60 ideas from 1 person');
});

it('says devices where somebody sent for a neighbour', () => {
  expect(counts.received({ ...sixty, shared: true })).toBe('รับแล้ว 60 ใบ จาก 21 เครื่อง');
});

it('says nothing of people where all cards were typed in', () => {
  expect(counts.ideas({ ...sixty, senders: 0 })).toBe('60 ความคิด');
  expect(counts.received({ ...sixty, senders: 0 })).toBe('รับแล้ว 60 ใบ');
  expect(english.ideas({ ...sixty, senders: 0 })).toBe('60 ideas');
});

it('says the minutes, when there was at least one', () => {
  expect(ideasInTime({ ...sixty, wrote_seconds: 20 })).toBe('60 ความคิด จาก 21 คน');
  expect(ideasInTime({ ...sixty, wrote_seconds: 480 })).toBe('60 ความคิด จาก 21 คน ใน 8 นาที');
});
