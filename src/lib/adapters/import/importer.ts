/** Imports texts in a worker, so that the page stays free. */
import type { Imported } from '../../core/import/imported';
import type { Result } from '../../core/result';
import type { Lang } from '../../core/text/article';
import type { KnownArticle } from '../../core/translation/recognise';
import { Calls, type CallFailure, type CallOptions, type Envelope } from '../worker/calls';
import type { Start } from '../worker/running';
import { parseReply, type ImportRequest, type ReadFailure } from './protocol';

export type ImportOutcome = Result<Imported, ReadFailure | CallFailure>;

export interface ImportOptions extends CallOptions {
	/** The language that the reader says it is, where the text does not. */
	readonly lang?: Lang;
	readonly known?: readonly KnownArticle[];
}

export class Importer {
	readonly #calls: Calls<ImportRequest, Imported, ReadFailure>;

	constructor(start: Start<ImportRequest & Envelope>) {
		this.#calls = new Calls(start, parseReply);
	}

	import(
		name: string,
		file: Blob,
		{ lang, known = [], ...options }: ImportOptions = {}
	): Promise<ImportOutcome> {
		return this.#calls.call({ name, file, lang: lang ?? null, known }, options);
	}
}
