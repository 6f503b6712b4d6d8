/**
 * What becomes of a translation when a file of it comes back: a plan, unit by unit, which can be
 * shown before it is applied.
 *
 * Three ways: what was sent (`base.ts`), what is stored now, what came. What only the file changed
 * is taken, what only the store changed stays, what both changed is a conflict and stays as it is
 * stored. A file that no longer says what was sent is compared with what is stored alone.
 *
 * Authorship: words that did not change stay whose they are. Changed words are by who the file says
 * changed them, else by whom the caller names, else they are not taken (`author.ts`). A review counts
 * only where the file says who reviewed and when; one of other words than these is gone (`fate.ts`).
 *
 * Laws (`merge.test.ts`): what was sent and comes back untouched changes nothing, whatever has been
 * stored meanwhile; merging twice is merging once; a unit that the plan does not name is untouched.
 */
import { fail, ok, type Result } from '../../result';
import { fingerprint } from '../../text/fingerprint';
import type { Contributor, Translation, Unit } from '../unit';
import { authorOf, type Naming } from './author';
import { textDigest, type Part } from './base';
import { titleId, unitIds, type ExchangeDocument, type ExchangeUnit } from './document';
import { fatesOf, partsThat, textFate, type Fates } from './fate';
import { sameLanguage } from './reader';

export type MergeEntry =
	| { readonly kind: 'unchanged'; readonly id: string }
	/** `parts`: what of it changes; `kept`: what comes changed too, and stays as it is stored. */
	| {
			readonly kind: 'changed';
			readonly id: string;
			readonly at: number;
			readonly parts: readonly Part[];
			readonly kept: readonly Part[];
			readonly before: Unit;
			readonly after: Unit;
	  }
	/** `taken` unless it has changed here too. */
	| {
			readonly kind: 'title';
			readonly before: string;
			readonly after: string;
			readonly taken: boolean;
	  }
	/** Stored and sent back are both not what was sent; nothing of the unit is taken. */
	| {
			readonly kind: 'conflict';
			readonly id: string;
			readonly parts: readonly Part[];
			readonly before: Unit;
			readonly came: ExchangeUnit;
	  }
	/** Its words changed, and neither the file nor the caller says whose they are. */
	| {
			readonly kind: 'unsigned';
			readonly id: string;
			readonly before: Unit;
			readonly came: ExchangeUnit;
	  }
	/** It came back without a text: what is stored stays. */
	| { readonly kind: 'emptied'; readonly id: string; readonly before: Unit }
	/** The translation has no such unit, or the file has it twice. */
	| { readonly kind: 'unknown'; readonly id: string; readonly came: ExchangeUnit };

/** Whether something of it becomes what is stored. */
export const isTaken = (entry: MergeEntry): boolean =>
	(entry.kind === 'changed' && entry.parts.length > 0) || (entry.kind === 'title' && entry.taken);

export interface MergePlan {
	readonly entries: readonly MergeEntry[];
	/** Units, by name, that the file calls reviewed without saying by whom, when, or of which words. */
	readonly unsignedReviews: readonly string[];
	/** Units of the translation, by name, that the file does not have: they stay. */
	readonly absent: readonly string[];
}

export type MergeFailure =
	| {
			readonly kind: 'languages';
			readonly expected: readonly [source: string, target: string];
			readonly found: readonly [source: string, target: string];
	  }
	/** Not one unit is of this translation, nor is the title where that is all. */
	| { readonly kind: 'other-article'; readonly article: string | null };

export type MergeOptions = Naming;

export function mergePlan(
	translation: Translation,
	document: ExchangeDocument,
	options: MergeOptions
): Result<MergePlan, MergeFailure> {
	const expected = [translation.original.lang, translation.translated.lang] as const;
	const found = [document.original.lang, document.translated.lang] as const;
	if (!sameLanguage(expected[0], found[0]) || !sameLanguage(expected[1], found[1]))
		return fail({ kind: 'languages', expected, found });
	const stored = new Stored(translation);
	const title = document.units.find((unit) => isTitle(unit, translation, stored));
	const placed = stored.places(document.units.filter((unit) => unit !== title));
	const isOfThis =
		title && placed.length === 0
			? isTitleOf(translation, title, document)
			: placed.some(({ at }) => at !== null);
	if (!isOfThis) return fail({ kind: 'other-article', article: document.article });
	const came = placed.map(({ unit, at }) => ({ unit, at, entry: stored.entry(unit, at, options) }));
	const covered = new Set(placed.map(({ at }) => at));
	return ok({
		entries: [
			...(title ? titleEntries(translation, title) : []),
			...came.map(({ entry }) => entry)
		],
		unsignedReviews: came.flatMap(({ unit, at, entry }) =>
			at !== null && stored.isUnsigned(unit, entry, at) ? [stored.ids[at] ?? unit.id] : []
		),
		absent: stored.ids.filter((_, at) => !covered.has(at))
	});
}

/** By its name; or, where a tool has lost that, by the original’s title, unless a unit has it too. */
const isTitle = (unit: ExchangeUnit, { original }: Translation, stored: Stored): boolean =>
	unit.id === titleId ||
	(original.title !== undefined &&
		unit.original?.join() === original.title &&
		stored.placeOf(unit) === null);

/** Every file calls it the same: alone it is known by the article, or by the original’s words. */
const isTitleOf = (
	{ article, original }: Translation,
	title: ExchangeUnit,
	document: ExchangeDocument
): boolean =>
	document.article === article ||
	(original.title !== undefined && title.original?.join() === original.title);

class Stored {
	readonly ids: readonly string[];
	readonly #units: readonly Unit[];
	readonly #places: ReadonlyMap<string, number>;
	/** Names of drafts and machines: a tool (OmegaT) may name its source so, who is no person. */
	readonly #drafters: ReadonlySet<string>;

	constructor({ units }: Translation) {
		this.#units = units;
		this.ids = unitIds(units);
		this.#places = new Map(this.ids.map((id, at) => [id, at]));
		const drafts = units.filter(({ by }) => by.origin !== 'human');
		this.#drafters = new Set(drafts.map(({ by }) => by.name));
	}

	/** Where units belong; null where nowhere, and for one that is there already. */
	places(came: readonly ExchangeUnit[]) {
		const taken = new Set<number>();
		return came.map((unit) => {
			const found = this.placeOf(unit);
			const at = found !== null && taken.has(found) ? null : found;
			if (at !== null) taken.add(at);
			return { unit, at };
		});
	}

	/** By its name; or, where a tool has lost that, by the words of its original. */
	placeOf({ id, source, original }: ExchangeUnit): number | null {
		const bySource = () => (source[0] === undefined ? undefined : this.#places.get(source[0]));
		const byWords = () => {
			const [first] = original ?? [];
			return first === undefined ? undefined : this.#places.get(fingerprint(first));
		};
		return this.#places.get(id) ?? bySource() ?? byWords() ?? null;
	}

	/** It is called reviewed, and that is not taken: not by whom and when, or not of which words. */
	isUnsigned({ state, review, base }: ExchangeUnit, entry: MergeEntry, at: number): boolean {
		const isReviewed = state === 'reviewed' || state === 'final';
		const isTaken = entry.kind === 'changed' && entry.after.review !== null;
		return isReviewed && !(review && base) && !isTaken && !this.#units[at]?.review;
	}

	entry(came: ExchangeUnit, at: number | null, options: MergeOptions): MergeEntry {
		const before = at === null ? undefined : this.#units[at];
		if (!before || at === null) return { kind: 'unknown', id: came.id, came };
		const id = this.ids[at] ?? came.id;
		if (came.text.length === 0) return { kind: 'emptied', id, before };
		const by = this.#author(before, came, options);
		const fates = fatesOf(before, came, by ?? before.by);
		const changed = partsThat('take', fates);
		const kept = partsThat('conflict', fates);
		if (changed.length === 0 && kept.length === 0) return { kind: 'unchanged', id };
		// Notes and reviews are of words: where these are in conflict, nothing is taken.
		if (fates.text === 'conflict' || changed.length === 0)
			return { kind: 'conflict', id, parts: kept, before, came };
		if (!by) return { kind: 'unsigned', id, before, came };
		const after = changedUnit(before, came, fates, by);
		return { kind: 'changed', id, at, parts: changed, kept, before, after };
	}

	/** Null where the words changed and nobody says whose they are. */
	#author(before: Unit, came: ExchangeUnit, options: MergeOptions): Contributor | null {
		return textFate(before, came) === 'take'
			? authorOf(came, before.by, this.#drafters, options)
			: before.by;
	}
}

/** Spans and a review of the old words say nothing of the new ones. */
function changedUnit(stored: Unit, came: ExchangeUnit, fates: Fates, by: Contributor): Unit {
	const { spans, note, ...rest } = stored;
	const retold = fates.text === 'take';
	const newNote = fates.note === 'take' ? came.note : (note ?? null);
	const newSpans = retold ? came.base && came.spans : (spans ?? null);
	const oldReview = retold ? null : stored.review;
	return {
		...rest,
		by,
		text: retold ? came.text : stored.text,
		review: fates.review === 'take' ? came.review : oldReview,
		...(newSpans && { spans: newSpans }),
		...(newNote !== null && { note: newNote })
	};
}

/** A title is by nobody in particular. */
function titleEntries({ translated }: Translation, came: ExchangeUnit): readonly MergeEntry[] {
	const [after] = came.text;
	const [mine, theirs, sent] = [
		textDigest([translated.title]),
		textDigest(came.text),
		came.base?.text
	];
	return after === undefined || theirs === mine || theirs === sent
		? []
		: [
				{
					kind: 'title',
					before: translated.title,
					after,
					taken: sent === undefined || mine === sent
				}
			];
}

/** The translation with what the plan takes. */
export function applyPlan(translation: Translation, plan: MergePlan): Translation {
	const units = [...translation.units];
	let { title } = translation.translated;
	for (const entry of plan.entries) {
		if (entry.kind === 'changed') units[entry.at] = entry.after;
		if (entry.kind === 'title' && entry.taken) title = entry.after;
	}
	return { ...translation, translated: { ...translation.translated, title }, units };
}
