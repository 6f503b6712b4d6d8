import { describe, expect, test } from 'vitest';
import type { OwnHighlight } from '$lib/core/highlight/ownHighlight';
import type { Store } from '$lib/core/library/store';
import type { StoreFailure } from '$lib/core/library/storeFailure';
import { fingerprint } from '$lib/core/text/fingerprint';
import { fail, ok } from '$lib/core/result';
import type { T } from '$lib/i18n';
import { Announcer } from './announcer.svelte';
import { HighlightStore } from './highlightStore.svelte';
import { OpenHighlight } from './openHighlight.svelte';

const record = (note: string, changedAt = '1'): OwnHighlight => ({
	id: 'ett',
	article: 'gard',
	side: 'original',
	lang: 'sv',
	quotes: [
		{
			paragraph: fingerprint('Katten satt.'),
			occurrence: 1,
			part: 0,
			exact: 'satt',
			prefix: 'Katten ',
			suffix: '.',
			start: 7
		}
	],
	colour: 'yellow',
	note,
	addedAt: '1',
	changedAt
});

/** Opens a highlight in a library that holds only it; `kept` is what the library holds. */
async function setUp() {
	const kept = { record: record('before'), refuses: null as StoreFailure | null };
	let tell: (records: readonly OwnHighlight[]) => void = () => {};
	const library = {
		watchHighlights: (_: string | null, next: typeof tell) => {
			tell = next;
			next([kept.record]);
			return () => {};
		},
		putHighlight: async (own: OwnHighlight, base: string | null) => {
			if (kept.refuses) return fail(kept.refuses);
			if (base !== kept.record.changedAt) return fail({ kind: 'conflict' as const });
			kept.record = { ...own, changedAt: `${Number(base) + 1}` };
			return ok(kept.record);
		}
	};
	const store = new HighlightStore(library as unknown as Store, 'gard');
	const announcer = new Announcer();
	const t = ((key: string) => key) as unknown as T;
	const opened = new OpenHighlight(store, announcer, t);
	await opened.open(kept.record, false);
	/** Changes it in another tab. */
	const elsewhere = (note: string) => {
		kept.record = record(note, '7');
		tell([kept.record]);
	};
	return { kept, store, announcer, opened, elsewhere };
}

describe('the open highlight', () => {
	test('saves its note when it closes, and nothing where nothing was written', async () => {
		const { kept, opened } = await setUp();
		await opened.close();
		expect(kept.record).toEqual(record('before'));
		await opened.open(kept.record, false);
		opened.note = ' after \n';
		await opened.close();
		expect(kept.record.note).toBe('after');
		expect(opened.id).toBeNull();
	});

	test('stays open with the reason where its note cannot be saved', async () => {
		const { kept, opened } = await setUp();
		kept.refuses = { kind: 'full' };
		opened.note = 'after';
		await opened.close();
		expect(opened.id).toBe('ett');
		expect(opened.failure).toEqual({ kind: 'full' });
		expect(opened.note).toBe('after');
		kept.refuses = null;
		await opened.close();
		expect(kept.record.note).toBe('after');
	});

	test('does not overwrite another tab’s note unless the reader has been told', async () => {
		const { kept, opened, elsewhere } = await setUp();
		elsewhere('theirs');
		opened.note = 'mine';
		await opened.close();
		expect(opened.failure).toEqual({ kind: 'conflict' });
		expect(kept.record.note).toBe('theirs');
		await opened.close();
		expect(kept.record.note).toBe('mine');
	});

	test('keeps what is being written when its colour changes', async () => {
		const { kept, opened } = await setUp();
		opened.note = 'half';
		await opened.recolour('pink');
		expect(kept.record).toMatchObject({ colour: 'pink', note: 'before' });
		expect(opened.note).toBe('half');
		await opened.close();
		expect(kept.record).toMatchObject({ colour: 'pink', note: 'half' });
	});

	test('is removed and restored with the note as it was written', async () => {
		const { kept, store, announcer, opened } = await setUp();
		opened.note = 'last words';
		await opened.remove(kept.record);
		expect(kept.record.deleted).toBe(true);
		expect(store.records).toEqual([]);
		expect(opened.id).toBeNull();
		announcer.current?.undo?.();
		await expect.poll(() => kept.record.deleted).toBeUndefined();
		expect(kept.record.note).toBe('last words');
		expect(store.records).toEqual([kept.record]);
	});
});
