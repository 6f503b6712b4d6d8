/** The environment of exchanging translations with a translator’s tool, loaded by that page only. */
import type { ArticlePlace } from '$lib/core/library/articlePlace';
import type { LanguagePair } from '$lib/core/machine/engine';
import type { Block } from '$lib/core/text/article';
import type { SeenArticle } from '$lib/core/translation/corrected';
import type { Format } from '$lib/core/translation/exchange/exchange';
import type { Unit } from '$lib/core/translation/unit';
import { inFileWorker } from './files';
import { machineUnits } from './machineUnits';
import { loadStoredArticle, store } from './store';

/** `place`: which text an id means; the site is asked for its own alone. */
export const correctingEnvironment = (place: (id: string) => ArticlePlace) => ({
	store,
	place,
	stored: async (id: string) => (place(id) === 'read' ? loadStoredArticle(id) : null),
	made: async (
		article: string,
		blocks: readonly Block[],
		pair: LanguagePair
	): Promise<readonly Unit[]> =>
		(await machineUnits(article, blocks, pair)).map(({ unit }) => unit),
	write: async (format: Format, seen: SeenArticle): Promise<Blob | null> => {
		const written = await inFileWorker({ kind: 'exchange', format, seen });
		return written.ok ? written.value.file : null;
	},
	now: (): number => Date.now()
});
