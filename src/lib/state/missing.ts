import type { PageRow } from '$lib/ui/reading/page';

/** Whether a row has an original, and nothing that translates it. */
export const isMissing = ({ row: { originals, shown } }: PageRow): boolean =>
	originals.length > 0 && shown.kind === 'missing';

export const byId = (items: readonly PageRow[]): ReadonlyMap<string, PageRow> =>
	new Map(items.map((item) => [item.id, item]));
