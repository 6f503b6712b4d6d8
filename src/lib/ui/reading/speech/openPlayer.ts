/** Opens the player of reading aloud on a page, or starts it anew where the reader is. */
import { flushSync, mount, unmount } from 'svelte';
import { browserSpeech, selectedText } from '$lib/compose/speech';
import type { SpokenPart } from '$lib/core/speech/script';
import { voiceSystem } from '$lib/core/speech/voice';
import type { T } from '$lib/i18n';
import type { Reader } from '$lib/state/reading/reader.svelte';
import { ReadAloud } from '$lib/state/reading/speech/readAloud.svelte';
import { SpeechChoices } from '$lib/state/reading/speech/speechChoices.svelte';
import { currentRow } from '$lib/state/reading/walk';
import Player from './Player.svelte';

export function openPlayer(reader: Reader, t: T): void {
	const { root } = reader;
	const target = root?.parentElement;
	if (!root || !target) return;
	const only = selectedParts(root);
	// Asked from a paragraph, or for what is selected: there. Else the player is only shown.
	const isHere = only !== null || document.activeElement?.closest('.row') != null;
	const row = rowNow(reader);
	if (reader.speech) {
		target.querySelector<HTMLElement>('.player .play')?.focus();
		if (isHere) begin(reader.speech, row, only);
		return;
	}
	const speech = browserSpeech();
	if (!speech) return reader.announcer.announce(t('speech.failure.unsupported'));
	const readAloud = show(
		reader,
		target,
		t,
		new ReadAloud(reader, speech, new SpeechChoices(), t, floor)
	);
	// On iOS the first words have to be asked for by the tap itself, on Play.
	if (system() === 'ios') readAloud.plan.only = only;
	else begin(readAloud, row, only);
}

/** Shows the player until reading aloud is closed. */
function show(reader: Reader, target: Element, t: T, readAloud: ReadAloud): ReadAloud {
	const opener = document.activeElement;
	reader.speech = readAloud;
	const rowHere = () => rowNow(reader);
	const view = mount(Player, {
		target,
		props: { readAloud, t, ui: reader.page.ui, system: system(), rowHere }
	});
	flushSync();
	readAloud.onClose(() => {
		reader.speech = null;
		const hadFocus = target.querySelector('.player')?.contains(document.activeElement);
		void unmount(view);
		if (hadFocus && opener instanceof HTMLElement) opener.focus({ preventScroll: true });
	});
	return readAloud;
}

function begin(readAloud: ReadAloud, row: string | null, only: readonly SpokenPart[] | null): void {
	readAloud.plan.only = only;
	readAloud.start(only ? null : row);
}

const system = () => voiceSystem(navigator.userAgent, navigator.maxTouchPoints);

/** Returns the id of the row that the reader is at; null at the top of the page. */
const rowNow = (reader: Reader): string | null => {
	const row = currentRow(reader);
	return (row && reader.itemOf(row)?.id) ?? null;
};

/** Returns what is selected, in the language where the selection began; null for nothing. */
function selectedParts(root: Element): readonly SpokenPart[] | null {
	const selected = selectedText(root);
	if (!selected) return null;
	const { side } = selected;
	return selected.parts.map(({ row, part, start, end }) => ({
		...{ row: row.replace(/^p-/, ''), side, block: part, start, end }
	}));
}

/** Returns where the text ends, above the player. */
const floor = (): number =>
	document.querySelector('.player')?.getBoundingClientRect().top ?? innerHeight;
