import { createContext } from 'svelte';
import type { Reader } from '$lib/state/reader.svelte';

/** The reader of the page that a component stands in. */
export const [getReader, setReader] = createContext<Reader>();
