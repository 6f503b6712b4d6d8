/** Searches the library: the site’s texts and the reader’s own. Runs in the worker. */
import type { Store } from '../../core/library/store';
import type { StoreFailure } from '../../core/library/storeFailure';
import { fail, ok, type Result } from '../../core/result';
import {
	concordance,
	directly,
	placesByLevel,
	placesOf,
	type Concordance
} from '../../core/search/concordance';
import type { SearchFilter } from '../../core/search/facets';
import type { IndexFailure } from '../../core/search/failure';
import type { FoundParagraph, SegmentFiles } from '../../core/search/find';
import { linesOf, type Line } from '../../core/search/lines';
import { liveColumns, ownSegments, type OwnIndexStore } from '../../core/search/ownIndex';
import type { Query } from '../../core/search/query';
import { sourceOf, type WordSource } from '../../core/search/queryWords';
import type { SiteIndex } from '../../core/search/siteIndex';
import { countNamesInIndex } from '../../core/search/namesKept';
import { textSides, type TextKey, type Column } from '../../core/search/segment';
import type { Terms } from '../../core/search/terms';
import type { LibraryText } from '../../core/search/textRows';
import type { ListedForm, WordTable } from '../../core/search/wordTable';
import type { Lang } from '../../core/text/article';
import { primaryLang } from '../../core/text/languageTag';
import { countNames, keptNames } from '../../core/translation/check/keptNames';
import { namesOf } from '../../core/translation/check/names';
import type { AnsweredRange } from '../../core/words/answer';
import { textOf, type ReadStored, type TextStore } from './ownText';
import type { AskedWord, SearchAnswer, SearchRequest, SearchValue, ShownLine } from './protocol';
import { knownTexts, Notes, notesInTexts, unindexed, type NoteInText } from './notes';
import { searchAnswer } from './searchAnswer';
import { giveUp, update } from './update';

/** What the searcher needs from outside; tests pass their own. */
export interface SearchEnvironment {
	readonly store: OwnIndexStore & TextStore & Pick<Store, 'watchHighlights'>;
	readonly readStored: ReadStored;
	readonly siteIndex: () => Promise<Result<SiteIndex, IndexFailure>>;
	readonly siteSegments: (
		index: SiteIndex,
		isLive: (column: Column) => boolean
	) => readonly SegmentFiles[];
	/** Reads a file of the table of a language’s words. `version`: that of the site’s index. */
	readonly tableFile: (
		version: string,
		table: WordTable,
		nth: number
	) => Promise<Result<readonly ListedForm[], IndexFailure>>;
	readonly newId: () => string;
	/** Runs work while no other tab does. */
	readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
}

type Value<Kind> = Extract<SearchValue, { readonly kind: Kind }>;
type Outcome<T> = Promise<Result<T, StoreFailure>>;

/** Texts kept in memory: those of the results that are shown while one types. */
const textsKept = 12;

export class Searcher {
	readonly #of: SearchEnvironment;
	readonly #terms = new Map<Lang, Promise<Terms>>();
	readonly #texts = new Map<TextKey, LibraryText>();
	readonly #notes: Notes;
	#site: SiteIndex | null = null;
	#last: { readonly asked: string; readonly found: Concordance } | null = null;

	constructor(environment: SearchEnvironment) {
		this.#of = environment;
		this.#notes = new Notes(environment.store);
	}

	/** Counts the places of a lemma. Loads no lexicon. */
	async count({ word, lang }: AskedWord): Outcome<Value<'count'>> {
		const segments = await this.#segments(lang);
		if (!segments.ok) return segments;
		const { texts } = await directly(word, lang, segments.value.files);
		const counts = texts.map(({ key, paragraphs }) => [key, sumOf(paragraphs)] as const);
		const places = counts.reduce((sum, [, count]) => sum + count, 0);
		return ok({ kind: 'count', places, texts: counts });
	}

	async find({ word, lang }: AskedWord): Outcome<Value<'find'>> {
		const found = await this.#find({ word, lang });
		if (!found.ok) return found;
		const { by, lemmas, texts, gaps } = found.value;
		return ok({
			...{ kind: 'find', by, lemmas, gaps },
			texts: texts.map((text) => {
				const { key, side, title } = text;
				return { key, side, title, places: placesByLevel(text) };
			})
		});
	}

	/** Returns the next lines. A paragraph that has changed since it was indexed may have none. */
	async show(asked: Extract<SearchRequest, { kind: 'show' }>): Outcome<Value<'show'>> {
		const { levels, from, lines: wanted } = asked;
		const known = this.#last?.asked === nameOf(asked) ? ok(this.#last.found) : null;
		const found = known ?? (await this.#find(asked));
		if (!found.ok) return found;
		const all = found.value.texts.flatMap(({ paragraphs }, text) =>
			paragraphs.map((paragraph) => ({ text, paragraph }))
		);
		const chosen = all.filter(
			({ paragraph }) => levels === null || levels.includes(paragraph.level)
		);
		const lines: ShownLine[] = [];
		let next = from;
		for (; next < chosen.length && lines.length < wanted; next++) {
			const one = chosen[next];
			const shown = one && (await this.#lines(one.text, one.paragraph));
			if (shown && !shown.ok) return shown;
			lines.push(...(shown?.value ?? []));
		}
		return ok({ kind: 'show', lines, next, more: next < chosen.length });
	}

	/** Answers a query. Texts are read only as many as are shown. */
	async search(asked: Extract<SearchRequest, { kind: 'search' }>): Outcome<SearchAnswer> {
		const segments = await this.#segments(null);
		if (!segments.ok) return segments;
		const { files, gaps } = segments.value;
		const answer = await searchAnswer(asked, {
			...{ files, gaps, source: await this.#words() },
			read: (key: TextKey) => this.#kept(key),
			notesOf: (query, filter) => this.#notesOf(query, filter, files)
		});
		if (answer.ok) await this.#mend(answer.value.gaps);
		return answer;
	}

	async #notesOf(
		query: Query,
		filter: SearchFilter,
		files: readonly SegmentFiles[]
	): Outcome<readonly NoteInText[]> {
		const found = await this.#notes.find(query, await this.#words());
		if (!found.ok || found.value.length === 0) return found.ok ? ok([]) : found;
		const known = knownTexts(files);
		const textOf = async (id: string) =>
			known(id) ?? unindexed(id, await this.#of.store.article(id));
		return ok(await notesInTexts(found.value, filter, textOf));
	}

	/** Links the words of lines; those that are not sure are left out. */
	async answers(from: Lang, to: Lang, lines: readonly Line[]): Promise<Value<'answers'>> {
		const { answers, wordLinkerOf } = await import('../../core/words/answer');
		const linker = await wordLinkerOf(from, to, []);
		return {
			kind: 'answers',
			answers: lines.map(({ text, ranges, counterpart }): readonly AnsweredRange[] => {
				if (!linker || counterpart === '') return [];
				const linked = linker.link([text, counterpart]);
				const found = ranges.flatMap((range) => answers(linked, 0, range)?.ranges ?? []);
				const once = new Map(found.map((range) => [range.from, range]));
				return [...once.values()].toSorted((a, b) => a.from - b.from);
			})
		};
	}

	/** Returns the names of a text that people keep. Loads no lexicon. */
	async names(asked: Extract<SearchRequest, { kind: 'names' }>): Outcome<Value<'names'>> {
		const { text, pairs, from, to } = asked;
		const names = namesOf(text, from);
		const [here, there] = [await this.#segments(from), await this.#segments(to)];
		if (!here.ok) return here;
		if (!there.ok) return there;
		const indexed = await countNamesInIndex(
			names,
			{ lang: from, segments: here.value.files },
			{ lang: to, segments: there.value.files }
		);
		const counts = [...countNames(pairs, names, from), ...indexed];
		return ok({ kind: 'names', names: [...keptNames(counts)] });
	}

	/** Indexes what has changed among the reader’s notes and own texts. */
	async update(
		signal: { readonly aborted: boolean },
		progress: (done: number) => void
	): Promise<Result<Value<'update'>, StoreFailure | IndexFailure>> {
		const noted = await this.#notes.update((lang) => this.#termsOf(lang));
		if (!noted.ok) return noted;
		const site = await this.#siteIndex();
		// Without the site’s index nobody knows by which rules to index.
		if (!site.ok) return fail(site.failure);
		const { store, newId, alone } = this.#of;
		const { version, segments } = site.value;
		const changed = await alone(() =>
			update({
				...{ store, version, newId, signal, progress },
				site: segments.map(({ stamp }) => stamp).join(),
				read: (key) => this.#read(key),
				termsOf: (lang) => this.#termsOf(lang)
			})
		);
		this.#texts.clear();
		this.#last = null;
		return changed.ok ? ok({ kind: 'update', changed: changed.value || noted.value }) : changed;
	}

	async #find({ word, lang }: AskedWord): Outcome<Concordance> {
		this.#texts.clear();
		const segments = await this.#segments(lang);
		if (!segments.ok) return segments;
		const { files, gaps } = segments.value;
		const made = await concordance(word, lang, files, () => this.#termsOf(lang));
		const found = { ...made, gaps: [...gaps, ...made.gaps] };
		this.#last = { asked: nameOf({ word, lang }), found };
		await this.#mend(made.gaps);
		return ok(found);
	}

	/** Gives up what is damaged: own texts are indexed again at the next update. */
	async #mend(gaps: readonly IndexFailure[]): Promise<void> {
		const damaged = gaps.filter(({ kind }) => kind === 'damaged').map(({ part }) => part);
		if (damaged.length > 0) await giveUp(this.#of.store, damaged);
	}

	/** Returns the segments of a language, of all with null; an own text hides the site’s of the same page. */
	async #segments(
		lang: Lang | null
	): Outcome<{ readonly files: readonly SegmentFiles[]; readonly gaps: readonly IndexFailure[] }> {
		const { store, siteSegments } = this.#of;
		const [site, own] = await Promise.all([this.#siteIndex(), store.ownIndex()]);
		if (!own.ok) return own;
		const version = site.ok ? site.value.version : (own.value.texts[0]?.version ?? '');
		const isLive = liveColumns(own.value, version);
		const hidden = new Set(
			own.value.segments.flatMap(({ head }) => head.columns.filter(isLive).map(({ text }) => text))
		);
		const files = [
			...(site.ok ? siteSegments(site.value, ({ text }) => !hidden.has(text)) : []),
			...ownSegments(own.value, version, store)
		];
		return ok({
			files: files.filter(({ head }) => lang === null || head.lang === primaryLang(lang)),
			gaps: site.ok ? [] : [site.failure]
		});
	}

	async #lines(text: number, paragraph: FoundParagraph): Outcome<readonly ShownLine[]> {
		const { column, row, forms } = paragraph;
		const read = await this.#kept(column.text);
		if (!read.ok) return read;
		const item = read.value?.rows[row];
		if (!read.value || !item) return ok([]);
		const { langs } = read.value;
		const to = langs[textSides.find((side) => side !== column.side) ?? column.side];
		const lines = linesOf(read.value, item, column.side, new Set(forms.map(({ form }) => form)));
		return ok(lines.map((line) => ({ text, to, line })));
	}

	/** Reads a text, or returns it from those read last. */
	async #kept(key: TextKey): Outcome<LibraryText | null> {
		const known = this.#texts.get(key);
		if (known) return ok(known);
		const read = await this.#read(key);
		const [oldest] = this.#texts.keys();
		if (this.#texts.size >= textsKept && oldest !== undefined) this.#texts.delete(oldest);
		if (read.ok && read.value) this.#texts.set(key, read.value);
		return read;
	}

	#read = (key: TextKey): Outcome<LibraryText | null> =>
		textOf(key, this.#of.store, this.#of.readStored);

	/** Where the words of queries are looked up. Without the site’s index there are no tables. */
	async #words(): Promise<WordSource> {
		const site = await this.#siteIndex();
		const tables = site.ok ? site.value.tables : [];
		return sourceOf(
			tables,
			(table, nth) => this.#of.tableFile(site.ok ? site.value.version : '', table, nth),
			(lang) => this.#termsOf(lang)
		);
	}

	#termsOf(lang: Lang): Promise<Terms> {
		const loaded = () => import('../../core/search/terms').then(({ termsOf }) => termsOf(lang));
		const made = this.#terms.get(lang) ?? loaded();
		this.#terms.set(lang, made);
		return made;
	}

	async #siteIndex(): Promise<Result<SiteIndex, IndexFailure>> {
		if (this.#site) return ok(this.#site);
		const read = await this.#of.siteIndex();
		if (read.ok) this.#site = read.value;
		return read;
	}
}

const nameOf = ({ word, lang }: AskedWord): string => JSON.stringify([word, lang]);

const sumOf = (paragraphs: readonly FoundParagraph[]): number =>
	paragraphs.reduce((sum, paragraph) => sum + placesOf(paragraph), 0);
