import { createContext } from 'svelte';
import type { Reader } from '$lib/state/reading/reader.svelte';

/** Returns (or sets) the `Reader` of the page that a component belongs to. */
export const [getReader, setReader] = createContext<Reader>();
