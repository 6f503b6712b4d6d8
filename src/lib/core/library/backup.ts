/**
 * Everything of the reader’s in one file, JSON in UTF-8:
 *
 *     { "format": "jamsides-backup", "version": 2, "made": "2026-11-02T08:30:00.000Z",
 *       "checksum": "sha256 of the rest", "settings": {…}, "articles": […], "removed": […],
 *       "words": […], "reviews": […], "translations": […], "places": […] }
 *
 * Version 1 had no `translations`.
 *
 * The checksum is taken over the content, not the bytes: a file that was indented anew is whole,
 * one with a letter changed is not. Law (`backup.test.ts`): `parseBackup(formatBackup(b))` is `b`.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as v from 'valibot';
import { block } from '../text/block';
import { fail, ok, type Result } from '../result';
import { fault, keptArticle, ownReview, ownTranslation, ownWords, place, removed } from './schema';
import type { Dump, KeptArticle } from './store';

/** The reader’s settings by name; `state/settings` knows which there are. */
export type SettingsRecord = Readonly<Record<string, string>>;

export interface Backup {
	readonly made: string;
	readonly settings: SettingsRecord;
	readonly library: Dump;
}

/**
 * `not-a-backup`: some other file; `torn`: its end is missing; `altered`: its words are not those
 * that were written; `newer`: made by a later version than this one reads; `broken`: whole, but with
 * a record that is none, at `at`.
 */
export type BackupFailure =
	| { readonly kind: 'not-a-backup' | 'torn' | 'altered' }
	| { readonly kind: 'newer'; readonly version: number }
	| { readonly kind: 'broken'; readonly at: string };

const format = 'jamsides-backup';
const version = 2;

export function formatBackup({ made, settings, library }: Backup): string {
	const content = { format, version, made, settings, ...library };
	return `${JSON.stringify({ ...content, checksum: checksum(content) }, null, '\t')}\n`;
}

export function parseBackup(text: string): Result<Backup, BackupFailure> {
	const raw = parseJson(text.replace(/^\ufeff/, ''));
	if (raw === undefined) return fail({ kind: looksOurs(text) ? 'torn' : 'not-a-backup' });
	const head = v.safeParse(headSchema, raw);
	if (!head.success) return fail({ kind: 'not-a-backup' });
	// Each version is read for ever: a new one adds its reader here and leaves the others.
	switch (head.output.version) {
		case 1:
			return readContent(raw, firstSchema);
		case 2:
			return readContent(raw, secondSchema);
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
const secondSchema = v.object({ ...entries, translations: v.array(ownTranslation) });

type Content = v.InferOutput<typeof firstSchema> & Partial<Pick<Dump, 'translations'>>;

function readContent(
	raw: unknown,
	schema: v.GenericSchema<unknown, Content>
): Result<Backup, BackupFailure> {
	if (!isWhole(raw)) return fail({ kind: 'altered' });
	const parsed = v.safeParse(schema, raw);
	if (!parsed.success) return fail({ kind: 'broken', at: fault(parsed.issues) });
	const { made, settings, articles, translations = [], ...rest } = parsed.output;
	const library = { articles: articles.map(fingerprinted), translations, ...rest };
	return ok({ made, settings, library });
}

/** A block’s fingerprint is always that of its text, whatever the file says. */
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
		return false; // nested deeper than a stack is, as nothing is that was written here
	}
}

const looksOurs = (text: string): boolean =>
	/^\ufeff?\s*\{\s*"format"\s*:\s*"jamsides-b/.test(text);

/** undefined where `text` is no JSON, which JSON itself cannot say. */
function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
