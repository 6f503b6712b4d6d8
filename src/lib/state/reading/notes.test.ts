import { describe, expect, it, vi } from 'vitest';
import { block } from '$lib/core/text/block';
import type { PageRow, ReadingPage } from './page';
import { Notes } from './notes.svelte';

const row = (id: string, shape: PageRow['row']['shape'] = { kind: 'paragraph' }): PageRow => ({
	row: {
		id: block({ kind: 'paragraph' }, id).fingerprint,
		source: [],
		shape,
		originals: [],
		shown: { kind: 'missing' }
	},
	id,
	by: null,
	mark: null,
	inline: { original: [], translation: [] }
});
const first = row('first');
const note = row('note', { kind: 'footnote', marker: '1' });
const notes = () =>
	new Notes(
		() => ({ notes: [note] }) as Partial<ReadingPage> as ReadingPage,
		() => Promise.resolve(null)
	);
const opener = () => ({ focus: vi.fn() }) as Partial<HTMLElement> as HTMLElement;

describe('a footnote', () => {
	it('opens in the row that refers to it, and closes when asked for again', () => {
		const it = notes();
		const link = opener();
		expect(it.toggle(first, '1', link)).toBe(true);
		expect(it.open).toEqual({ row: 'first', marker: '1', item: note, opener: link });
		expect(it.toggle(first, '1', link)).toBe(true);
		expect(it.open).toBeNull();
		expect(link.focus).toHaveBeenCalledOnce();
	});

	it('moves to another row that refers to it', () => {
		const it = notes();
		it.toggle(first, '1', null);
		it.toggle(row('second'), '1', null);
		expect(it.open?.row).toBe('second');
	});

	it('leaves the open note as it is when the one asked for does not exist', () => {
		const it = notes();
		it.toggle(first, '1', null);
		expect(it.toggle(first, '2', null)).toBe(false);
		expect(it.open?.marker).toBe('1');
	});

	it('can be closed once', () => {
		const it = notes();
		it.toggle(first, '1', null);
		expect([it.close(), it.close()]).toEqual([true, false]);
	});
});
