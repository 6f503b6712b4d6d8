/**
 * Reads and writes files off the main thread: backups, books, and translations for a translator’s
 * tool. It has its own connection to the database, so that no novel is copied to and from the page.
 */
import type { Picture } from '../../core/book/book';
import { writeBook } from '../../core/book/write/write';
import { sketchOf } from '../../core/book/chapterCosts';
import { pairChapters } from '../../core/book/pairChapters';
import { backupText, formatBackup, parseBackup } from '../../core/library/backup';
import { counts } from '../../core/library/counts';
import { fail, ok, type Result } from '../../core/result';
import { arrivedFile } from '../../core/translation/exchange/arrivalFile';
import { exchangeFile } from '../../core/translation/exchange/exchangeFile';
import { ankiFile } from '../../core/words/anki/ankiFile';
import { openStore, type OpenStore } from '../db/store';
import { serve, type Context } from '../worker/serve';
import { type FileFailure, type FileReply, type FileRequest, type FileValue } from './protocol';

type Of<Kind> = Extract<FileRequest, { readonly kind: Kind }>;
type Outcome = Promise<Result<FileValue, FileFailure>>;

/** Shares of the work after which progress is reported: measured with a novel of 5 MB. */
const afterReading = 0.1;
const afterParsing = 0.5;
const afterDumping = 0.6;

function work(request: FileRequest, context: Context): Outcome {
	switch (request.kind) {
		case 'backup':
			return withStore((store) => backUp(store, request, context));
		case 'restore':
			return withStore((store) => restore(store, request, context));
		case 'exchange':
			return Promise.resolve(
				ok({ kind: 'exchange', file: blob(exchangeFile(request.format, request.seen)) })
			);
		case 'book':
			return withStore((store) => writeOut(store, request, context));
		case 'anki':
			return Promise.resolve(ok({ kind: 'anki', file: wordsFile(request) }));
		case 'arrival':
			return arrive(request, context);
		case 'pair':
			return withStore((store) => pair(store, request));
		case 'sizes':
			return withStore((store) => sizes(store, request.ids));
		case 'damaged':
			return withStore(damaged);
	}
}

async function withStore(use: (store: OpenStore) => Outcome): Outcome {
	const store = openStore();
	try {
		return await use(store);
	} finally {
		store.close();
	}
}

async function backUp(
	store: OpenStore,
	{ made, settings }: Of<'backup'>,
	{ progress }: Context
): Outcome {
	const dumped = await store.dump();
	if (!dumped.ok) return fail({ kind: 'store', failure: dumped.failure });
	progress(afterDumping);
	const library = dumped.value;
	const file = blob(formatBackup({ made, settings, library }));
	return ok({ kind: 'backup', file, counts: counts(library) });
}

async function restore(store: OpenStore, { file }: Of<'restore'>, { progress }: Context): Outcome {
	const between = (from: number, to: number) => (done: number) =>
		progress(from + done * (to - from));
	const text = await backupText(file);
	if (!text.ok) return fail({ kind: 'refused', failure: text.failure });
	progress(afterReading);
	const parsed = parseBackup(text.value, between(afterReading, afterParsing));
	if (!parsed.ok) return fail({ kind: 'refused', failure: parsed.failure });
	progress(afterParsing);
	const { made, settings, library } = parsed.value;
	const merged = await store.merge(library, between(afterParsing, 1));
	return merged.ok
		? ok({ kind: 'restore', made, settings, ...merged.value })
		: fail({ kind: 'store', failure: merged.failure });
}

/** Share of writing a book after which its pictures are read: measured with a novel of 20 MB. */
const afterPictures = 0.3;

/** Writes a book with its pictures. One that the store no longer has is left out. */
async function writeOut(
	store: OpenStore,
	{ format, options, book, pictures: named }: Of<'book'>,
	{ progress }: Context
): Outcome {
	const pictures: Picture[] = [];
	for (const [at, { name, alt }] of named.entries()) {
		const found = await store.picture(name);
		if (!found.ok) return fail({ kind: 'store', failure: found.failure });
		if (found.value) pictures.push({ ...found.value, alt });
		progress((afterPictures * (at + 1)) / named.length);
	}
	progress(afterPictures);
	// A copy: a view of shared memory is no part of a blob.
	const bytes = new Uint8Array(writeBook(format, { ...book, pictures }, options));
	return ok({ kind: 'book', file: new Blob([bytes]) });
}

/** Shares of reading a translator’s file: measured with a memory of 13,000 units. */
const afterOpening = 0.05;
const afterUnits = 0.4;

async function arrive({ file, source }: Of<'arrival'>, { progress }: Context): Outcome {
	const bytes = await file.arrayBuffer().catch(String);
	if (typeof bytes === 'string')
		return fail({ kind: 'refused', failure: { kind: 'unreadable', message: bytes } });
	progress(afterOpening);
	const outcome = arrivedFile(new Uint8Array(bytes), source, () => progress(afterUnits));
	return ok({ kind: 'arrival', outcome });
}

/** A chapter that is no longer in the library is as one without words. */
async function pair(store: OpenStore, { articles, chapters }: Of<'pair'>): Outcome {
	const kept = await Promise.all(articles.map((id) => store.article(id)));
	const source = kept.map((one) => {
		const { title = '', blocks = [] } = (one.ok && one.value?.article) || {};
		return sketchOf({ title, blocks });
	});
	const target = chapters.map(sketchOf);
	return ok({ kind: 'pair', source, target, pairs: pairChapters(source, target) });
}

/** Reads each text and its translations. Returns the sizes of those that can be read. */
async function sizes(store: OpenStore, ids: readonly string[]): Outcome {
	const found = await Promise.all(
		ids.map(async (id) => [id, await sizeOfText(store, id)] as const)
	);
	return ok({
		kind: 'sizes',
		bytes: new Map(found.flatMap(([id, size]) => (size === null ? [] : [[id, size]])))
	});
}

async function sizeOfText(store: OpenStore, id: string): Promise<number | null> {
	const [kept, work] = await Promise.all([store.article(id), store.work(id)]);
	if (!kept.ok || !kept.value || !work.ok) return null;
	const { translations } = work.value;
	return [kept.value.article, ...translations].reduce((sum, part) => sum + sizeOf(part), 0);
}

async function damaged(store: OpenStore): Outcome {
	const found = await store.damaged();
	return found.ok
		? ok({ kind: 'damaged', count: found.value.length })
		: fail({ kind: 'store', failure: found.failure });
}

const sizeOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

function wordsFile({ format, words, said }: Of<'anki'>): Blob {
	const file = ankiFile(format, words, said);
	return typeof file === 'string' ? blob(file) : new Blob([new Uint8Array(file)]);
}

const blob = (text: string): Blob => new Blob([text]);

const hear = serve(
	(message: FileReply) => self.postMessage(message),
	work,
	(error) => ({ kind: 'broken' as const, message: String(error) })
);

self.onmessage = ({ data }) => hear(data);
