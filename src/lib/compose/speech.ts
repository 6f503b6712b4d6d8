/** What reading aloud needs of the browser: only readers who ask for it load it. */
import { speechEngine } from '$lib/adapters/speech/engine';
import { watchVoices } from '$lib/adapters/speech/voices';
import type { SpeechClock, SpeechEngine } from '$lib/core/speech/conductor';
import type { Voice } from '$lib/core/speech/voice';

export { spokenSentence, type SpokenSentence } from '$lib/adapters/dom/spokenSentence';
export { selectedText } from '$lib/adapters/dom/selectedText';
export { onlySpeaker, type OnlySpeaker } from '$lib/adapters/speech/onlySpeaker';
export { mediaKeys } from '$lib/adapters/speech/mediaKeys';
export { wakeLock } from '$lib/adapters/speech/wakeLock';

export interface BrowserSpeech {
	engine(voiceOf: (lang: string) => Voice | null): SpeechEngine;
	watchVoices(show: (voices: readonly Voice[]) => void): () => void;
}

/** Returns the speech of this browser; null where it has none. */
export function browserSpeech(): BrowserSpeech | null {
	const { speechSynthesis: synthesis }: Partial<typeof globalThis> = globalThis;
	if (!synthesis || typeof SpeechSynthesisUtterance === 'undefined') return null;
	return {
		engine: (voiceOf) => speechEngine(synthesis, voiceOf),
		watchVoices: (show) => watchVoices(synthesis, show)
	};
}

export const pageClock: SpeechClock = {
	now: () => performance.now(),
	after(ms, then) {
		const timer = setTimeout(then, ms);
		return () => clearTimeout(timer);
	}
};
