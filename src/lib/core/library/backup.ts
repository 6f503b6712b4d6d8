/**
 * All of the reader’s data in one file, JSON in UTF-8:
 *
 *     { "format": "jamsides-backup", "version": 5, "made": "2026-11-02T08:30:00.000Z",
 *       "checksum": "sha256 of the rest", "settings": {…}, "articles": […], "removed": […],
 *       "words": […], "reviews": […], "translations": […], "places": […],
 *       "highlights": […], "savedWords": […], "books": […],
 *       "pictures": [{ "name": …, "type": …, "bytes": "Base64" }] }
 *
 * Version 1 had no `translations`, version 2 no `highlights`, version 3 no books and pictures,
 * version 4 no `savedWords`.
 *
 * The checksum covers the content, not the bytes: a file that was indented anew passes, one with
 * a changed letter does not. Law (`backup.test.ts`): `parseBackup(formatBackup(b))` is `b`.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as v from 'valibot';
import { block } from '../text/block';
import { fail, ok, type Result } from '../result';
import { toBase64 } from '../base64';
import { savedWord } from '../words/savedSchema';
import { ownBook, writtenPicture } from './bookSchema';
import {
	fault,
	keptArticle,
	ownHighlight,
	ownReview,
	ownTranslation,
	ownWords,
	place,
	removed
} from './schema';
import type { Dump } from './store';
import type { KeptArticle } from './ownArticle';

/** The reader’s settings by name. `state/settings` knows the names. */
type SettingsRecord = Readonly<Record<string, string>>;

export interface Backup {
	readonly made: string;
	readonly settings: SettingsRecord;
	readonly library: Dump;
}

/** Largest backup in megabytes, about a browser's longest string. A larger file is refused unread. */
const maxBackupMegabytes = 500;

/**
 * `too-large`: more than `limit` megabytes; `not-a-backup`: some other file; `torn`: the end is missing; `altered`: the content does not
 * match its checksum; `newer`: made by a later version than this one reads; `broken`: whole, but
 * with an invalid record, at `at`.
 */
export type BackupFailure =
	| { readonly kind: 'not-a-backup' | 'torn' | 'altered' }
	| { readonly kind: 'too-large'; readonly limit: number }
	| { readonly kind: 'newer'; readonly version: number }
	| { readonly kind: 'broken'; readonly at: string };

const format = 'jamsides-backup';
const version = 5;

export function formatBackup({ made, settings, library }: Backup): string {
	const pictures = library.pictures.map(({ bytes, ...about }) => ({
		...about,
		bytes: toBase64(bytes)
	}));
	const content = { format, version, made, settings, ...library, pictures };
	return `${JSON.stringify({ ...content, checksum: checksum(content) }, null, '\t')}\n`;
}

/** Reads the text of a backup, unless it is too large. */
export async function backupText(file: {
	readonly size: number;
	text(): Promise<string>;
}): Promise<Result<string, BackupFailure | { kind: 'unreadable'; message: string }>> {
	if (file.size > maxBackupMegabytes * 1_000_000)
		return fail({ kind: 'too-large', limit: maxBackupMegabytes });
	try {
		return ok(await file.text());
	} catch (error) {
		return fail({ kind: 'unreadable', message: String(error) });
	}
}

/** Reads the text of a backup. `progress`: the share of the work that is done. */
export function parseBackup(
	text: string,
	progress: (done: number) => void = () => {}
): Result<Backup, BackupFailure> {
	const raw = parseJson(text.replace(/^\ufeff/, ''));
	if (raw === undefined) return fail({ kind: looksOurs(text) ? 'torn' : 'not-a-backup' });
	const head = v.safeParse(headSchema, raw);
	if (!head.success) return fail({ kind: 'not-a-backup' });
	// Every version stays readable: a new version adds its reader here and keeps the others.
	switch (head.output.version) {
		case 1:
			return readContent(raw, firstSchema, progress);
		case 2:
			return readContent(raw, secondSchema, progress);
		case 3:
			return readContent(raw, thirdSchema, progress);
		case 4:
			return readContent(raw, fourthSchema, progress);
		case 5:
			return readContent(raw, fifthSchema, progress);
		default:
			return fail({ kind: 'newer', version: head.output.version });
	}
}

const headSchema = v.object({
	format: v.literal(format),
	version: v.pipe(v.number(), v.integer(), v.minValue(1))
});

const entries = {
	made: v.string(),
	settings: v.record(v.string(), v.string()),
	articles: v.array(keptArticle),
	removed: v.array(removed),
	words: v.array(ownWords),
	reviews: v.array(ownReview),
	places: v.array(place)
};
const firstSchema = v.object(entries);
const secondEntries = { ...entries, translations: v.array(ownTranslation) };
const secondSchema = v.object(secondEntries);
const thirdEntries = { ...secondEntries, highlights: v.array(ownHighlight) };
const thirdSchema = v.object(thirdEntries);
const fourthEntries = {
	...thirdEntries,
	books: v.array(ownBook),
	pictures: v.array(writtenPicture)
};
const fourthSchema = v.object(fourthEntries);
const fifthSchema = v.object({ ...fourthEntries, savedWords: v.array(savedWord) });

/** Shares of the work, as measured with 300 texts. */
const afterChecksum = 0.4;
const afterSchema = 0.5;
const articlesBetweenReports = 50;

type Content = v.InferOutput<typeof firstSchema> &
	Partial<Pick<Dump, 'translations' | 'highlights' | 'savedWords' | 'books' | 'pictures'>>;

function readContent(
	raw: unknown,
	schema: v.GenericSchema<unknown, Content>,
	progress: (done: number) => void
): Result<Backup, BackupFailure> {
	if (!isWhole(raw)) return fail({ kind: 'altered' });
	progress(afterChecksum);
	const parsed = v.safeParse(schema, raw);
	if (!parsed.success) return fail({ kind: 'broken', at: fault(parsed.issues) });
	progress(afterSchema);
	const { made, settings, articles, ...rest } = parsed.output;
	const library = {
		articles: articles.map((kept, nth) => {
			if (nth % articlesBetweenReports === 0)
				progress(afterSchema + ((1 - afterSchema) * nth) / articles.length);
			return fingerprinted(kept);
		}),
		...{ translations: [], highlights: [], savedWords: [], books: [], pictures: [], ...rest }
	};
	return ok({ made, settings, library });
}

/** Recomputes every block’s fingerprint from its text, whatever the file says. */
const fingerprinted = (kept: KeptArticle): KeptArticle => ({
	...kept,
	article: {
		...kept.article,
		blocks: kept.article.blocks.map(({ text, fingerprint: _, ...shape }) => block(shape, text))
	}
});

const checksum = (content: unknown): string =>
	bytesToHex(sha256(utf8ToBytes(JSON.stringify(content))));

function isWhole(raw: unknown): boolean {
	if (typeof raw !== 'object' || raw === null || !('checksum' in raw)) return false;
	const { checksum: said, ...content } = raw;
	try {
		return said === checksum(content);
	} catch {
		return false; // Nested deeper than the stack allows; nothing written here nests that deep.
	}
}

const looksOurs = (text: string): boolean =>
	/^\ufeff?\s*\{\s*"format"\s*:\s*"jamsides-b/.test(text);

/** Returns undefined if `text` is not JSON: no JSON value is undefined. */
function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
