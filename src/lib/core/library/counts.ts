import type { Dump } from './store';
import type { Counts } from './mergeReport';

export const counts = ({
	articles,
	words,
	reviews,
	translations,
	places,
	highlights,
	savedWords,
	books
}: Dump): Counts => ({
	articles: articles.filter(({ about }) => about.book === undefined).length,
	books: books.filter(({ deleted }) => !deleted).length,
	words: words.filter(({ deleted }) => !deleted).length,
	reviews: reviews.filter(({ deleted }) => !deleted).length,
	translations: translations.filter(({ deleted }) => !deleted).length,
	places: places.length,
	highlights: highlights.filter(({ deleted }) => !deleted).length,
	savedWords: savedWords.filter(({ deleted }) => !deleted).length
});
