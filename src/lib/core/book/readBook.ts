/** Recognises a book by its content, whatever its name, and reads it with its chapters. */
import { fail, type Result } from '../result';
import type { Lang } from '../text/article';
import { openArchive, type Archive } from './archive';
import { isZip } from './zipDirectory';
import { decodeText } from './decodeText';
import { assembleSteps } from './assemble';
import type { Book } from './book';
import { docxSteps } from './docx/docx';
import { epubSteps, type EpubOptions } from './epub/epub';
import { maxBookBytes, type BookFailure } from './failure';
import { fb2Steps } from './fb2/fb2';
import type { Flow } from './flow';
import type { Steps } from '../steps';
import { odtSteps } from './odt/odt';
import { compoundFailure } from './office/compound';

export type BookFormat = 'epub' | 'docx' | 'odt' | 'fb2' | 'pdf';

export interface BookOptions extends EpubOptions {
	/** The language that the reader has chosen; null: it is detected. */
	readonly lang: Lang | null;
}

/** Returns the format of a book; null where the bytes are no book. */
export function bookFormat(bytes: Uint8Array): BookFormat | null {
	if (compoundFailure(bytes)?.kind === 'locked') return 'docx';
	if (!isZip(bytes)) return plainFormat(decodeText(bytes.subarray(0, searched)));
	const archive = openArchive(bytes);
	return archive.ok ? archiveFormat(archive.value) : damagedFormat(bytes);
}

/** Number of bytes that are searched for what a file says of itself. */
const searched = 2048;

/** Number of bytes of a damaged archive that are searched for the names of files. */
const searchedNames = 65_536;

/** A damaged archive may still say what it was: the names in it are not compressed. */
function damagedFormat(bytes: Uint8Array): BookFormat | null {
	const start = Array.from(bytes.subarray(0, searchedNames), (byte) => String.fromCharCode(byte));
	const text = start.join('');
	const named = /META-INF\/container\.xml|word\/document\.xml|content\.xml/.exec(text)?.[0];
	return formatByType(text) ?? byName.get(named ?? '') ?? null;
}

const byName: ReadonlyMap<string, BookFormat> = new Map([
	['META-INF/container.xml', 'epub'],
	['word/document.xml', 'docx'],
	['content.xml', 'odt']
]);

function plainFormat(start: string): BookFormat | null {
	if (start.slice(0, 1024).includes('%PDF-')) return 'pdf';
	return /^\ufeff?\s*<(?:\?xml|!--|FictionBook)[^]*?<FictionBook[\s>]/.test(start) ||
		/^\ufeff?\s*<FictionBook[\s>]/.test(start)
		? 'fb2'
		: null;
}

function archiveFormat(archive: Archive): BookFormat | null {
	const { names } = archive;
	const type = archive.has('mimetype') ? formatByType(latin(archive.start('mimetype'))) : null;
	if (type !== null) return type;
	if (archive.has('META-INF/container.xml')) return 'epub';
	if (names.some((name) => /^word\/document\d*\.xml$/i.test(name))) return 'docx';
	if (archive.has('content.xml') && archive.has('META-INF/manifest.xml')) return 'odt';
	if (names.filter((name) => name.toLowerCase().endsWith('.opf')).length === 1) return 'epub';
	const files = names.filter((name) => !name.endsWith('/'));
	return files.length === 1 && files[0]?.toLowerCase().endsWith('.fb2') ? 'fb2' : null;
}

const formatByType = (text: string): BookFormat | null =>
	text.includes('application/epub+zip')
		? 'epub'
		: text.includes('application/vnd.oasis.opendocument.text')
			? 'odt'
			: null;

const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** Reads a book step by step, but for a PDF, whose reader is asynchronous. */
export function* bookSteps(
	bytes: Uint8Array,
	{ lang, ...options }: BookOptions
): Steps<Result<Book, BookFailure>> {
	const flow = yield* part(flowSteps(bytes, options), 0, reading);
	return flow.ok ? yield* part(assembleSteps(flow.value, lang), reading, 1) : flow;
}

/** Share of the work that reading the file is; the rest is making chapters of it. */
const reading = 0.7;

/** Runs steps whose progress is a part of the whole. */
function* part<T>(steps: Steps<T>, from: number, to: number): Steps<T> {
	let step = steps.next();
	for (; !step.done; step = steps.next()) yield { done: from + (to - from) * step.value.done };
	return step.value;
}

/** Reads a book as a flow, step by step. */
export function* flowSteps(
	bytes: Uint8Array,
	options: EpubOptions
): Steps<Result<Flow, BookFailure>> {
	if (bytes.length > maxBookBytes)
		return fail({ kind: 'too-large', bytes: bytes.length, limit: maxBookBytes });
	switch (bookFormat(bytes)) {
		case 'epub': {
			const archive = openArchive(bytes);
			return archive.ok ? yield* epubSteps(archive.value, options) : archive;
		}
		case 'docx': {
			const refused = compoundFailure(bytes);
			if (refused) return fail(refused);
			const archive = openArchive(bytes);
			return archive.ok ? yield* docxSteps(archive.value) : archive;
		}
		case 'odt': {
			const archive = openArchive(bytes);
			return archive.ok ? yield* odtSteps(archive.value) : archive;
		}
		case 'fb2':
			return yield* fb2Steps(bytes);
		// The reader of PDF is outside core.
		default:
			return fail({ kind: 'binary', format: null });
	}
}
