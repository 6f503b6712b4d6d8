/**
 * The page of a dossier as data, finished when the site is built: its own words in every language
 * side by side, the reader’s first, and all else in the reader’s alone.
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
import { byline, languageName, readWork, type ReadWork } from '../reading/page';
import { inSentence } from '../reading/phrases';
import { inOrder, langsFrom, type Said } from './said';

export interface DossierPage {
	readonly id: string;
	readonly title: readonly Said[];
	readonly standfirst: readonly Said[];
	/** Whose words the dossier’s own are, and when and how they may be used. */
	readonly by: readonly string[];
	readonly articles: readonly ListedArticle[];
	readonly map: MapPage;
}

export interface ListedArticle {
	readonly id: string;
	/** In the languages that it is there in. */
	readonly title: readonly Said[];
	readonly paragraph: readonly Said[];
	readonly reads: (ReadWork & { readonly lang: Lang }) | null;
	/** Its language, whose translation it has, and its length. */
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
	/** What it is, where it is more than a town, and where. */
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
	const { id, title, standfirst, by, issued, rights } = dossier;
	return {
		id,
		title: inOrder(title, ui),
		standfirst: inOrder(standfirst, ui),
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
	const { words } = storedEntry(stored);
	return {
		id,
		title: inOrder(titles, ui),
		paragraph: inOrder(paragraph, ui),
		reads: original?.reads ? { ...readWork(original.reads, ui), lang: metadata.lang } : null,
		about: [
			languageName(metadata.lang, t),
			...translationsOf(stored, ui, t),
			unbroken(t('app.words', { count: words })),
			unbroken(t('app.minutes', { count: readingMinutes(words) }))
		]
	};
}

/** “English translation: AI draft by …, not reviewed”, one for each language. */
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
