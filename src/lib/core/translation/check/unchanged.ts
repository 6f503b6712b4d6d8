/**
 * Finds text that a translation leaves unchanged: runs of two words or more, the first with a
 * capital, that are the same on both sides. They are names of works, companies and people;
 * everything in them counts as matched.
 */
const word = /[\p{L}\p{M}\p{N}]+/gu;

/** Blanks the common runs of both texts, keeping their lengths. */
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

interface TextWord {
	readonly text: string;
	readonly start: number;
	/** Equal for Organization and Organisation. */
	readonly key: string;
}

const wordsOf = (text: string): readonly TextWord[] =>
	[...text.matchAll(word)].map(({ 0: found, index }) => ({
		text: found,
		start: index,
		key: found.replace(/z(?=ation|e|ing)/, 's')
	}));

/** Returns the longest run from `at` that is also in `theirs`; none if it begins in lower case. */
function longest(ours: readonly TextWord[], at: number, theirs: readonly TextWord[]) {
	let best = { length: 0, from: 0 };
	if (!/^\p{Lu}/u.test(ours[at]?.text ?? '')) return best;
	for (let from = 0; from < theirs.length; from++) {
		let length = 0;
		while (ours[at + length] && ours[at + length]?.key === theirs[from + length]?.key) length++;
		if (length > best.length) best = { length, from };
	}
	return best;
}

function blank(text: string, words: readonly TextWord[], at: number, length: number): string {
	return words
		.slice(at, at + length)
		.reduce(
			(left, { text: gone, start }) =>
				`${left.slice(0, start)}${'·'.repeat(gone.length)}${left.slice(start + gone.length)}`,
			text
		);
}
