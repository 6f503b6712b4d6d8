/** What is read aloud of a page: which sides, in which order, by which voices. */
import { speechScript, type SpokenPart } from '$lib/core/speech/script';
import type { SpeechScript, SpokenSide } from '$lib/core/speech/utterance';
import { chooseVoice, type Voice, type VoiceChoice } from '$lib/core/speech/voice';
import { settings } from '../../settings/settings.svelte';
import type { ReadingPage } from '../page';
import { rowsOf } from '../rows';
import type { ReadingChoice, SpeechChoices } from './speechChoices.svelte';
import { spokenRows } from './spokenRows';

export class SpeechPlan {
	/** The voices of this browser, as far as they have come. */
	voices = $state.raw<readonly Voice[]>([]);
	/** The selected parts that alone are read; null for the whole text. */
	only = $state.raw<readonly SpokenPart[] | null>(null);
	readonly #page: () => ReadingPage;
	readonly #choices: SpeechChoices;
	/** What is read where the reader has not chosen. */
	readonly #byView: ReadingChoice;
	readonly #rows = spokenRows();

	/** The sides that the text has. */
	readonly sides: readonly SpokenSide[] = $derived.by(() => sidesOf(this.#page()));
	/** What is read: the reader’s choice, as far as the text allows. */
	readonly what: ReadingChoice = $derived.by(() => {
		const [side, ...more] = this.sides;
		return side && more.length === 0 ? side : (this.#choices.values.what ?? this.#byView);
	});
	/** The sides that are to be read, the first first. */
	readonly order: readonly SpokenSide[] = $derived.by(() => this.#order());
	readonly #chosen = $derived.by(() => ({
		original: this.#chosenFor('original'),
		translation: this.#chosenFor('translation')
	}));
	/** The sides that are to be read and that no voice may read. */
	readonly mute: readonly SpokenSide[] = $derived.by(() =>
		this.order.filter((side) => this.#chosen[side].kind !== 'voice')
	);
	readonly script: SpeechScript = $derived.by(() => {
		const rows = this.#rows(this.#page(), settings.values.floor);
		const order = this.order.filter((side) => this.#chosen[side].kind === 'voice');
		const turn = this.what === 'paragraph' ? 'paragraph' : 'sentence';
		return speechScript(rows, { order, turn }, this.only);
	});

	/** @param view the view that is shown */
	constructor(page: () => ReadingPage, choices: SpeechChoices, view: string | null) {
		this.#page = page;
		this.#choices = choices;
		this.#byView = view === 'original' || view === 'translation' ? view : 'sentence';
	}

	/** Whether paragraphs are left out for want of a translation. */
	get leavesOut(): boolean {
		return this.what === 'translation' && this.#page().incomplete;
	}

	langOf(side: SpokenSide): string {
		return this.#page().langs[side];
	}

	choiceOf(side: SpokenSide): VoiceChoice {
		return this.#chosen[side];
	}

	/** Returns the voice that reads a language now; null for none. */
	voiceOf(lang: string): Voice | null {
		const choice = this.#chosen[lang === this.langOf('original') ? 'original' : 'translation'];
		return choice.kind === 'voice' ? choice.voice : null;
	}

	#order(): readonly SpokenSide[] {
		if (this.only) return this.only.slice(0, 1).map(({ side }) => side);
		if (this.what === 'original' || this.what === 'translation') return [this.what];
		return this.#choices.values.first === 'original'
			? ['original', 'translation']
			: ['translation', 'original'];
	}

	#chosenFor(side: SpokenSide): VoiceChoice {
		const lang = this.langOf(side);
		return chooseVoice(lang, this.voices, this.#choices.voiceOf(lang));
	}
}

function sidesOf(page: ReadingPage): readonly SpokenSide[] {
	const rows = rowsOf(page);
	const has = {
		original: rows.some(({ row }) => row.originals.length > 0),
		translation: rows.some(({ row }) => row.shown.kind === 'translated')
	};
	return (['original', 'translation'] as const).filter((side) => has[side]);
}
