/** A library of some texts with its index, for tests of the search. */
import { block } from '../text/block';
import type { Translation } from '../translation/unit';
import { dictionaryOf } from '../words/dictionary';
import { inMemory, type SegmentFiles } from './find';
import { grouped } from './grouped';
import { search } from './hits';
import { listedForms } from './marks';
import { parseQuery } from './query';
import type { WordSource } from './queryWords';
import { resultsOf, type Result } from './results';
import { segmentOf, textKey } from './segment';
import { Terms } from './terms';
import { columnsOf, libraryText, type LibraryText } from './textRows';

const terms = {
	sv: new Terms('sv', await dictionaryOf('sv', 'en')),
	en: new Terms('en', await dictionaryOf('en', 'sv'))
};
export const termsOf = (lang: string): Promise<Terms> =>
	Promise.resolve(lang === 'sv' ? terms.sv : lang === 'en' ? terms.en : new Terms(lang, null));

/** The lexicon as the table of its forms has it. */
export const source: WordSource = {
	formsOf: async (lang, word) => listedForms(word, await termsOf(lang), lang),
	termsOf
};

export interface SomeText {
	readonly id: string;
	readonly title?: string;
	readonly authors?: readonly string[];
	/** Paragraphs, each with its translation and a note to that. */
	readonly rows: readonly (readonly [string, string?, string?])[];
}

export function textOf({ id, title = '', authors = [], rows }: SomeText): LibraryText {
	const metadata = { lang: 'sv', title, authors };
	const blocks = rows.map(([text]) => block({ kind: 'paragraph' }, text));
	const translation: Translation = {
		article: id,
		original: metadata,
		translated: { lang: 'en', title: title && `${title} in English` },
		units: rows.flatMap(([, text, note], at) => {
			const source = blocks[at]?.fingerprint;
			if (text === undefined || !source) return [];
			const by = { origin: 'ai', name: 'Draft', date: '2026-11-01' } as const;
			const unit = { kind: 'paragraph' as const, source: [source], text: [text], by, review: null };
			return [note === undefined ? unit : { ...unit, note }];
		})
	};
	return libraryText({
		...{ key: textKey('read', id), metadata, original: { ...metadata, blocks } },
		...{ translations: [translation], words: [], reviews: [], device: [] }
	});
}

/** Makes an index, of one segment a language or of one for each text. */
export async function indexOf(
	texts: readonly LibraryText[],
	isCut = false
): Promise<readonly SegmentFiles[]> {
	const columns = texts.flatMap(columnsOf);
	const groups = grouped(columns, ({ lang, column }) => `${lang} ${isCut ? column.text : ''}`);
	return Promise.all(
		[...groups.values()].map(async (group) => {
			const lang = group[0]?.lang ?? '';
			return inMemory(segmentOf(lang, '1', group, await termsOf(lang)));
		})
	);
}

/** Searches texts. Results come in one list, best first. */
export async function searched(typed: string, some: readonly SomeText[]) {
	const texts = some.map(textOf);
	const query = parseQuery(typed);
	const found = await search(query, await indexOf(texts), source);
	const read = (key: string) => Promise.resolve(texts.find((text) => text.key === key) ?? null);
	const shown = await resultsOf(found.hits, query, { texts: Infinity, read });
	return { ...found, results: shown.texts.flatMap(({ results }) => results) };
}

/** Returns what is lit in a result. */
export const lit = ({ text, matches }: Result): readonly string[] =>
	matches.map(({ from, to }) => text.slice(from, to));
