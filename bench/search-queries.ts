/** Queries of several kinds, chosen by how often the words of a library occur in it. */
import { termsOf } from '../src/lib/core/search/terms';
import type { ColumnTexts } from '../src/lib/core/search/segment';
import { columnsOf, type LibraryText } from '../src/lib/core/search/textRows';

export interface AskedQuery {
	readonly kind: string;
	readonly lang: string;
	readonly typed: string;
}

/** Ranks of words by their frequency: the fiftieth word is common, the three-hundredth is not. */
const [common, middling, uncommon] = [50, 150, 300];

/** Letters of a word that is looked for, at least. */
const shortest = 4;

export async function queriesFor(texts: readonly LibraryText[]): Promise<readonly AskedQuery[]> {
	const columns = texts.flatMap(columnsOf);
	const of = (lang: string) => columns.filter((column) => column.lang === lang);
	const [sv, en] = [of('sv'), of('en')];
	const [swedish, english] = [byFrequency(sv), byFrequency(en)];
	const rank = (words: readonly string[], nth: number): string =>
		words[Math.min(nth, words.length - 1)] ?? '';
	return [
		{ kind: 'a rare word', lang: 'sv', typed: swedish.at(-1) ?? '' },
		{ kind: 'a common word', lang: 'en', typed: rank(english, common) },
		{
			kind: 'two words',
			lang: 'sv',
			typed: `${rank(swedish, middling)} ${rank(swedish, middling + 1)}`
		},
		{ kind: 'a phrase', lang: 'en', typed: `"${neighbours(en, english.slice(uncommon))}"` },
		{ kind: 'an inflected word', lang: 'sv', typed: await lemmaOf(swedish.slice(uncommon)) }
	];
}

const wordsIn = (text: string): readonly string[] =>
	(text.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => word.length >= shortest);

function byFrequency(columns: readonly ColumnTexts[]): readonly string[] {
	const counts = new Map<string, number>();
	for (const { paragraphs } of columns)
		for (const word of paragraphs.flatMap(wordsIn)) counts.set(word, (counts.get(word) ?? 0) + 1);
	return [...counts].toSorted(([, a], [, b]) => b - a).map(([word]) => word);
}

/** Returns the first of these words that another follows at once, with that word. */
function neighbours(columns: readonly ColumnTexts[], words: readonly string[]): string {
	for (const word of words) {
		const pair = new RegExp(`(?<![\\p{L}-])${word} \\p{L}+(?![\\p{L}'’-])`, 'iu');
		for (const { paragraphs } of columns)
			for (const paragraph of paragraphs) {
				const [found] = pair.exec(paragraph) ?? [];
				if (found !== undefined) return found;
			}
	}
	throw new Error('no word of the library is followed by another');
}

/** Returns the lemma of the first word that is another form of its lemma. */
async function lemmaOf(words: readonly string[]): Promise<string> {
	const terms = await termsOf('sv');
	for (const word of words) {
		const lemma = terms.lists(word) ? terms.wholeKeys(word)[0]?.slice(1) : undefined;
		if (lemma !== undefined && lemma !== word && !lemma.includes(' ')) return lemma;
	}
	throw new Error('no word of the library is inflected');
}
