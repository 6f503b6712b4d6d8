/**
 * What a translation leaves as it is: runs of two words or more, the first with a capital, that
 * stand alike on both sides. Names of works, companies and people; whatever they hold is answered.
 */
const word = /[\p{L}\p{M}\p{N}]+/gu;

/** Texts with their common runs blanked: as long as they were. */
export function withoutKept(
	original: string,
	translation: string
): readonly [original: string, translation: string] {
	const [ours, theirs] = [wordsOf(original), wordsOf(translation)];
	let [left, right] = [original, translation];
	for (let at = 0; at < ours.length; at++) {
		const { length, from } = longest(ours, at, theirs);
		if (length < 2) continue;
		left = blank(left, ours, at, length);
		right = blank(right, theirs, from, length);
		at += length - 1;
	}
	return [left, right];
}

interface Word {
	readonly text: string;
	readonly start: number;
	/** One for Organization and Organisation. */
	readonly key: string;
}

const wordsOf = (text: string): readonly Word[] =>
	[...text.matchAll(word)].map(({ 0: found, index }) => ({
		text: found,
		start: index,
		key: found.replace(/z(?=ation|e|ing)/, 's')
	}));

/** The longest run from `at` that stands in `theirs` too; none where it begins in lower case. */
function longest(ours: readonly Word[], at: number, theirs: readonly Word[]) {
	let best = { length: 0, from: 0 };
	if (!/^\p{Lu}/u.test(ours[at]?.text ?? '')) return best;
	for (let from = 0; from < theirs.length; from++) {
		let length = 0;
		while (ours[at + length] && ours[at + length]?.key === theirs[from + length]?.key) length++;
		if (length > best.length) best = { length, from };
	}
	return best;
}

function blank(text: string, words: readonly Word[], at: number, length: number): string {
	return words
		.slice(at, at + length)
		.reduce(
			(left, { text: gone, start }) =>
				`${left.slice(0, start)}${'·'.repeat(gone.length)}${left.slice(start + gone.length)}`,
			text
		);
}
