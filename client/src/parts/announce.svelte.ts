/** Says things: to screen readers only, or on the page as well. Shown and heard through <Notices />, once a page. */

export interface Notice {
  text: string;
  action?: { label: string; perform: () => void };
}

const SHOWN_MS = 6_000;
const SHOWN_WITH_ACTION_MS = 12_000;

class Notices {
  #said = $state('');
  #shown = $state.raw<Notice | null>(null);
  #leaving: ReturnType<typeof setTimeout> | undefined;
  #odd = false;

  get said(): string {
    return this.#said;
  }

  get shown(): Notice | null {
    return this.#shown;
  }

  say(text: string): void {
    // The same sentence twice is no change to a live region unless something invisible differs.
    this.#odd = !this.#odd;
    this.#said = this.#odd ? text : `${text}\u00a0`;
  }

  show(notice: Notice): void {
    this.#shown = notice;
    this.say(notice.text);
    this.resume();
  }

  dismiss(): void {
    this.hold();
    this.#shown = null;
  }

  /** Stays while somebody reads it or is about to press its button. */
  hold(): void {
    clearTimeout(this.#leaving);
  }

  resume(): void {
    this.hold();
    const long = this.#shown?.action ? SHOWN_WITH_ACTION_MS : SHOWN_MS;
    this.#leaving = setTimeout(() => this.dismiss(), long);
  }
}

export const notices = new Notices();

/** Read aloud politely, not shown. */
export function announce(text: string): void {
  notices.say(text);
}

/** Shown for some seconds and read aloud; `action` is one button, such as ย้อนกลับ. */
export function toast(text: string, action?: Notice['action']): void {
  notices.show(action ? { text, action } : { text });
}
