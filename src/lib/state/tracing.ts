/** Sentence tracing for the page that a reader shows: loaded when it is first asked for. */
import { tracer, type Traced } from '$lib/adapters/dom/trace';
import { spans, type Spans } from '$lib/core/align/spans';
import type { PageRow } from '$lib/ui/reading/page';
import type { Reader } from './reader.svelte';

export interface Tracing {
	/** Lights the bead at a point of the view; null where there is no sentence. */
	at(x: number, y: number): Traced | null;
	/** Lights the bead before or after `from`, or the first or last; null at the end of the row. */
	step(row: Element, from: number | null, by: 1 | -1): Traced | null;
	clear(): void;
}

export function tracing(reader: Reader): Tracing {
	const known = new WeakMap<PageRow, Spans>();
	const of = (row: Element): Spans | null => {
		const item = reader.itemOf(row);
		const made = item && (known.get(item) ?? spansOf(item, reader));
		if (item && made) known.set(item, made);
		return made;
	};
	const lights = tracer(of);
	return {
		at: lights.at,
		clear: lights.clear,
		step(row, from, by) {
			const beads = of(row)?.beads.length ?? 0;
			const bead = from === null ? (by > 0 ? 0 : beads - 1) : from + by;
			if (bead < 0 || bead >= beads) return null;
			lights.light({ row, bead });
			return { row, bead };
		}
	};
}

function spansOf({ row: { originals, shown } }: PageRow, { page }: Reader): Spans | null {
	if (shown.kind !== 'translated') return null;
	return spans(
		originals.map(({ text }) => text),
		shown.text,
		{ source: page.langs.original, target: page.langs.translation },
		shown.spans
	);
}
