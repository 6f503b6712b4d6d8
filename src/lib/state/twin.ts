import type { OwnArticle, Store } from '$lib/core/library/store';
import type { Article } from '$lib/core/text/article';

/** The id of an article in the reader's library that holds just these paragraphs, or null. */
export async function sameText(
	store: Store,
	about: OwnArticle,
	article: Article
): Promise<string | null> {
	for (const other of await ownArticles(store)) {
		if (other.paragraphs !== about.paragraphs || other.words !== about.words) continue;
		const kept = await store.article(other.id);
		if (kept.ok && kept.value && sameBlocks(kept.value.article, article)) return other.id;
	}
	return null;
}

const sameBlocks = (one: Article, other: Article): boolean =>
	one.blocks.every((block, i) => block.fingerprint === other.blocks[i]?.fingerprint);

/** The list as it is now. A store that does not answer is heard of when the text is added. */
function ownArticles(store: Store): Promise<readonly OwnArticle[]> {
	return new Promise((resolve) => {
		const end = store.watchArticles(
			(articles) => {
				queueMicrotask(() => end());
				resolve(articles);
			},
			() => resolve([])
		);
	});
}
