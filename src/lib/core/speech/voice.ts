/** Which voice reads a language. */
import { primaryLang } from '../text/languageTag';

export interface Voice {
	/** What the engine knows it by. */
	readonly id: string;
	readonly name: string;
	/** A language tag: `sv-SE`. */
	readonly lang: string;
	/** False where the text is sent to another machine to be read. */
	readonly isLocal: boolean;
	readonly isDefault: boolean;
}

export type VoiceChoice =
	| { readonly kind: 'voice'; readonly voice: Voice }
	/** All voices of the language send the text away: the reader has to choose one. */
	| { readonly kind: 'remote-only' }
	| { readonly kind: 'none' };

/** Returns the voices of a language: those of this device first, then the system’s own choice. */
export function voicesOf(lang: string, voices: readonly Voice[]): readonly Voice[] {
	const rank = ({ isLocal, isDefault, lang: tag }: Voice) =>
		(isLocal ? 0 : 4) + (isDefault ? 0 : 2) + (sameTag(tag, lang) ? 0 : 1);
	return voices
		.filter((voice) => primaryLang(normalTag(voice.lang)) === primaryLang(lang))
		.toSorted((a, b) => rank(a) - rank(b));
}

/**
 * Chooses a voice: the reader’s, else the first of this device. One that sends the text away is
 * never chosen by itself, not even where the reader’s own is gone.
 */
export function chooseVoice(
	lang: string,
	voices: readonly Voice[],
	chosen: string | null
): VoiceChoice {
	const fitting = voicesOf(lang, voices);
	const voice = fitting.find(({ id }) => id === chosen) ?? fitting.find(({ isLocal }) => isLocal);
	if (voice) return { kind: 'voice', voice };
	return { kind: fitting.length > 0 ? 'remote-only' : 'none' };
}

/** Android writes `sv_SE`. */
const normalTag = (tag: string): string => tag.replaceAll('_', '-');
const sameTag = (a: string, b: string): boolean => normalTag(a).toLowerCase() === b.toLowerCase();

/** The systems that have a way of their own to more voices. */
export type VoiceSystem = 'windows' | 'mac' | 'ios' | 'android' | 'chromeos' | 'linux' | 'other';

/** @param touch how many fingers the screen knows: an iPad calls itself a Mac */
export function voiceSystem(userAgent: string, touch: number): VoiceSystem {
	if (/iPhone|iPad|iPod/.test(userAgent)) return 'ios';
	if (/Android/.test(userAgent)) return 'android';
	if (/CrOS/.test(userAgent)) return 'chromeos';
	if (/Windows/.test(userAgent)) return 'windows';
	if (/Macintosh|Mac OS X/.test(userAgent)) return touch > 1 ? 'ios' : 'mac';
	return /Linux|X11/.test(userAgent) ? 'linux' : 'other';
}
