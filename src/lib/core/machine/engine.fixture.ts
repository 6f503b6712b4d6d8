/** An engine for tests: translates by a list of words, and fails as configured. */
import { fail, ok, type Result } from '../result';
import type { AheadBook, KeptAnswer, MachineCache } from './cache';
import type { TranslateOptions, Engine, EngineFailure, EngineId } from './engine';

const words: Readonly<Record<string, string>> = {
	...{ hus: 'house', huset: 'house', röda: 'red', det: 'the', ligger: 'lies', vid: 'by' },
	...{ havet: 'the sea', vi: 'we', gick: 'walked', dit: 'there', i: 'on', söndags: 'Sunday' },
	...{ och: 'and', en: 'a', stor: 'large', gård: 'farm', är: 'is', som: 'that', på: 'on' }
};

/** Translates word by word; words that are not in the list stay, capitals too. */
export const say = (text: string): string =>
	text.replace(/\p{L}+/gu, (word) => {
		const said = words[word.toLowerCase()] ?? word;
		return /^\p{Lu}/u.test(word) ? said.charAt(0).toUpperCase() + said.slice(1) : said;
	});

export interface WordEngine extends Engine {
	/** All requests, in order, a list for each call. */
	readonly calls: readonly (readonly string[])[];
	/** Whether each request was in a hurry. */
	readonly hurried: readonly boolean[];
	/** Returns a wrong answer for a sentence; undefined for its translation. */
	wrong: (sentence: string, again: boolean) => string | undefined;
	/** The failure of the next call, after this many answers. */
	failing: { readonly after: number; readonly failure: EngineFailure } | null;
}

export function wordEngine(id: Partial<EngineId> = {}): WordEngine {
	const calls: (readonly string[])[] = [];
	const hurries: boolean[] = [];
	return {
		id: {
			...{ engine: 'words', model: 'test/words', revision: '1', dtype: '', settings: '' },
			...id
		},
		pair: { from: 'sv', to: 'en' },
		calls,
		hurried: hurries,
		wrong: () => undefined,
		failing: null,
		async translate(
			sentences,
			{ signal, onAnswer, again = false, hurried = false }: TranslateOptions
		) {
			calls.push(sentences);
			hurries.push(hurried);
			const answers: string[] = [];
			const { failing } = this;
			this.failing = null;
			for (const [at, sentence] of sentences.entries()) {
				await Promise.resolve();
				if (signal.aborted) return cancelled;
				if (failing?.after === at) return fail(failing.failure);
				const answer = this.wrong(sentence, again) ?? say(sentence);
				answers.push(answer);
				onAnswer?.(at, answer);
			}
			return ok(answers);
		},
		rest: () => undefined
	};
}

const cancelled: Result<never, EngineFailure> = fail({ kind: 'cancelled' });

/** A cache in memory. */
export function memoryCache(): MachineCache & { readonly all: ReadonlyMap<string, KeptAnswer> } {
	const all = new Map<string, KeptAnswer>();
	const asked = new Set<string>();
	const ahead = new Map<string, AheadBook>();
	const keyOf = (sentence: string, by: string): string => `${sentence} ${by}`;
	return {
		all,
		answers: async (sentences, by) =>
			ok(
				new Map(
					sentences.flatMap((sentence) => {
						const kept = all.get(keyOf(sentence, by));
						return kept ? [[sentence, kept] as const] : [];
					})
				)
			),
		keep: async (answers) => {
			for (const one of answers) all.set(keyOf(one.sentence, one.by), one);
			return ok(undefined);
		},
		makers: async () => {
			const counts = new Map<KeptAnswer['by'], number>();
			for (const { by } of all.values()) counts.set(by, (counts.get(by) ?? 0) + 1);
			return ok([...counts].map(([by, answers]) => ({ by, answers })));
		},
		forget: async (sentences) => {
			const gone = [...all.values()].filter(({ sentence }) => sentences.includes(sentence));
			for (const one of gone) all.delete(keyOf(one.sentence, one.by));
			return ok(gone);
		},
		forgetMaker: async (maker) => {
			for (const [key, { by }] of all) if (by === maker) all.delete(key);
			return ok(undefined);
		},
		isAsked: async (article) => ok(asked.has(article)),
		setAsked: async (article, is) => {
			if (is) asked.add(article);
			else asked.delete(article);
			return ok(undefined);
		},
		ahead: async (book) => ok(ahead.get(book) ?? null),
		setAhead: async (book) => ok(void ahead.set(book.book, book)),
		removeAhead: async (book) => ok(void ahead.delete(book))
	};
}
