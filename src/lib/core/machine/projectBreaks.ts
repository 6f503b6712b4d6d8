/**
 * Breaks a translated sentence over as many lines as its original: at its spaces, each break as far
 * into the sentence as in the original, and rather after a comma.
 *
 * Laws (`projectBreaks.test.ts`): only spaces become breaks; a copy of the original without its
 * breaks gets them back.
 */
import { oneLine } from '../text/line';

/** How many characters farther away, at most, a break after a punctuation mark is preferred. */
const reach = 10;

/** How many characters around the wanted place are searched for the best space. */
const searched = 60;

/** @param original plain text, with `\n` for a line break */
export function projectBreaks(original: string, translation: string): string {
	const said = translation.includes('\n') ? oneLine(translation) : translation;
	if (!original.includes('\n')) return said;
	if (said === original.replaceAll('\n', ' ')) return original;
	const lines: string[] = [];
	let from = 0;
	for (const { index } of original.matchAll(/\n/g)) {
		const at = spaceNear(said, (index / original.length) * said.length, from);
		if (at === null) break;
		lines.push(said.slice(from, at));
		from = at + 1;
	}
	return [...lines, said.slice(from)].join('\n');
}

/** Returns the best space from `from` on; null if there is none. */
function spaceNear(text: string, wanted: number, from: number): number | null {
	let best: number | null = null;
	let least = Infinity;
	const start = Math.max(from, Math.floor(wanted) - searched);
	for (let at = text.indexOf(' ', start); at >= 0; at = text.indexOf(' ', at + 1)) {
		if (best !== null && at > wanted + searched) break;
		const cost = Math.abs(at - wanted) - (/[,;:.!?–—]/.test(text.charAt(at - 1)) ? reach : 0);
		if (cost < least) [best, least] = [at, cost];
	}
	return best;
}
