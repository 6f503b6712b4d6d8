/**
 * What goes to Anki: a note for each saved word, with stable names, so that a second import updates
 * the notes of the first. Anki knows a note by its `guid`, and cards and note types by their ids.
 */
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { MarkedSentence, SavedWord } from '../savedWord';

/** The fields of our note type. A new one goes last: Anki matches them by their order. */
export const fieldNames = [
	'Id',
	'Word',
	'Form',
	'Class',
	'Meaning',
	'Sentence',
	'Gap',
	'Translation',
	'Note',
	'Source',
	'Lang',
	'To'
] as const;
type FieldName = (typeof fieldNames)[number];

/** Names of the note type and the deck in Anki: never changed, or an export doubles all notes. */
export const noteTypeName = 'Jämsides';
export const deckName = 'Jämsides';

export interface AnkiNote {
	readonly guid: string;
	/** HTML, in the order of `fieldNames`. */
	readonly fields: readonly string[];
	readonly tags: readonly string[];
	/** The cards that the note has, by their number in the note type. */
	readonly cards: readonly number[];
	/** Place among the new cards, from 1. */
	readonly position: number;
	/** Milliseconds since 1970. */
	readonly changedMs: number;
}

/** Words of the interface that stand on the cards. */
export interface AnkiWords {
	/** What a word class in English is called; one that is missing stands as it is. */
	readonly classes: Readonly<Record<string, string>>;
}

/** Numbers of the cards in the note type. */
const cardOf = { meaning: 0, word: 1, gap: 2 } as const;

/** Returns saved words, given in the order in which they are to be learnt, as notes by their names. */
export const ankiNotes = (words: readonly SavedWord[], said: AnkiWords): readonly AnkiNote[] =>
	words
		.map((word, at) => ankiNote(word, at + 1, said))
		.toSorted((a, b) => (a.guid < b.guid ? -1 : a.guid > b.guid ? 1 : 0));

function ankiNote(word: SavedWord, position: number, said: AnkiWords): AnkiNote {
	const guid = guidOf(word.id);
	const fields = fieldsOf(word, guid, said);
	return {
		guid,
		fields: fieldNames.map((name) => fields[name]),
		tags: ['jamsides', `jamsides::${word.state}`],
		cards: [
			cardOf.meaning,
			...(fields.Meaning === '' ? [] : [cardOf.word]),
			...(fields.Gap === '' ? [] : [cardOf.gap])
		],
		position,
		changedMs: Date.parse(word.changedAt)
	};
}

function fieldsOf(
	{ lang, to, form, lemma, wordClass, meaning, context, note }: SavedWord,
	guid: string,
	{ classes }: AnkiWords
): Readonly<Record<FieldName, string>> {
	const named = Object.hasOwn(classes, wordClass) ? (classes[wordClass] ?? '') : wordClass;
	return {
		Id: guid,
		Word: html(lemma),
		Form: form === lemma ? '' : html(form),
		Class: html(named),
		Meaning: html(meaning),
		Sentence: context ? marked(context.sentence) : '',
		Gap: context ? gapped(context.sentence) : '',
		Translation: context?.counterpart ? marked(context.counterpart) : '',
		Note: html(note),
		Source: context ? html(context.source.title) : '',
		Lang: html(lang),
		To: html(to)
	};
}

/** Returns the name of a note in Anki: the same for the same word, whatever changed in it. */
const guidOf = (id: string): string => bytesToHex(sha256(utf8ToBytes(id))).slice(0, 16);

/** Returns plain text as HTML on one line. */
export const html = (text: string): string =>
	text
		.replace(/[&<>"'{}]/g, (char) => `&#${char.charCodeAt(0)};`)
		// eslint-disable-next-line no-control-regex -- a field ends with 0x1f, and 0 ends a text
		.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g, '')
		.replace(/\r\n?|\n|\u2028|\u2029/g, '<br>')
		.replaceAll('\t', ' ');

/** Returns a sentence with the word in bold. */
function marked({ text, range }: MarkedSentence): string {
	if (!range || range[0] === range[1]) return html(text);
	const [from, to] = range;
	return `${html(text.slice(0, from))}<b>${html(text.slice(from, to))}</b>${html(text.slice(to))}`;
}

/** Returns a sentence with a gap in place of the word; empty where it is not known which that is. */
function gapped({ text, range }: MarkedSentence): string {
	if (!range || range[0] === range[1]) return '';
	return `${html(text.slice(0, range[0]))}<span class="gap">_____</span>${html(text.slice(range[1]))}`;
}

/** Returns the checksum by which Anki finds notes with the same first field. */
export const fieldChecksum = (field: string): number =>
	Number.parseInt(bytesToHex(sha1(utf8ToBytes(field))).slice(0, 8), 16);

/** Ids in Anki are numbers, mostly moments in milliseconds: ours begin here, in 2001. */
const firstId = 1_000_000_000_000;
const idBits = 38;
/** A note has its cards’ ids to itself: this many. */
const cardsPerNote = 4;

/**
 * Returns the ids of notes by their guids. An id follows from the guid alone, but for the rare note
 * whose number an earlier one has.
 */
export function noteIds(guids: readonly string[]): ReadonlyMap<string, number> {
	const ids = new Map<string, number>();
	const taken = new Set<number>();
	for (const guid of guids) {
		let number = Number.parseInt(guid.slice(0, 12), 16) % 2 ** idBits;
		while (taken.has(number)) number = (number + 1) % 2 ** idBits;
		taken.add(number);
		ids.set(guid, firstId + number * cardsPerNote);
	}
	return ids;
}
