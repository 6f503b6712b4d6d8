/** Reads a text with all that the reader sees beside it, to be written to a file. */
import { ownAt, type ArticlePlace } from '$lib/core/library/articlePlace';
import type { KeptArticle } from '$lib/core/library/ownArticle';
import type { Store } from '$lib/core/library/store';
import type { StoreFailure } from '$lib/core/library/storeFailure';
import type { LanguagePair } from '$lib/core/machine/engine';
import type { CachedUnit } from '$lib/core/machine/fromCache';
import { ok, type Result } from '$lib/core/result';
import type { Block, Metadata } from '$lib/core/text/article';
import { otherSiteLang } from '$lib/core/text/languageTag';
import { asTranslation } from '$lib/core/translation/own';
import { resolveAll } from '$lib/core/translation/resolve';
import type { StoredArticle } from '$lib/core/translation/stored';
import type { T } from '$lib/i18n';
import { nextTask } from '../nextTask';
import { withMachineNote } from '../reading/machine/machineNote';
import type { TextToWrite } from './bookToWrite';

export interface TextEnvironment {
	readonly store: () => Promise<Store>;
	/** Reads an article of the site; null for none. */
	readonly stored: (id: string) => Promise<StoredArticle | null>;
	/** This device’s own translations of an article’s paragraphs. */
	readonly made: (
		article: string,
		blocks: readonly Block[],
		pair: LanguagePair
	) => Promise<readonly CachedUnit[]>;
}

export interface FoundText {
	readonly id: string;
	readonly metadata: Metadata;
	readonly text: TextToWrite;
	/** The reader’s record of the text; null where the site’s is read. */
	readonly about: KeptArticle['about'] | null;
}

/** Returns null where there is no such text. `place`: which text the id means. */
export async function textToWrite(
	id: string,
	place: ArticlePlace,
	environment: TextEnvironment,
	t: T
): Promise<Result<FoundText | null, StoreFailure>> {
	const store = await environment.store();
	const [stored, kept, work] = await Promise.all([
		place === 'read' ? environment.stored(id) : null,
		store.article(id),
		store.work(id)
	]);
	if (!kept.ok) return kept;
	if (!work.ok) return work;
	const own = ownAt(place, kept.value);
	const original = own?.article ?? stored?.original ?? null;
	const metadata = original ? metadataOf(original) : stored?.metadata;
	if (!metadata) return ok(null);
	const blocks = original?.blocks ?? [];
	const known = stored?.translations ?? [];
	const imported = work.value.translations.map((one) => asTranslation(one, metadata, known));
	const translations = [...imported, ...known];
	const translated = translations[0]?.translated ?? { lang: otherSiteLang(metadata.lang) };
	const made = await environment.made(id, blocks, { from: metadata.lang, to: translated.lang });
	const device = made.map((one) => withMachineNote(one, metadata.lang, t));
	const sources = { ...work.value, stored: translations, device };
	// In a task of its own: of a novel it takes a while on a phone.
	await nextTask();
	const { rows } = resolveAll(blocks, sources, { lang: translated.lang });
	const written = original?.written ?? stored?.original?.written ?? null;
	const { lang, title = '', rights } = metadata;
	const stated = rights === undefined ? {} : { rights };
	const text = { lang, title, translated, rows, written, ...stated };
	return ok({ id, metadata, text, about: own?.about ?? null });
}

const metadataOf = ({
	blocks: _blocks,
	reads: _reads,
	written: _written,
	...metadata
}: Metadata & { blocks: unknown; reads?: unknown; written?: unknown }): Metadata => metadata;
