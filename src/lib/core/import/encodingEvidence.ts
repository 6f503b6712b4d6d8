/**
 * Tells encodings of one byte a character apart, by where their letters and marks stand in Swedish
 * and English text: `å` within a word, a quotation mark at its edge, no `†` or `Œ` in either.
 */
import { charOf, codePageNames, type CodePageName } from './codePage';

/** Number of bytes beyond ASCII that are examined. More do not change the result. */
const maxExamined = 20_000;

export interface CodePageScore {
	readonly name: CodePageName;
	/** Mean of what its characters say, from -3 to 2. */
	readonly score: number;
}

/** Returns the encodings, the likeliest first. */
export function rankCodePages(bytes: Uint8Array): readonly CodePageScore[] {
	const sums = codePageNames.map(() => 0);
	let examined = 0;
	for (let i = 0; i < bytes.length && examined < maxExamined; i++) {
		const byte = bytes[i] ?? 0;
		if (byte < 0x80) continue;
		examined++;
		codePageNames.forEach((name, k) => {
			const at = (place: number) => charOf(name, bytes[place] ?? 0x20);
			sums[k] = (sums[k] ?? 0) + weigh(at(i - 1), charOf(name, byte), at(i + 1));
		});
	}
	return codePageNames
		.map((name, k) => ({ name, score: (sums[k] ?? 0) / Math.max(1, examined) }))
		.sort((a, b) => b.score - a.score);
}

const isLetter = (char: string): boolean => /\p{L}/u.test(char);

/** Says how well a character suits its neighbours. */
function weigh(before: string, char: string, after: string): number {
	const [left, right] = [isLetter(before), isLetter(after)];
	if (/[åäö]/.test(char)) return left || right ? 2 : 1;
	if (/[éèüáàæøñçêëïóôíâîú]/.test(char)) return left || right ? 0.5 : -1;
	if (/[ÅÄÖÉÆØÜ]/.test(char)) return weighCapital(before, after);
	if (isLetter(char)) return -1.5;
	if (char === '’') return left ? 1.5 : 0.5;
	if (/[“”„»«‘‚]/.test(char)) return left && right ? -2 : /\s/.test(before + after) ? 1 : 0;
	if (/[–—…]/.test(char)) return left && right ? -0.5 : 1;
	if (/[\u00a0§©°£€·•½´]/.test(char)) return left && right ? -2 : 0.3;
	return left || right ? -3 : -1.5;
}

function weighCapital(before: string, after: string): number {
	if (/\p{Ll}/u.test(before)) return -2.5;
	return isLetter(after) || /\p{Lu}/u.test(before) ? 1.5 : 0;
}
