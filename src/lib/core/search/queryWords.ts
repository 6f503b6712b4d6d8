/**
 * What is known of the words of a query: by the table of the lexicon’s forms, else by the index itself,
 * where a word that the lexicon lacks stands beside its key. Only where no language knows a word are the
 * lexicons asked, which are large: then it may be another form of a word of the library.
 */
import type { Result } from '../result';
import type { Lang } from '../text/article';
import { primaryLang } from '../text/languageTag';
import type { IndexFailure } from './failure';
import { findKeys, wordsLike, type SegmentFiles } from './find';
import { stemKey } from './key';
import { plainForm } from './letters';
import { isMarkedForm, listedForms } from './marks';
import type { Terms } from './terms';
import { isNumber, unknownKey } from './unknownKey';
import { wordKeys, type KnownWord, type WordKeys } from './wordKeys';
import { fileOf, type ListedForm, type WordTable } from './wordTable';

/** Where words are looked up. */
export interface WordSource {
	/**
	 * Returns the forms of the lexicon that have the letters of a word, marks aside; others may be among
	 * them. Null where there is no such table: then the lexicon is asked.
	 */
	readonly formsOf: (lang: Lang, word: string) => Promise<readonly ListedForm[] | null>;
	readonly termsOf: (lang: Lang) => Promise<Terms>;
}

/** Makes a source of tables whose files are read when they are asked for. */
export const sourceOf = (
	tables: readonly WordTable[],
	read: (table: WordTable, nth: number) => Promise<Result<readonly ListedForm[], IndexFailure>>,
	termsOf: WordSource['termsOf']
): WordSource => ({
	async formsOf(lang, word) {
		const table = tables.find((table) => table.lang === primaryLang(lang));
		const forms = table && (await read(table, fileOf(word, table)));
		return forms?.ok ? forms.value : null;
	},
	termsOf
});

/** Returns the keys of words in each language. */
export async function keysOfWords(
	words: readonly string[],
	byLang: ReadonlyMap<Lang, readonly SegmentFiles[]>,
	source: WordSource
): Promise<(lang: Lang, word: string) => WordKeys> {
	const known = new Map<string, WordKeys>();
	const nameOf = (lang: Lang, word: string) => `${lang} ${word}`;
	for (const { word, lang, found } of (
		await Promise.all([...new Set(words)].map((word) => inAllLangs(word, byLang, source)))
	).flat())
		known.set(nameOf(lang, word), wordKeys(word, found));
	return (lang, word) =>
		known.get(nameOf(lang, word)) ?? wordKeys(word, { keys: [], like: new Map() });
}

async function inAllLangs(
	word: string,
	byLang: ReadonlyMap<Lang, readonly SegmentFiles[]>,
	source: WordSource
) {
	const looked = await Promise.all(
		[...byLang].map(async ([lang, segments]) => ({
			lang,
			found: await lookedUp(word, lang, segments, source)
		}))
	);
	const isKnown = looked.some(({ found }) => found.keys !== null || found.like.size > 0);
	return Promise.all(
		looked.map(async ({ lang, found: { keys, like } }) => ({
			...{ word, lang },
			found: { like, keys: keys ?? (await keysOfUnknown(word, lang, isKnown, source)) }
		}))
	);
}

/** A word that another language knows is taken as it stands: what its parts would be here is chance. */
const keysOfUnknown = async (
	word: string,
	lang: Lang,
	isKnown: boolean,
	{ termsOf }: WordSource
): Promise<readonly string[]> =>
	isKnown ? [unknownKey(lang)(word)] : (await termsOf(lang)).wholeKeys(word);

/** Returns what is known of a word; `keys` is null where neither lexicon nor index has it. */
async function lookedUp(
	word: string,
	lang: Lang,
	segments: readonly SegmentFiles[],
	source: WordSource
): Promise<Pick<KnownWord, 'like'> & { readonly keys: KnownWord['keys'] | null }> {
	if (isNumber(word)) return { keys: [stemKey(word)], like: new Map() };
	const listed = new Map(
		(await formsOf(word, lang, source)).map(({ form, keys }) => [form, keys] as const)
	);
	const keys = listed.get(word);
	const indexed = await wordsLike(word, segments, keys ? word : beginningOf(word));
	const like = new Map(
		[...listed].filter(([form]) => form !== word && isMarkedForm(form, word, lang))
	);
	for (const [form, found] of indexed)
		if (form !== word && form !== plainForm(word) && !like.has(form))
			like.set(form, listed.get(form) ?? (await keysOfIndexed(form, found, lang, source)));
	if (keys) return { keys, like };
	const here = indexed.get(word);
	if (here) return { keys: await keysOfIndexed(word, here, lang, source), like };
	const stem = unknownKey(lang)(word);
	const { paragraphs, heads } = await findKeys([stem], segments);
	return { keys: paragraphs.length + heads.length > 0 ? [stem] : null, like };
}

const formsOf = async (
	word: string,
	lang: Lang,
	{ formsOf, termsOf }: WordSource
): Promise<readonly ListedForm[]> =>
	(await formsOf(lang, word)) ?? listedForms(word, await termsOf(lang), lang);

/** The keys of a form that the index has. Where they are in other shards the lexicon tells them. */
const keysOfIndexed = async (
	form: string,
	found: readonly string[],
	lang: Lang,
	{ termsOf }: WordSource
): Promise<readonly string[]> => (found.length > 0 ? found : (await termsOf(lang)).wholeKeys(form));

/** Letters at the end of a word that its lemma may not share, at most: half of a short word. */
const longestEnding = 6;

/** Returns where in the alphabet the lemma of a word begins that the lexicon lacks: of a compound. */
const beginningOf = (word: string): string =>
	word.slice(0, Math.max(Math.ceil(word.length / 2), word.length - longestEnding));
