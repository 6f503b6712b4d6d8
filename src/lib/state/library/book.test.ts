import { expect, test, vi } from 'vitest';
import type { OwnBook } from '$lib/core/library/ownBook';
import type { OwnTranslation, Store } from '$lib/core/library/store';
import { ok } from '$lib/core/result';
import { block } from '$lib/core/text/block';
import { BookPage } from './book.svelte';
// Loaded here first, as the page loads it apart.
import './ownCoverage';

const text = block({ kind: 'paragraph' }, 'Ett.');
const now = '2026-11-22T00:00:00.000Z';
const book: OwnBook = {
	...{ id: 'b', metadata: { lang: 'sv', title: 'Boken' }, cover: null, pictures: [] },
	chapters: [{ article: 'b-1', title: 'Ett', level: 1, words: 1 }],
	...{ addedAt: now, changedAt: now }
};
const words = {
	...{ article: 'b-1', source: [text.fingerprint], lang: 'en', text: ['One.'] },
	...{ name: 'Me', from: null, changedAt: now }
};
const translation: OwnTranslation = {
	...{ id: 't', article: 'b-1', lang: 'en', units: [], links: [], changedAt: now, addedAt: now },
	credit: { translator: 'Ida Holm', title: 'One', publication: '', date: '', rights: '' }
};

/** Returns the page of a book, and a store whose work can be changed. */
function opened() {
	const state = { translations: [] as OwnTranslation[], broken: false };
	let worked: (ids: readonly string[]) => void = () => {};
	const store: Partial<Store> = {
		watchArticles: (next) => {
			next([], [], [book]);
			return () => {};
		},
		watchWorked: (next) => {
			worked = next;
			return () => {};
		},
		work: async () => {
			if (state.broken) throw new Error('broken');
			return ok({ words: [words], reviews: [], translations: state.translations });
		},
		article: async () =>
			ok({
				about: {
					...{ id: 'b-1', metadata: { lang: 'sv' }, recognised: false },
					...{ paragraphs: 1, words: 1, addedAt: now, changedAt: now }
				},
				...{ article: { lang: 'sv', blocks: [text] }, leftOut: [] }
			})
	};
	const page = new BookPage('b', async () => store as Store);
	page.watch();
	return { page, state, changed: () => worked(['b-1']) };
}

test('a chapter with own words that gets a translation is computed again', async () => {
	const { page, state, changed } = opened();
	await vi.waitFor(() => {
		changed();
		expect(page.coverageOf('b-1')).toMatchObject({ human: 1 });
	});
	state.translations = [translation];
	changed();
	await vi.waitFor(() => expect(page.coverageOf('b-1')?.brought?.id).toBe('t'));
});

test('a coverage that could not be computed is tried again at the next change', async () => {
	const { page, state, changed } = opened();
	state.broken = true;
	await Promise.resolve();
	changed();
	await new Promise((resolve) => setTimeout(resolve, 20));
	state.broken = false;
	changed();
	await vi.waitFor(() => expect(page.coverageOf('b-1')).toMatchObject({ human: 1 }));
});
