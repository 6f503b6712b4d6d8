/** A speech synthesis for browser tests: headless browsers have no voices. */
import type { Page } from '@playwright/test';

interface FakeVoice {
	readonly name: string;
	readonly lang: string;
	readonly localService: boolean;
}

export const alva: FakeVoice = { name: 'Alva', lang: 'sv-SE', localService: true };
export const daniel: FakeVoice = { name: 'Daniel', lang: 'en-GB', localService: true };
export const sofie: FakeVoice = { name: 'Sofie', lang: 'sv-SE', localService: false };

/** What a test sees of it, as `window.fakeSpeech`. */
interface FakeSpeech {
	/** What has been asked for, in order. */
	readonly said: {
		readonly text: string;
		readonly lang: string;
		readonly voice: string;
		readonly rate: number;
	}[];
	/** How many utterances have not ended. */
	speaking: number;
	/** The most that spoke at once. */
	most: number;
	/** Ends the utterance that speaks, as if its time had passed. */
	end(): void;
	fail(error: string): void;
	/** Lets the watchdog’s time pass. */
	overdue(): void;
}

declare global {
	interface Window {
		fakeSpeech: FakeSpeech;
	}
}

/** Puts the fake into every page that opens. An utterance ends when the test says so. */
export const installSpeech = (page: Page, voices: readonly FakeVoice[]): Promise<unknown> =>
	page.addInitScript((voices) => {
		class Utterance extends EventTarget {
			lang = '';
			rate = 1;
			voice: SpeechSynthesisVoice | null = null;
			onstart: (() => void) | null = null;
			onend: (() => void) | null = null;
			onerror: ((event: { error: string }) => void) | null = null;
			begun = 0;
			constructor(readonly text: string) {
				super();
			}
		}
		let current: Utterance | null = null;
		// No test waits: an end comes a minute later by the page’s clock, long timers when they are asked for.
		let skew = 0;
		const now = performance.now.bind(performance);
		performance.now = () => now() + skew;
		const long = new Map<number, () => void>();
		const [later, never] = [window.setTimeout.bind(window), window.clearTimeout.bind(window)];
		const longMs = 5001;
		let longId = 1e9;
		Object.assign(window, {
			setTimeout: (then: () => void, ms = 0, ...more: unknown[]) => {
				if (ms < longMs) return later(then, ms, ...more);
				long.set(++longId, then);
				return longId;
			},
			clearTimeout: (id: number) => (long.delete(id) ? undefined : never(id))
		});
		const fake: FakeSpeech = {
			said: [],
			speaking: 0,
			most: 0,
			end() {
				const ended = current;
				skew += 60_000;
				current = null;
				fake.speaking = 0;
				ended?.onend?.();
			},
			overdue() {
				for (const [id, then] of [...long]) {
					long.delete(id);
					then();
				}
			},
			fail(error) {
				const failed = current;
				current = null;
				fake.speaking = 0;
				failed?.onerror?.({ error });
			}
		};
		window.fakeSpeech = fake;
		const synthesis = Object.assign(new EventTarget(), {
			paused: false,
			pending: false,
			get speaking() {
				return fake.speaking > 0;
			},
			getVoices: () => voices.map((voice) => ({ ...voice, voiceURI: voice.name, default: false })),
			speak(utterance: Utterance) {
				fake.speaking += 1;
				fake.most = Math.max(fake.most, fake.speaking);
				current = utterance;
				fake.said.push({
					text: utterance.text,
					lang: utterance.lang,
					voice: utterance.voice?.name ?? '',
					rate: utterance.rate
				});
				queueMicrotask(() => utterance.onstart?.());
			},
			cancel() {
				current = null;
				fake.speaking = 0;
			},
			resume() {}
		});
		Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
		Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
	}, voices);

export const said = (page: Page): Promise<FakeSpeech['said']> =>
	page.evaluate(() => window.fakeSpeech.said);

/** Waits until `count` utterances have been asked for. */
export const hasSaid = (page: Page, count: number): Promise<unknown> =>
	page.waitForFunction((count) => window.fakeSpeech.said.length >= count, count);

/** Ends the utterance that speaks, and waits for the next. */
export async function next(page: Page): Promise<void> {
	const { length } = await said(page);
	await page.evaluate(() => window.fakeSpeech.end());
	await hasSaid(page, length + 1);
}

/** Keeps choices for reading aloud, as if made at an earlier visit. No pause between sentences. */
export const choose = (page: Page, choices: object = {}): Promise<unknown> =>
	page.addInitScript(
		(json) => {
			if (origin !== 'null' && !localStorage.getItem('jamsides.speech'))
				localStorage.setItem('jamsides.speech', json);
		},
		JSON.stringify({ pauseMs: 0, ...choices })
	);

/** Returns the words that are lit as spoken: original, translation, and the sentence that is heard. */
export const spoken = (page: Page): Promise<readonly string[]> =>
	page.evaluate(() =>
		['spoken-o', 'spoken-t', 'spoken-now'].map((name) =>
			[...(CSS.highlights.get(name) ?? [])].map((range) => (range as Range).toString()).join(' ')
		)
	);
