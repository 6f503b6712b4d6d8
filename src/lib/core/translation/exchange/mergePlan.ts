/**
 * Plans the merge of a returned file into a stored translation, unit by unit. The plan can be shown
 * before it is applied.
 *
 * The merge is three-way: exported (`base.ts`), stored and imported. A change in the file alone is
 * taken, a change in the store alone stays, and a change in both is a conflict: the stored version
 * stays. If the file has lost the exported version, it is compared with the stored one only.
 *
 * Authorship: unchanged words keep their author. The author of changed words is the person that the
 * file names for the change, else the one that the caller names; without a name they are not taken
 * (`author.ts`). Of a draft’s words that person is the corrector (`../credited.ts`). A review counts only if the file says who reviewed and when; a review of other
 * words is dropped (`decision.ts`).
 *
 * Laws (`mergeLaws.test.ts`): an unchanged file changes nothing, whatever has been stored
 * meanwhile; merging twice equals merging once; a unit that the plan does not name is untouched.
 */
import { fail, ok, type Result } from '../../result';
import { fingerprint } from '../../text/fingerprint';
import { creditOf, credited, isPersons, lastChange, type Credit } from '../credited';
import { lastDate, type Contributor, type Translation, type Unit } from '../unit';
import { authorOf, type Naming } from './author';
import { textDigest, type ChangeablePart } from './base';
import { titleId, unitIds, type ExchangeDocument, type ExchangeUnit } from './document';
import { decisionsOf, partsThat, textFate, type Fates } from './decision';
import { sameLanguage } from './reader';

export type MergeEntry =
	| { readonly kind: 'unchanged'; readonly id: string }
	/** `parts`: the parts that change; `kept`: changed parts of the file that are not taken. */
	| {
			readonly kind: 'changed';
			readonly id: string;
			readonly at: number;
			readonly parts: readonly ChangeablePart[];
			readonly kept: readonly ChangeablePart[];
			readonly before: Unit;
			readonly after: Unit;
	  }
	/** `taken` unless the title has changed here too. */
	| {
			readonly kind: 'title';
			readonly before: string;
			readonly after: string;
			readonly taken: boolean;
	  }
	/** The stored and the imported version both differ from the exported one; nothing is taken. */
	| {
			readonly kind: 'conflict';
			readonly id: string;
			readonly parts: readonly ChangeablePart[];
			readonly before: Unit;
			readonly came: ExchangeUnit;
	  }
	/** Its words changed, and neither the file nor the caller names their author. */
	| {
			readonly kind: 'unsigned';
			readonly id: string;
			readonly before: Unit;
			readonly came: ExchangeUnit;
	  }
	/** It came back without a text: the stored text stays. */
	| { readonly kind: 'emptied'; readonly id: string; readonly before: Unit }
	/** The translation has no such unit, or the file has it twice. */
	| { readonly kind: 'unknown'; readonly id: string; readonly came: ExchangeUnit };

/** Tells whether a part of the entry is taken. */
export const isTaken = (entry: MergeEntry): boolean =>
	(entry.kind === 'changed' && entry.parts.length > 0) || (entry.kind === 'title' && entry.taken);

export interface MergePlan {
	readonly entries: readonly MergeEntry[];
	/**
	 * Names of units that the file marks as reviewed without saying by whom, when, or of which
	 * words.
	 */
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
	/** No unit belongs to this translation, nor does the title if the file has only that. */
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
	const stored = new StoredUnits(translation);
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

/**
 * Recognises the title by its name, or, if a tool has lost that, by the original’s title, unless a
 * unit has the same words.
 */
const isTitle = (unit: ExchangeUnit, { original }: Translation, stored: StoredUnits): boolean =>
	unit.id === titleId ||
	(original.title !== undefined &&
		unit.original?.join() === original.title &&
		stored.placeOf(unit) === null);

/**
 * Checks a title alone by the article or the original’s words, since its name is the same in every
 * file.
 */
const isTitleOf = (
	{ article, original }: Translation,
	title: ExchangeUnit,
	document: ExchangeDocument
): boolean =>
	document.article === article ||
	(original.title !== undefined && title.original?.join() === original.title);

class StoredUnits {
	readonly ids: readonly string[];
	readonly #units: readonly Unit[];
	readonly #places: ReadonlyMap<string, number>;
	/**
	 * Names of drafts and machines: a tool (OmegaT) may write such a name as the author, but it is
	 * no person.
	 */
	readonly #drafters: ReadonlySet<string>;

	constructor({ units }: Translation) {
		this.#units = units;
		this.ids = unitIds(units);
		this.#places = new Map(this.ids.map((id, at) => [id, at]));
		const drafts = units.filter(({ by }) => by.origin !== 'human');
		this.#drafters = new Set(drafts.map(({ by }) => by.name));
	}

	/**
	 * Returns the position of each unit; null if it has none, or if an earlier unit has taken it.
	 */
	places(came: readonly ExchangeUnit[]) {
		const taken = new Set<number>();
		return came.map((unit) => {
			const found = this.placeOf(unit);
			const at = found !== null && taken.has(found) ? null : found;
			if (at !== null) taken.add(at);
			return { unit, at };
		});
	}

	/** Finds a unit by its name, or, if a tool has lost that, by the words of its original. */
	placeOf({ id, source, original }: ExchangeUnit): number | null {
		const bySource = () => (source[0] === undefined ? undefined : this.#places.get(source[0]));
		const byWords = () => {
			const [first] = original ?? [];
			return first === undefined ? undefined : this.#places.get(fingerprint(first));
		};
		return this.#places.get(id) ?? bySource() ?? byWords() ?? null;
	}

	/**
	 * Tells whether a unit is marked as reviewed but its review is not taken: reviewer, date or
	 * words are unknown.
	 */
	isUnsigned({ state, review, base }: ExchangeUnit, entry: MergeEntry, at: number): boolean {
		const isReviewed = state === 'reviewed' || state === 'final';
		const isTaken = entry.kind === 'changed' && entry.after.review !== null;
		return isReviewed && !(review && base) && !isTaken && !this.#units[at]?.review;
	}

	entry(came: ExchangeUnit, at: number | null, options: MergeOptions): MergeEntry {
		const before = at === null ? undefined : this.#units[at];
		if (!before || at === null) return { kind: 'unknown', id: came.id, came };
		const id = this.ids[at] ?? came.id;
		if (came.text.length === 0)
			return textDigest(came.untranslated) === textDigest(before.text)
				? { kind: 'unchanged', id }
				: { kind: 'emptied', id, before };
		const retold = textFate(before, came) === 'take';
		// A tool’s machine is no author, whoever sends the file.
		const isMachines = came.machine?.certain === true;
		const author = () => (isMachines ? null : authorOf(came, before, this.#drafters, options));
		const by = retold ? author() : before.by;
		const fates = decisionsOf(before, came, retold && by ? lastDate(by) : lastChange(before));
		const changed = partsThat('take', fates);
		const kept = partsThat('conflict', fates);
		if (changed.length === 0 && kept.length === 0) return { kind: 'unchanged', id };
		// Notes and reviews belong to words: if these are in conflict, nothing is taken.
		if (fates.text === 'conflict' || changed.length === 0)
			return { kind: 'conflict', id, parts: kept, before, came };
		if (!by) return { kind: 'unsigned', id, before, came };
		const after = changedUnit(before, came, fates, by);
		return { kind: 'changed', id, at, parts: changed, kept, before, after };
	}
}

/** Applies the changes. Spans and a review of the old words do not apply to the new ones. */
function changedUnit(stored: Unit, came: ExchangeUnit, fates: Fates, by: Contributor): Unit {
	const { spans, note, correction: _, ...rest } = stored;
	const retold = fates.text === 'take';
	const newNote = fates.note === 'take' ? came.note : (note ?? null);
	const newSpans = retold ? came.base && came.spans : (spans ?? null);
	const oldReview = retold ? null : stored.review;
	return {
		...rest,
		...(retold ? retoldCredit(stored, came, by) : creditOf(stored)),
		text: retold ? came.text : stored.text,
		review: fates.review === 'take' ? came.review : oldReview,
		...(newSpans && { spans: newSpans }),
		...(newNote !== null && { note: newNote })
	};
}

/** A person who changes a draft’s words corrects them; a new draft has its own words. */
const retoldCredit = (stored: Unit, { text }: ExchangeUnit, by: Contributor): Credit =>
	isPersons({ by }) ? credited(stored, text, by) : { by };

/** Compares the titles. A title has no author. */
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

/** Returns the translation with the changes that the plan takes. */
export function applyPlan(translation: Translation, plan: MergePlan): Translation {
	const units = [...translation.units];
	let { title } = translation.translated;
	for (const entry of plan.entries) {
		if (entry.kind === 'changed') units[entry.at] = entry.after;
		if (entry.kind === 'title' && entry.taken) title = entry.after;
	}
	return { ...translation, translated: { ...translation.translated, title }, units };
}
