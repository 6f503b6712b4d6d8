/** What a reader does with a paragraph and keeps, or takes along; loaded when they begin. */
import { tick } from 'svelte';
import type { StoreFailure } from '$lib/core/library/store';
import type { Result } from '$lib/core/result';
import type { PageRow } from '$lib/ui/reading/page';
import { addressOf } from './address';
import type { Reader } from './reader.svelte';

export async function edit(reader: Reader, item: PageRow): Promise<void> {
	reader.panel = null;
	const [editor, own] = await Promise.all([
		reader.need(import('$lib/ui/reading/WordsEditor.svelte')),
		reader.loadOwn()
	]);
	if (!editor || !own) return;
	reader.Editor = editor.default;
	// The page may have been made anew meanwhile: the row is known by its id.
	reader.editing = reader.item(item.id) ?? item;
	reader.edited = [...reader.edited, item.id];
}

export async function stopEditing(reader: Reader): Promise<void> {
	const id = reader.editing?.id;
	reader.editing = null;
	await tick();
	// What else could take the focus goes or comes with the words that were just saved.
	document.querySelector<HTMLElement>(`#p-${id} > .perma`)?.focus({ preventScroll: true });
}

/** Copies original, translation, whose it is and where it stands. */
export async function cite(reader: Reader, item: PageRow): Promise<void> {
	const own = await reader.loadOwn();
	if (own) reader.say(await own.copyCitation(item, addressIn(reader, item)));
}

export async function copyLink(reader: Reader, item: PageRow): Promise<void> {
	const own = await reader.loadOwn();
	if (own) reader.say(await own.copyText(addressIn(reader, item), 'link'));
}

const addressIn = ({ switches }: Reader, item: PageRow): string =>
	addressOf(item, switches.checked('view'));

/** Says what was done, with the way back from it; how that went is said too. */
export function sayWithUndo(
	reader: Reader,
	text: string,
	undo: () => Promise<Result<unknown, StoreFailure>>
): void {
	reader.say(text, async () => {
		const undone = await undo();
		const t = reader.own?.t;
		if (!t) return;
		if (undone.ok) reader.say(t('own.undone'));
		else reader.say(t(`store.${undone.failure.kind}`, { ...undone.failure }));
	});
}
