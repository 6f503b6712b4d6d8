import { isUntranslated } from '$lib/core/translation/untranslated';
import type { PageRow } from '../page';

/** Returns whether a row has words to translate and no translation. */
export const isMissing = ({ row }: PageRow): boolean => isUntranslated(row);

export const byId = (items: readonly PageRow[]): ReadonlyMap<string, PageRow> =>
	new Map(items.map((item) => [item.id, item]));
