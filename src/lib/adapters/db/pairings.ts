import {
	isDone,
	latestOf,
	withOutcome,
	type BookPairing,
	type PairingStore
} from '$lib/core/library/bookPairing';
import { bookPairing, ownBook, pairingText } from '$lib/core/library/bookSchema';
import { namedBy } from '$lib/core/library/bookTranslation';
import { after } from '$lib/core/library/moment';
import { ownTranslation } from '$lib/core/library/schema';
import type { Access } from './access';
import { Refusal } from './failure';
import { current, read, readable } from './rows';
import type { Database } from './schema';
import { one, translationRow } from './translations';

/** Stores the books’ translations on their way in. */
export function pairings(access: Access): PairingStore {
	const { db } = access;
	return {
		watchPairings: (next, failed) =>
			access.watch(async () => readable(bookPairing, await db.pairings.toArray()), next, failed),
		pairingOf: (book) =>
			access.read(async () =>
				latestOf(readable(bookPairing, await db.pairings.where({ book }).toArray()), book)
			),
		pairingText: (id) => access.read(async () => one(pairingText, await db.pairingTexts.get(id))),
		putPairing: (pairing, text) =>
			access.write(async () => {
				const [here, rows] = await Promise.all([
					current(db, db.pairings, pairing.id, bookPairing),
					db.pairings.where({ book: pairing.book }).toArray()
				]);
				if (!here && !text) throw new Refusal({ kind: 'conflict' });
				const ids = readable(bookPairing, rows).map(({ id }) => id);
				const others = text ? ids.filter((id) => id !== pairing.id) : [];
				await Promise.all([
					...removal(db, others),
					db.pairings.put(pairing),
					...(text ? [db.pairingTexts.put(text)] : [])
				]);
			}),
		savePair: (...pair) => access.writeListed('own', () => savePair(db, ...pair)),
		removePairing: (id) => access.write(() => Promise.all(removal(db, [id])).then(() => undefined))
	};
}

const removal = (db: Database, ids: readonly string[]) =>
	[db.pairings, db.pairingTexts].map((table) => table.bulkDelete([...ids]));

async function savePair(
	db: Database,
	...[id, pair, saved]: Parameters<PairingStore['savePair']>
): Promise<BookPairing | null> {
	const { translations, changedAt } = saved;
	const record = read(bookPairing, await db.pairings.get(id));
	const pairing = record.ok ? withOutcome(record.value, pair, saved) : null;
	if (!pairing) return null;
	const [book, ...here] = await Promise.all([
		current(db, db.books, pairing.book, ownBook),
		...translations.map((own) => current(db, db.translations, own.id, ownTranslation))
	]);
	if (here.some((own) => own && !own.deleted)) throw new Refusal({ kind: 'conflict' });
	const named = book && translations.length > 0 ? namedBy(book, pairing) : null;
	const kept = translations.map((own, at) => ({
		...own,
		changedAt: after(own.changedAt, here[at]?.changedAt ?? null)
	}));
	await Promise.all([
		db.translations.bulkPut(kept.map(translationRow)),
		...(book && named
			? [db.books.put({ ...named, changedAt: after(changedAt, book.changedAt) })]
			: []),
		...(isDone(pairing) ? removal(db, [id]) : [db.pairings.put(pairing)])
	]);
	return pairing;
}
