/**
 * What a reader sees beside an article, as one translation that can be sent to a translator; and
 * what comes back of it as records of the reader’s. Each change goes where its paragraph came from:
 * into a translation that was brought in, into own words; what came of a stored translation or a
 * machine joins the article’s corrections, so that the stored one is still there to return to.
 *
 * Laws (`corrected.test.ts`): what comes back untouched is no record; after a change is kept, what
 * is seen is what the plan showed; units that the plan does not name are the same.
 */
import { after as laterThan } from '../library/moment';
import type { OwnReview, OwnTranslation, OwnWords } from '../library/store';
import type { Block, Lang, Metadata } from '../text/article';
import { shapeOf } from '../text/shape';
import { reviewedText } from './candidate';
import { correctionsId } from './correctionsId';
import type { Originals } from './exchange/document';
import type { MergeEntry, MergePlan } from './exchange/merge';
import { asTranslation } from './own';
import { resolve, type Sources } from './resolve';
import type { Row } from './row';
import type { Translation, Unit } from './unit';

/** An article and all that could stand beside it. */
export interface Seen {
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
	/** The reader’s own words stand there. */
	readonly own: boolean;
}

function seenUnits({ blocks, lang, original, sources }: Seen): readonly SeenUnit[] {
	const { brought, stored, ...rest } = sources;
	const all = [...brought.map((one) => asTranslation(one, original)), ...stored];
	return resolve(blocks, { ...rest, stored: all }, { lang }).flatMap(seenUnit);
}

function seenUnit({ source, shape, shown }: Row): readonly SeenUnit[] {
	if (shown.kind === 'missing') return [];
	const { text, by, review, spans, note, credit, own } = shown;
	const bare = shape.kind === 'caption' ? { kind: shape.kind } : shapeOf(shape);
	const unit: Unit = {
		...bare,
		...(credit !== undefined && { credit }),
		...{ source, text, by, review },
		...(spans && { spans }),
		...(note !== undefined && { note })
	};
	return [{ unit, own }];
}

/** Stands for a translator who is not named: every format wants a name. */
const unnamed = '–';

const named = (unit: Unit): Unit =>
	unit.by.name === '' ? { ...unit, by: { ...unit.by, name: unnamed } } : unit;

const asNamed = (unit: Unit): Unit =>
	unit.by.name === unnamed ? { ...unit, by: { ...unit.by, name: '' } } : unit;

/** What is seen, as it is sent. */
export const seenTranslation = (seen: Seen): Translation => ({
	article: seen.article,
	original: seen.original,
	translated: { lang: seen.lang, title: seen.title },
	units: seenUnits(seen).map(({ unit }) => named(unit))
});

/** The originals that are at hand, for who translates. */
export const seenOriginals = ({ blocks }: Seen): Originals =>
	new Map(blocks.map(({ fingerprint, text }) => [fingerprint, text]));

/** Records that a plan changes, as they are to be kept. */
export interface Corrections {
	readonly translations: readonly OwnTranslation[];
	readonly words: readonly OwnWords[];
	readonly reviews: readonly OwnReview[];
}

type Changed = Extract<MergeEntry, { kind: 'changed' }>;

/**
 * The plan as far as it can be kept: a title is kept with a translation that the reader has brought
 * in, or with the paragraphs that change; that of the site’s own translation alone stays. The
 * reader’s own words have no note, and stay a person’s.
 */
export function keepable(seen: Seen, plan: MergePlan): MergePlan {
	const units = seenUnits(seen);
	const hasHolder =
		seen.sources.brought.length > 0 ||
		plan.entries.some((entry) => entry.kind === 'changed' && !units[entry.at]?.own);
	const entries = plan.entries.map((entry) => {
		if (entry.kind === 'title') return { ...entry, taken: entry.taken && hasHolder };
		return entry.kind === 'changed' && units[entry.at]?.own ? asOwn(entry) : entry;
	});
	return { ...plan, entries };
}

function asOwn(entry: Changed): Changed {
	const isPersons = !entry.parts.includes('text') || entry.after.by.origin === 'human';
	const parts = entry.parts.filter((part) => isPersons && part !== 'note');
	const stays = entry.parts.filter((part) => !parts.includes(part));
	return { ...entry, parts, kept: [...entry.kept, ...stays] };
}

/** `now`: the moment of the change; every record is of it, or later: newer than what it follows. */
export function corrections(seen: Seen, plan: MergePlan, now: string): Corrections {
	const units = seenUnits(seen);
	const changed = plan.entries.filter((entry): entry is Changed => entry.kind === 'changed');
	const own = changed.filter(({ at }) => units[at]?.own);
	const rest = changed.filter((entry) => !own.includes(entry));
	const words = own.flatMap((entry) => asWords(seen, entry, now));
	const reviews = own.flatMap((entry) => asReview(seen, entry, now));
	return { translations: withTitle(seen, plan, brought(seen, rest, now), now), words, reviews };
}

function asWords(
	{ article, lang, sources }: Seen,
	{ parts, after }: Changed,
	now: string
): readonly OwnWords[] {
	if (!parts.includes('text')) return [];
	const here = sources.words.find(
		(words) => words.lang === lang && words.source[0] === after.source[0]
	);
	return [
		{
			article,
			lang,
			...{ source: after.source, text: after.text, name: after.by.name, date: after.by.date },
			from: here?.from ?? null,
			changedAt: laterThan(now, here?.changedAt ?? null)
		}
	];
}

function asReview(
	{ article, lang, sources }: Seen,
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

/** The translations brought in that hold a changed unit, and the corrections of all else. */
function brought(seen: Seen, changed: readonly Changed[], now: string): readonly OwnTranslation[] {
	const records = new Map<string, OwnTranslation>();
	const order = new Map(seenUnits(seen).map(({ unit }, at) => [unit.source.join(), at]));
	for (const { before, after } of changed) {
		const holder =
			seen.sources.brought.find(
				({ lang, units }) => lang === seen.lang && units.some((unit) => isOf(unit, before))
			) ?? emptyCorrections(seen, now);
		const record = records.get(holder.id) ?? holder;
		records.set(holder.id, withUnit(record, asNamed(after), order, momentOf(seen, holder, now)));
	}
	return [...records.values()];
}

/** The moment of a change of `record`. */
const momentOf = ({ sources }: Seen, record: OwnTranslation, now: string): string =>
	laterThan(now, sources.brought.find(({ id }) => id === record.id)?.changedAt ?? null);

const isOf = (unit: Unit, other: Unit): boolean => unit.source.join() === other.source.join();

const emptyCorrections = ({ article, lang, title, sources }: Seen, now: string): OwnTranslation =>
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
 * In the place of the unit that it follows, else before the first that is seen later (`order`): an
 * article without its original is read in the order of its units.
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

/** Corrections are by all who made them. */
const credited = (record: OwnTranslation): OwnTranslation =>
	record.id === correctionsId(record.article, record.lang)
		? {
				...record,
				credit: {
					...record.credit,
					translator: [...new Set(record.units.map(({ by }) => by.name))].join(', ')
				}
			}
		: record;

/** A title that came back is that of the translation whose title is shown. */
function withTitle(
	seen: Seen,
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
