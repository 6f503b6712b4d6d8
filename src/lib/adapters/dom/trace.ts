/**
 * Sentence tracing: highlights the sentence under the pointer, the finger or the keyboard’s cursor,
 * and its counterpart in the other language, with the CSS Custom Highlight API. It adds no element,
 * so selection and find-in-page keep working. Does nothing without the API.
 */
import type { Span, Spans } from '../../core/links/sentenceSpans';
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
			const traced = beadAt(x, y, spansOf);
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

function beadAt(x: number, y: number, spansOf: (row: Element) => Spans | null): Traced | null {
	const caret = caretAt(x, y);
	const element = caret?.node.parentElement;
	const part = element?.closest('[data-part]');
	const row = part?.closest('.row');
	if (!caret || !part || !row || !isAt(caret, x, y)) return null;
	const side: TraceSide = part.parentElement?.matches('.o') ? 'source' : 'target';
	const offset = offsetOf(part, caret.node, caret.offset);
	const found = spansOf(row);
	if (offset === null || !found) return null;
	const nth = Number(part.getAttribute('data-part'));
	const sentence = found[side].findIndex(
		({ block, start, end }) => block === nth && offset >= start && offset <= end
	);
	const bead = found.beads.findIndex((bead) => bead[side === 'source' ? 0 : 1].includes(sentence));
	return bead < 0 ? null : { row, bead };
}

/** How far beside a letter a point still belongs to it, in CSS pixels: the space between lines. */
const besidePx = 8;

/**
 * Whether a point is at its caret. Browsers give the nearest caret for a point beside the text,
 * Safari also for one far from it.
 */
function isAt({ node, offset }: Caret, x: number, y: number): boolean {
	const range = document.createRange();
	range.setStart(node, Math.max(0, offset - 1));
	range.setEnd(node, Math.min(node.nodeValue?.length ?? 0, offset + 1));
	return [...range.getClientRects()].some(
		({ left, right, top, bottom }) =>
			x >= left - besidePx && x <= right + besidePx && y >= top - besidePx && y <= bottom + besidePx
	);
}

interface Caret {
	readonly node: Node;
	readonly offset: number;
}

function caretAt(x: number, y: number): Caret | null {
	if (document.caretPositionFromPoint) {
		const position = document.caretPositionFromPoint(x, y);
		return position && { node: position.offsetNode, offset: position.offset };
	}
	// Safari before 18.4 has only the older name.
	const range = document.caretRangeFromPoint?.(x, y);
	return range ? { node: range.startContainer, offset: range.startOffset } : null;
}
