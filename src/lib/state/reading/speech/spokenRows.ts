/** The rows of a reading page as they are read aloud. */
import { spans, type Spans } from '$lib/core/links/sentenceSpans';
import type { SpokenRow } from '$lib/core/speech/script';
import { plain } from '$lib/core/text/inline';
import { isBelow } from '../floor';
import type { PageRow, ReadingPage } from '../page';
import { rowsOf } from '../rows';
import type { Values } from '../../settings/settings.svelte';

/** Makes rows of pages. A row that a page keeps is made once. */
export function spokenRows(): (page: ReadingPage, floor: Values['floor']) => readonly SpokenRow[] {
	const made = new WeakMap<PageRow, { readonly of: string; readonly row: SpokenRow }>();
	return (page, floor) => {
		const of = `${page.langs.original} ${page.langs.translation} ${floor}`;
		return rowsOf(page).map((item) => {
			const known = made.get(item);
			if (known?.of === of) return known.row;
			const row = spokenRow(item, page, floor);
			made.set(item, { of, row });
			return row;
		});
	};
}

function spokenRow(
	{ id, row }: PageRow,
	{ langs }: ReadingPage,
	floor: Values['floor']
): SpokenRow {
	const { originals, shown } = row;
	const source = originals.map(({ text }) => text);
	// A translation that the reader’s filter hides is not read either.
	const isRead = shown.kind === 'translated' && !isBelow(floor, shown);
	const target = isRead ? shown.text : [];
	const beads = isRead ? shown.spans : null;
	return {
		id,
		langs,
		texts: once(() => ({ original: source.map(plain), translation: target.map(plain) })),
		spans: once((): Spans =>
			spans(source, target, { source: langs.original, target: langs.translation }, beads)
		)
	};
}

function once<Value>(make: () => Value): () => Value {
	let made: { readonly value: Value } | null = null;
	return () => (made ??= { value: make() }).value;
}
