/**
 * Decides whose the words are after a person has changed them: a draft’s or a machine’s that they
 * corrected, or their own. The rule is in decision 12.
 *
 * Law (`credited.test.ts`): words begun from a draft are a person’s only if they are written anew.
 */
import type { Fingerprint } from '../text/fingerprint';
import { kept, likeness } from './keptWords';
import { lastDate, type Contributor, type Correction, type Unit } from './unit';

/** Whose words a text has. */
export interface Credit {
	readonly by: Contributor;
	readonly correction?: Correction;
}

/** A text with whose it is. */
export interface CreditedText extends Credit {
	readonly text: readonly string[];
}

/** Returns the credit of a unit, or of another text, alone. */
export const creditOf = ({ by, correction }: Credit): Credit => ({
	by,
	...(correction && { correction })
});

/** Returns the date of the last change of the words: of their correction, else of their author’s. */
export const lastChange = ({ by, correction }: Credit): string => correction?.date ?? lastDate(by);

export const isPersons = ({ by }: Pick<Credit, 'by'>): boolean => by.origin === 'human';

/** Returns whose `text` is, which `person` made from `before`. */
export function credited(
	before: CreditedText,
	text: readonly string[],
	person: Contributor
): Credit {
	if (isSameText(before.text, text)) return creditOf(before);
	if (isPersons(before)) return { by: person };
	const { share, isAnew } = kept(before.text, text);
	if (isAnew) return { by: person };
	return { by: before.by, correction: corrected(before.correction, share, person) };
}

function corrected(
	earlier: Correction | undefined,
	share: number,
	{ name, date }: Contributor
): Correction {
	if (!earlier) return { by: name, date, kept: share };
	const isNamed = `, ${earlier.by}, `.includes(`, ${name}, `);
	return {
		by: isNamed ? earlier.by : [earlier.by, name].filter((one) => one !== '').join(', '),
		date,
		// The draft’s own text is gone: a share of what was kept of it.
		...(earlier.kept !== undefined && { kept: Math.floor(100 * earlier.kept * share) / 100 })
	};
}

const isSameText = (some: readonly string[], others: readonly string[]): boolean =>
	some.length === others.length && some.every((one, at) => one === others[at]);

/** The drafts and machine translations of an article’s paragraphs. */
export class Drafts {
	readonly #bySource = new Map<Fingerprint, CreditedText[]>();

	constructor(units: readonly Unit[]) {
		for (const unit of units) {
			const [first] = unit.source;
			if (isPersons(unit) || first === undefined) continue;
			const known = this.#bySource.get(first);
			if (known) known.push(unit);
			else this.#bySource.set(first, [unit]);
		}
	}

	/** Returns the drafts of a paragraph, those of `origin` and uncorrected ones first. */
	of(source: readonly Fingerprint[], origin?: Contributor['origin']): readonly CreditedText[] {
		const [first] = source;
		const known = first === undefined ? undefined : this.#bySource.get(first);
		if (!known) return [];
		const rank = ({ by, correction }: CreditedText): number =>
			2 * Number(by.origin !== origin) + Number(correction !== undefined);
		return known.toSorted((a, b) => rank(a) - rank(b));
	}

	/** Returns the draft that a text is a copy of; short texts are alike by chance. */
	copied(source: readonly Fingerprint[], text: readonly string[], withShort = false) {
		return this.of(source).find((draft) => {
			const { copy, long } = likeness(draft.text, text);
			return copy && (long || withShort);
		});
	}

	/** Tells whether most long texts of a translation are copies of drafts. */
	areCopied(units: readonly Unit[]): boolean {
		const long = units.flatMap(({ source, text }) => {
			const found = this.of(source).map((draft) => likeness(draft.text, text));
			return found.some(({ long }) => long) ? [found.some(({ copy }) => copy)] : [];
		});
		return long.filter((copy) => copy).length * 2 > long.length;
	}
}

/** Returns the credit of words that a person began from a draft that is no longer known. */
export const correctedUnknown = (
	origin: Contributor['origin'],
	{ name, date }: Contributor
): Credit => ({ by: { origin, name: '', date }, correction: { by: name, date } });
