/**
 * Underlines saved words on a reading page with the CSS Custom Highlight API: no element is added.
 * Each text is read once, and again when it changes. A browser without the API shows no underlines.
 */
import { rangeOf, textOf } from './plainText';

/** Words of a text to underline, from and to in its plain text, and in which layer. */
interface PaintedWord {
	readonly start: number;
	readonly end: number;
	readonly isKnown: boolean;
}

/** Finds the words to underline in a text of a language. */
type FindWords = (text: string, lang: string) => readonly PaintedWord[];

export interface SavedWordPainter {
	/** Shows what `find` finds, from now on also where rows come into the page or change. */
	paint(find: FindWords): void;
	destroy(): void;
}

const names = ['saved-word', 'known-word'] as const;
const parts = '.row > :is(.o, .t) > [data-part]';

/** Returns null where the browser has no highlights of this kind. */
export function savedWordPainter(root: Element): SavedWordPainter | null {
	if (typeof Highlight === 'undefined') return null;
	const layers = names.map((name) => {
		const layer = new Highlight();
		// Beneath the reader’s highlights and the lit sentence.
		layer.priority = -1;
		CSS.highlights.set(name, layer);
		return layer;
	});
	const painted = new Map<Element, readonly Range[]>();
	const changed = new Set<Element>();
	let find: FindWords = () => [];
	let queued = 0;

	const clean = (part: Element) => {
		for (const range of painted.get(part) ?? []) for (const layer of layers) layer.delete(range);
		painted.delete(part);
	};
	const show = (part: Element) => {
		clean(part);
		const lang = part.closest('[lang]')?.getAttribute('lang') ?? '';
		const ranges = find(textOf(part), lang).flatMap(({ start, end, isKnown }) => {
			const range = rangeOf(part, start, end);
			if (range) layers[isKnown ? 1 : 0]?.add(range);
			return range ?? [];
		});
		if (ranges.length > 0) painted.set(part, ranges);
	};
	const draw = () => {
		queued = 0;
		for (const part of painted.keys()) if (!part.isConnected) clean(part);
		for (const part of changed) if (part.isConnected) show(part);
		changed.clear();
	};
	const take = (node: Node) => {
		const element = node instanceof Element ? node : node.parentElement;
		const around = element?.closest(parts);
		if (around) changed.add(around);
		else for (const part of element?.querySelectorAll(parts) ?? []) changed.add(part);
	};
	const observer = new MutationObserver((records) => {
		for (const { target, addedNodes, type } of records)
			if (type === 'characterData' || (target instanceof Element && target.closest(parts)))
				take(target);
			else addedNodes.forEach(take);
		queued ||= requestAnimationFrame(draw);
	});
	observer.observe(root, { childList: true, subtree: true, characterData: true });

	return {
		paint(next) {
			find = next;
			for (const part of root.querySelectorAll(parts)) changed.add(part);
			cancelAnimationFrame(queued);
			draw();
		},
		destroy() {
			observer.disconnect();
			cancelAnimationFrame(queued);
			for (const name of names) CSS.highlights.delete(name);
		}
	};
}
