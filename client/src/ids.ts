/** Names for commands, made on the device: getRandomValues exists on plain http, randomUUID does not. */
const ID_BYTES = 12;

/** 12 random bytes as 16 characters of base64url. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(ID_BYTES));
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_');
}
