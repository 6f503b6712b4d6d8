/**
 * The voices of this browser. They come late (4 seconds and more after the first question), and not
 * every browser tells: one asks again on a timer.
 */
import type { Voice } from '../../core/speech/voice';

/** How often voices are asked for, until there are some and after that. */
const soonMs = 500;
const laterMs = 5000;

/** The id of a voice: on Android several languages share an address. */
export const voiceId = ({ voiceURI, lang }: SpeechSynthesisVoice): string => `${lang} ${voiceURI}`;

/** Calls `show` with the voices, now and whenever they change. Returns what ends that. */
export function watchVoices(
	synthesis: SpeechSynthesis,
	show: (voices: readonly Voice[]) => void
): () => void {
	let known: readonly SpeechSynthesisVoice[] = [];
	let timer: ReturnType<typeof setTimeout> | undefined;
	const look = () => {
		clearTimeout(timer);
		const found = synthesis.getVoices();
		if (!isSameList(found, known)) {
			known = found;
			show(found.map(voiceFrom));
		}
		timer = setTimeout(look, known.length > 0 ? laterMs : soonMs);
	};
	// Older versions of Safari have no events here.
	const events: Partial<EventTarget> = synthesis;
	events.addEventListener?.('voiceschanged', look);
	look();
	return () => {
		clearTimeout(timer);
		events.removeEventListener?.('voiceschanged', look);
	};
}

const voiceFrom = (voice: SpeechSynthesisVoice): Voice => ({
	id: voiceId(voice),
	name: voice.name,
	lang: voice.lang,
	isLocal: voice.localService,
	isDefault: voice.default
});

const isSameList = (
	a: readonly SpeechSynthesisVoice[],
	b: readonly SpeechSynthesisVoice[]
): boolean => a.length === b.length && a.every((voice, at) => voice.voiceURI === b[at]?.voiceURI);
