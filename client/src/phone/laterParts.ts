/** What `later.ts` fetches. */
export { default as CodeForm } from './CodeForm.svelte';
export { default as Finished } from './Finished.svelte';
export { default as OwnCards } from './OwnCards.svelte';
export { default as Quiet } from './Quiet.svelte';
export { default as ResumeForm } from './ResumeForm.svelte';
export { default as Trial } from './Trial.svelte';
export { default as Writing } from './Writing.svelte';
