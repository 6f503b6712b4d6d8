import type { OwnArticle } from '$lib/core/library/ownArticle';
import type { OwnBook } from '$lib/core/library/ownBook';
import { isSameBook } from '$lib/core/library/saveBook';
import type { Store } from '$lib/core/library/store';
import type { Article } from '$lib/core/text/article';

/** Returns the id of an article in the reader's library with exactly these paragraphs, or null. */
export async function sameText(
	store: Store,
	about: OwnArticle,
	article: Article
): Promise<string | null> {
	const { articles } = await listed(store);
	for (const other of articles) {
		if (other.paragraphs !== about.paragraphs || other.words !== about.words) continue;
		const kept = await store.article(other.id);
		if (kept.ok && kept.value && sameBlocks(kept.value.article, article)) return other.id;
	}
	return null;
}

const sameBlocks = (one: Article, other: Article): boolean =>
	one.blocks.every((block, i) => block.fingerprint === other.blocks[i]?.fingerprint);

/** Returns a book in the reader’s library with the same contents, or null. */
export async function sameBook(store: Store, about: OwnBook): Promise<OwnBook | null> {
	const { books } = await listed(store);
	return books.find((book) => isSameBook(book, about)) ?? null;
}

interface LibraryList {
	readonly articles: readonly OwnArticle[];
	readonly books: readonly OwnBook[];
}

/** Lists what is in the reader’s library. A store that fails is reported when the text is saved. */
const listed = (store: Store): Promise<LibraryList> =>
	new Promise((resolve) => {
		const end = store.watchArticles(
			(articles, _, books) => {
				queueMicrotask(() => end());
				resolve({ articles, books });
			},
			() => resolve({ articles: [], books: [] })
		);
	});
