/** Where this installation lives: each page's <base> leads to its root, also below a reverse proxy's path prefix. */

/** The absolute address of `path`, which is given without a leading slash: `url('api/join')`. */
export function url(path: string): string {
  return new URL(path, document.baseURI).href;
}

/** For `io(origin, { path: socketPath() })`. */
export function socketPath(): string {
  return new URL('socket.io', document.baseURI).pathname;
}
