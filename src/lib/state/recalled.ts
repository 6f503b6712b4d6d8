/** What this device made for a page before, from the cache alone. Loaded only where it made something. */
import { machinery } from '$lib/composeMachine';
import type { MachineCache } from '$lib/core/machine/cache';
import { recall, type Made } from '$lib/core/machine/recall';
import type { ReadingPage } from '$lib/ui/reading/page';

/** So many paragraphs are looked up before the page stands, and at a time from then on. */
const atOnce = 100;

/** Settles when the first of it is shown; the rest follows while the reader reads. */
export async function recalled(
	page: ReadingPage | null,
	cache: MachineCache,
	show: (made: readonly Made[]) => void
): Promise<void> {
	if (!page) return;
	const pair = { from: page.langs.original, to: page.langs.translation };
	const blocks = [...page.standfirst, ...page.body, ...page.notes].flatMap(({ row }) =>
		row.shown.kind === 'missing' ? row.originals : []
	);
	const makers = await cache.makers();
	const several = makers.ok && makers.value.length > 1;
	const found = several ? await (await machinery()).engine(pair) : null;
	const engine = found?.ok ? found.value : null;
	const from = async (start: number): Promise<void> => {
		const made = await recall(blocks.slice(start, start + atOnce), pair, cache, engine);
		if (made.length > 0) show(made);
		const next = start + atOnce;
		if (next < blocks.length) setTimeout(() => void from(next));
	};
	await from(0);
}
