/**
 * Whose words are that changed on the way: who the file says changed them, else whom the caller
 * names; null where nobody says. A name that stood in the file when it was sent is no answer: it is
 * that of who wrote what was there before.
 */
import type { Contributor } from '../unit';
import { authorDigest } from './base';
import type { ExchangeUnit } from './document';

export interface Naming {
	/** Whose changed words are where the file does not say: a person. */
	readonly by?: string;
	/** ISO 8601, the day of changes that the file does not date. */
	readonly today: string;
}

/** @param drafters names of drafts and machines: a tool (OmegaT) may name its source so, who is no person */
export function authorOf(
	came: ExchangeUnit,
	stored: Contributor,
	drafters: ReadonlySet<string>,
	{ by: named, today }: Naming
): Contributor | null {
	const { by, changer } = came;
	const isDrafter = (name: string) =>
		drafters.has(name) || (by !== null && by.origin !== 'human' && by.name === name);
	if (changer?.certain && !isDrafter(changer.name))
		return { origin: 'human', name: changer.name, date: changer.date ?? today };
	if (by && isNamedAnew(by, came, stored)) return by;
	return named === undefined ? null : { origin: 'human', name: named, date: today };
}

/** Without a word of whose the unit was when it was sent, whoever is no later may have been it. */
const isNamedAnew = (by: Contributor, { base }: ExchangeUnit, stored: Contributor): boolean =>
	base?.by ? authorDigest(by) !== base.by : by.date > stored.date;
