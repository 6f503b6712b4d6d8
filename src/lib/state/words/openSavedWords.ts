import { once } from '$lib/compose/once';
import { store } from '$lib/compose/store';
import { SavedWordStore } from './savedWordStore.svelte';

/** Opens the reader's saved words: the same ones for everything on a page. */
export const openSavedWords = once(async () => new SavedWordStore(await store()));
