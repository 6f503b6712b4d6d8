/** Writes a text, a series or a book to a file that is read elsewhere. */
import type { FileFailure, WrittenBook } from '$lib/adapters/files/protocol';
import type { CallOptions } from '$lib/adapters/worker/calls';
import type { BilingualBook, Layout, Side, WriteOptions } from '$lib/core/book/write/bilingualBook';
import { defaultLayout, type BookFormat } from '$lib/core/book/write/bookFormats';
import { failedCall } from '$lib/core/library/askStore';
import type { BookPicture } from '$lib/core/library/ownBook';
import type { StoreFailure } from '$lib/core/library/storeFailure';
import { fail, ok, type Result } from '$lib/core/result';
import type { T } from '$lib/i18n';
import type { UiLang } from '$lib/i18n/langs';
import { nextTask } from '../nextTask';
import { bookFileName, mediaTypes, type NamedBook } from './bookFile';
import { bookToWrite } from './bookToWrite';
import { workToWrite, type Exportable, type WorkEnvironment } from './workToWrite';

export interface BookExportEnvironment extends WorkEnvironment {
	readonly write: (book: WrittenBook, options: CallOptions) => Promise<Result<Blob, FileFailure>>;
}

export type BookExportStep =
	/** `missing`: not there when it was opened; `gone`: not there any more when it was to be written. */
	| { readonly kind: 'opening' | 'missing' | 'ready' | 'gone' | 'cancelled' }
	| { readonly kind: 'closed'; readonly failure: StoreFailure }
	/** `done`: the share that is read and written, from 0 to 1. */
	| { readonly kind: 'writing'; readonly file: string; readonly done: number }
	| { readonly kind: 'unwritten'; readonly failure: StoreFailure }
	| { readonly kind: 'broken'; readonly message: string }
	| { readonly kind: 'done'; readonly file: string };

/** What the page says of a work before it is written. */
interface AboutWork extends NamedBook {
	readonly lang: string;
	readonly title: string;
	/** Says that it is for the reader’s own use; null where it may be passed on. */
	readonly ownUse: string | null;
}

/** A written file, to be saved. */
interface BookFile {
	readonly name: string;
	readonly content: Blob;
	readonly type: string;
}

/** The share of the work after which the texts are read: measured with a book of 120,000 words. */
const afterReading = 0.3;

export class BookExport {
	#step = $state.raw<BookExportStep>({ kind: 'opening' });
	#about = $state.raw<AboutWork | null>(null);
	#format = $state<BookFormat>('epub');
	#layout = $state<Layout>('stacked');
	#first = $state<Side>('original');
	#abort: AbortController | null = null;
	readonly #environment: BookExportEnvironment;
	readonly #asked: Exportable;
	readonly #ui: UiLang;
	readonly #t: T;

	constructor(environment: BookExportEnvironment, asked: Exportable, ui: UiLang, t: T) {
		this.#environment = environment;
		this.#asked = asked;
		this.#ui = ui;
		this.#t = t;
	}

	readonly step = $derived(this.#step);
	readonly about = $derived(this.#about);
	readonly format = $derived(this.#format);
	readonly layout = $derived(this.#layout);
	readonly first = $derived(this.#first);
	/** Whether there is a layout to choose: Word and the web page have columns. */
	readonly hasLayouts = $derived(this.#format === 'epub' && this.#about?.bare === false);
	/** Whether there is an order to choose: of notes, the original always comes first. */
	readonly hasOrder = $derived(
		this.#about?.bare === false && !(this.#format === 'epub' && this.#layout === 'notes')
	);

	choose({ format, layout, first }: Partial<WriteOptions & { format: BookFormat }>): void {
		this.#format = format ?? this.#format;
		this.#layout = layout ?? this.#layout;
		this.#first = first ?? this.#first;
		if (this.#step.kind !== 'writing' && this.#about) this.#step = { kind: 'ready' };
	}

	/** Reads what there is to say of the work. Returns a function that ends what is under way. */
	open(): () => void {
		void this.#open();
		return this.cancel;
	}

	async #open(): Promise<void> {
		const abort = this.#begin();
		this.#step = { kind: 'opening' };
		const found = await this.#read(abort.signal);
		if (abort.signal.aborted) return;
		if (!found.ok) this.#step = { kind: 'closed', failure: found.failure };
		else if (!found.value) this.#step = { kind: 'missing' };
		else {
			this.#about = aboutOf(found.value.book);
			this.#step = { kind: 'ready' };
		}
	}

	/** Stops what is under way: no file is written then. */
	cancel = (): void => this.#abort?.abort();

	/** Returns the file; null where none was written. It is read anew: nothing is out of date. */
	async write(): Promise<BookFile | null> {
		if (this.#step.kind === 'writing' || !this.#about) return null;
		const { format } = this;
		const options = this.#options();
		const abort = this.#begin();
		const name = bookFileName(this.#about, format, options);
		const progress = (done: number) => {
			if (!abort.signal.aborted) this.#step = { kind: 'writing', file: name, done };
		};
		progress(0);
		const found = await this.#read(abort.signal, (done) => progress(done * afterReading));
		if (abort.signal.aborted) return this.#end({ kind: 'cancelled' });
		if (!found.ok) return this.#end({ kind: 'unwritten', failure: found.failure });
		if (!found.value) return this.#end({ kind: 'gone' });
		const { book, pictures } = found.value;
		this.#about = aboutOf(book);
		const written = await this.#environment.write(
			{ format, options, book, pictures },
			{
				signal: abort.signal,
				progress: (done) => progress(afterReading + done * (1 - afterReading))
			}
		);
		if (!written.ok) return this.#end(stepOf(written.failure));
		const file = bookFileName(this.#about, format, options);
		this.#step = { kind: 'done', file };
		return { name: file, content: written.value, type: mediaTypes[format] };
	}

	#begin(): AbortController {
		this.cancel();
		return (this.#abort = new AbortController());
	}

	#end(step: BookExportStep): null {
		this.#step = step;
		return null;
	}

	#options(): WriteOptions {
		const layout = this.hasLayouts ? this.#layout : defaultLayout[this.#format];
		return { layout, first: this.hasOrder ? this.#first : 'original' };
	}

	async #read(
		signal: AbortSignal,
		progress: (done: number) => void = () => {}
	): Promise<Result<Read | null, StoreFailure>> {
		const [environment, ui, t] = [this.#environment, this.#ui, this.#t];
		try {
			const found = await workToWrite(this.#asked, { environment, ui, t, signal, progress });
			if (!found.ok || !found.value) return found.ok ? ok(null) : found;
			const { work, pictures } = found.value;
			await nextTask();
			return ok({ book: bookToWrite(work, ui, t), pictures });
		} catch (error) {
			return fail(failedCall(error));
		}
	}
}

interface Read {
	readonly book: BilingualBook;
	readonly pictures: readonly BookPicture[];
}

function aboutOf({ id, langs, original, translated, credits }: BilingualBook): AboutWork {
	return {
		id,
		lang: original.lang,
		title: original.title ?? '',
		langs,
		bare: translated === null,
		ownUse: credits.ownUse
	};
}

function stepOf(failure: FileFailure): BookExportStep {
	switch (failure.kind) {
		case 'aborted':
			return { kind: 'cancelled' };
		case 'store':
			return { kind: 'unwritten', failure: failure.failure };
		case 'broken':
			return { kind: 'broken', message: failure.message };
		case 'refused':
			return { kind: 'broken', message: failure.failure.kind };
	}
}
