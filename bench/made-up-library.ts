/** A library of made-up words: forms of the lexicon, with frequencies by Zipf’s law. */
import { block } from '../src/lib/core/text/block';
import type { StoredArticle } from '../src/lib/core/translation/stored';
import type { Translation } from '../src/lib/core/translation/unit';
import { dictionaryOf } from '../src/lib/core/words/dictionary';
import { random } from './varied';

const paragraphs = 10;
const wordsPerParagraph = 75;

/** Returns articles of 1,500 words, half Swedish, half English; the same at every run. */
export async function madeUpLibrary(articles: number): Promise<readonly StoredArticle[]> {
	const [sv, en] = await Promise.all([wordsOf('sv', 'en'), wordsOf('en', 'sv')]);
	const next = random(1);
	const paragraph = (words: readonly string[]): string =>
		Array.from({ length: wordsPerParagraph }, () => {
			// Zipf: the rank of a word is the number of words to the power of a random share.
			const rank = Math.floor(words.length ** next()) - 1;
			return words[rank] ?? '';
		}).join(' ');
	return Array.from({ length: articles }, (_, nth) => {
		const id = `text-${nth}`;
		const blocks = Array.from({ length: paragraphs }, () =>
			block({ kind: 'paragraph' }, paragraph(sv))
		);
		const metadata = { lang: 'sv', title: `Text ${nth}`, authors: [`Ada ${nth % 50}`] };
		const by = { origin: 'ai', name: 'Draft', date: '2026-11-01' } as const;
		const translation: Translation = {
			article: id,
			original: metadata,
			translated: { lang: 'en', title: `Text ${nth}` },
			units: blocks.map(({ fingerprint }) => ({
				...{ kind: 'paragraph' as const, source: [fingerprint], text: [paragraph(en)] },
				...{ by, review: null }
			}))
		};
		const original = { ...metadata, blocks };
		return { id, metadata, original, translations: [translation] };
	});
}

/** Returns the forms of the lexicon, shuffled. */
export async function wordsOf(from: string, to: string): Promise<readonly string[]> {
	const vocabulary = (await dictionaryOf(from, to))?.vocabulary;
	const entries = vocabulary?.lexicon.entries ?? [];
	const forms = entries.flatMap((entry) => [entry.head, ...(vocabulary?.otherForms(entry) ?? [])]);
	const next = random(2);
	return [...new Set(forms.filter((form) => !form.includes(' ')))]
		.map((form) => ({ form, order: next() }))
		.toSorted((a, b) => a.order - b.order)
		.map(({ form }) => form);
}
