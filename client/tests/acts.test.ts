/** Undo and redo, pressed faster than the server answers. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Acts } from '../src/facilitator/acts';
import { Live } from '../src/live.svelte';
import { notices } from '../src/parts/announce.svelte';
import type { Step } from '../src/wire';
import { why } from '../src/words/refusals';
import { steps } from '../src/words/steps';
import { aServer, type FakeServer } from './fakes/fakeServer';

const MOVED: Step = { step: 1, name: 'cards_moved', count: 3 };
const STARRED: Step = { step: 2, name: 'cards_starred', count: 1 };

let server: FakeServer;
let live: Live;
let acts: Acts;
let done: Step[];
let undone: Step[];

beforeEach(() => {
  server = aServer();
  done = [MOVED, STARRED];
  undone = [];
  stand();
  server.does = ({ name }) => {
    const [from, to] = name === 'undo' ? [done, undone] : [undone, done];
    to.push(from.pop()!);
    stand();
  };
  live = new Live({ workshop: 'w', token: 't', open: server.open });
  server.accept();
  acts = new Acts(live);
});
afterEach(() => {
  live.stop();
  notices.dismiss();
  vi.unstubAllGlobals();
});

function stand(): void {
  const steps = { undo: done.at(-1) ?? null, redo: undone.at(-1) ?? null };
  server.board.tell({ 'steps:key-1': steps });
}
/** The frame comes after the answer, as the server sends them. */
async function screenIsTold(): Promise<void> {
  const known = live.board.seq;
  await vi.waitUntil(() => server.board.seq > known);
  server.heard.changes(server.board.changes(known));
}
const asked = () => server.got.map(({ command }) => command.name);

test('a redo pressed right after an undo brings the step back', async () => {
  const both = [acts.undo(), acts.redo()];
  await screenIsTold();
  await screenIsTold();
  await Promise.all(both);
  expect(asked()).toEqual(['undo', 'redo']);
  expect(notices.shown?.text).toBe(steps.redone(steps.names.cards_starred(1)));
});

test('undo pressed twice takes two steps back and names the second', async () => {
  const both = [acts.undo(), acts.undo()];
  await screenIsTold();
  await screenIsTold();
  await Promise.all(both);
  expect(asked()).toEqual(['undo', 'undo']);
  expect(notices.shown?.text).toBe(steps.undone(steps.names.cards_moved(3)));
});

test('undo pressed once too often finds nothing and asks nothing', async () => {
  done = [STARRED];
  const both = [acts.undo(), acts.undo()];
  await screenIsTold();
  await Promise.all(both);
  expect(asked()).toEqual(['undo']);
  expect(notices.shown?.text).toBe(why({ code: 'nothing_to_undo' }));
});

test('an undo whose frame is lost with the line keeps nobody waiting', async () => {
  const undoing = acts.undo();
  await vi.waitUntil(() => server.got.length === 1);
  server.cut();
  await undoing;
  expect(notices.shown?.text).toBe(steps.undone(steps.names.cards_starred(1)));
});

test('a refused undo leaves the next one free', async () => {
  server.refusals = [{ ok: false, code: 'locked', retry: false }];
  const both = [acts.undo(), acts.undo()];
  await screenIsTold();
  await Promise.all(both);
  expect(asked()).toEqual(['undo', 'undo']);
  expect(undone).toEqual([STARRED]);
});
