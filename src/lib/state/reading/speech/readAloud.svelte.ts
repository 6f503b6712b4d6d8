/**
 * Reading aloud on a reading page: what is spoken, and what stops it. Loaded when a reader asks for
 * it; `openPlayer.ts` in ui shows it.
 */
import { untrack } from 'svelte';
import {
	mediaKeys,
	onlySpeaker,
	pageClock,
	spokenSentence,
	wakeLock,
	type BrowserSpeech,
	type OnlySpeaker,
	type SpokenSentence
} from '$lib/compose/speech';
import { conductor, type Conductor } from '$lib/core/speech/conductor';
import { idle, type SpeechFailure, type SpeechState } from '$lib/core/speech/speaking';
import { firstFrom, type SpokenSide } from '$lib/core/speech/utterance';
import type { Voice } from '$lib/core/speech/voice';
import type { T } from '$lib/i18n';
import type { ReadingPage } from '../page';
import { SleepTimer } from './sleepTimer.svelte';
import type { SpeechChoices } from './speechChoices.svelte';
import { SpeechPlan } from './speechPlan.svelte';

/** What reading aloud needs of the page. */
export interface SpokenPage {
	readonly page: ReadingPage;
	readonly root: HTMLElement | null;
	readonly switches: { checked(name: 'view'): string | null };
}

/** Why reading has stopped without the reader’s doing; said to screen readers too. */
export type SpeechNotice = 'ended' | 'slept' | 'otherTab';

/** How long voices may take to come before there are none, in milliseconds. */
const voicesWaitMs = 5000;

export class ReadAloud {
	#state = $state.raw<SpeechState>(idle);
	/** What is to begin as soon as voices have come. */
	#pending = $state.raw<(() => void) | null>(null);
	/** Whether voices may still come. */
	#isLooking = $state(true);
	/** Whether the reader has scrolled away from the sentence. */
	isAway = $state(false);
	notice = $state.raw<SpeechNotice | null>(null);
	readonly plan: SpeechPlan;
	readonly sleep: SleepTimer;
	readonly #conductor: Conductor;
	readonly #sentence: SpokenSentence | null;
	readonly #others: OnlySpeaker;
	readonly #ends: (() => void)[] = [];
	/** Whether the sleep timer has run out: the next pause is its own. */
	#isSleepy = false;
	#formerRows: readonly string[] = [];
	#isClosed = false;

	/** @param floor the y at which the text ends, above the player */
	constructor(
		page: SpokenPage,
		speech: BrowserSpeech,
		readonly choices: SpeechChoices,
		readonly t: T,
		floor: () => number
	) {
		const plan = new SpeechPlan(() => page.page, choices, page.switches.checked('view'));
		this.plan = plan;
		this.sleep = new SleepTimer(() => this.#sleepSoon());
		this.#conductor = conductor(
			speech.engine((lang) => plan.voiceOf(lang)),
			pageClock,
			() => ({
				script: plan.script,
				pauseMs: choices.values.pauseMs,
				rateOf: (lang: string) => choices.speedOf(lang)
			}),
			(state) => this.#show(state)
		);
		this.#sentence =
			page.root && spokenSentence(page.root, floor, (isAway) => (this.isAway = isAway));
		this.#others = onlySpeaker(() => this.#stopForOther());
		this.#ends.push(
			() => this.#conductor.close(),
			() => this.#sentence?.destroy(),
			() => this.#others.close(),
			() => this.sleep.set(null),
			this.#listen(speech, page.page.title ?? page.page.translatedTitle ?? '')
		);
	}

	/** Listens to what happens around the page. Returns what ends that. */
	#listen(speech: BrowserSpeech, title: string): () => void {
		const pause = () => this.pause();
		const awake = wakeLock();
		const looking = setTimeout(() => this.#endLooking(), voicesWaitMs);
		addEventListener('pagehide', pause);
		const ends = [
			() => removeEventListener('pagehide', pause),
			() => clearTimeout(looking),
			() => awake.close(),
			mediaKeys(title, {
				play: () => this.play(),
				pause,
				stop: pause,
				previoustrack: () => this.back(),
				nexttrack: () => this.on()
			}),
			$effect.root(() => {
				$effect(() => this.#followScript());
				$effect(() => awake.hold(this.isSpeaking));
			}),
			speech.watchVoices((voices) => this.#take(voices))
		];
		return () => ends.forEach((end) => end());
	}

	get phase(): SpeechState['phase'] {
		return this.#state.phase;
	}
	get isSpeaking(): boolean {
		return this.phase.kind === 'speaking' || this.phase.kind === 'waiting';
	}
	/** Whether reading begins as soon as voices have come. */
	get isLooking(): boolean {
		return this.#pending !== null;
	}
	/** Whether it is known which voices there are. */
	get hasLooked(): boolean {
		return !this.#isLooking;
	}
	/** The side that is spoken, or the next to be. */
	get side(): SpokenSide | null {
		return this.#state.place?.side ?? null;
	}
	get failure(): SpeechFailure | null {
		return this.phase.kind === 'failed' ? this.phase.failure : null;
	}

	/** Reads from a row on; from the first where it is null, or where nothing is said after it. */
	start(row: string | null): void {
		this.#begin(() => {
			const { script } = this.plan;
			const at = row === null ? 0 : Math.max(0, script.rows.indexOf(row));
			const first = firstFrom(script, at) ?? firstFrom(script, 0);
			if (first) this.#conductor.take({ kind: 'start', at: first });
		});
	}

	play(): void {
		this.#begin(() => this.#conductor.take({ kind: 'resume' }));
	}

	pause(): void {
		this.#pending = null;
		this.#isSleepy = false;
		this.#conductor.take({ kind: 'pause' });
	}

	toggle(): void {
		if (this.isSpeaking || this.isLooking) this.pause();
		else this.play();
	}

	back(): void {
		this.notice = null;
		this.#conductor.take({ kind: 'back' });
	}

	on(): void {
		this.notice = null;
		this.#conductor.take({ kind: 'on' });
	}

	/** Shows the sentence and follows it again. */
	follow(): void {
		this.#sentence?.follow();
	}

	setSpeed(side: SpokenSide, speed: number): void {
		this.choices.setSpeed(this.plan.langOf(side), speed);
		this.#renew(side);
	}

	setVoice(side: SpokenSide, id: string | null): void {
		this.choices.setVoice(this.plan.langOf(side), id);
		this.#renew(side);
	}

	/** Calls `end` when reading aloud is closed, however that happens. */
	onClose(end: () => void): void {
		this.#ends.push(end);
	}

	/** Silences the voice and takes away everything that was shown. */
	close(): void {
		if (this.#isClosed) return;
		this.#isClosed = true;
		for (const end of this.#ends) end();
	}

	#renew(side: SpokenSide): void {
		if (this.side === side) this.#conductor.take({ kind: 'renew' });
	}

	/** Does something once it is known which voices there are. */
	#begin(begin: () => void): void {
		this.notice = null;
		this.#pending = this.#isLooking ? begin : null;
		if (!this.#isLooking) begin();
	}

	#take(voices: readonly Voice[]): void {
		this.plan.voices = voices;
		if (this.plan.mute.length === 0) this.#endLooking();
	}

	#endLooking(): void {
		this.#isLooking = false;
		const begin = this.#pending;
		this.#pending = null;
		begin?.();
	}

	#show(state: SpeechState): void {
		const wasSpeaking = this.isSpeaking;
		const before = this.#state;
		this.#state = state;
		const { phase, place } = state;
		if (this.isSpeaking && !wasSpeaking) this.#others.claim();
		if (wasSpeaking && phase.kind === 'ended') this.notice = 'ended';
		if (wasSpeaking && phase.kind === 'paused' && this.#isSleepy) this.notice = 'slept';
		if (!this.isSpeaking) this.#isSleepy = false;
		if (place === before.place && phase.kind === before.phase.kind) return;
		const isShown = place !== null && phase.kind !== 'ended';
		this.#sentence?.show(isShown ? { ...place, row: `p-${place.row}` } : null);
	}

	#sleepSoon(): void {
		this.#isSleepy = this.isSpeaking;
		this.#conductor.take({ kind: 'sleep' });
	}

	#stopForOther(): void {
		if (!this.isSpeaking) return;
		this.pause();
		this.notice = 'otherTab';
	}

	#followScript(): void {
		const { rows } = this.plan.script;
		untrack(() => {
			this.#conductor.take({ kind: 'changed', formerRows: this.#formerRows });
			this.#formerRows = rows;
		});
	}
}
