/** Adds dictionaries to the store and looks words up in them. Runs in the worker. */
import type { StoreFailure } from '../../core/library/storeFailure';
import { fail, ok, type Result } from '../../core/result';
import type { DictionaryAnswer } from '../../core/words/dictionary/answer';
import type { NamedFile } from '../../core/words/dictionary/blob';
import type { OwnDictionary } from '../../core/words/dictionary/dictionary';
import { openDictionary, type OpenDictionary } from '../../core/words/dictionary/lookUp';
import { readDictionaries } from '../../core/words/dictionary/read';
import type { DictionaryStore } from '../../core/words/dictionary/store';
import type { AddFailure } from './protocol';

type Outcome<T> = Promise<Result<T, StoreFailure>>;

export interface WordAsked {
	readonly word: string;
	readonly lemmas: readonly string[];
	readonly from: string | null;
}

export class Shelf {
	readonly #open = new Map<string, OpenDictionary>();

	/** `newId` names a dictionary that is added. */
	constructor(
		readonly store: DictionaryStore,
		readonly newId: () => string
	) {}

	/** Adds what can be read, each as soon as it is. A full disk ends it. */
	async add(
		files: readonly NamedFile[],
		progress: (done: number) => void
	): Outcome<readonly Result<OwnDictionary, AddFailure>[]> {
		const added: Result<OwnDictionary, AddFailure>[] = [];
		for await (const read of readDictionaries(files, (done) => progress(Math.min(1, done)))) {
			if (!read.ok) {
				added.push(read);
				continue;
			}
			const stored = await this.store.addDictionary(this.newId(), read.value);
			if (!stored.ok) return stored;
			const { name } = read.value.about;
			added.push(stored.value ? ok(stored.value) : fail({ kind: 'already', file: name }));
		}
		return ok(added);
	}

	/** Asks the dictionaries in their order; those of another language are not asked. */
	async lookUp({ word, lemmas, from }: WordAsked): Outcome<readonly DictionaryAnswer[]> {
		const listed = await this.store.dictionaries();
		if (!listed.ok) return listed;
		const asked = listed.value.filter((one) => from === null || (one.from ?? from) === from);
		const answers: DictionaryAnswer[] = [];
		for (const { id, name, from, to } of asked) {
			const opened = await this.#opened(id, name);
			if (!opened.ok) return opened;
			const unreadable = fail({ kind: 'unreadable' as const, file: name });
			// What one dictionary’s files throw keeps none of the others from answering.
			const found = await opened.value?.lookUp(word, lemmas).catch(() => unreadable);
			answers.push({ id, name, from, to, found: found ?? unreadable });
		}
		return ok(answers);
	}

	async #opened(id: string, name: string): Outcome<OpenDictionary | null> {
		const open = this.#open.get(id);
		if (open) return ok(open);
		const files = await this.store.dictionaryFiles(id);
		if (!files.ok) return files;
		if (!files.value) return ok(null);
		const opened = openDictionary(name, files.value);
		this.#open.set(id, opened);
		return ok(opened);
	}
}
