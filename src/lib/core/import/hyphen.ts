/** Joins the parts of a paragraph that was broken over lines or pages. */
import { startsLower } from './ending';
import type { Evidence } from './piece';

export interface Hyphens extends Pick<Evidence, 'spelt'> {
	/** The file's lines were broken by a typesetter, who hyphenates. */
	readonly typeset: boolean;
}

/** `väster- och österut`: a hyphen that stands for a word to come, not a broken one. */
const suspended = /^(?:och|eller|samt|men|respektive|till|and|or|to|nor|but)(?!\p{L})/u;

export function joinText(parts: readonly string[], hyphens: Hyphens): string {
	const [first = '', ...rest] = parts;
	const joined = [first];
	let above = first;
	for (const below of rest) {
		const { cut, glue } = seam(above, below, hyphens);
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

function seam(above: string, below: string, hyphens: Hyphens): Seam {
	if (isCutAddress(above.slice(-400))) return { cut: false, glue: '' };
	const word = brokenWord(above, below);
	if (!word) return { cut: false, glue: ' ' };
	return { cut: isBreaksHyphen(word, hyphens), glue: '' };
}

interface BrokenWord {
	/** With its hyphen. */
	readonly left: string;
	readonly right: string;
}

/** The word that a break after a hyphen stands in; null where the hyphen ends a word. */
function brokenWord(above: string, below: string): BrokenWord | null {
	const left = /\p{L}+[-\u00ad‐]$/u.exec(above.slice(-60))?.[0];
	const right = /^\p{L}+/u.exec(below.slice(0, 60))?.[0];
	return left && right && !suspended.test(below) ? { left, right } : null;
}

/** Whether a hyphen is the break’s own: how the rest of the text spells the word decides. */
function isBreaksHyphen({ left, right }: BrokenWord, { spelt, typeset }: Hyphens): boolean {
	if (left.endsWith('\u00ad')) return true;
	if (!startsLower(right)) return false;
	const stem = left.slice(0, -1).toLowerCase();
	if (spelt.has(`${stem}-${right}`)) return false;
	return typeset || spelt.has(stem + right);
}

/** So large a part of a typesetter’s lines end in a hyphen, at least. */
const minHyphens = 0.02;

/**
 * Where no word of them comes again: more than the hyphens of compounds that a line ends at, which
 * are about one line in a hundred.
 */
const unproven = 0.05;
const minUnproven = 3;

/**
 * Whether line ends have hyphens of their own: they are not rare, and more of the words that they
 * break are spelt without them elsewhere than with them.
 */
export function isTypeset(lines: readonly string[], { spelt }: Pick<Evidence, 'spelt'>): boolean {
	const broken = lines.slice(1).flatMap((below, i) => brokenWord(lines[i] ?? '', below) ?? []);
	const whole = (glue: string) =>
		broken.filter(({ left, right }) => spelt.has(left.slice(0, -1).toLowerCase() + glue + right));
	const [joined, kept] = [whole('').length, whole('-').length];
	if (joined + kept === 0) {
		const lower = broken.filter(({ right }) => startsLower(right)).length;
		return lower >= minUnproven && lower >= lines.length * unproven;
	}
	return broken.length >= lines.length * minHyphens && joined > kept;
}

/** An address in angle brackets that a break has cut: no space belongs in it. */
const isCutAddress = (end: string): boolean => /<https?:\/\/[^\s<>]*$/.test(end);
