/** Words and figures of a text as the index and a search see them. */
import type { AnsweredRange } from '../words/answer';
import { textWords, type WordInText } from '../words/textWord';
import { exactForm } from './letters';

/** Years and amounts: no words, but looked for. */
const figure = /(?<![\p{L}\p{N}])\p{N}+(?:[.,:]\p{N}+)*(?![\p{L}\p{N}])/gu;

export const figuresIn = (text: string): readonly WordInText[] =>
	Array.from(text.matchAll(figure), ({ 0: found, index }) => ({ text: found, start: index }));

/** A word or a figure, where it stands, and its form as it is compared. */
export interface Token extends AnsweredRange {
	readonly form: string;
}

/** Returns words and figures in their order, the longer first; a figure may stand within a word: `80` in `80-talet`. */
export const tokensOf = (text: string): readonly Token[] =>
	[...textWords(text), ...figuresIn(text)]
		.map(({ text: form, start }) => ({
			...{ form: exactForm(form), from: start, to: start + form.length }
		}))
		.toSorted((a, b) => a.from - b.from || b.to - a.to);

/** Returns ranges in order, those that overlap as one. */
export function apart(ranges: readonly AnsweredRange[]): readonly AnsweredRange[] {
	const found: AnsweredRange[] = [];
	for (const { from, to } of ranges.toSorted((a, b) => a.from - b.from)) {
		const last = found.at(-1);
		if (last && from < last.to) found[found.length - 1] = { ...last, to: Math.max(last.to, to) };
		else found.push({ from, to });
	}
	return found;
}
