/** Sentence tracing on a reading page. Loaded at the first use. */
import type { Traced } from '$lib/adapters/dom/trace';
import { tracer } from '$lib/compose/tracing';
import { spans, type Spans } from '$lib/core/links/sentenceSpans';
import { inRow, type RowPage } from './inRow';
import type { PageRow } from './page';
import { rowsOf, runFrom } from './rows';

export interface Tracing {
	/** Lights the bead at a point of the view; returns null where there is no sentence. */
	at(x: number, y: number): Traced | null;
	/**
	 * Lights the bead at a point of a row and shows the side that the view hides; hides it where it
	 * is shown already. Where there is no sentence, does what `beside` does.
	 */
	ask(row: Element, x: number, y: number, beside: (() => void) | null): Traced | null;
	/** Lights the bead before or after `from`, or the first or last; returns null past the row’s end. */
	step(row: Element, from: number | null, by: 1 | -1): Traced | null;
	/** Offers, in a row without a translation, what can be done about it. */
	offer(row: Element): void;
	/** Offers that for the row at a point of the view. */
	hover(x: number, y: number): void;
	/** Shows or hides the originals of an untranslated run, in the Translation view. */
	expand(first: PageRow): void;
	clear(): void;
	/** Whether a sentence is shown by itself. */
	readonly isOpen: boolean;
}

export function tracing(page: RowPage): Tracing {
	const known = new WeakMap<PageRow, Spans>();
	const spansOf = (row: Element): Spans | null => {
		const item = page.itemOf(row);
		const found = item && (known.get(item) ?? sentenceSpans(item, page));
		if (item && found) known.set(item, found);
		return found;
	};
	const lights = tracer(spansOf);
	const rows = inRow(page);
	let open: Traced | null = null;

	const close = () => {
		open = null;
		rows.close();
	};
	const show = (traced: Traced, takesFocus: boolean): Traced => {
		const side = rows.hiddenSide(traced.row);
		if (side === null) close();
		else {
			open = traced;
			rows.show(traced.row, side, lights.ranges(traced), takesFocus);
		}
		return traced;
	};
	return {
		at: lights.at,
		offer: (row) => rows.offer(row, 'ask'),
		hover: (x, y) => {
			rows.offer(document.elementFromPoint(x, y)?.closest('.row.later') ?? null, 'hover');
		},
		ask(row, x, y, beside) {
			if (document.elementFromPoint(x, y)?.closest('[data-sentence]')) return open;
			const isMissing = page.itemOf(row)?.untranslated !== undefined;
			const traced = lights.at(x, y);
			const isSame =
				rows.isOpen && traced !== null && traced.row === open?.row && traced.bead === open.bead;
			if (isSame) lights.clear();
			if (isSame || !traced) close();
			if (isSame) return null;
			if (traced) return show(traced, false);
			const isHidden = rows.hiddenSide(row) !== null;
			if (isMissing && isHidden) rows.showMissing(row);
			else if (isMissing) rows.offer(row, 'ask');
			else beside?.();
			return null;
		},
		step(row, from, by) {
			const beads = spansOf(row)?.beads.length ?? 0;
			const bead = from === null ? (by > 0 ? 0 : beads - 1) : from + by;
			if (bead < 0 || bead >= beads) return null;
			lights.light({ row, bead });
			return show({ row, bead }, true);
		},
		expand(first) {
			const button = document.querySelector(`#p-${first.id} [data-expand]`);
			const isExpanded = button?.getAttribute('aria-expanded') !== 'true';
			page.keepPlace(() => {
				button?.setAttribute('aria-expanded', String(isExpanded));
				for (const { id } of runFrom(rowsOf(page.page()), first))
					document.getElementById(`p-${id}`)?.toggleAttribute('data-expanded', isExpanded);
			});
		},
		clear() {
			close();
			rows.offer(null, 'ask');
			lights.clear();
		},
		get isOpen() {
			return rows.isOpen;
		}
	};
}

function sentenceSpans({ row: { originals, shown } }: PageRow, page: RowPage): Spans | null {
	if (shown.kind !== 'translated') return null;
	const { langs } = page.page();
	return spans(
		originals.map(({ text }) => text),
		shown.text,
		{ source: langs.original, target: langs.translation },
		shown.spans
	);
}
