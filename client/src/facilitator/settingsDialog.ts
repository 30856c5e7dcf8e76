/** The settings are one dialog with several ways in: as a whole, or at the one matter somebody asked for. */
import type { DialogName } from './presentation.svelte';

const MATTERS = ['take', 'agenda'] as const;
type Matter = (typeof MATTERS)[number];

export function isSettings(dialog: DialogName | null): boolean {
  return dialog === 'settings' || subjectIn(dialog) !== null;
}

export function subjectIn(dialog: DialogName | null): Matter | null {
  return MATTERS.find((matter) => matter === dialog) ?? null;
}
