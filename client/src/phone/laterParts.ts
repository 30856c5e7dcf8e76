/** What `later.ts` fetches. */
export { default as Ended } from './Ended.svelte';
export { default as Finished } from './Finished.svelte';
export { default as NotIn } from './NotIn.svelte';
export { default as Paused } from './Paused.svelte';
export { default as Quiet } from './Quiet.svelte';
export { default as ResumeCode } from './ResumeCode.svelte';
export { default as ResumeForm } from './ResumeForm.svelte';
export { default as Trial } from './Trial.svelte';
export { default as Waiting } from './Waiting.svelte';
export { default as Writing } from './Writing.svelte';
