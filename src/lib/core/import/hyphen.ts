/** Joins the parts of a paragraph that was broken over lines or pages. */
import { startsLower } from './ending';
import type { PieceEvidence } from './piece';

export interface Hyphens extends Pick<PieceEvidence, 'spelt'> {
	/** A typesetter, who hyphenates, broke the file's lines. */
	readonly typeset: boolean;
}

/**
 * Words after a hyphen that replaces a later part of a word and is no break: `väster- och
 * österut`.
 */
const suspended =
	/^(?:och|eller|samt|men|som|respektive|resp|till|plus|and|or|to|nor|but|as)(?!\p{L})/u;

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
	/** The hyphen at the end belongs to the break and is removed. */
	readonly cut: boolean;
	readonly glue: '' | ' ';
}

function seam(above: string, below: string, hyphens: Hyphens): Seam {
	const end = above.slice(-reach);
	if (isCutAddress(above.slice(-400))) return { cut: false, glue: '' };
	if (/\S\u00ad$/.test(end)) return { cut: true, glue: '' };
	const word = brokenWord(above, below);
	if (word) return { cut: isBreaksHyphen(word, hyphens), glue: '' };
	return { cut: false, glue: isCompound(end, below) || isUnspacedDash(end, below) ? '' : ' ' };
}

/** Number of characters examined on either side of a break, in UTF-16 units. */
const reach = 60;

interface BrokenWord {
	/** The left part, with its hyphen. */
	readonly left: string;
	readonly right: string;
}

/** Returns the word that a break after a hyphen divides; null if the hyphen ends a word. */
function brokenWord(above: string, below: string): BrokenWord | null {
	const left = /(?<![\p{L}\p{N}])\p{L}{2,}[-‐]$/u.exec(above.slice(-reach))?.[0];
	const right = /^\p{L}+/u.exec(below.slice(0, reach))?.[0];
	return left && right && !suspended.test(below) ? { left, right } : null;
}

/**
 * Returns whether a hyphen at a line's end joins two parts of a compound: `1700-talet`, `TV4-nytt`,
 * `e-post`, `f.d.-listan`. No typesetter breaks a word after one letter or after a figure.
 */
const isCompound = (end: string, below: string): boolean =>
	/[^\s\p{Pd}][-‐]$/u.test(end) && /^[\p{L}\p{N}]/u.test(below) && !suspended.test(below);

/**
 * Returns whether a dash without spaces ends the line: `he said--and went`, `1914–1918`. A capital may
 * begin the next line of a poem.
 */
const isUnspacedDash = (end: string, below: string): boolean =>
	(/(?:[^\s-]--|\S—)$/.test(end) && startsLower(below)) ||
	(/\d[–—]$/.test(end) && /^\d/.test(below));

/**
 * Returns whether a hyphen was added at the break: the spelling in the rest of the text decides. A
 * part with capitals within (`EU`, `iPhone`) is an abbreviation or a name, which keeps its hyphen.
 */
function isBreaksHyphen({ left, right }: BrokenWord, { spelt, typeset }: Hyphens): boolean {
	const stem = left.slice(0, -1).toLowerCase();
	const whole = spelt.has(stem + right.toLowerCase());
	if (spelt.has(`${stem}-${right.toLowerCase()}`)) return false;
	if (/.\p{Lu}/u.test(left)) return whole;
	if (!startsLower(right) || areNations(stem, right) || hyphenated.test(stem)) return false;
	return typeset || whole;
}

/** First parts of English words that are always written with a hyphen. */
const hyphenated = /^(?:self|well)$/;

/** Beginnings of adjectives of nations, which keep the hyphen between them: `svensk-engelsk`. */
const nation =
	/^(?:svensk|engelsk|tysk|fransk|norsk|dansk|finsk|rysk|polsk|spansk|grekisk|turkisk|kinesisk|japansk|amerikansk|brittisk|italiensk|ungersk|österrikisk|judisk|arabisk|latinsk|anglo|franco|sino|indo|afro|swedish|english|german|french)/;

const areNations = (stem: string, right: string): boolean =>
	nation.test(stem) && nation.test(right);

/**
 * Least share of a typesetter’s lines that end in a hyphen. With fewer, the hyphens are the
 * words’ own.
 */
const minHyphens = 0.02;

/**
 * The same share if none of the words recurs: more than the hyphens of compounds at line ends,
 * which occur in about one line in a hundred.
 */
const unproven = 0.05;
const minUnproven = 3;

/**
 * Returns whether hyphens were added at line ends: they are not rare, and more of the broken
 * words are spelt elsewhere without them than with them.
 */
export function isTypeset(
	lines: readonly string[],
	{ spelt }: Pick<PieceEvidence, 'spelt'>
): boolean {
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

/** Returns whether a break cuts an address in angle brackets: it is joined without a space. */
const isCutAddress = (end: string): boolean => /<https?:\/\/[^\s<>]*$/.test(end);
