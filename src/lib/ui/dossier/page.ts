/**
 * The page of a dossier as data, made when the site is built: its own words in every language side
 * by side, the original’s first; all other words in the reader’s language only.
 */
import type { Dossier, DossierArticle } from '$lib/core/dossier/dossier';
import { draw, nameIn, type Drawing, type Name } from '$lib/core/map/drawing';
import type { Place, PlaceKind, Sketch } from '$lib/core/map/sketch';
import type { Lang } from '$lib/core/text/article';
import type { Texts } from '$lib/core/text/texts';
import { readingMinutes } from '$lib/core/text/words';
import { resolve } from '$lib/core/translation/resolve';
import { storedEntry, type StoredArticle } from '$lib/core/translation/stored';
import type { T } from '$lib/i18n';
import { formatIssued } from '$lib/i18n/date';
import type { UiLang } from '$lib/i18n/langs';
import { coverageWords } from '../library/coverage';
import { unbroken } from '../library/entry';
import { byline, type Byline } from '$lib/state/reading/byline';
import { languageName } from '$lib/i18n/languageName';
import { readWork, type ReadWork } from '$lib/state/reading/readWork';
import { inSentence } from '$lib/state/reading/phrases';
import { writtenBy } from '$lib/state/reading/written';
import { langsFrom, originalFirst, type LanguageText } from './said';

export interface DossierPage {
	readonly id: string;
	/** Its title in the language of the interface. */
	readonly name: string;
	/** Here and below, the original’s language comes first. */
	readonly title: readonly LanguageText[];
	readonly standfirst: readonly LanguageText[];
	/** Credit of the dossier’s own words: author, date and rights. */
	readonly by: readonly string[];
	readonly articles: readonly ListedArticle[];
	readonly map: MapPage;
}

export interface ListedArticle {
	readonly id: string;
	/** In every language that the title has. */
	readonly title: readonly LanguageText[];
	readonly paragraph: readonly LanguageText[];
	readonly reads: (ReadWork & { readonly lang: Lang }) | null;
	/** Says that no person wrote the original. */
	readonly wrote: Byline | null;
	/** “10 minutes”. */
	readonly minutes: string;
	/** Language, translation and length. */
	readonly about: readonly string[];
}

export interface MapPage {
	readonly title: string;
	readonly description: string;
	readonly drawing: Drawing;
	readonly places: readonly ListedPlace[];
}

export interface ListedPlace {
	readonly id: string;
	readonly kind: PlaceKind;
	readonly name: Name;
	/** Kind of place, unless it is a town, and its region. */
	readonly is: string;
	readonly about: string;
}

export function dossierPage(
	dossier: Dossier,
	sketch: Sketch,
	articles: readonly StoredArticle[],
	ui: UiLang,
	t: T
): DossierPage {
	const { id, lang, title, standfirst, by, issued, rights } = dossier;
	return {
		id,
		name: title[ui] ?? '',
		title: originalFirst(title, lang),
		standfirst: originalFirst(standfirst, lang),
		by: [by[ui] ?? '', unbroken(formatIssued(issued, ui)), unbroken(rights)],
		articles: dossier.articles.flatMap((listed) => {
			const stored = articles.find((one) => one.id === listed.id);
			return stored ? listedArticle(listed, stored, ui, t) : [];
		}),
		map: mapPage(sketch, ui, t)
	};
}

function listedArticle(
	{ id, paragraph }: DossierArticle,
	stored: StoredArticle,
	ui: UiLang,
	t: T
): ListedArticle {
	const { metadata, original, translations } = stored;
	const titles: Texts = {
		...Object.fromEntries(
			translations.map(({ translated }) => [translated.lang, translated.title])
		),
		...(metadata.title !== undefined && { [metadata.lang]: metadata.title })
	};
	const { words, written } = storedEntry(stored);
	return {
		id,
		title: originalFirst(titles, metadata.lang),
		paragraph: originalFirst(paragraph, metadata.lang),
		reads: original?.reads ? { ...readWork(original.reads, ui), lang: metadata.lang } : null,
		wrote: written ? writtenBy(written, t) : null,
		minutes: unbroken(t('app.minutes', { count: readingMinutes(words) })),
		about: [
			languageName(metadata.lang, t),
			...translationsOf(stored, ui, t),
			unbroken(t('app.words', { count: words }))
		]
	};
}

/** Returns “English translation: AI draft by …, not reviewed”, one for each language. */
function translationsOf(stored: StoredArticle, ui: UiLang, t: T): readonly string[] {
	const sources = { stored: stored.translations, words: [], reviews: [] };
	return storedEntry(stored).translated.map(({ lang, coverage }) => {
		const shown = resolve(stored.original?.blocks ?? [], sources, { lang }).map((row) => row.shown);
		const bylines = shown.flatMap((one) => (one.kind === 'translated' ? byline(one, t) : []));
		const by = [...new Set(bylines.map(({ lead, rest }) => lead + rest))].join('; ');
		const whole = coverage.none === 0 ? by : coverageWords(coverage, t, ui);
		return t('dossier.translation', { lang: inSentence(lang, t), by: whole });
	});
}

const mapPage = (sketch: Sketch, ui: UiLang, t: T): MapPage => ({
	title: sketch.title[ui] ?? '',
	description: sketch.description[ui] ?? '',
	drawing: draw(sketch, langsFrom(ui)),
	places: sketch.places.map((place) => listedPlace(place, ui, t))
});

const listedPlace = ({ id, kind, name, region, about }: Place, ui: UiLang, t: T): ListedPlace => ({
	id,
	kind,
	name: nameIn(name, langsFrom(ui)),
	is: [kind === 'town' ? '' : t(`dossier.kind.${kind}`), region[ui]].filter(Boolean).join(', '),
	about: about[ui] ?? ''
});
