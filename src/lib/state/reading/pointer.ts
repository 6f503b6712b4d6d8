/** Does what a click or tap on a row of the reading page asks for. Loaded at the first of them. */
import { goToReference } from './goToReference';
import type { PageRow } from './page';
import type { Reader } from './reader.svelte';
import { reveal } from './reveal';

export function onClick(reader: Reader, root: HTMLElement, event: MouseEvent): void {
	const target = event.target instanceof Element ? event.target : null;
	const row = target?.closest('.row');
	const asks = target?.closest<HTMLElement>('[data-translate], [data-write]');
	const { translate, write, run } = asks?.dataset ?? {};
	const item = row ? reader.itemOf(row) : reader.rowById(write ?? '');
	if (asks) reader.lit.clear();
	if (translate !== undefined) void reader.translate(item, run !== undefined);
	if (!target || !item || followsNote(reader, root, target, item)) return;
	if (target.closest('[data-menu]')) reader.panels.openParagraph(item, target.closest('button'));
	else if (write) void reader.edit(item);
	else if (target.closest('[data-expand]')) reader.lit.expand(item);
	else if (row && !target.closest('a, button, label, input, textarea')) onTap(reader, row, event);
}

/** Opens the footnote of a reference, or goes from one to its reference; false for other targets. */
function followsNote(reader: Reader, root: Element, target: Element, item: PageRow): boolean {
	const link = target.closest<HTMLAnchorElement>('[data-marker], [data-back]');
	if (!link) return false;
	const { marker, back } = link.dataset;
	const isShown = marker
		? reader.notes.toggle(item, marker, link)
		: goToReference(root, back ?? '');
	if (!isShown) location.assign(link.href);
	return true;
}

/**
 * Lights the sentence, and shows its other side where the view hides that. In Peek a tap beside the
 * words opens the paragraph, and a tap on an open paragraph closes it.
 */
function onTap(reader: Reader, row: Element, { target, clientX, clientY }: MouseEvent): void {
	if (getSelection()?.isCollapsed === false) return;
	if (reader.highlights.openAt(clientX, clientY)) return;
	const onOriginal = target instanceof Element && target.closest('.o');
	const peeks = onOriginal && reader.switches.peeking ? () => reveal(row) : null;
	if (peeks && row.querySelector(':scope > .peek:checked')) {
		peeks();
		reader.lit.clear();
	} else reader.lit.ask(row, clientX, clientY, peeks);
}
