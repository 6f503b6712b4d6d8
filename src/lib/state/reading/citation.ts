/** Copies a paragraph, or its address, to the clipboard. Loaded at the first use. */
import { plain } from '$lib/core/text/inline';
import { translator, type T } from '$lib/i18n';
import type { Announcer } from './announcer.svelte';
import { byline } from './byline';
import type { PageRow, ReadingPage } from './page';
import { addressOf } from './sharedAddress';
import type { Switches } from './switches.svelte';

/** What copying needs of the page. */
export interface CopyContext {
	readonly page: ReadingPage;
	readonly switches: Pick<Switches, 'checked'>;
	readonly announcer: Pick<Announcer, 'announce'>;
}

/** Copies original, translation, credit and address of a paragraph; announces the outcome. */
export async function copyCitation(item: PageRow, context: CopyContext): Promise<void> {
	const t = await translator(context.page.ui);
	const text = citation(item, context.page, addressIn(item, context), t);
	context.announcer.announce(t(await copied(text, 'cite')));
}

/** Copies the address of a paragraph in the present view; announces the outcome. */
export async function copyLink(item: PageRow, context: CopyContext): Promise<void> {
	const t = await translator(context.page.ui);
	context.announcer.announce(t(await copied(addressIn(item, context), 'link')));
}

const addressIn = (item: PageRow, { switches }: CopyContext): string =>
	addressOf(item, switches.checked('view'));

/** Returns the key of the message: the browser may refuse the clipboard. */
const copied = (text: string, what: 'cite' | 'link') =>
	navigator.clipboard.writeText(text).then(
		() => `own.${what}.done` as const,
		() => 'own.refused' as const
	);

/** Ends a sentence: what the reader has entered may do so itself. */
const ended = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** Returns a paragraph, its translation, whose they are, and the address. */
export function citation(item: PageRow, page: ReadingPage, address: string, t: T): string {
	const { originals, shown } = item.row;
	// The page binds dates with no-break spaces: they are for showing only.
	const work = [page.authors, page.title, page.source]
		.filter((part) => part)
		.join(', ')
		.replaceAll('\u00a0', ' ');
	const { wrote } = page;
	const source = wrote ? `${work}. ${wrote.lead}${wrote.rest}` : work;
	const lines = [originals.map(({ text }) => plain(text)).join('\n\n')];
	if (shown.kind === 'translated') {
		const { lead, rest } = byline(shown, t);
		lines.push(
			shown.text.map(plain).join('\n\n'),
			[
				`${source}. ${t('own.cite.translation', { by: lead + rest })}`,
				shown.rights && ended(t('reading.rights', { rights: shown.rights }))
			]
				.filter(Boolean)
				.join(' ')
		);
	} else lines.push(`${source}.`);
	return [...lines, address].filter((line) => line).join('\n\n');
}
