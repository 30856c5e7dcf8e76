/** How a join code, an address and a QR are put on a screen. */

/** 4821-9030: two groups are read aloud more easily than eight digits. */
export function spokenCode(code: string): string {
  return code.replace(/^(\d{4})(\d{4})$/, '$1-$2');
}

/** As people type it into a browser: without the scheme. */
export function typedAddress(address: string): string {
  return address.replace(/^https?:\/\//, '');
}

/** Only this very machine could follow it. */
export function isUnreachable(address: string): boolean {
  return /^https?:\/\/(localhost|127\.[\d.]+|\[::1\])([:/]|$)/.test(address);
}

/** For an image: a picture made elsewhere is never put into the page as markup. */
export function pictureOf(svg: string): string {
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
