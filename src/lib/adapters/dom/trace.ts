/**
 * Sentence tracing: the sentence under the pointer, the finger or the keyboard’s cursor lights up
 * with its counterpart in the other language, by the CSS Custom Highlight API: no element is added,
 * so selection and find-in-page stay whole. Does nothing where the API is not there.
 */
import type { Spans } from '../../core/align/spans';
import { offsetOf, rangeOf } from './plain-text';

type Side = 'source' | 'target';
const columns = { source: '.o', target: '.t' } as const;
const names = { source: 'trace-o', target: 'trace-t' } as const;

/** Where in which row: the bead that is lit. */
export interface Traced {
	readonly row: Element;
	readonly bead: number;
}

export interface Tracer {
	/** Lights the bead at a point of the view; null where there is no sentence. */
	at(x: number, y: number): Traced | null;
	/** Lights a bead of a row. */
	light(traced: Traced): void;
	clear(): void;
}

/** @param spansOf the sentences and beads of a row; null for one that has none. */
export function tracer(spansOf: (row: Element) => Spans | null): Tracer {
	if (typeof Highlight === 'undefined') return { at: () => null, light: () => {}, clear: () => {} };
	const lights = { source: new Highlight(), target: new Highlight() };
	for (const side of ['source', 'target'] as const) CSS.highlights.set(names[side], lights[side]);

	const clear = () => {
		lights.source.clear();
		lights.target.clear();
	};
	const light = ({ row, bead }: Traced) => {
		clear();
		const found = spansOf(row);
		const [source, target] = found?.beads[bead] ?? [[], []];
		for (const [side, indices] of [
			['source', source],
			['target', target]
		] as const)
			for (const index of indices) {
				const sentence = found?.[side][index];
				const part = sentence && partOf(row, side, sentence.block);
				const range = part && rangeOf(part, sentence.start, sentence.end);
				if (range) lights[side].add(range);
			}
	};
	return {
		clear,
		light,
		at(x, y) {
			const traced = beadAt(x, y, spansOf);
			if (traced) light(traced);
			else clear();
			return traced;
		}
	};
}

const partOf = (row: Element, side: Side, part: number): Element | null =>
	row.querySelector(`:scope > ${columns[side]} > [data-part="${part}"]`);

function beadAt(x: number, y: number, spansOf: (row: Element) => Spans | null): Traced | null {
	const caret = caretAt(x, y);
	const element = caret?.node.parentElement;
	const part = element?.closest('[data-part]');
	const row = part?.closest('.row');
	if (!caret || !part || !row) return null;
	const side: Side = part.parentElement?.matches('.o') ? 'source' : 'target';
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

function caretAt(x: number, y: number): { node: Node; offset: number } | null {
	if (document.caretPositionFromPoint) {
		const position = document.caretPositionFromPoint(x, y);
		return position && { node: position.offsetNode, offset: position.offset };
	}
	// Safari before 18.4 knows only the older name.
	const range = document.caretRangeFromPoint?.(x, y);
	return range ? { node: range.startContainer, offset: range.startOffset } : null;
}
