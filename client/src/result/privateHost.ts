/** Whether an address works only in the building where it was handed out. */

const PRIVATE = [
  /^localhost$/,
  /\.local$/,
  /^127\./,
  /^10\./,
  /^192\.168\./,
  /^172\.(1[6-9]|2\d|3[01])\./,
  /^169\.254\./,
  /^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./,
  /^\[(::1|f[cd]|fe80)/,
];

export function isPrivate(hostname: string): boolean {
  // A name without a dot is known to the local network only.
  return !/[.:]/.test(hostname) || PRIVATE.some((pattern) => pattern.test(hostname));
}
