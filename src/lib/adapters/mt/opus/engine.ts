/**
 * Runs OPUS-MT on transformers.js in a worker. Each call settles exactly once. A worker that has
 * failed is ended, and the next call starts a new one: after a failed load transformers.js cannot
 * load anything more. An idle worker is ended too, since WebAssembly never gives memory back.
 */
import type {
	Care,
	TranslateOptions,
	Engine,
	EngineFailure,
	LanguagePair
} from '../../../core/machine/engine';
import { fail, ok, type Result } from '../../../core/result';
import { Calls, type CallFailure } from '../../worker/calls';
import type { ToWorker } from '../../worker/protocol';
import type { Start as StartOf } from '../../worker/running';
import { spellings } from '../../../core/machine/askedTerm';
import { asks, opusId, type OpusModel } from './model';
import { parseReply, type Answer, type TranslateRequest } from './protocol';

/** Starts a worker that loads the engine's model; tests pass their own. */
export type Start = StartOf<ToWorker<TranslateRequest>>;

export interface OpusOptions {
	/** Time that a worker without calls is kept, in milliseconds. After it the worker is ended. */
	readonly idleMs?: number;
}

/** Time that a worker without calls is kept, in milliseconds. After it the worker is ended. */
const defaultIdleMs = 60_000;

export class OpusEngine implements Engine {
	readonly id;
	readonly pair: LanguagePair;
	readonly careful: Engine;
	readonly asks = asks;
	readonly #calls: Calls<TranslateRequest, null, EngineFailure, Answer>;

	constructor(model: OpusModel, start: Start, { idleMs = defaultIdleMs }: OpusOptions = {}) {
		this.id = opusId(model);
		this.pair = model.pair;
		this.#calls = new Calls(start, parseReply, {
			failureOf,
			stop: { kind: 'tell' },
			isFatal: ({ kind }) => kind !== 'cancelled',
			idleMs
		});
		this.careful = {
			id: opusId(model, 'careful'),
			pair: model.pair,
			asks,
			translate: (sentences, options) => this.#translate(sentences, options, 'careful'),
			rest: () => this.rest()
		};
	}

	translate(
		sentences: readonly string[],
		options: TranslateOptions
	): Promise<Result<readonly string[], EngineFailure>> {
		return this.#translate(sentences, options, 'quick');
	}

	async #translate(
		sentences: readonly string[],
		{ signal, onAnswer = () => {}, again = false, hurried = false, terms }: TranslateOptions,
		care: Care
	): Promise<Result<readonly string[], EngineFailure>> {
		const answers: (string | null)[] = sentences.map(() => null);
		const progress = ({ index, answer }: Answer) => {
			if (index >= answers.length) return;
			answers[index] = answer;
			onAnswer(index, answer);
		};
		const request: TranslateRequest = {
			...{ type: 'translate', sentences, again, hurried, care },
			...(terms && { terms: terms.map((all) => all.map(spellings)) })
		};
		const settled = await this.#calls.call(request, { signal, progress });
		if (!settled.ok) return settled;
		const all = answers.filter((answer) => answer !== null);
		return all.length === answers.length
			? ok(all)
			: fail({ kind: 'failed', message: 'an answer was left out' });
	}

	rest(): void {
		this.#calls.end();
	}
}

const failureOf = ({ kind }: CallFailure): EngineFailure =>
	kind === 'aborted' ? { kind: 'cancelled' } : { kind: 'died' };
