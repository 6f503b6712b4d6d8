import { pageEntries } from '$lib/content/pages.server';
import type { EntryGenerator } from './$types';

export const entries: EntryGenerator = pageEntries;
