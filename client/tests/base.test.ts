import { afterEach, expect, test } from 'vitest';
import { socketPath, url } from '../src/base';

afterEach(() => {
  document.querySelector('base')?.remove();
  history.replaceState(null, '', '/');
});

function visit(address: string, base: string) {
  history.replaceState(null, '', address);
  document.head.append(Object.assign(document.createElement('base'), { href: base }));
}

test.each([
  ['/', './', '/'],
  ['/j/48219030', '../', '/'],
  ['/cards/', './', '/cards/'],
  ['/cards/j/48219030', '../', '/cards/'],
  ['/a/b/w/abc?x=1#key=s', '../', '/a/b/'],
])('a page at %s finds its server', (address, base, root) => {
  visit(address, base);
  expect(new URL(url('api/join')).pathname).toBe(`${root}api/join`);
  expect(socketPath()).toBe(`${root}socket.io`);
});
