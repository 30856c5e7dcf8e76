/** What the phone's own address says: the join code, a code to come back with, and whether LINE's browser is left already. */
import { plainCode } from '../entering';
import { url } from '../base';

const RESUME = /^#resume=([0-9]{8})$/;
const OWN_BROWSER = 'openExternalBrowser';

export function codeInAddress(): string {
  const last = location.pathname.split('/').pop() ?? '';
  return plainCode(decoded(last));
}

export function resumeInAddress(): string | undefined {
  return RESUME.exec(location.hash)?.[1];
}

/** A code to come back with is a secret: it must not stay where people look. */
export function tidyAddress(code: string): void {
  history.replaceState(history.state, '', url(`j/${code}`) + location.search);
}

/** In LINE's browser, and not because asking to leave it was in vain. */
export function mayLeaveLine(): boolean {
  return / Line\//.test(navigator.userAgent) && !location.search.includes(OWN_BROWSER);
}

/** LINE opens this address in the phone's own browser, where the resume code makes it the same person. */
export function addressOutsideLine(code: string, resumeCode: string | undefined): string {
  const resume = resumeCode ? `#resume=${resumeCode}` : '';
  return `${url(`j/${code}`)}?${OWN_BROWSER}=1${resume}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
