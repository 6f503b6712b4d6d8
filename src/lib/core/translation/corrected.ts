/**
 * Turns the translation shown beside an article into one that can be sent to a translator, and
 * turns the returned file into records of the reader’s. Each change is saved where its paragraph
 * came from: in an imported translation, or in the own words. A change to a stored translation or a
 * machine’s joins the article’s corrections, so that the reader can return to the stored one.
 *
 * Laws (`corrected.test.ts`): an unchanged file makes no record; after a change is saved, the page
 * shows what the plan showed; units that the plan does not name stay the same.
 */
import { after as laterThan } from '../library/moment';
import type { OwnReview, OwnTranslation, OwnWords } from '../library/store';
import type { Block, Lang, Metadata } from '../text/article';
import { shapeOf } from '../text/shape';
import { reviewedText } from './reviewedText';
import { correctionsId } from './correctionsId';
import type { Originals } from './exchange/document';
import type { MergeEntry, MergePlan } from './exchange/mergePlan';
import { creditOf, Drafts, isPersons, type CreditedText } from './credited';
import { asTranslation, asUnit } from './own';
import { resolve, type Sources } from './resolve';
import type { Row } from './row';
import type { Translation, Unit } from './unit';

/** An article and all translations that could be shown beside it. */
export interface SeenArticle {
	readonly article: string;
	readonly original: Metadata;
	readonly blocks: readonly Block[];
	readonly lang: Lang;
	readonly title: string;
	readonly sources: Omit<Sources, 'stored'> & {
		readonly stored: readonly Translation[];
		readonly brought: readonly OwnTranslation[];
	};
}

interface SeenUnit {
	readonly unit: Unit;
	/** True if the reader’s own words are shown. */
	readonly own: boolean;
}

function seenUnits({ blocks, lang, original, sources }: SeenArticle): readonly SeenUnit[] {
	const { brought, stored, ...rest } = sources;
	const all = [...brought.map((one) => asTranslation(one, original, stored)), ...stored];
	return resolve(blocks, { ...rest, stored: all }, { lang }).flatMap(seenUnit);
}

function seenUnit({ source, shape, shown }: Row): readonly SeenUnit[] {
	if (shown.kind === 'missing') return [];
	const { text, review, spans, note, credit, own } = shown;
	const bare = shape.kind === 'caption' ? { kind: shape.kind } : shapeOf(shape);
	const unit: Unit = {
		...bare,
		...(credit !== undefined && { credit }),
		...{ source, text, ...creditOf(shown), review },
		...(spans && { spans }),
		...(note !== undefined && { note })
	};
	return [{ unit, own }];
}

/** The name of an unnamed translator in an exported file: every format requires a name. */
const unnamed = '–';

const named = (unit: Unit): Unit =>
	unit.by.name === '' ? { ...unit, by: { ...unit.by, name: unnamed } } : unit;

const asNamed = (unit: Unit): Unit =>
	unit.by.name === unnamed ? { ...unit, by: { ...unit.by, name: '' } } : unit;

/** Returns the shown translation in the form in which it is exported. */
export const seenTranslation = (seen: SeenArticle): Translation => ({
	article: seen.article,
	original: seen.original,
	translated: { lang: seen.lang, title: seen.title },
	units: seenUnits(seen).map(({ unit }) => named(unit))
});

/** Returns the available originals, for the translator. */
export const seenOriginals = ({ blocks }: SeenArticle): Originals =>
	new Map(blocks.map(({ fingerprint, text }) => [fingerprint, text]));

/** The records that a plan changes, ready to be saved. */
export interface Corrections {
	readonly translations: readonly OwnTranslation[];
	readonly words: readonly OwnWords[];
	readonly reviews: readonly OwnReview[];
}

type Changed = Extract<MergeEntry, { kind: 'changed' }>;

/**
 * Returns the part of the plan that can be saved. A title is saved with an imported translation, or
 * together with changed paragraphs; a title change alone to the site’s own translation is dropped.
 * Own words have no note, and are always written or corrected by a person.
 */
export function keepable(seen: SeenArticle, plan: MergePlan): MergePlan {
	const units = seenUnits(seen);
	const hasHolder =
		seen.sources.brought.length > 0 ||
		plan.entries.some((entry) => entry.kind === 'changed' && !units[entry.at]?.own);
	const entries = plan.entries.map((entry) => {
		if (entry.kind === 'title') return { ...entry, taken: entry.taken && hasHolder };
		return entry.kind === 'changed' && units[entry.at]?.own ? asOwn(seen, entry) : entry;
	});
	return { ...plan, entries };
}

function asOwn(seen: SeenArticle, entry: Changed): Changed {
	const { by, correction } = entry.after;
	const isSigned = !entry.parts.includes('text') || by.origin === 'human' || correction;
	const parts = entry.parts.filter((part) => isSigned && part !== 'note');
	const stays = entry.parts.filter((part) => !parts.includes(part));
	const taken = { ...entry, parts, kept: [...entry.kept, ...stays] };
	// The reader’s record has the draft itself: what is kept of it is computed anew.
	const [words] = asWords(seen, taken, entry.after.by.date);
	if (!words) return taken;
	const { correction: _, ...after } = entry.after;
	return { ...taken, after: { ...after, ...creditOf(asUnit(words, noDrafts)) } };
}

const noDrafts = new Drafts([]);

/**
 * Returns the records to save. `now` is the moment of the change; a record is dated then, or later
 * if it must be newer than the one it replaces.
 */
export function corrections(seen: SeenArticle, plan: MergePlan, now: string): Corrections {
	const units = seenUnits(seen);
	const changed = plan.entries.filter((entry): entry is Changed => entry.kind === 'changed');
	const own = changed.filter(({ at }) => units[at]?.own);
	const rest = changed.filter((entry) => !own.includes(entry));
	const words = own.flatMap((entry) => asWords(seen, entry, now));
	const reviews = own.flatMap((entry) => asReview(seen, entry, now));
	return { translations: withTitle(seen, plan, brought(seen, rest, now), now), words, reviews };
}

function asWords(
	{ article, lang, sources }: SeenArticle,
	{ parts, before, after }: Changed,
	now: string
): readonly OwnWords[] {
	if (!parts.includes('text')) return [];
	const here = sources.words.find(
		(words) => words.lang === lang && words.source[0] === after.source[0]
	);
	const draft = here?.draft ?? (isPersons(before) ? undefined : draftBehind(before, sources));
	const { name, date } = after.correction
		? { name: after.correction.by, date: after.correction.date }
		: after.by;
	return [
		{
			article,
			lang,
			...{ source: after.source, text: after.text, name, date },
			from: here?.from ?? null,
			...(draft && { draft }),
			changedAt: laterThan(now, here?.changedAt ?? null)
		}
	];
}

/** Returns the draft that own words without a record of it began from, else these words. */
const draftBehind = (before: Unit, { stored, device = [] }: SeenArticle['sources']): CreditedText =>
	new Drafts([...stored.flatMap(({ units }) => units), ...device]).of(
		before.source,
		before.by.origin
	)[0] ?? { ...creditOf(before), text: before.text };

function asReview(
	{ article, lang, sources }: SeenArticle,
	{ parts, after }: Changed,
	now: string
): readonly OwnReview[] {
	if (!parts.includes('review') || !after.review) return [];
	const here = sources.reviews.find(
		(review) => review.lang === lang && review.source[0] === after.source[0]
	);
	return [
		{
			article,
			lang,
			source: after.source,
			reviewed: reviewedText(after.text),
			...{ name: after.review.by, date: after.review.date },
			changedAt: laterThan(now, here?.changedAt ?? null)
		}
	];
}

/**
 * Returns the imported translations that contain a changed unit, and the corrections of all other
 * units.
 */
function brought(
	seen: SeenArticle,
	changed: readonly Changed[],
	now: string
): readonly OwnTranslation[] {
	const records = new Map<string, OwnTranslation>();
	const order = new Map(seenUnits(seen).map(({ unit }, at) => [unit.source.join(), at]));
	for (const { before, after } of changed) {
		const holder =
			seen.sources.brought.find(
				({ lang, units }) => lang === seen.lang && units.some((unit) => isOf(unit, before))
			) ?? emptyCorrections(seen, now);
		const record = records.get(holder.id) ?? compared(holder, seen);
		records.set(holder.id, withUnit(record, asNamed(after), order, momentOf(seen, holder, now)));
	}
	return [...records.values()];
}

/** Returns corrections with every unit’s credit as the page shows it. */
const compared = (holder: OwnTranslation, { original, sources }: SeenArticle): OwnTranslation =>
	holder.id === correctionsId(holder.article, holder.lang) && !holder.compared
		? {
				...holder,
				units: asTranslation(holder, original, sources.stored).units,
				compared: true
			}
		: holder;

/** Returns the moment to save for a change of `record`. */
const momentOf = ({ sources }: SeenArticle, record: OwnTranslation, now: string): string =>
	laterThan(now, sources.brought.find(({ id }) => id === record.id)?.changedAt ?? null);

const isOf = (unit: Unit, other: Unit): boolean => unit.source.join() === other.source.join();

const emptyCorrections = (
	{ article, lang, title, sources }: SeenArticle,
	now: string
): OwnTranslation =>
	sources.brought.find(({ id }) => id === correctionsId(article, lang)) ?? {
		id: correctionsId(article, lang),
		article,
		lang,
		credit: { translator: '', title, publication: '', date: '', rights: '' },
		units: [],
		links: [],
		addedAt: now,
		changedAt: now
	};

/**
 * Inserts a unit in place of the one it replaces, else before the first unit that is shown later
 * (`order`): an article without its original is read in the order of its units.
 */
function withUnit(
	record: OwnTranslation,
	unit: Unit,
	order: ReadonlyMap<string, number>,
	now: string
): OwnTranslation {
	const placeOf = ({ source }: Unit): number => order.get(source.join()) ?? -1;
	const at = record.units.findIndex((one) => isOf(one, unit));
	const next = record.units.findIndex((one) => placeOf(one) > placeOf(unit));
	const sure = (unit.spans ?? []).map(() => 1);
	const place = [at, next].find((found) => found >= 0) ?? record.units.length;
	const replaced = at < 0 ? 0 : 1;
	return credited({
		...record,
		units: record.units.toSpliced(place, replaced, unit),
		links: record.links.toSpliced(place, replaced, sure),
		changedAt: now
	});
}

/** Credits corrections to all their authors. */
const credited = (record: OwnTranslation): OwnTranslation =>
	record.id === correctionsId(record.article, record.lang)
		? {
				...record,
				credit: {
					...record.credit,
					translator: [...new Set(record.units.map(correctorOf))].join(', ')
				}
			}
		: record;

const correctorOf = ({ by, correction }: Unit): string => correction?.by ?? by.name;

/** Applies a returned title to the translation whose title is shown. */
function withTitle(
	seen: SeenArticle,
	plan: MergePlan,
	records: readonly OwnTranslation[],
	now: string
): readonly OwnTranslation[] {
	const [title] = plan.entries.flatMap((entry) =>
		entry.kind === 'title' && entry.taken ? [entry.after] : []
	);
	const first = seen.sources.brought[0] ?? records[0];
	if (title === undefined || !first) return records;
	const record = records.find(({ id }) => id === first.id) ?? first;
	const changedAt = momentOf(seen, first, now);
	const titled = { ...record, credit: { ...record.credit, title }, changedAt };
	return [...records.filter(({ id }) => id !== first.id), titled];
}
