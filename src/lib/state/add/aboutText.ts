import type { OwnArticle } from '$lib/core/library/ownArticle';
import type { Article } from '$lib/core/text/article';
import { wordsOfBlocks } from '$lib/core/text/wordsOfBlocks';

/** Makes the record of a text that is added now. */
export function aboutText(
	id: string,
	{ blocks, ...metadata }: Article,
	recognised: boolean,
	now: string
): OwnArticle {
	const about = { id, metadata, recognised, paragraphs: blocks.length };
	return { ...about, words: wordsOfBlocks(blocks), addedAt: now, changedAt: now };
}
