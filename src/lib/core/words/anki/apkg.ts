/**
 * Notes as Anki’s package: a zip archive of `collection.anki2`, an SQLite file in Anki’s schema 11,
 * and `media`, which names no files. Every version of Anki since 2.1 reads it. The indexes of the
 * schema are left out: Anki builds what it needs when it imports.
 */
import { strToU8, zipSync } from 'fflate';
import { fieldChecksum, fieldNames, noteIds, type AnkiNote } from './anki';
import { database, type Table } from './database';
import { collectionOptions, deckId, deckOptions, decks, noteType, noteTypeId } from './noteType';
import type { Row, Value } from './record';

/** Returns the bytes of a package. Equal notes give equal bytes. */
export const apkg = (notes: readonly AnkiNote[]): Uint8Array =>
	zipSync(
		{ 'collection.anki2': collection(notes), media: strToU8('{}') },
		// Equal packages are equal files: one date, in local time, as fflate writes it.
		{ level: 6, mtime: new Date(1980, 0, 1) }
	);

const fieldEnd = '\x1f';

/** Returns the SQLite file of notes. */
export function collection(notes: readonly AnkiNote[]): Uint8Array {
	const ids = noteIds(notes.map(({ guid }) => guid));
	const rows = notes
		.map((note) => ({ note, id: ids.get(note.guid) ?? 0 }))
		.toSorted((a, b) => a.id - b.id);
	const changedMs = notes.reduce((last, note) => Math.max(last, note.changedMs), 0);
	return database([
		table('col', collectionColumns, [collectionRow(changedMs)]),
		table('notes', noteColumns, rows.map(noteRow)),
		table('cards', cardColumns, rows.flatMap(cardRows)),
		table('revlog', reviewColumns, []),
		table('graves', graveColumns, [])
	]);
}

const table = (name: string, columns: string, rows: readonly Row[]): Table => ({
	name,
	sql: `CREATE TABLE ${name} (${columns})`,
	rows
});

const integers = (names: string): string =>
	names
		.split(' ')
		.map((name) => `${name} integer not null`)
		.join(', ');
const texts = (names: string): string => integers(names).replaceAll(' integer ', ' text ');
const key = 'id integer primary key';

const collectionColumns = `${key}, ${integers('crt mod scm ver dty usn ls')}, ${texts('conf models decks dconf tags')}`;
const noteColumns = `${key}, ${texts('guid')}, ${integers('mid mod usn')}, ${texts('tags flds')}, ${integers('sfld csum flags')}, ${texts('data')}`;
const cardColumns = `${key}, ${integers('nid did ord mod usn type queue due ivl factor reps lapses left odue odid flags')}, ${texts('data')}`;
const reviewColumns = `${key}, ${integers('cid usn ease ivl lastIvl factor time type')}`;
const graveColumns = integers('usn oid type');

/** 1 December 2025, 04:00 UTC: the day from which Anki counts, in seconds. */
const createdSeconds = 1_764_561_600;
const schemaVersion = 11;
/** Not synchronised. */
const usn = -1;

const seconds = (ms: number): number => Math.floor(ms / 1000);

const collectionRow = (changedMs: number): Row => {
	const modified = seconds(changedMs);
	const json = [
		collectionOptions,
		{ [noteTypeId]: noteType(modified) },
		decks(modified),
		deckOptions,
		{}
	].map((part) => JSON.stringify(part));
	return {
		id: 1,
		values: [null, createdSeconds, changedMs, changedMs, schemaVersion, 0, 0, 0, ...json]
	};
};

interface Numbered {
	readonly id: number;
	readonly note: AnkiNote;
}

function noteRow({ id, note: { guid, fields, tags, changedMs } }: Numbered): Row {
	const [first = ''] = fields;
	const sorted = asInteger(fields[fieldNames.indexOf('Word')] ?? '');
	const mod = seconds(changedMs);
	// Anki finds a tag by the spaces around it.
	const tagged = ` ${tags.join(' ')} `;
	return {
		id,
		values: [
			null,
			guid,
			noteTypeId,
			mod,
			usn,
			tagged,
			fields.join(fieldEnd),
			sorted,
			fieldChecksum(first),
			0,
			''
		]
	};
}

/** Returns a text as SQLite keeps it in an integer column: a number where it is written as one. */
const asInteger = (text: string): Value =>
	/^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i.test(text) && Number.isFinite(Number(text))
		? Number(text) + 0
		: text;

/** Returns the cards of a note, all new: Anki keeps the due dates of cards that it has. */
const cardRows = ({ id, note: { cards, position, changedMs } }: Numbered): readonly Row[] =>
	cards.map((ord) => {
		const scheduling = [0, 0, position, 0, 0, 0, 0, 0, 0, 0, 0];
		const values = [null, id, deckId, ord, seconds(changedMs), usn, ...scheduling, ''];
		return { id: id + ord, values };
	});
