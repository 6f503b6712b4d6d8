/** What the keys of the reading page do (`ui/reading/keys.ts`); loaded at the first of them. */
import { unreachable } from '$lib/core/result';
import type { Action } from '$lib/ui/reading/keys';
import { cite } from './own-work';
import type { Reader } from './reader.svelte';
import { settings } from './settings.svelte';
import { reveal } from './switches.svelte';
import { currentRow, stepRow } from './walk';

/** In order; the one without a name is the default. */
const sizes = ['small', undefined, 'large', 'larger', 'largest'] as const;

/** Does what was asked for; false where there was nothing to do it to. */
export function act(reader: Reader, action: Exclude<Action, 'close'>): boolean {
	const { switches } = reader;
	switch (action) {
		case 'viewOriginal':
			switches.choose('view', 'original');
			return true;
		case 'viewTranslation':
			switches.choose('view', 'translation');
			return true;
		case 'viewBoth':
			switches.choose('view', 'both');
			return true;
		case 'nextView':
			switches.nextView();
			return true;
		case 'rows':
		case 'stacked':
		case 'peek':
			switches.chooseLayout(action);
			return true;
		case 'nextParagraph':
			return step(reader, 1);
		case 'previousParagraph':
			return step(reader, -1);
		case 'nextSentence':
			return stepSentence(reader, 1);
		case 'previousSentence':
			return stepSentence(reader, -1);
		case 'larger':
			return resize(reader, 1);
		case 'smaller':
			return resize(reader, -1);
		case 'text':
			return reader.open('text', focused());
		case 'help':
			return reader.open('keys', focused());
		case 'library':
			document.querySelector<HTMLAnchorElement>('.bar .brand')?.click();
			return true;
		case 'reveal':
		case 'edit':
		case 'translate':
		case 'menu':
		case 'cite':
		case 'note':
			return onParagraph(reader, action);
		default:
			return unreachable(action);
	}
}

function step(reader: Reader, by: 1 | -1): boolean {
	reader.trail.clear();
	stepRow(reader, by);
	return true;
}

/** To the next sentence or the one before, over the end of the paragraph too. */
function stepSentence(reader: Reader, by: 1 | -1): boolean {
	const row = currentRow(reader);
	if (row)
		reader.trail.step(row, by, () => {
			stepRow(reader, by);
			return currentRow(reader);
		});
	return row !== null;
}

const focused = (): HTMLElement | null =>
	document.activeElement instanceof HTMLElement ? document.activeElement : null;

function resize(reader: Reader, by: 1 | -1): boolean {
	const at = sizes.indexOf(settings.values.size) + by;
	if (at >= 0 && at < sizes.length) reader.keepPlace(() => settings.set('size', sizes[at]));
	return true;
}

/** What is done to the paragraph that the reader is at. */
function onParagraph(
	reader: Reader,
	action: 'reveal' | 'edit' | 'translate' | 'menu' | 'cite' | 'note'
): boolean {
	const row = currentRow(reader);
	const item = row && reader.itemOf(row);
	if (!row || !item) return false;
	const link = row.querySelector<HTMLElement>('[data-marker]');
	switch (action) {
		case 'reveal':
			reveal(row);
			return true;
		case 'edit':
			void reader.edit(item);
			return true;
		case 'translate':
			if (item.row.shown.kind === 'translated') return false;
			void reader.translate(item);
			return true;
		case 'menu':
			return reader.openParagraph(item, row.querySelector<HTMLElement>('.mark, .perma'));
		case 'cite':
			void cite(reader, item);
			return true;
		case 'note':
			return reader.notes.toggle(item, link?.dataset.marker ?? '', link);
		default:
			return unreachable(action);
	}
}
