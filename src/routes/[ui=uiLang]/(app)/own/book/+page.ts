import { uiLangs } from '$lib/i18n/langs';
import type { EntryGenerator } from './$types';

export const entries: EntryGenerator = () => uiLangs.map((ui) => ({ ui }));
