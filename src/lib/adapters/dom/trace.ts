/**
 * Sentence tracing: highlights the sentence under the pointer, the finger or the keyboard’s cursor,
 * and its counterpart in the other language, with the CSS Custom Highlight API. It adds no element,
 * so selection and find-in-page keep working. Does nothing without the API.
 */
import { beadAt, type Span, type Spans } from '../../core/links/sentenceSpans';
import { caretAt, isAtCaret } from './caret';
import { offsetOf, partOf, rangeOf, type Column } from './plainText';

export type TraceSide = 'source' | 'target';
const columns: Readonly<Record<TraceSide, Column>> = { source: '.o', target: '.t' };
const names = { source: 'trace-o', target: 'trace-t' } as const;

/** The highlighted bead and its row. */
export interface Traced {
	readonly row: Element;
	readonly bead: number;
}

export interface Tracer {
	/** Highlights the bead at a point of the view; returns null if no sentence is there. */
	at(x: number, y: number): Traced | null;
	/** Highlights a bead of a row. */
	light(traced: Traced): void;
	/** Returns where the sentences of a bead are in the document, on both sides. */
	ranges(traced: Traced): Readonly<Record<TraceSide, readonly Range[]>>;
	clear(): void;
}

/** @param spansOf returns the sentences and beads of a row; null for a row without any */
export function tracer(spansOf: (row: Element) => Spans | null): Tracer {
	const ranges = ({ row, bead }: Traced) => {
		const found = spansOf(row);
		const [source = [], target = []] = found?.beads[bead] ?? [];
		const of = (side: TraceSide, indices: readonly number[]) =>
			indices.flatMap((index) => rangeIn(row, side, found?.[side][index]) ?? []);
		return { source: of('source', source), target: of('target', target) };
	};
	if (typeof Highlight === 'undefined')
		return { at: () => null, light: () => {}, ranges, clear: () => {} };
	const lights = { source: new Highlight(), target: new Highlight() };
	for (const side of ['source', 'target'] as const) CSS.highlights.set(names[side], lights[side]);

	const clear = () => {
		lights.source.clear();
		lights.target.clear();
	};
	const light = (traced: Traced) => {
		clear();
		const found = ranges(traced);
		for (const side of ['source', 'target'] as const)
			for (const range of found[side]) lights[side].add(range);
	};
	return {
		clear,
		light,
		ranges,
		at(x, y) {
			const traced = tracedAt(x, y, spansOf);
			if (traced) light(traced);
			else clear();
			return traced;
		}
	};
}

function rangeIn(row: Element, side: TraceSide, sentence: Span | undefined): Range | null {
	const part = sentence && partOf(row, columns[side], sentence.block);
	return part ? rangeOf(part, sentence.start, sentence.end) : null;
}

function tracedAt(x: number, y: number, spansOf: (row: Element) => Spans | null): Traced | null {
	const caret = caretAt(x, y);
	const element = caret?.node.parentElement;
	const part = element?.closest('[data-part]');
	const row = part?.closest('.row');
	if (!caret || !part || !row || !isAtCaret(caret, x, y)) return null;
	const side: TraceSide = part.parentElement?.matches('.o') ? 'source' : 'target';
	const offset = offsetOf(part, caret.node, caret.offset);
	const found = spansOf(row);
	if (offset === null || !found) return null;
	const bead = beadAt(found, side, Number(part.getAttribute('data-part')), offset);
	return bead < 0 ? null : { row, bead };
}
