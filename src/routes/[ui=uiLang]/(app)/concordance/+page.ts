import { uiLangs } from '$lib/i18n/langs';
import type { EntryGenerator } from './$types';

/** Links to it are made in the browser alone: the crawler does not find it. */
export const entries: EntryGenerator = () => uiLangs.map((ui) => ({ ui }));
