/**
 * The browser’s own translator as an engine. The browser owns and downloads its models: `open` may
 * start a download, and must then be called from the reader’s click.
 */
import type {
	TranslateOptions,
	Cancelling,
	Engine,
	EngineFailure,
	EngineId,
	LanguagePair
} from '../../../core/machine/engine';
import { fail, ok, type Result } from '../../../core/result';
import { parts } from '../sentenceParts';
import {
	browserName,
	translatorApi,
	type Availability,
	type BrowserTranslator,
	type BrowserLanguagePair,
	type TranslatorApi
} from './api';
import { messageOf } from '../../../core/errorMessage';

export interface OpenOptions {
	readonly signal: AbortSignal;
	/** Called with the share that the browser has downloaded, from 0 to 1. */
	readonly progress?: (done: number) => void;
}

const languages = ({ from, to }: LanguagePair): BrowserLanguagePair => ({
	sourceLanguage: from,
	targetLanguage: to
});

/** Tells whether the browser can translate a pair, and whether it must download something first. */
export async function availability(
	pair: LanguagePair,
	api: TranslatorApi | null = translatorApi()
): Promise<Availability> {
	try {
		return (await api?.availability(languages(pair))) ?? 'unavailable';
	} catch {
		return 'unavailable'; // a policy or a setting forbids it
	}
}

/** Downloads the browser’s model if it is missing. */
export async function openBrowser(
	pair: LanguagePair,
	{ signal, progress = () => {} }: OpenOptions,
	api: TranslatorApi | null = translatorApi()
): Promise<Result<Engine, EngineFailure>> {
	if (!api) return fail({ kind: 'refused' });
	const create = (asked: { readonly signal?: AbortSignal }) =>
		api.create({
			...languages(pair),
			...asked,
			monitor: (monitor) =>
				monitor.addEventListener('downloadprogress', (event) => progress(loadedOf(event)))
		});
	try {
		// Creating a translator starts the download; it is not used.
		(await create({ signal })).destroy();
		return ok(new BrowserEngine(pair, () => create({})));
	} catch (error) {
		return fail(failureOf(error, signal));
	}
}

const loadedOf = (event: Event): number =>
	'loaded' in event && typeof event.loaded === 'number' ? event.loaded : 0;

class BrowserEngine implements Engine {
	readonly id: EngineId;
	readonly pair: LanguagePair;
	readonly #create: () => Promise<BrowserTranslator>;
	#translator: Promise<BrowserTranslator> | null = null;

	constructor(pair: LanguagePair, create: () => Promise<BrowserTranslator>) {
		const { from, to } = pair;
		this.pair = pair;
		this.#create = create;
		this.id = {
			engine: 'browser',
			model: `${from}-${to}`,
			revision: browserName(),
			dtype: '',
			settings: ''
		};
	}

	async translate(
		sentences: readonly string[],
		{ signal, onAnswer = () => {}, again = false }: TranslateOptions
	): Promise<Result<readonly string[], EngineFailure>> {
		const abort = new AbortController();
		const isCancelled = cancelling(signal, abort);
		try {
			// The browser may be slow to stop; the caller need not wait for it.
			return await Promise.race([
				isCancelled,
				this.#answers(sentences, { abort, again, onAnswer })
			]);
		} catch (error) {
			this.rest();
			return fail(failureOf(error, signal));
		}
	}

	rest(): void {
		void this.#translator?.then(
			(translator) => translator.destroy(),
			() => {} // its creation failed
		);
		this.#translator = null;
	}

	async #answers(
		sentences: readonly string[],
		{ abort, again, onAnswer }: AnswerOptions
	): Promise<Result<readonly string[], EngineFailure>> {
		this.#translator ??= this.#create();
		const translator = await this.#translator;
		const answers: string[] = [];
		for (const [index, sentence] of sentences.entries()) {
			if (abort.signal.aborted) return fail({ kind: 'cancelled' });
			const answer = await this.#answer(translator, sentence, again, abort.signal);
			answers.push(answer);
			if (!abort.signal.aborted) onAnswer(index, answer);
		}
		return ok(answers);
	}

	/**
	 * Translates one sentence. The browser always gives the same answer, so a repeated request is
	 * translated in halves, as is a sentence that is too long.
	 */
	async #answer(
		translator: BrowserTranslator,
		sentence: string,
		again: boolean,
		signal: AbortSignal
	): Promise<string> {
		const half = Math.ceil(sentence.length / 2);
		const halves = parts(sentence, ({ length }) => length, half);
		try {
			if (!again) return await translator.translate(sentence, { signal });
		} catch (error) {
			if (nameOf(error) !== 'QuotaExceededError' || halves.length < 2) throw error;
		}
		const answers: string[] = [];
		for (const part of halves) {
			const space = /\s*$/.exec(part)?.[0] ?? '';
			answers.push((await this.#answer(translator, part.trim(), false, signal)).trim() + space);
		}
		return answers.join('');
	}
}

interface AnswerOptions {
	readonly abort: AbortController;
	readonly again: boolean;
	readonly onAnswer: (index: number, answer: string) => void;
}

/** Settles when the caller cancels, and stops the browser. */
const cancelling = (signal: Cancelling, abort: AbortController) =>
	new Promise<Result<never, EngineFailure>>((resolve) => {
		const cancel = () => {
			abort.abort();
			resolve(fail({ kind: 'cancelled' }));
		};
		if (signal.aborted) cancel();
		else signal.addEventListener('abort', cancel, { once: true });
	});

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

/** Converts an error to a failure. `signal`: the caller’s. */
function failureOf(error: unknown, { aborted }: Cancelling): EngineFailure {
	switch (nameOf(error)) {
		case 'AbortError':
			// If not cancelled, the translator was destroyed:
			// https://developer.mozilla.org/docs/Web/API/Translator/translate
			return { kind: aborted ? 'cancelled' : 'died' };
		case 'NotAllowedError':
		case 'NotSupportedError':
			return { kind: 'refused' };
		case 'NetworkError':
			return { kind: 'missing' };
		default:
			return { kind: 'failed', message: messageOf(error) };
	}
}
