/** Which saved words are shown, and in which order. */
import { folded, type SavedState, type SavedWord } from '$lib/core/words/savedWord';

export const wordSorts = ['recent', 'oldest', 'alphabet', 'text'] as const;
type WordSort = (typeof wordSorts)[number];

export interface WordArrangement {
	readonly query: string;
	/** The id of a text; `none` for words without one, null for all. */
	readonly text: string | null;
	readonly state: SavedState | null;
	readonly sort: WordSort;
}

export const noText = 'none';

export const allWordsRecent: WordArrangement = {
	query: '',
	text: null,
	state: null,
	sort: 'recent'
};

/** Returns words, given the oldest first, as the reader asked for them. */
export function arrangedWords(
	words: readonly SavedWord[],
	{ query, text, state, sort }: WordArrangement,
	ui: string
): readonly SavedWord[] {
	const wanted = folded(query.trim());
	const shown = words.filter(
		(word) =>
			(state === null || word.state === state) &&
			(text === null || (word.context?.source.article ?? noText) === text) &&
			(wanted === '' || searched(word).some((part) => folded(part).includes(wanted)))
	);
	return sorted(shown, sort, ui);
}

const searched = ({ lemma, form, meaning, note, context }: SavedWord): readonly string[] => [
	lemma,
	form,
	meaning,
	note,
	context?.sentence.text ?? '',
	context?.counterpart?.text ?? ''
];

function sorted(words: readonly SavedWord[], sort: WordSort, ui: string): readonly SavedWord[] {
	switch (sort) {
		case 'oldest':
			return words;
		case 'recent':
			return words.toReversed();
		case 'alphabet': {
			const { compare } = new Intl.Collator(ui);
			return words.toSorted((a, b) => compare(a.lemma, b.lemma));
		}
		case 'text': {
			const { compare } = new Intl.Collator(ui);
			return words.toSorted((a, b) => compare(titleOf(a), titleOf(b)));
		}
	}
}

const titleOf = ({ context }: SavedWord): string => context?.source.title ?? '';

export interface WordText {
	readonly id: string;
	readonly title: string;
	readonly count: number;
}

/** Returns the texts that words come from, the most words first; those without one as `noText`. */
export function textsOf(words: readonly SavedWord[]): readonly WordText[] {
	const groups = new Map<string, SavedWord[]>();
	for (const word of words) {
		const id = word.context?.source.article ?? noText;
		const group = groups.get(id) ?? [];
		groups.set(id, group);
		group.push(word);
	}
	return [...groups]
		.map(([id, group]) => ({
			id,
			title: group.at(-1)?.context?.source.title ?? '',
			count: group.length
		}))
		.toSorted((a, b) => b.count - a.count);
}
