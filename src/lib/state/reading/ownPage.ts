import type { KeptArticle } from '$lib/core/library/ownArticle';
import type { OwnWords, OwnWork } from '$lib/core/library/store';
import type { Metadata } from '$lib/core/text/article';
import { otherSiteLang } from '$lib/core/text/languageTag';
import { resolveAll } from '$lib/core/translation/resolve';
import type { StoredArticle } from '$lib/core/translation/stored';
import type { Translation, Unit } from '$lib/core/translation/unit';
import type { T, UiLang } from '$lib/i18n';
import { keepSame } from './keepSame';
import { readingPage, type ReadingPage } from './page';
import type { PageBook } from './pageBook';
import { translatedIn } from './translated';

/** What a page with something of the reader’s own is made of. */
export interface OwnSources {
	readonly id: string;
	readonly place: 'read' | 'own';
	readonly ui: UiLang;
	readonly t: T;
	readonly metadata: Metadata;
	readonly kept: KeptArticle | null;
	readonly entry: StoredArticle | null;
	readonly book: PageBook | null;
	readonly work: OwnWork;
	/** The reader’s translations, then the stored ones. */
	readonly stored: readonly Translation[];
	readonly device: readonly Unit[];
}

export interface OwnPage {
	readonly page: ReadingPage;
	/** Own words whose paragraph is no longer in the text. */
	readonly loose: readonly OwnWords[];
}

/** Makes the page in steps: each takes long for a novel. What equals `before()` stays the same. */
export function* ownPage(
	{ id, place, ui, t, metadata, kept, entry, book, work, stored, device }: OwnSources,
	before: () => ReadingPage | null
): Generator<undefined, OwnPage> {
	const original = kept?.article ?? entry?.original ?? null;
	const translation = stored[0]?.translated;
	const lang = translation?.lang ?? otherSiteLang(metadata.lang);
	const { rows, leftovers } = resolveAll(
		original?.blocks ?? [],
		{ ...work, stored, device },
		{ lang }
	);
	yield;
	const page = readingPage(
		{
			id,
			place,
			original: metadata,
			translated: translatedIn(lang, translation, entry),
			rows,
			words: kept?.about.words,
			reads: entry?.original?.reads ?? null,
			written: entry?.original?.written ?? null,
			originalMissing: original === null,
			stored: entry !== null,
			book
		},
		ui,
		t
	);
	yield;
	const same = keepSame(page, before());
	yield;
	return { page: same, loose: leftovers.words };
}
