/** Imports texts in a worker, so that the page stays responsive. */
import type { Encoding } from '../../core/import/decode';
import type { Result } from '../../core/result';
import type { Lang } from '../../core/text/article';
import { Calls, type CallOptions } from '../worker/calls';
import type { Envelope } from '../worker/protocol';
import type { Start } from '../worker/running';
import {
	parseReply,
	type ImportedBook,
	type ImportedText,
	type ImportRequest,
	type ReadFailure
} from './protocol';

export type ImportOutcome = Result<ImportedText, ReadFailure>;
export type ReadOutcome = Result<ImportedText | ImportedBook, ReadFailure>;

export interface ImportOptions extends CallOptions {
	/** The language that the reader chose, for a text that does not declare one. */
	readonly lang?: Lang;
	/** The encoding that the reader chose, for a plain text. */
	readonly encoding?: Encoding;
	/** Whether a text is compared with the library. */
	readonly compares?: true;
}

export class Importer {
	readonly #calls: Calls<ImportRequest, ImportedText | ImportedBook, ReadFailure>;

	constructor(start: Start<ImportRequest & Envelope>) {
		this.#calls = new Calls(start, parseReply, { failureOf: (failure) => failure });
	}

	/** Reads a file as one text, a book too. */
	async import(name: string, file: Blob, options: ImportOptions = {}): Promise<ImportOutcome> {
		const read = await this.#call({ name, file }, options);
		if (read.ok && 'book' in read.value)
			throw new TypeError('a book came back where one text was asked for');
		return read as ImportOutcome;
	}

	/** Reads a file as a text, or as a book where it is one. */
	read(name: string, file: Blob, options: ImportOptions = {}): Promise<ReadOutcome> {
		return this.#call({ name, file, books: true }, options);
	}

	#call(
		file: Pick<ImportRequest, 'name' | 'file' | 'books'>,
		{ lang, encoding, compares, ...options }: ImportOptions
	): Promise<ReadOutcome> {
		const chosen = {
			...(encoding === undefined ? {} : { encoding }),
			...(compares && { compares })
		};
		return this.#calls.call({ ...file, lang: lang ?? null, ...chosen }, options);
	}
}
