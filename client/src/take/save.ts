/** Saving a made document by a plain link: the browser names and keeps it, also where pages may not make files. */
import { url } from '../base';
import { isInLine } from './line';

/** LINE's own browser saves no files; with this it hands the address to the phone's browser. */
const OUTSIDE = 'openExternalBrowser=1';

export function saveFrom(path: string, name: string): void {
  const address = url(path);
  if (isInLine()) {
    location.assign(`${address}?${OUTSIDE}`);
    return;
  }
  const link = document.createElement('a');
  link.href = address;
  // Whatever the server answers, this page stays.
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
}
