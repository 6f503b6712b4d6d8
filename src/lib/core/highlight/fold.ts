import { dashes, doubleQuotes, invisible, singleQuotes, whiteSpace } from '../text/variants';

/** A text in the form in which quotes are compared, with the way back to the text itself. */
interface Folded {
	readonly text: string;
	/** For each UTF-16 unit of `text`, where its character begins in the original; then its length. */
	readonly at: readonly number[];
}

const lost = new RegExp(`^[${invisible}]$`);
const space = new RegExp(`[${whiteSpace}]`, 'gu');
const quote = new RegExp(`[${singleQuotes}]`, 'gu');
const doubleQuote = new RegExp(`[${doubleQuotes}]`, 'gu');
const dash = new RegExp(`[${dashes}]`, 'gu');

/**
 * Folds what may differ between two copies of the same words: white space, quotation marks, dashes,
 * the composition of letters, invisible characters. Every character has its place in the original.
 */
export function fold(text: string): Folded {
	let folded = '';
	const at: number[] = [];
	for (const { 0: character, index } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
		const one = foldCharacter(character);
		const kept = one === ' ' && folded.endsWith(' ') ? '' : one;
		for (let unit = 0; unit < kept.length; unit++) at.push(index);
		folded += kept;
	}
	return { text: folded, at: [...at, text.length] };
}

function foldCharacter(character: string): string {
	if (lost.test(character)) return '';
	return character
		.normalize('NFC')
		.replace(space, ' ')
		.replace(quote, "'")
		.replace(doubleQuote, '"')
		.replace(dash, '-');
}
