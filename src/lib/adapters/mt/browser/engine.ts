/**
 * The browser’s own translator as an engine. Its models are the browser’s, and so is their download:
 * `open` may start one, and must then come of the reader’s click.
 */
import type {
	Asked,
	Cancelling,
	Engine,
	EngineFailure,
	EngineId,
	Pair
} from '../../../core/machine/engine';
import { fail, ok, type Result } from '../../../core/result';
import { parts } from '../parts';
import {
	browserName,
	translatorApi,
	type Availability,
	type BrowserTranslator,
	type LanguagePair,
	type TranslatorApi
} from './api';

export interface OpenOptions {
	readonly signal: AbortSignal;
	/** From 0 to 1, while the browser downloads. */
	readonly progress?: (done: number) => void;
}

const languages = ({ from, to }: Pair): LanguagePair => ({
	sourceLanguage: from,
	targetLanguage: to
});

/** Whether it can translate a pair here, and whether it would download something first. */
export async function availability(
	pair: Pair,
	api: TranslatorApi | null = translatorApi()
): Promise<Availability> {
	try {
		return (await api?.availability(languages(pair))) ?? 'unavailable';
	} catch {
		return 'unavailable'; // a policy or a setting forbids it
	}
}

/** Brings the browser’s model where it is not there yet. */
export async function openBrowser(
	pair: Pair,
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
		// Made once, so that what has to be downloaded is.
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
	readonly pair: Pair;
	readonly #create: () => Promise<BrowserTranslator>;
	#translator: Promise<BrowserTranslator> | null = null;

	constructor(pair: Pair, create: () => Promise<BrowserTranslator>) {
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
		{ signal, onAnswer = () => {}, again = false }: Asked
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
			() => {} // it never came
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
	 * It answers the same whenever it is asked: asked again, it is asked by halves. So is what is too
	 * long for it.
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

/** Settles when the caller cancels, and tells the browser. */
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

/** `signal`: what the caller cancels by. */
function failureOf(error: unknown, { aborted }: Cancelling): EngineFailure {
	switch (nameOf(error)) {
		case 'AbortError':
			// Else its translator was destroyed: https://developer.mozilla.org/docs/Web/API/Translator/translate
			return { kind: aborted ? 'cancelled' : 'died' };
		case 'NotAllowedError':
		case 'NotSupportedError':
			return { kind: 'refused' };
		case 'NetworkError':
			return { kind: 'missing' };
		default:
			return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
	}
}
