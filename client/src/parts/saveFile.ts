/** Gives a file to the person, as a download. */
const KEPT_MS = 60_000;

export function saveFile(made: File): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(made);
  link.download = made.name;
  link.click();
  // Safari reads the address only after the click is over.
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}
