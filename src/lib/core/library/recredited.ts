/** Corrects the credit of a book’s chapters that are saved already. */
import type { TranslationCredit } from '../links/draft';
import type { Unit } from '../translation/unit';
import type { PairingCredit } from './bookPairing';
import { chapterCredit, isMachines } from './pairedChapters';
import type { OwnTranslation } from './ownTranslation';

/**
 * Returns a saved chapter with what has changed from `before` to `now`. What the reader has changed in
 * the chapter itself stays, and so do the words of another person, and a machine’s that a person has
 * corrected. Returns null where nothing changes.
 */
export function recredited(
	own: OwnTranslation,
	before: PairingCredit,
	now: PairingCredit
): OwnTranslation | null {
	if (JSON.stringify(before) === JSON.stringify(now)) return null;
	const { title } = own.credit;
	const [old, next] = [chapterCredit(before, title), chapterCredit(now, title)];
	const pick = (field: keyof TranslationCredit) =>
		own.credit[field] === old[field] ? next[field] : own.credit[field];
	const credit: TranslationCredit = {
		...{ title, translator: pick('translator'), publication: pick('publication') },
		...{ date: pick('date'), rights: pick('rights') }
	};
	const isOurs = ({ by, correction }: Unit) =>
		isMachines(before)
			? by.origin !== 'human' && by.name === before.machine?.name && !correction
			: by.origin === 'human' && by.name === own.credit.translator;
	const author = authorOf(now, credit);
	const dayOf = (day: string) => {
		if (isDay(credit.date)) return credit.date;
		return isDay(own.credit.date) ? own.addedAt.slice(0, 10) : day;
	};
	return {
		...own,
		lang: own.lang === before.lang ? now.lang : own.lang,
		credit,
		units: own.units.map((unit) =>
			isOurs(unit) ? { ...unit, by: { ...author, date: dayOf(unit.by.date) } } : unit
		)
	};
}

const authorOf = (now: PairingCredit, { translator }: TranslationCredit) =>
	now.machine && isMachines(now)
		? { origin: now.machine.origin, name: now.machine.name }
		: { origin: 'human' as const, name: translator };

const isDay = (date: string): boolean => /^\d{4}-\d\d-\d\d$/.test(date);
