/** What rows show on request (state/reading/inRow.ts). */
export { default as Sentence } from './OneSentence.svelte';
export { default as Missing } from './Missing.svelte';
