/**
 * The reader’s choices for reading aloud, kept in localStorage. They are this device’s: another one
 * has other voices, so they are in no backup.
 */
import * as v from 'valibot';
import { primaryLang } from '$lib/core/text/languageTag';
import { readLocalJson, writeLocal } from '../../localStore';

const key = 'jamsides.speech';

/** What is read; the last two are both languages in turn. */
export const readingChoices = ['original', 'translation', 'sentence', 'paragraph'] as const;
export type ReadingChoice = (typeof readingChoices)[number];

/** Silence between two sentences, in milliseconds. */
export const pauses = [0, 500, 1000, 2000, 4000] as const;
/** How many times as fast as usual. */
export const speeds = [0.6, 0.8, 1, 1.2, 1.5, 2] as const;
/** Longest id of a voice that is kept, in UTF-16 units. */
const maxVoiceId = 300;

/** A language tag, as the key of what is chosen for it. */
const tag = v.pipe(v.string(), v.maxLength(35));

const schema = v.object({
	/** Null where the reader has not chosen: then the view decides. */
	what: v.fallback(v.nullable(v.picklist(readingChoices)), null),
	first: v.fallback(v.picklist(['original', 'translation']), 'original'),
	pauseMs: v.fallback(v.picklist(pauses), 500),
	speeds: v.fallback(v.record(tag, v.picklist(speeds)), {}),
	voices: v.fallback(v.record(tag, v.pipe(v.string(), v.maxLength(maxVoiceId))), {})
});
type Values = v.InferOutput<typeof schema>;

const checked = (raw: unknown): Values => {
	const found = v.safeParse(schema, raw);
	return found.success ? found.output : v.parse(schema, {});
};

export class SpeechChoices {
	#values = $state.raw(checked(readLocalJson(key)));

	get values(): Values {
		return this.#values;
	}

	set(part: Partial<Values>): void {
		this.#values = checked({ ...this.#values, ...part });
		writeLocal(key, JSON.stringify(this.#values));
	}

	speedOf(lang: string): number {
		return this.#values.speeds[primaryLang(lang)] ?? 1;
	}

	setSpeed(lang: string, speed: number): void {
		const known = speeds.find((one) => one === speed) ?? 1;
		this.set({ speeds: { ...this.#values.speeds, [primaryLang(lang)]: known } });
	}

	/** Returns the id of the chosen voice; null where the device’s own is used. */
	voiceOf(lang: string): string | null {
		return this.#values.voices[primaryLang(lang)] ?? null;
	}

	setVoice(lang: string, id: string | null): void {
		const others = Object.entries(this.#values.voices).filter(([of]) => of !== primaryLang(lang));
		const chosen: [string, string][] = id === null ? [] : [[primaryLang(lang), id]];
		this.set({ voices: Object.fromEntries([...others, ...chosen]) });
	}
}
