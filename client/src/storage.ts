/** What this device remembers. Private windows and full phones may refuse to store: then it lasts as long as the page. */

const unstored = new Map<string, string>();
let refused = false;

export const storage = {
  /** False once the device has refused to keep something: people should be told before they rely on it. */
  get persistent(): boolean {
    return !refused && works();
  },

  get(key: string): string | null {
    return unstored.get(key) ?? ask(() => localStorage.getItem(key));
  },

  /** True when the value will survive a reload. */
  set(key: string, value: string): boolean {
    const kept = ask(() => (localStorage.setItem(key, value), true)) ?? false;
    if (kept) unstored.delete(key);
    else unstored.set(key, value);
    refused = !kept;
    return kept;
  },

  remove(key: string): void {
    unstored.delete(key);
    ask(() => localStorage.removeItem(key));
  },

  /** Every key that begins with `prefix`, in order of name. */
  keys(prefix = ''): string[] {
    const all = new Set([...(ask(() => Object.keys(localStorage)) ?? []), ...unstored.keys()]);
    return [...all].filter((key) => key.startsWith(prefix)).sort();
  },
};

function works(): boolean {
  const probe = 'batkham:probe';
  return (
    ask(() => {
      localStorage.setItem(probe, '1');
      localStorage.removeItem(probe);
      return true;
    }) ?? false
  );
}

function ask<T>(question: () => T): T | null {
  try {
    return question();
  } catch {
    return null;
  }
}
