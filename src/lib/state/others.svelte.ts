import { store } from '$lib/compose';
import type { OwnArticle } from '$lib/core/library/store';
import type { Lang } from '$lib/core/text/article';
import type { Listing } from './listing';

interface Text {
	readonly id: string;
	readonly title: string | undefined;
	readonly lang: Lang;
}

/** The texts that are here whole, any of which may be the translation of another. */
export function others(stored: () => readonly Listing[]) {
	let own = $state.raw<readonly OwnArticle[]>([]);
	const texts = $derived.by((): readonly Text[] => {
		const mine = own.map(({ id, metadata }) => ({
			id,
			title: metadata.title,
			lang: metadata.lang
		}));
		const theirs = stored()
			.filter(({ id, bundled }) => bundled && !mine.some((one) => one.id === id))
			.map(({ id, metadata }) => ({ id, title: metadata.title, lang: metadata.lang }));
		return [...mine, ...theirs];
	});
	return {
		get texts() {
			return texts;
		},
		watch() {
			const ended = new AbortController();
			store().then(
				(opened) => {
					if (ended.signal.aborted) return;
					const end = opened.watchArticles(
						(articles) => (own = articles),
						() => {} // the page itself says what the store does not answer
					);
					ended.signal.addEventListener('abort', end);
				},
				() => {}
			);
			return () => ended.abort();
		}
	};
}
