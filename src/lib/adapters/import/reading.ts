/** Reads a text of any kind: a web page here in the page, which alone has a document; the rest in the worker. */
import { isHtml } from '../../core/import/charset';
import { fail, ok } from '../../core/result';
import type { Importer, ImportOptions, ImportOutcome } from './importer';
import { mended } from './mended';

/** Enough to see that a file is a web page. */
const startBytes = 4096;

export class Reading {
	readonly #importer: Pick<Importer, 'import'>;

	constructor(importer: Pick<Importer, 'import'>) {
		this.#importer = importer;
	}

	async import(name: string, file: Blob, options: ImportOptions = {}): Promise<ImportOutcome> {
		const start = await file
			.slice(0, startBytes)
			.text()
			.catch(() => '');
		return isHtml(name, start)
			? readHtml(file, options)
			: this.#importer.import(name, file, options);
	}
}

async function readHtml(file: Blob, options: ImportOptions): Promise<ImportOutcome> {
	const { lang = null, known = [], signal, progress } = options;
	try {
		const { importHtml } = await import('../html/importHtml');
		const bytes = new Uint8Array(await file.arrayBuffer());
		if (signal?.aborted) return fail({ kind: 'aborted' });
		const imported = importHtml(bytes, lang);
		progress?.(1);
		return imported.ok ? ok(mended(imported.value, known)) : imported;
	} catch (error) {
		return fail({ kind: 'unreadable', message: String(error) });
	}
}
