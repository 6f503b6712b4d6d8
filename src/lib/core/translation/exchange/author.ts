/**
 * Decides the author of changed words: the person that the file names for the change, else the one
 * that the caller names, else null. A name that was already in the exported file does not count: it
 * names the author of the earlier words.
 */
import { lastChange, type Credit } from '../credited';
import type { Contributor } from '../unit';
import { authorDigest } from './base';
import type { ExchangeUnit } from './document';

export interface Naming {
	/** The person who wrote the changed words, if the file names none. */
	readonly by?: string;
	/** ISO 8601 date for changes that the file does not date. */
	readonly today: string;
}

/**
 * @param drafters names of drafts and machines: a tool (OmegaT) may write such a name as the
 * author, but it is no person
 */
export function authorOf(
	came: ExchangeUnit,
	stored: Credit,
	drafters: ReadonlySet<string>,
	{ by: named, today }: Naming
): Contributor | null {
	const { by, correction, changer } = came;
	const isDrafter = (name: string) =>
		drafters.has(name) || (by !== null && by.origin !== 'human' && by.name === name);
	if (changer?.certain && !isDrafter(changer.name))
		return { origin: 'human', name: changer.name, date: changer.date ?? today };
	if (by && isNamedAnew(by, came, stored)) {
		// A draft’s words that the file says a person corrected.
		const { by: name = '', date = today } = correction ?? {};
		return name !== '' && by.origin !== 'human' ? { origin: 'human', name, date } : by;
	}
	return named === undefined ? null : { origin: 'human', name: named, date: today };
}

/**
 * Tells whether the file names a new author. Without the exported author, a contributor dated no
 * later than the stored one may be the old author.
 */
const isNamedAnew = (
	by: Contributor,
	{ base, correction }: ExchangeUnit,
	stored: Credit
): boolean =>
	base?.by
		? authorDigest({ by, correction }) !== base.by
		: lastChange({ by, ...(correction && { correction }) }) > lastChange(stored);
