/** A clock that a test moves, and an engine on it that does what a real one may do. */
import type { EngineReport, SpeechClock, SpeechEngine } from './conductor';
import type { Utterance } from './utterance';

interface Timer {
	readonly at: number;
	readonly then: () => void;
}

export class FakeClock implements SpeechClock {
	#now = 0;
	#timers: Timer[] = [];

	now = (): number => this.#now;

	after = (ms: number, then: () => void): (() => void) => {
		const timer = { at: this.#now + ms, then };
		this.#timers.push(timer);
		return () => (this.#timers = this.#timers.filter((one) => one !== timer));
	};

	/** Runs the next timer. Returns false where there is none. */
	tick(): boolean {
		const next = this.#timers.reduce<Timer | null>(
			(first, one) => (first && first.at <= one.at ? first : one),
			null
		);
		if (!next) return false;
		this.#timers = this.#timers.filter((one) => one !== next);
		this.#now = Math.max(this.#now, next.at);
		next.then();
		return true;
	}

	/** Runs every timer of the next `ms` milliseconds. */
	run(ms: number): void {
		const until = this.#now + ms;
		while (this.#timers.some(({ at }) => at <= until)) this.tick();
		this.#now = until;
	}
}

export const manners = [
	'proper',
	/** Says nothing and reports nothing. */
	'stalls',
	/** Reports an end at once, within the call. */
	'ends-at-once',
	/** Speaks, and reports no end. */
	'never-ends',
	/** Begins three seconds late. */
	'late',
	/** Reports the end twice, and again when it is silenced. */
	'ends-twice',
	/** Reports an end halfway and speaks on until it is silenced. */
	'lies',
	/** Reports no beginning. */
	'begins-quietly',
	'fails',
	'loses-its-voice'
] as const;
export type Manner = (typeof manners)[number];

/** A time in which something was heard; `to` is null while it still is. */
interface Sound {
	readonly utterance: Utterance;
	readonly from: number;
	/** How long it takes to say all of it; 0 where the engine does not behave. */
	readonly whole: number;
	to: number | null;
}

interface Asked {
	readonly at: number;
	readonly utterance: Utterance;
	readonly rate: number;
	/** Whether the engine says all of it and tells of the end. */
	readonly isGood: boolean;
}

const msPerCharacter = 60;

export class FakeEngine implements SpeechEngine {
	readonly sounds: Sound[] = [];
	readonly asked: Asked[] = [];
	#stops: (() => void)[] = [];
	#afterSilence: (() => void)[] = [];

	/** @param mannerOf how it behaves at its nth call */
	constructor(
		readonly clock: FakeClock,
		readonly mannerOf: (nth: number) => Manner
	) {}

	speak(utterance: Utterance, rate: number, report: (report: EngineReport) => void): void {
		const manner = this.mannerOf(this.asked.length);
		const isGood = ['proper', 'late', 'ends-twice', 'begins-quietly'].includes(manner);
		this.asked.push({ at: this.clock.now(), utterance, rate, isGood });
		const takes = Math.max(100, (utterance.text.length * msPerCharacter) / rate);
		const later = (ms: number, then: () => void) => this.#stops.push(this.clock.after(ms, then));
		const sound = (delay: number, ms: number) =>
			later(delay, () => {
				if (manner !== 'begins-quietly') report({ kind: 'began' });
				const heard: Sound = {
					utterance,
					from: this.clock.now(),
					whole: isGood ? ms : 0,
					to: null
				};
				this.sounds.push(heard);
				later(ms, () => (heard.to = this.clock.now()));
			});
		const end = (ms: number) => later(ms, () => report({ kind: 'ended' }));
		switch (manner) {
			case 'stalls':
				return;
			case 'ends-at-once':
				return report({ kind: 'ended' });
			case 'never-ends':
				sound(20, takes);
				return;
			case 'late':
				sound(3000, takes);
				return void end(3001 + takes);
			case 'ends-twice':
				sound(20, takes);
				end(21 + takes);
				end(22 + takes);
				return void this.#afterSilence.push(() => report({ kind: 'ended' }));
			case 'lies':
				sound(20, 10 * takes);
				return void end(20 + takes / 2);
			case 'fails':
				return void later(5, () => report({ kind: 'failed', failure: 'other' }));
			case 'loses-its-voice':
				return void later(5, () => report({ kind: 'failed', failure: 'voice-gone' }));
			case 'proper':
			case 'begins-quietly':
				sound(20, takes);
				return void end(21 + takes);
		}
	}

	silence(): void {
		for (const stop of this.#stops.splice(0)) stop();
		for (const sound of this.sounds.slice(-3)) sound.to ??= this.clock.now();
		// An engine tells of the end of what was silenced, a moment later.
		for (const tell of this.#afterSilence.splice(0)) this.clock.after(1, tell);
	}
}
