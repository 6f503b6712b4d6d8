/**
 * Repairs UTF-8 that was read in another encoding and saved again: `Ã¥` is `å`. The bytes of a
 * character of UTF-8 are so particular that few texts have them by chance.
 */
import { byteOf, codePageNames, type CodePageName } from './codePage';

export interface Repair {
	readonly text: string;
	/** Number of characters repaired. */
	readonly repaired: number;
	/** Number of other characters beyond ASCII. */
	readonly others: number;
}

/** What the first byte of a letter with an accent, or of a quotation mark, becomes. */
const leads: Readonly<Record<CodePageName, RegExp>> = {
	'windows-1252': /[ÂÃâ]/,
	cp850: /[├┬Ô]/,
	macintosh: /[√¬‚]/
};

/**
 * Characters of Swedish and English text: letters with accents, marks, signs. Those below U+00A0 are
 * bytes of a character that was read wrongly twice.
 */
const plausible = /^[\u0080-\u017f\u02dc\u2010-\u2044\u20ac\u2122\u2212]$/;

/** Most times that a text is read wrongly again. */
const maxRounds = 3;

/** Repairs a text as often as needed; null if it has nothing to repair. */
export function repairMojibake(text: string): Repair | null {
	let found: Repair | null = null;
	for (let round = 0; round < maxRounds; round++) {
		const next = bestRepair(found?.text ?? text);
		if (!next) return found;
		found = next;
	}
	return found;
}

function bestRepair(text: string): Repair | null {
	let best: Repair | null = null;
	for (const name of codePageNames) {
		if (!leads[name].test(text)) continue;
		const repair = repairFrom(text, name);
		if (repair.repaired > (best?.repaired ?? 0)) best = repair;
	}
	return best;
}

const beyondAscii = /[\u0080-\uffff]+/g;

function repairFrom(text: string, name: CodePageName): Repair {
	let [repaired, others] = [0, 0];
	const repairedText = text.replace(beyondAscii, (run) => {
		const out: string[] = [];
		for (let i = 0; i < run.length;) {
			const found = sequenceAt(run, i, name);
			if (found) repaired++;
			else others++;
			out.push(found?.char ?? run[i] ?? '');
			i += found?.length ?? 1;
		}
		return out.join('');
	});
	return { text: repairedText, repaired, others };
}

/** Returns the character whose bytes in UTF-8 stand here, read in this encoding. */
function sequenceAt(
	run: string,
	at: number,
	name: CodePageName
): { char: string; length: number } | null {
	const lead = byteOf(name, run[at] ?? '') ?? 0;
	const length = lead < 0xc2 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 1;
	if (length === 1 || at + length > run.length) return null;
	let code = lead & (length === 2 ? 0x1f : 0x0f);
	for (let k = 1; k < length; k++) {
		const byte = byteOf(name, run[at + k] ?? '') ?? 0;
		if ((byte & 0xc0) !== 0x80) return null;
		code = (code << 6) | (byte & 0x3f);
	}
	const char = String.fromCharCode(code);
	return plausible.test(char) ? { char, length } : null;
}
