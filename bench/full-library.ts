/**
 * The backup of a reader who has read for years: many texts of made-up words, some of them with a
 * person’s translation, and paragraphs corrected here and there. The same at every run.
 */
import type { OwnWords } from '../src/lib/core/library/store';
import { novel } from './novel';
import { backupText, changedAt, keptArticle } from './own-novel';
import { translationOf } from './translated-novel';

export interface LibrarySize {
	readonly texts: number;
	readonly translations: number;
	readonly edits: number;
}

export const years: LibrarySize = { texts: 300, translations: 20, edits: 3000 };
export const decades: LibrarySize = { ...years, texts: 3000 };

const blocksPerText = 77;

/** Returns the text of the backup. */
export function fullLibrary({ texts, translations, edits }: LibrarySize): string {
	const articles = Array.from({ length: texts }, (_, nth) => {
		const article = { ...novel(blocksPerText, nth), title: `Den långa vintern, del ${nth + 1}` };
		return keptArticle(`vintern-${nth}`, article);
	});
	return backupText({
		articles,
		translations: articles
			.slice(0, translations)
			.map(({ about, article }) => translationOf(article, `winter-${about.id}`, about.id)),
		words: Array.from({ length: edits }, (_, nth): OwnWords => {
			const { about, article } = articles[nth % texts] ?? never();
			const source = article.blocks[Math.floor(nth / texts) % blocksPerText] ?? never();
			return {
				article: about.id,
				source: [source.fingerprint],
				lang: 'en',
				text: [`Said in other words, for the ${nth + 1}th time.`],
				name: 'Ada',
				from: null,
				changedAt
			};
		})
	});
}

function never(): never {
	throw new RangeError('a library without texts');
}
