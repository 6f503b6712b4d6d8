/**
 * Reading aloud as a state machine: one utterance at a time, by an engine that may stall, end at
 * once, never end, report late or twice, or lose its voice. `step` is pure: it returns the next
 * state and what is to be done about it; `conductor.ts` does it.
 *
 * Laws (`speaking.test.ts`): from one attempt to speak to the next there is never more time than
 * the pause and the watchdog allow; a new utterance begins only after everything before it has been
 * silenced; reports of an earlier attempt change nothing; the place is the utterance that is
 * spoken, or the next to be.
 */
import { unreachable } from '../result';
import {
	beside,
	firstFrom,
	isSame,
	relocate,
	type SpeechScript,
	type Utterance
} from './utterance';

/** Why an engine did not speak. `refused`: it asks for a click or a permission first. */
export type EngineFailure = 'refused' | 'voice-gone' | 'other';

/** Why reading has stopped by itself. `silent`: the voice says nothing, several sentences long. */
export type SpeechFailure = 'refused' | 'voice-gone' | 'silent';

type SpeechPhase =
	| { readonly kind: 'idle' }
	| { readonly kind: 'speaking'; readonly id: number; readonly attempt: number }
	/** The pause before an utterance, or before another attempt at it. */
	| { readonly kind: 'waiting'; readonly id: number; readonly attempt: number }
	| { readonly kind: 'paused' }
	| { readonly kind: 'failed'; readonly failure: SpeechFailure }
	| { readonly kind: 'ended' };

export interface SpeechState {
	readonly phase: SpeechPhase;
	/** The utterance that is spoken, or the next to be; null before the first. */
	readonly place: Utterance | null;
	/** The number of the last attempt or pause: what is reported of others is old. */
	readonly id: number;
	/** The first of the utterances that could not be spoken, one after the other. */
	readonly missed: { readonly from: Utterance; readonly count: number } | null;
	/** Whether reading pauses at the end of this utterance: the sleep timer has run out. */
	readonly sleeps: boolean;
}

export const idle: SpeechState = {
	phase: { kind: 'idle' },
	place: null,
	id: 0,
	missed: null,
	sleeps: false
};

export type SpeechEvent =
	| { readonly kind: 'start'; readonly at: Utterance }
	| { readonly kind: 'resume' | 'pause' | 'back' | 'on' | 'stop' | 'sleep' }
	/** Speed or voice have changed: what is spoken begins again. */
	| { readonly kind: 'renew' }
	/** The script has changed: its rows before that. */
	| { readonly kind: 'changed'; readonly formerRows: readonly string[] }
	/** The engine says that it has spoken, `afterMs` after it was asked. */
	| { readonly kind: 'spoken'; readonly id: number; readonly afterMs: number }
	| { readonly kind: 'not-spoken'; readonly id: number; readonly failure: EngineFailure }
	/** The watchdog: there was no end. `began`: whether a beginning was reported. */
	| { readonly kind: 'overdue'; readonly id: number; readonly began: boolean }
	| { readonly kind: 'waited'; readonly id: number };

/** What is to be done, in order. Each silences whatever spoke or waited before it. */
export type SpeechEffect =
	| {
			readonly kind: 'speak';
			readonly id: number;
			readonly utterance: Utterance;
			readonly rate: number;
			readonly dueMs: number;
	  }
	| { readonly kind: 'wait'; readonly id: number; readonly ms: number }
	| { readonly kind: 'silence' };

/** What the machine needs to know of the text and the reader’s choices. */
export interface SpeechContext {
	readonly script: SpeechScript;
	/** Between two utterances. */
	readonly pauseMs: number;
	/** Speed for a language: 1 is normal. */
	readonly rateOf: (lang: string) => number;
}

export interface SpeechStep {
	readonly state: SpeechState;
	readonly effects: readonly SpeechEffect[];
}

/** Attempts at one utterance. After them it is left out. */
const mostAttempts = 2;
/** Utterances in a row that could not be spoken. After them reading stops with a message. */
const mostMissed = 3;
/** Before another attempt: an engine that has just been silenced may need it. */
const retryMs = 250;
/** A slow voice at normal speed: 8 characters a second. */
const slowestMsPerCharacter = 120;
/** What an engine may need to begin and to end. */
const graceMs = 5000;
/** Faster than any voice at normal speed: 80 characters a second. */
const fastestMsPerCharacter = 12;
/** A text shorter than this, in characters, may end before one can tell. */
const shortText = 12;

/** Returns how long the engine may take for a text, at most, in milliseconds. */
export const dueMs = (text: string, rate: number): number =>
	graceMs + (text.length * slowestMsPerCharacter) / rate;

export function step(state: SpeechState, event: SpeechEvent, context: SpeechContext): SpeechStep {
	const { phase, place } = state;
	switch (event.kind) {
		case 'start':
			return speak({ ...state, missed: null, sleeps: false }, event.at, 1, context);
		case 'resume':
			return isActive(phase) ? stay(state) : resume(state, context);
		case 'pause':
			return isActive(phase) ? silent(state, { kind: 'paused' }) : stay(state);
		case 'back':
		case 'on':
			return move(state, event.kind === 'on' ? 1 : -1, context);
		case 'stop':
			return silent({ ...state, sleeps: false }, { kind: 'idle' });
		case 'sleep':
			if (phase.kind === 'waiting') return silent(state, { kind: 'paused' });
			return stay({ ...state, sleeps: phase.kind === 'speaking' });
		case 'renew':
			return isActive(phase) && place ? speak(state, place, 1, context) : stay(state);
		case 'changed':
			return changed(state, event.formerRows, context);
		case 'waited':
			if (phase.kind !== 'waiting' || phase.id !== event.id || !place) return stay(state);
			return speak(state, place, phase.attempt, context);
		case 'spoken':
		case 'not-spoken':
		case 'overdue':
			if (phase.kind !== 'speaking' || phase.id !== event.id || !place) return stay(state);
			return reported(state, place, phase.attempt, event, context);
		default:
			return unreachable(event);
	}
}

type Report = Extract<SpeechEvent, { kind: 'spoken' | 'not-spoken' | 'overdue' }>;

function reported(
	state: SpeechState,
	place: Utterance,
	attempt: number,
	event: Report,
	context: SpeechContext
): SpeechStep {
	switch (event.kind) {
		case 'spoken':
			return isTooSoon(place, event.afterMs, context)
				? miss(state, place, attempt, 'silent', context)
				: go(state, place, null, context);
		case 'overdue':
			// What has begun and gives no end has been spoken by now.
			return event.began
				? go(state, place, null, context)
				: miss(state, place, attempt, 'silent', context);
		case 'not-spoken':
			if (event.failure === 'refused') return failed(state, 'refused');
			return miss(
				state,
				place,
				attempt,
				event.failure === 'voice-gone' ? 'voice-gone' : 'silent',
				context
			);
	}
}

const isActive = ({ kind }: SpeechPhase): boolean => kind === 'speaking' || kind === 'waiting';

const isTooSoon = (
	{ text, lang }: Utterance,
	afterMs: number,
	{ rateOf }: SpeechContext
): boolean =>
	text.length >= shortText && afterMs < (text.length * fastestMsPerCharacter) / rateOf(lang);

const stay = (state: SpeechState): SpeechStep => ({ state, effects: [] });

const silent = (state: SpeechState, phase: SpeechPhase): SpeechStep => ({
	state: { ...state, phase, sleeps: false },
	effects: [{ kind: 'silence' }]
});

const failed = (state: SpeechState, failure: SpeechFailure): SpeechStep =>
	silent({ ...state, missed: null }, { kind: 'failed', failure });

function speak(
	state: SpeechState,
	utterance: Utterance,
	attempt: number,
	{ rateOf }: SpeechContext
): SpeechStep {
	const id = state.id + 1;
	const rate = rateOf(utterance.lang);
	return {
		state: { ...state, id, place: utterance, phase: { kind: 'speaking', id, attempt } },
		effects: [{ kind: 'speak', id, utterance, rate, dueMs: dueMs(utterance.text, rate) }]
	};
}

function wait(state: SpeechState, at: Utterance, attempt: number, ms: number): SpeechStep {
	const id = state.id + 1;
	return {
		state: { ...state, id, place: at, phase: { kind: 'waiting', id, attempt } },
		effects: [{ kind: 'wait', id, ms }]
	};
}

/** Goes on after an utterance. */
function go(
	before: SpeechState,
	from: Utterance,
	missed: SpeechState['missed'],
	context: SpeechContext
): SpeechStep {
	const state = { ...before, missed };
	const next = beside(context.script, from, 1);
	if (!next) return silent(state, { kind: 'ended' });
	if (state.sleeps) return silent({ ...state, place: next }, { kind: 'paused' });
	return context.pauseMs > 0
		? wait(state, next, 1, context.pauseMs)
		: speak(state, next, 1, context);
}

/** Tries once more, then leaves the utterance out; after several of them reading has failed. */
function miss(
	state: SpeechState,
	at: Utterance,
	attempt: number,
	failure: SpeechFailure,
	context: SpeechContext
): SpeechStep {
	if (attempt < mostAttempts) return wait(state, at, attempt + 1, retryMs);
	const missed = { from: state.missed?.from ?? at, count: (state.missed?.count ?? 0) + 1 };
	if (missed.count >= mostMissed || !beside(context.script, at, 1))
		return failed({ ...state, place: missed.from }, failure);
	return go(state, at, missed, context);
}

function resume(state: SpeechState, context: SpeechContext): SpeechStep {
	const again = state.phase.kind === 'ended' ? null : state.place;
	const at = again ?? firstFrom(context.script, 0);
	return at ? speak({ ...state, missed: null, sleeps: false }, at, 1, context) : stay(state);
}

/** Goes one utterance back or on; speaks it if something was spoken. Stays at both ends. */
function move(state: SpeechState, by: 1 | -1, context: SpeechContext): SpeechStep {
	const { place, phase } = state;
	if (!place) return stay(state);
	// After the end, one back is the last.
	const to =
		phase.kind === 'ended' && by < 0 ? place : (beside(context.script, place, by) ?? place);
	if (isActive(phase)) return speak({ ...state, missed: null }, to, 1, context);
	return silent({ ...state, place: to, missed: null }, { kind: 'paused' });
}

/** Keeps the place in a script that has changed. A sentence that is still the same is spoken on. */
function changed(
	state: SpeechState,
	formerRows: readonly string[],
	context: SpeechContext
): SpeechStep {
	if (!state.place) return stay(state);
	const at = relocate(context.script, state.place, formerRows);
	if (!at) return silent({ ...state, place: null, missed: null }, { kind: 'idle' });
	const isKept = isSame(at, state.place) && at.text === state.place.text;
	if (isKept || !isActive(state.phase)) return stay({ ...state, place: at });
	return speak({ ...state, missed: null }, at, 1, context);
}
