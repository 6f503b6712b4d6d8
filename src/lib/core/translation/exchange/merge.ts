/**
 * What becomes of a translation when a file of it comes back: a plan, unit by unit, which can be
 * shown before it is applied.
 *
 * Three ways: what was sent (`base.ts`), what is stored now, what came. What only the file changed
 * is taken, what only the store changed stays, what both changed is a conflict and stays as it is
 * stored. A file that no longer says what was sent is compared with what is stored alone.
 *
 * Authorship: words that did not change stay whose they are. Changed words are by whom the file
 * names, else by whom the caller names, else they are not taken. A review counts only where the file
 * says who reviewed and when; one of other words than these is gone.
 *
 * Laws (`merge.test.ts`): what was sent and comes back untouched changes nothing, whatever has been
 * stored meanwhile; merging twice is merging once; a unit that the plan does not name is untouched.
 */
import { fail, ok, type Result } from '../../result';
import { fingerprint } from '../../text/fingerprint';
import type { Contributor, Review, Translation, Unit } from '../unit';
import { baseOf, textDigest, type Base, type Changeable } from './base';
import { titleId, unitIds, type ExchangeDocument, type ExchangeUnit } from './document';
import { sameLanguage } from './reader';

export type Part = keyof Base;

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
	/** Units, by name, that the file calls reviewed without saying by whom and when. */
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
	/** Not one unit is of this translation. */
	| { readonly kind: 'other-article'; readonly article: string | null };

export interface MergeOptions {
	/** Whose changed words are where the file does not say: a person. */
	readonly by?: string;
	/** ISO 8601, the day of changes that the file does not date. */
	readonly today: string;
}

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
	if (placed.every(({ at }) => at === null))
		return fail({ kind: 'other-article', article: document.article });
	const entries = placed.map(({ unit, at }) => stored.entry(unit, at, options));
	const covered = new Set(placed.map(({ at }) => at));
	return ok({
		entries: [...(title ? titleEntries(translation, title) : []), ...entries],
		unsignedReviews: placed.flatMap(({ unit, at }) =>
			at !== null && stored.isUnsigned(unit, at) ? [stored.ids[at] ?? unit.id] : []
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

	isUnsigned({ state, review }: ExchangeUnit, at: number): boolean {
		const isReviewed = state === 'reviewed' || state === 'final';
		return isReviewed && !review && !this.#units[at]?.review;
	}

	entry(came: ExchangeUnit, at: number | null, options: MergeOptions): MergeEntry {
		const before = at === null ? undefined : this.#units[at];
		if (!before || at === null) return { kind: 'unknown', id: came.id, came };
		const id = this.ids[at] ?? came.id;
		if (came.text.length === 0) return { kind: 'emptied', id, before };
		const fates = fatesOf(before, came);
		const changed = partsThat('take', fates);
		const kept = partsThat('conflict', fates);
		if (changed.length === 0 && kept.length === 0) return { kind: 'unchanged', id };
		// Notes and reviews are of words: where these are in conflict, nothing is taken.
		if (fates.text === 'conflict' || changed.length === 0)
			return { kind: 'conflict', id, parts: kept, before, came };
		const by = fates.text === 'take' ? this.#author(before.by, came, options) : before.by;
		if (!by) return { kind: 'unsigned', id, before, came };
		const after = changedUnit(before, came, fates, by);
		return { kind: 'changed', id, at, parts: changed, kept, before, after };
	}

	/** Whose the changed words are; null where nobody says. */
	#author(
		stored: Contributor,
		{ by, changer }: ExchangeUnit,
		{ by: named, today }: MergeOptions
	): Contributor | null {
		const isSame = changer?.name === stored.name && (changer.date ?? stored.date) === stored.date;
		if (changer && !isSame && !this.#drafters.has(changer.name))
			return { origin: 'human', name: changer.name, date: changer.date ?? today };
		if (by && JSON.stringify(by) !== JSON.stringify(stored)) return by;
		return named === undefined ? null : { origin: 'human', name: named, date: today };
	}
}

type Fate = 'keep' | 'take' | 'conflict';
type Fates = Readonly<Record<Part, Fate>>;

const changeable = ({ text, review, note }: Unit): Changeable => ({
	text,
	review,
	note: note ?? null
});

function fatesOf(stored: Unit, came: ExchangeUnit): Fates {
	const mine = baseOf(changeable(stored));
	const theirs = baseOf(came);
	const sent = came.base;
	const fate = (part: Part, says: boolean): Fate => {
		if (mine[part] === theirs[part]) return 'keep';
		// Without what was sent, silence means that a tool dropped something.
		if (!sent) return says ? 'take' : 'keep';
		if (theirs[part] === sent[part]) return 'keep';
		return mine[part] === sent[part] ? 'take' : 'conflict';
	};
	const text = fate('text', true);
	return {
		text,
		review: reviewFate(fate('review', came.review !== null), text, mine.text === theirs.text),
		note: fate('note', came.note !== null)
	};
}

/**
 * A review is of the words that it came with. Where these are taken, so is it, for one of the words
 * that they replace is gone; where other words stay, it says nothing of them.
 */
function reviewFate(review: Fate, text: Fate, sameWords: boolean): Fate {
	if (text === 'take') return review === 'conflict' ? 'take' : review;
	return review === 'take' && !sameWords ? 'conflict' : review;
}

const partsThat = (wanted: Fate, fates: Fates): readonly Part[] =>
	(['text', 'review', 'note'] as const).filter((part) => fates[part] === wanted);

function changedUnit(stored: Unit, came: ExchangeUnit, fates: Fates, by: Contributor): Unit {
	const { spans, note, ...rest } = stored;
	const retold = fates.text === 'take';
	const newNote = fates.note === 'take' ? came.note : (note ?? null);
	const newSpans = retold ? came.spans : (spans ?? null);
	return {
		...rest,
		by,
		text: retold ? came.text : stored.text,
		review: reviewAfter(stored.review, came, fates),
		...(newSpans && { spans: newSpans }),
		...(newNote !== null && { note: newNote })
	};
}

/**
 * A review of the old words says nothing of the new ones. A file that does not say what was sent is
 * one of this project’s own, edited: its reviews are of its words.
 */
function reviewAfter(stored: Review | null, came: ExchangeUnit, { text, review }: Fates) {
	if (review === 'take' || (text === 'take' && !came.base)) return came.review;
	return text === 'take' ? null : stored;
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
