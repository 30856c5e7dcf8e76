/** While developing, answers each page's address with its file, as the Python server does. */
import type { Plugin } from 'vite';

const ADDRESSES: [RegExp, string][] = [
  [/^\/$/, '/home.html'],
  [/^\/j\/[^/]+$/, '/phone.html'],
  [/^\/w\/[^/]+$/, '/facilitator.html'],
  [/^\/wall\/[^/]+$/, '/wall.html'],
  [/^\/r\/[^/]+$/, '/result.html'],
];

export function pagesAtTheirAddresses(): Plugin {
  return {
    name: 'batkham:addresses',
    apply: 'serve',
    configureServer: (server) => {
      server.middlewares.use((request, _response, next) => {
        request.url = pageFor(request.url ?? '/');
        next();
      });
    },
  };
}

function pageFor(url: string): string {
  const [path = '/', query] = url.split('?', 2);
  const page = ADDRESSES.find(([address]) => address.test(path))?.[1];
  if (!page) return url;
  return query === undefined ? page : `${page}?${query}`;
}
