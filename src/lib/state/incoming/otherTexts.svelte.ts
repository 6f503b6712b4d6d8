import { store } from '$lib/compose/store';
import type { ArticlePlace } from '$lib/core/library/articlePlace';
import { chapterNumber } from '$lib/core/library/chapterNumber';
import { withBooks, type TextOfBook } from '$lib/core/library/withBooks';
import type { Lang } from '$lib/core/text/article';
import type { Listing } from '../library/listing';

export interface OtherText {
	readonly id: string;
	readonly place: ArticlePlace;
	readonly title: string | undefined;
	readonly lang: Lang;
}

/**
 * Returns the stored texts and the reader’s own that have their blocks: any of them may be the
 * translation of another.
 */
export function otherTexts(stored: () => readonly Listing[]) {
	let own = $state.raw<readonly TextOfBook[]>([]);
	const texts = $derived.by((): readonly OtherText[] => {
		const isCopied = (id: string) => own.some(({ about }) => about.recognised && about.id === id);
		const mine = own.map((text) => ({
			...{ id: text.about.id, place: 'own' as const },
			title: titleOf(text),
			lang: text.about.metadata.lang
		}));
		const theirs = stored()
			.filter(({ id, bundled }) => bundled && !isCopied(id))
			.map(({ id, metadata }) => ({
				...{ id, place: 'read' as const },
				title: metadata.title,
				lang: metadata.lang
			}));
		return [...mine, ...theirs];
	});
	return {
		get texts() {
			return texts;
		},
		/** Returns the id of the book that a text of the reader’s own is a chapter of. */
		bookOf: (id: string) => own.find(({ about }) => about.id === id)?.about.book?.id ?? null,
		watch() {
			const ended = new AbortController();
			store().then(
				(opened) => {
					if (ended.signal.aborted) return;
					const end = opened.watchArticles(
						(articles, _, books) => (own = withBooks(articles, books)),
						() => {} // the page itself reports a store that fails
					);
					ended.signal.addEventListener('abort', end);
				},
				() => {}
			);
			return () => ended.abort();
		}
	};
}

/** Returns a text’s title; that of a chapter after its book’s, or its number where it has none. */
function titleOf({ about: { metadata, book: of }, book }: TextOfBook): string | undefined {
	if (!book || !of) return metadata.title;
	const work = book.metadata.title;
	const number = chapterNumber(book.chapters, of.chapter);
	return [work, metadata.title ?? number].filter((part) => part).join(': ');
}
