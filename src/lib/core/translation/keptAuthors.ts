/** Decides the author of each unit when a saved translation is saved again after a change. */
import type { OwnTranslation } from '../library/store';
import { creditOf, isPersons } from './credited';
import type { Unit } from './unit';

/**
 * Gives a unit of the new version the author, the review and the note that it had in `base`. Words by
 * another person than the translator keep that person as their author, provided that all units that
 * they come from have the same one; a draft’s words stay the draft’s. A unit with the same source and
 * text keeps its review and note.
 */
export function withKeptAuthor(unit: Unit, base: OwnTranslation | null): Unit {
	const units = base?.units ?? [];
	const same = units.find((one) => isSame(one.source, unit.source) && isSame(one.text, unit.text));
	const [first, ...more] = same
		? [same]
		: units.filter(({ text }) => text.some((words) => unit.text.includes(words)));
	const isTheirs =
		first &&
		first.by.name !== base?.credit.translator &&
		more.every(({ by }) => by.name === first.by.name);
	const drafted = [first, ...more].find((one) => one && !isPersons(one));
	const author = drafted ?? (isTheirs ? first : undefined);
	return {
		...unit,
		...(author && creditOf(author)),
		...(same && { review: same.review }),
		...(same?.note !== undefined && { note: same.note })
	};
}

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
	some.length === others.length && some.every((one, at) => one === others[at]);
