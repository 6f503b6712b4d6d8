/** What a page does with all that is the reader’s: out to one file, back from one, gone. */
import { store } from '$lib/compose';
import type { BackupFailure } from '$lib/core/library/backup';
import { moment } from '$lib/core/library/moment';
import type { Dump, MergeReport, Store, StoreFailure } from '$lib/core/library/store';
import { fail, type Result } from '$lib/core/result';
import { settings, type Values } from './settings.svelte';

/** How many there are of each kind, what is deleted not counted. */
export type Counts = Readonly<Record<keyof MergeReport, number>>;

export type Outcome =
	| { readonly kind: 'none' }
	| { readonly kind: 'exported'; readonly file: string; readonly counts: Counts }
	| {
			readonly kind: 'restored';
			readonly made: string;
			readonly report: MergeReport;
			readonly settings: boolean;
	  }
	| { readonly kind: 'cleared' }
	| {
			readonly kind: 'refused';
			readonly file: string;
			readonly failure: BackupFailure | { readonly kind: 'unreadable'; readonly message: string };
	  }
	| { readonly kind: 'failed'; readonly failure: StoreFailure };

export class Safekeeping {
	#outcome = $state.raw<Outcome>({ kind: 'none' });
	#working = $state.raw(false);

	get outcome(): Outcome {
		return this.#outcome;
	}
	get working(): boolean {
		return this.#working;
	}

	/** The backup as a file to save, null where it could not be made. */
	backUp(): Promise<{ readonly file: string; readonly text: string } | null> {
		return this.#during(async () => {
			const dumped = await ask((store) => store.dump());
			if (!dumped.ok) return this.#failed(dumped.failure);
			const { formatBackup } = await import('$lib/core/library/backup');
			const library = dumped.value;
			const file = `jamsides-backup-${today()}.json`;
			const text = formatBackup({ made: moment(Date.now()), settings: chosen(), library });
			this.#outcome = { kind: 'exported', file, counts: counts(library) };
			return { file, text };
		});
	}

	/** Merges a backup into what is here. Whatever is wrong with it, nothing is changed then. */
	restore(file: File): Promise<null> {
		return this.#during(async () => {
			const { parseBackup } = await import('$lib/core/library/backup');
			const text = await textOf(file);
			if (!text.ok) return this.#refused(file.name, text.failure);
			const parsed = parseBackup(text.value);
			if (!parsed.ok) return this.#refused(file.name, parsed.failure);
			const backup = parsed.value;
			const merged = await ask((store) => store.merge(backup.library));
			if (!merged.ok) return this.#failed(merged.failure);
			const restored = settings.restore(backup.settings);
			const { made } = backup;
			this.#outcome = { kind: 'restored', made, report: merged.value, settings: restored };
			return null;
		});
	}

	clear(): Promise<null> {
		return this.#during(async () => {
			const cleared = await ask((store) => store.clear());
			if (!cleared.ok) return this.#failed(cleared.failure);
			settings.clear();
			this.#outcome = { kind: 'cleared' };
			return null;
		});
	}

	/** What there is to lose; null where the database does not say. */
	async holdings(): Promise<Counts | null> {
		const dumped = await ask((store) => store.dump());
		return dumped.ok ? counts(dumped.value) : null;
	}

	async #during<T>(work: () => Promise<T | null>): Promise<T | null> {
		this.#working = true;
		this.#outcome = { kind: 'none' };
		try {
			return await work();
		} catch (error) {
			return this.#failed(unexpected(error));
		} finally {
			this.#working = false;
		}
	}

	#failed(failure: StoreFailure): null {
		this.#outcome = { kind: 'failed', failure };
		return null;
	}

	#refused(file: string, failure: Extract<Outcome, { kind: 'refused' }>['failure']): null {
		this.#outcome = { kind: 'refused', file, failure };
		return null;
	}
}

/** Asks the store, which may not even have come: it loads when it is first needed. */
async function ask<T>(
	question: (store: Store) => Promise<Result<T, StoreFailure>>
): Promise<Result<T, StoreFailure>> {
	try {
		return await question(await store());
	} catch (error) {
		return fail(unexpected(error));
	}
}

const unexpected = (error: unknown): StoreFailure => ({ kind: 'failed', message: String(error) });

async function textOf(
	file: File
): Promise<Result<string, { readonly kind: 'unreadable'; readonly message: string }>> {
	try {
		return { ok: true, value: await file.text() };
	} catch (error) {
		return fail({ kind: 'unreadable', message: String(error) });
	}
}

/** The reader’s own date, as it stands on their calendar. */
const today = (): string => new Intl.DateTimeFormat('sv-SE').format(Date.now());

const chosen = (): Record<string, string> => ({ ...(settings.values satisfies Values) });

const counts = ({ articles, words, reviews, translations, places }: Dump): Counts => ({
	articles: articles.length,
	words: words.filter(({ deleted }) => !deleted).length,
	reviews: reviews.filter(({ deleted }) => !deleted).length,
	translations: translations.filter(({ deleted }) => !deleted).length,
	places: places.length
});
