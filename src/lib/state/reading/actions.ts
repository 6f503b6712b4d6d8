/** The actions of the reading page's keys (`keys.ts`). Loaded when one is first pressed. */
import { goto } from '$app/navigation';
import { unreachable } from '$lib/core/result';
import { settings } from '../settings/settings.svelte';
import { copyCitation } from './citation';
import type { ReadingAction } from './keys';
import type { Reader } from './reader.svelte';
import { reveal } from './reveal';
import type { Switches } from './switches.svelte';
import { currentRow, scrollToFit, stepRow } from './walk';

/** Text sizes in order; the one without a name is the default. */
const sizes = ['small', undefined, 'large', 'larger', 'largest'] as const;

const views = ['original', 'translation', 'both'] as const;

function nextView(switches: Switches): void {
	const now = views.findIndex((view) => view === switches.checked('view'));
	switches.choose('view', views[(now + 1) % views.length] ?? 'both');
}

type ParagraphAction = 'reveal' | 'edit' | 'translate' | 'menu' | 'cite' | 'note' | 'highlight';

/** Performs the action of a key; does nothing where it does not apply to the page. */
export function act(reader: Reader, action: Exclude<ReadingAction, 'close'>): void {
	const { switches, panels } = reader;
	switch (action) {
		case 'viewOriginal':
			return switches.choose('view', 'original');
		case 'viewTranslation':
			return switches.choose('view', 'translation');
		case 'viewBoth':
			return switches.choose('view', 'both');
		case 'nextView':
			return nextView(switches);
		case 'rows':
		case 'stacked':
		case 'peek':
			switches.choose('view', 'both');
			return switches.choose('layout', action);
		case 'nextParagraph':
			return stepParagraph(reader, 1);
		case 'previousParagraph':
			return stepParagraph(reader, -1);
		case 'nextSentence':
			return stepSentence(reader, 1);
		case 'previousSentence':
			return stepSentence(reader, -1);
		case 'word':
		case 'otherWord':
			return lookUpWord(reader, action === 'word');
		case 'larger':
			return resize(reader, 1);
		case 'smaller':
			return resize(reader, -1);
		case 'text':
		case 'contents':
			return panels.open(action, focused());
		case 'help':
			return panels.open('keys', focused());
		case 'highlights':
			return panels.open('highlights', focused());
		case 'readAloud':
			return reader.speech ? reader.speech.toggle() : panels.open('speech', focused());
		case 'speechBack':
			return reader.speech?.back();
		case 'speechOn':
			return reader.speech?.on();
		case 'library':
			return document.querySelector<HTMLAnchorElement>('.bar .back')?.click();
		case 'search':
			return void goto(`/${reader.page.ui}/search/`);
		case 'previousChapter':
		case 'nextChapter':
			return document.querySelector<HTMLAnchorElement>(`.end [data-key=${action}]`)?.click();
		case 'reveal':
		case 'edit':
		case 'translate':
		case 'menu':
		case 'cite':
		case 'note':
		case 'highlight':
			return onParagraph(reader, action);
		default:
			return unreachable(action);
	}
}

function stepParagraph(reader: Reader, by: 1 | -1): void {
	reader.lit.clear();
	stepRow(reader, by);
}

/** Goes to the next or previous sentence, over the end of the paragraph too. */
function stepSentence(reader: Reader, by: 1 | -1): void {
	const row = currentRow(reader);
	if (!row) return;
	reader.lit.step(row, by, () => {
		stepRow(reader, by);
		return currentRow(reader);
	});
}

/** Opens the card of a word of the current row; `first`: on the side that is shown first. */
function lookUpWord(reader: Reader, first: boolean): void {
	const row = currentRow(reader);
	const { lit } = reader;
	if (row) lit.use((tracing) => (lit.traced = tracing.word(row, first, lit.traced)));
}

const focused = (): HTMLElement | null =>
	document.activeElement instanceof HTMLElement ? document.activeElement : null;

function resize(reader: Reader, by: 1 | -1): void {
	const at = sizes.indexOf(settings.values.size) + by;
	if (at >= 0 && at < sizes.length) reader.keepPlace(() => settings.set('size', sizes[at]));
}

/** Performs an action on the current paragraph. */
function onParagraph(reader: Reader, action: ParagraphAction): void {
	const row = currentRow(reader);
	const item = row && reader.itemOf(row);
	if (!row || !item) return;
	const link = row.querySelector<HTMLElement>('[data-marker]');
	switch (action) {
		case 'reveal':
			reveal(row);
			return scrollToFit(row);
		case 'edit':
			return void reader.edit(item);
		case 'translate':
			return item.row.shown.kind === 'translated' ? undefined : void reader.translate(item);
		case 'menu':
			return reader.panels.openParagraph(item, row.querySelector<HTMLElement>('.mark, .perma'));
		case 'cite':
			return void copyCitation(item, reader);
		case 'highlight':
			return void reader.highlights.load().then((highlights) => highlights?.askFor(row));
		case 'note':
			return void reader.notes.toggle(item, link?.dataset.marker ?? '', link);
		default:
			return unreachable(action);
	}
}
