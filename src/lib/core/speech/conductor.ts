/** Does what the state machine of `speaking.ts` asks for, with an engine and a clock. */
import {
	idle,
	step,
	type EngineFailure,
	type SpeechContext,
	type SpeechEffect,
	type SpeechEvent,
	type SpeechState
} from './speaking';
import type { Utterance } from './utterance';

export type EngineReport =
	| { readonly kind: 'began' }
	| { readonly kind: 'ended' }
	| { readonly kind: 'failed'; readonly failure: EngineFailure };

export interface SpeechEngine {
	/** Speaks. May report late, twice, never, and after it was silenced. */
	speak(utterance: Utterance, rate: number, report: (report: EngineReport) => void): void;
	/** Silences everything that it was given. */
	silence(): void;
}

export interface SpeechClock {
	/** Milliseconds from any point in time. */
	now(): number;
	/** Calls `then` later. Returns what takes that back. */
	after(ms: number, then: () => void): () => void;
}

export interface Conductor {
	readonly state: SpeechState;
	take(event: SpeechEvent): void;
	/** Silences the engine; nothing happens after that. */
	close(): void;
}

/**
 * @param context asked for at every event
 * @param show called after every event with the state
 */
export function conductor(
	engine: SpeechEngine,
	clock: SpeechClock,
	context: () => SpeechContext,
	show: (state: SpeechState) => void
): Conductor {
	let state = idle;
	let isClosed = false;
	let stopTimer = () => {};

	const take = (event: SpeechEvent): void => {
		if (isClosed) return;
		const next = step(state, event, context());
		state = next.state;
		next.effects.forEach(perform);
		show(state);
	};
	const silence = () => {
		stopTimer();
		stopTimer = () => {};
		engine.silence();
	};
	const perform = (effect: SpeechEffect): void => {
		silence();
		if (effect.kind === 'wait')
			stopTimer = clock.after(effect.ms, () => take({ kind: 'waited', id: effect.id }));
		else if (effect.kind === 'speak') speak(effect);
	};
	const speak = ({ id, utterance, rate, dueMs }: Extract<SpeechEffect, { kind: 'speak' }>) => {
		const asked = clock.now();
		let began = false;
		stopTimer = clock.after(dueMs, () => take({ kind: 'overdue', id, began }));
		engine.speak(utterance, rate, (report) => {
			if (report.kind === 'began') began = true;
			else if (report.kind === 'ended') take({ kind: 'spoken', id, afterMs: clock.now() - asked });
			else take({ kind: 'not-spoken', id, failure: report.failure });
		});
	};
	return {
		get state() {
			return state;
		},
		take,
		close() {
			if (isClosed) return;
			isClosed = true;
			silence();
		}
	};
}
