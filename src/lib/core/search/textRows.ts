/** A text of the library as it is indexed and shown: its rows as the reading page has them. */
import type { Article, Lang, Metadata } from '../text/article';
import { fingerprint } from '../text/fingerprint';
import { plain } from '../text/inline';
import { otherSiteLang, primaryLang } from '../text/languageTag';
import type { OwnReview, OwnWords } from '../library/store';
import { pageOrder, pageRowIds } from '../translation/pageOrder';
import { resolveAll } from '../translation/resolve';
import type { Row } from '../translation/row';
import { shownTrustLevel, type TrustLevel } from '../translation/trust';
import type { Translation, Unit } from '../translation/unit';
import type { Column, ColumnTexts, TextKey, TextSide } from './segment';

/** What a text is made of. */
export interface TextSources {
	readonly key: TextKey;
	/** Of the original. */
	readonly metadata: Metadata;
	/** Null if the library has the translation alone. */
	readonly original: Article | null;
	/** The reader’s translations, then the stored ones. */
	readonly translations: readonly Translation[];
	readonly words: readonly OwnWords[];
	readonly reviews: readonly OwnReview[];
	/** Translations that this device made. */
	readonly device: readonly Unit[];
}

export interface TextRow {
	/** Its address on the page of the text is `#p-` and this. */
	readonly id: string;
	readonly row: Row;
	readonly level: TrustLevel;
}

export interface LibraryText {
	readonly key: TextKey;
	readonly langs: Readonly<Record<TextSide, Lang>>;
	readonly titles: Readonly<Record<TextSide, string>>;
	readonly authors: readonly string[];
	/** EDTF; empty where it is unknown. */
	readonly issued: string;
	readonly rows: readonly TextRow[];
}

/** Returns the text as its page shows it. */
export function libraryText(sources: TextSources): LibraryText {
	const { key, metadata, original, translations, words, reviews, device } = sources;
	const [first] = translations;
	const lang = first?.translated.lang ?? otherSiteLang(metadata.lang);
	const all = { stored: translations, words, reviews, device };
	const rows = pageOrder(resolveAll(original?.blocks ?? [], all, { lang }).rows);
	const ids = pageRowIds(rows);
	return {
		key,
		langs: { original: metadata.lang, translation: lang },
		titles: { original: metadata.title ?? '', translation: first?.translated.title ?? '' },
		...{ authors: metadata.authors ?? [], issued: metadata.issued ?? '' },
		rows: rows.map((row, at) => ({
			id: ids[at] ?? row.id,
			row,
			level: shownTrustLevel(row.shown)
		}))
	};
}

/** Returns the inline Markdown of a side of a row; none where the row lacks it. */
export function textsOf({ originals, shown }: Row, side: TextSide): readonly string[] {
	if (side === 'original') return originals.map(({ text }) => text);
	return shown.kind === 'translated' ? shown.text : [];
}

/** Returns a translator’s notes to a row, as plain text: they belong to the translation. */
export const notesOf = ({ shown }: Row, side: TextSide): readonly string[] =>
	side === 'translation' && shown.kind === 'translated' && shown.note !== undefined
		? [plain(shown.note)]
		: [];

/** Returns the sides of a text by their language, with the stamp of their state. */
export function columnsOf(text: LibraryText): readonly (ColumnTexts & { readonly lang: Lang })[] {
	const stamp = stampOf(text);
	const levels = runs(text.rows.map(({ level }) => level));
	return (['original', 'translation'] as const).flatMap((side) => {
		const paragraphs = text.rows.map(({ row }) =>
			[...textsOf(row, side).map(plain), ...notesOf(row, side)].join('\n')
		);
		if (paragraphs.every((paragraph) => paragraph === '')) return [];
		const { key, authors, issued } = text;
		const title = text.titles[side];
		const column: Column = { text: key, side, title, authors, issued, stamp, levels };
		return [{ lang: primaryLang(text.langs[side]), column, paragraphs }];
	});
}

/** Returns what says which state of a text this is: its words, their order and whose they are. */
export const stampOf = ({ langs, titles, authors, issued, rows }: LibraryText): string =>
	fingerprint(
		JSON.stringify([
			langs,
			titles,
			authors,
			issued,
			rows.map(({ id, row, level }) => [
				id,
				level,
				textsOf(row, 'original'),
				textsOf(row, 'translation'),
				notesOf(row, 'translation')
			])
		])
	);

function runs(levels: readonly TrustLevel[]): readonly (readonly [TrustLevel, number])[] {
	const found: [TrustLevel, number][] = [];
	for (const level of levels) {
		const last = found.at(-1);
		if (last?.[0] === level) last[1]++;
		else found.push([level, 1]);
	}
	return found;
}
