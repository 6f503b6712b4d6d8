/** Looks words up in a dictionary, reading only the slices that hold them. */
import { fail, ok, type Result } from '../../result';
import { openBody, type Body } from './body';
import type { DictionaryEntry, DictionaryFiles } from './dictionary';
import { Refused, refuse, refuseLarger, maxEntryBytes, type DictionaryFailure } from './failure';
import { lines, type Piece } from './piece';
import { fieldPieces, fieldsOf } from './stardictFields';
import { tabbedPieces } from './tabbed';
import { decodeLoosely, exact, fold } from './text';
import { findWord, type IndexedWord } from './wordIndex';
import { xmlFormats } from './xmlDictionary';

/** Most entries that a word has in one dictionary; the others are left out. */
const maxEntries = 40;
/** Longest word that is looked up, in UTF-16 units: no entry is longer. */
const maxWord = 500;

export interface Found {
	/** The form that was found: the word itself, or one of the lemmas. */
	readonly word: string;
	readonly via: 'exact' | 'case' | 'lemma';
	readonly entries: readonly DictionaryEntry[];
}

export interface OpenDictionary {
	/**
	 * Finds the word in its own case, else in another, else the first of its lemmas that is there.
	 * Null where none is.
	 */
	lookUp(
		word: string,
		lemmas?: readonly string[]
	): Promise<Result<Found | null, DictionaryFailure>>;
}

export function openDictionary(name: string, files: DictionaryFiles): OpenDictionary {
	let opened: Promise<Body> | null = null;
	const body = () => (opened ??= openBody({ name, blob: files.body }, files.isDictzip));
	return {
		async lookUp(word, lemmas = []) {
			try {
				return ok(await firstFound(name, files, await body(), [word, ...lemmas]));
			} catch (error) {
				if (error instanceof Refused) return fail(error.failure);
				throw error;
			}
		}
	};
}

async function firstFound(
	name: string,
	files: DictionaryFiles,
	body: Body,
	words: readonly string[]
): Promise<Found | null> {
	for (const [at, word] of words.entries()) {
		if (word.length > maxWord || fold(word) === '') continue;
		const places = distinct(await findWord(files.index, word)).slice(0, maxEntries);
		const [first] = places;
		if (!first) continue;
		const via = at > 0 ? 'lemma' : exact(first.word) === exact(word) ? 'exact' : 'case';
		const entries = await Promise.all(places.map((place) => entryAt(name, files, body, place)));
		return { word: first.word, via, entries };
	}
	return null;
}

/** Leaves out a form of an entry that is there already. */
const distinct = (words: readonly IndexedWord[]): readonly IndexedWord[] =>
	[
		...new Map(words.toReversed().map((one) => [`${one.at} ${one.length}`, one])).values()
	].toReversed();

async function entryAt(
	name: string,
	files: DictionaryFiles,
	body: Body,
	{ word, at, length, head }: IndexedWord
): Promise<DictionaryEntry> {
	refuseLarger(name, length, maxEntryBytes);
	const bytes = await body.read(at, length);
	return {
		head: head ?? word,
		form: head === null ? null : word,
		pieces: piecesOf(name, files, bytes, head ?? word)
	};
}

function piecesOf(
	name: string,
	{ format, types }: DictionaryFiles,
	bytes: Uint8Array,
	head: string
): readonly Piece[] {
	switch (format) {
		case 'stardict':
			return fieldPieces(fieldsOf(bytes, types) ?? refuse({ kind: 'damaged', file: name }));
		case 'dict':
			return lines(withoutHead(decodeLoosely(bytes), head));
		case 'tabbed':
			return tabbedPieces(decodeLoosely(bytes));
		default: {
			const xml = xmlFormats.find((one) => one.format === format);
			return xml ? xml.pieces(decodeLoosely(bytes)) : [];
		}
	}
}

/** Leaves out the head, with which an entry begins, and the braces of references. */
const withoutHead = (text: string, head: string): string =>
	(text.startsWith(head) && !/^[\p{L}\p{M}]/u.test(text.slice(head.length))
		? text.slice(head.length)
		: text
	).replace(/[{}]/g, '');
