/** Joins the parts of a paragraph that was broken over lines or pages. */
import { startsLower } from './ending';
import type { Evidence } from './piece';

export type Hyphens = Pick<Evidence, 'words' | 'hyphenated'>;

/** `väster- och österut`: a hyphen that stands for a word to come, not a broken one. */
const suspended = /^(?:och|eller|samt|men|respektive|till|and|or|to|nor|but)(?!\p{L})/u;

/** `paged`: broken by a page’s end, where a typesetter’s hyphen is likelier than the word’s own. */
export function joinText(parts: readonly string[], hyphens: Hyphens, paged: boolean): string {
	const [first = '', ...rest] = parts;
	const joined = [first];
	let above = first;
	for (const below of rest) {
		const { cut, glue } = seam(above, below, hyphens, paged);
		if (cut) joined.push((joined.pop() ?? '').slice(0, -1));
		joined.push(glue, below);
		above = below;
	}
	return joined.join('');
}

interface Seam {
	/** The hyphen at the end is the break’s and goes. */
	readonly cut: boolean;
	readonly glue: '' | ' ';
}

function seam(above: string, below: string, hyphens: Hyphens, paged: boolean): Seam {
	if (isCutAddress(above.slice(-400))) return { cut: false, glue: '' };
	const left = /\p{L}+[-\u00ad‐]$/u.exec(above.slice(-60))?.[0];
	if (!left || suspended.test(below) || !/^\p{L}/u.test(below)) return { cut: false, glue: ' ' };
	if (!startsLower(below)) return { cut: false, glue: '' };
	const right = /^\p{L}+/u.exec(below.slice(0, 60))?.[0] ?? '';
	return { cut: isBreaksHyphen(left, right, hyphens, paged), glue: '' };
}

/** Whether a hyphen is the break’s own: what the rest of the text does with the word decides. */
function isBreaksHyphen(left: string, right: string, hyphens: Hyphens, paged: boolean): boolean {
	if (left.endsWith('\u00ad')) return true;
	const stem = left.slice(0, -1).toLowerCase();
	if (hyphens.hyphenated.has(`${stem}-${right}`)) return false;
	return paged || hyphens.words.has(stem + right);
}

/** An address in angle brackets that a break has cut: no space belongs in it. */
const isCutAddress = (end: string): boolean => /<https?:\/\/[^\s<>]*$/.test(end);
