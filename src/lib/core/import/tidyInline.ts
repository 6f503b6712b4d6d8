/** Puts inline text that a file gives into the one form that a block has. */
import { escapeInline, formatInline, parseInline, plain, plainOf } from '../text/inline';
import type { Inline } from '../text/inlineTree';

/** Text that stands in Markdown as it is. */
const unmarked = /^[^\\\n*_[\]<]*$/;

/**
 * Writes inline Markdown in its one canonical form. Law: no mark costs a word; a mark that Markdown
 * cannot express (emphasis inside a word) is dropped.
 */
export function markdownOf(nodes: readonly Inline[]): string {
	const tidy = trimmed(nodes);
	const [only] = tidy;
	if (tidy.length < 2 && only?.type === 'text' && unmarked.test(only.text)) return only.text;
	const words = plainOf(tidy);
	const said = formatInline(parseInline(formatInline(tidy)));
	return plain(said) === words ? said : escapeInline(words);
}

/** Joins neighbouring texts, folds the space between them and trims both ends. */
export function trimmed(nodes: readonly Inline[]): readonly Inline[] {
	const joined: Inline[] = [];
	let text = '';
	const endText = () => {
		if (text !== '') joined.push({ type: 'text', text: fold(text) });
		text = '';
	};
	for (const node of tidyBreaks(nodes))
		if (node.type === 'text') text += node.text;
		else {
			endText();
			joined.push(node);
		}
	endText();
	const ends = joined.map((node, at) => {
		if (node.type !== 'text') return node;
		const start = at === 0 ? node.text.replace(/^ +/, '') : node.text;
		return { ...node, text: at === joined.length - 1 ? start.replace(/ +$/, '') : start };
	});
	return ends.filter((node) => node.type !== 'text' || node.text !== '');
}

const fold = (text: string): string => text.replace(/ {2,}/g, ' ');

const isBlank = (node: Inline | undefined): boolean =>
	node?.type === 'break' || (node?.type === 'text' && node.text.trim() === '');

/**
 * Returns the nodes with one line break where there are several, none at either end, and no white
 * space beside one.
 */
export function tidyBreaks(nodes: readonly Inline[]): readonly Inline[] {
	if (!nodes.some(({ type }) => type === 'break')) return nodes;
	const from = nodes.findIndex((node) => !isBlank(node));
	const to = nodes.findLastIndex((node) => !isBlank(node));
	const tidy: Inline[] = [];
	let broken = false;
	for (const node of from < 0 ? [] : nodes.slice(from, to + 1)) {
		if (node.type === 'break') {
			broken = true;
			for (let last = tidy.at(-1); last?.type === 'text'; last = tidy.at(-1)) {
				tidy.pop();
				const text = last.text.trimEnd();
				if (text === '') continue;
				tidy.push({ type: 'text', text });
				break;
			}
			continue;
		}
		if (broken && isBlank(node)) continue;
		if (broken) tidy.push({ type: 'break' });
		tidy.push(
			broken && node.type === 'text' ? { type: 'text', text: node.text.trimStart() } : node
		);
		broken = false;
	}
	return tidy;
}

/** Returns the space or the line break that white space at the end of a mark stands for. */
export const edge = (space: string | undefined): readonly Inline[] => {
	if (!space) return [];
	return space.includes('\n') ? [{ type: 'break' }] : [{ type: 'text', text: ' ' }];
};
