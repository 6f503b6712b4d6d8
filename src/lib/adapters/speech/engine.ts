/** The speech synthesis of the browser as an engine (`core/speech/conductor.ts`). */
import type { EngineReport, SpeechEngine } from '../../core/speech/conductor';
import type { EngineFailure } from '../../core/speech/speaking';
import type { Voice } from '../../core/speech/voice';
import { voiceId } from './voices';

/** @param voiceOf the voice for a language at this moment; null for none */
export function speechEngine(
	synthesis: SpeechSynthesis,
	voiceOf: (lang: string) => Voice | null
): SpeechEngine {
	// Without a reference the utterance may be collected before its end is told.
	let current: SpeechSynthesisUtterance | null = null;

	const silence = () => {
		if (!current && !synthesis.speaking && !synthesis.pending) return;
		current = null;
		synthesis.cancel();
	};
	return {
		silence,
		speak({ text, lang }, rate, report) {
			const wanted = voiceOf(lang)?.id;
			const voice = synthesis.getVoices().find((one) => voiceId(one) === wanted);
			if (!voice) return report({ kind: 'failed', failure: 'voice-gone' });
			const utterance = new SpeechSynthesisUtterance(text);
			// The language alone is not enough: Safari then speaks with the system’s voice.
			utterance.voice = voice;
			utterance.lang = voice.lang;
			utterance.rate = rate;
			const tell = (made: EngineReport) => {
				if (current !== utterance) return;
				if (made.kind !== 'began') current = null;
				report(made);
			};
			utterance.onstart = () => tell({ kind: 'began' });
			utterance.onend = () => tell({ kind: 'ended' });
			utterance.onerror = ({ error }) => tell({ kind: 'failed', failure: failureOf(error) });
			current = utterance;
			// An engine that was paused stays so after it was silenced.
			if (synthesis.paused) synthesis.resume();
			synthesis.speak(utterance);
		}
	};
}

function failureOf(error: SpeechSynthesisErrorCode): EngineFailure {
	if (error === 'not-allowed') return 'refused';
	return error === 'voice-unavailable' || error === 'language-unavailable' ? 'voice-gone' : 'other';
}
