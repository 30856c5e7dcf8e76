/** A phone that is told localhost looks for the workshop in itself. */
const ONLY_HERE = /^https?:\/\/(localhost|127\.|\[::1\])/;

export function isForPhones(address: string): boolean {
  return address !== '' && !ONLY_HERE.test(address);
}
