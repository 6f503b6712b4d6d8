import { describe, expect, test } from 'vitest';
import type { Store } from '$lib/core/library/store';
import { fail, ok } from '$lib/core/result';
import { newSavedWord, type SavedWord } from '$lib/core/words/savedWord';
import { wordToSave } from '$lib/core/words/savedWord.fixture';
import { allWordsRecent, arrangedWords, textsOf } from './arrangeWords';
import { Review } from './review.svelte';
import { SavedWordStore } from './savedWordStore.svelte';

const word = (lemma: string, minute: number, part: Partial<SavedWord> = {}): SavedWord => ({
	...newSavedWord(wordToSave(lemma), lemma, `2026-11-02T08:0${minute}:00.000Z`),
	...part
});

/** Returns a store that keeps words in memory, and how often it wrote. */
function memory(words: readonly SavedWord[] = []) {
	const state = { writes: 0, refuses: false };
	const store: Pick<Store, 'watchSavedWords' | 'putSavedWords'> = {
		watchSavedWords: (next) => {
			queueMicrotask(() => next(words));
			return () => {};
		},
		putSavedWords: async (changes) => {
			if (state.refuses) return fail({ kind: 'conflict' });
			state.writes += 1;
			return ok(changes.map(({ word }) => word));
		}
	};
	return { saved: new SavedWordStore(store), state };
}

describe('saved words', () => {
	test('are saved once: the same lemma again gives the word that is there', async () => {
		const { saved, state } = memory([word('katt', 0)]);
		const same = await saved.save(wordToSave('Katt', { form: 'Katten' }));
		expect(same).toEqual(ok(word('katt', 0)));
		expect(state.writes).toBe(0);
		const other = await saved.save(wordToSave('katt', { wordClass: 'verb' }));
		expect(other.ok && other.value.state).toBe('new');
		expect(saved.words).toHaveLength(2);
	});

	test('that are removed come back as they were', async () => {
		const { saved } = memory([word('katt', 0), word('hus', 1)]);
		await saved.ready;
		const gone = await saved.remove(saved.words);
		expect(saved.words).toEqual([]);
		if (gone.ok) await saved.restore([word('katt', 0), word('hus', 1)], gone.value);
		expect(saved.words.map(({ lemma }) => lemma)).toEqual(['katt', 'hus']);
	});
});

describe('the list', () => {
	const source = { article: 'a', title: 'B', paragraph: 'x', occurrence: 1 };
	const context = {
		sentence: { text: 'Öl.', range: null },
		counterpart: null,
		source
	} as unknown as SavedWord['context'];
	const words = [
		word('öl', 0, { state: 'known', context }),
		word('ål', 1, { note: 'en fisk' }),
		word('zebra', 2, { meaning: 'zebra' })
	];
	const shown = (part: Partial<typeof allWordsRecent>) =>
		arrangedWords(words, { ...allWordsRecent, ...part }, 'sv').map(({ lemma }) => lemma);

	test.each([
		['the word saved last first', {}, ['zebra', 'ål', 'öl']],
		['the alphabet of the interface', { sort: 'alphabet' as const }, ['zebra', 'ål', 'öl']],
		['one state', { state: 'known' as const }, ['öl']],
		['one text', { text: 'a' }, ['öl']],
		['no text', { text: 'none' }, ['zebra', 'ål']],
		['a note, in any capitals', { query: ' FISK' }, ['ål']],
		['nothing that matches', { query: 'xyz' }, []]
	])('is by %s', (_, part, expected) => {
		expect(shown(part)).toEqual(expected);
	});

	test('names the texts that words come from', () => {
		expect(textsOf(words)).toEqual([
			{ id: 'none', title: '', count: 2 },
			{ id: 'a', title: 'B', count: 1 }
		]);
	});
});

describe('a round of repetition', () => {
	const round = async (...words: readonly SavedWord[]) => {
		const { saved, state } = memory(words);
		await saved.ready;
		return {
			review: new Review(saved, () => Date.parse('2026-11-03T08:00:00.000Z')),
			saved,
			state
		};
	};

	test('asks a word again at its end that was not known, and takes an answer back', async () => {
		const { review, saved } = await round(word('katt', 0), word('hus', 1));
		await review.grade('good');
		expect(review.left).toHaveLength(2); // no grade before the answer
		await review.reveal();
		await review.grade('again');
		expect(review.left.map(({ lemma }) => lemma)).toEqual(['hus', 'katt']);
		expect(saved.words[0]?.state).toBe('learning');
		await review.undo();
		expect(review.left.map(({ lemma }) => lemma)).toEqual(['katt', 'hus']);
		expect(saved.words[0]).toMatchObject({ state: 'new', repetition: null });
		expect(review.canUndo).toBe(false);
	});

	test('takes keys in their order, however quickly they come', async () => {
		const { review } = await round(word('katt', 0), word('hus', 1));
		void review.reveal();
		void review.grade('good');
		void review.reveal();
		await review.grade('easy');
		expect(review.current).toBeNull();
	});

	test('stays at a word whose answer could not be saved, and says why', async () => {
		const { review, state } = await round(word('katt', 0));
		state.refuses = true;
		await review.reveal();
		await review.grade('good');
		expect(review.failure).toEqual({ kind: 'conflict' });
		expect(review.current?.lemma).toBe('katt');
	});
});
