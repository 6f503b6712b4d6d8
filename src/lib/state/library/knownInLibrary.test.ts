import { expect, test } from 'vitest';
import type { KnownRequest, KnownText } from '$lib/adapters/known/protocol';
import type { CallOptions } from '$lib/adapters/worker/calls';
import type { OwnArticle } from '$lib/core/library/ownArticle';
import type { Store } from '$lib/core/library/store';
import { ok, fail, type Result } from '$lib/core/result';
import type { SavedState, SavedWord } from '$lib/core/words/savedWord';
import { savedWordOf } from '$lib/core/words/savedWord.fixture';
import { KnownInLibrary } from './knownInLibrary.svelte';

const word = (lemma: string, state: SavedState): SavedWord => savedWordOf(lemma, { state });
const article = (id: string, book?: string): OwnArticle => ({
	id,
	metadata: { lang: 'sv' },
	recognised: false,
	paragraphs: 1,
	words: 9,
	addedAt: '2026-11-02T08:00:00.000Z',
	changedAt: '2026-11-02T08:00:00.000Z',
	...(book !== undefined && { book: { id: book, chapter: 0 } })
});

interface Asked {
	readonly request: KnownRequest;
	readonly options: CallOptions<readonly KnownText[]>;
	readonly end: (result: Result<{ texts: number }, { kind: 'aborted' }>) => void;
}

/** A library with these texts and words, whose counting is answered by the test. */
function opened(own: readonly OwnArticle[]) {
	const asked: Asked[] = [];
	let tell: (words: readonly SavedWord[]) => void = () => {};
	const known = new KnownInLibrary({
		stored: () => [],
		own: () => own,
		count: (request, options) => new Promise((end) => void asked.push({ request, options, end })),
		version: '1'
	});
	const store = {
		watchSavedWords: (next: (words: readonly SavedWord[]) => void) => {
			tell = next;
			return () => {};
		}
	} as unknown as Store;
	known.watch(async () => store);
	/** Tells the library of saved words, and counts as an effect does. Returns what stops it. */
	const words = async (...words: readonly SavedWord[]) => {
		await Promise.resolve();
		tell(words);
		return known.count() ?? (() => {});
	};
	return { known, asked, words };
}
const side = (known: number) => ({ lang: 'sv', known, running: 10 });
const entry = (id: string, book = false) =>
	({ id, shelf: 'yours', ...(book && { book: {} }) }) as Parameters<KnownInLibrary['sidesOf']>[0];

test('nothing is counted before a word is known', async () => {
	const { known, asked, words } = opened([article('ett')]);
	expect(known.state).toBe('loading');
	await words(word('katt', 'learning'));
	expect(known.state).toBe('none');
	expect(asked).toEqual([]);
});

test('texts are shown as they are counted; a word more counts again and keeps what is shown', async () => {
	const { known, asked, words } = opened([article('ett'), article('två')]);
	const stop = await words(word('katt', 'known'));
	asked[0]?.options.progress?.([{ key: 'own ett', sides: [side(1)] }]);
	expect(known.sidesOf(entry('ett'))).toEqual([side(1)]);
	expect(known.sidesOf(entry('två'))).toEqual([]);
	expect(known.progress).toEqual({ done: 1, of: 2 });
	stop();
	const leave = await words(word('katt', 'known'), word('hund', 'known'));
	expect(asked[0]?.options.signal?.aborted).toBe(true);
	expect(known.sidesOf(entry('ett'))).toEqual([side(1)]);
	asked[1]?.end(ok({ texts: 2 }));
	await Promise.resolve();
	await Promise.resolve();
	expect(known.state).toBe('counted');
	leave();
	expect(asked[1]?.options.signal?.aborted).toBe(true);
});

test('a book has a share when all its chapters have one', async () => {
	const { known, asked, words } = opened([article('ett', 'bok'), article('två', 'bok')]);
	await words(word('katt', 'known'));
	asked[0]?.options.progress?.([{ key: 'own ett', sides: [side(1)] }]);
	expect(known.sidesOf(entry('bok', true))).toEqual([]);
	asked[0]?.options.progress?.([{ key: 'own två', sides: [side(5)] }]);
	expect(known.sidesOf(entry('bok', true))).toEqual([{ lang: 'sv', known: 6, running: 20 }]);
});

test('a failure is told', async () => {
	const { known, asked, words } = opened([article('ett')]);
	await words(word('katt', 'known'));
	asked[0]?.end(fail({ kind: 'aborted' }));
	await Promise.resolve();
	await Promise.resolve();
	expect(known.state).toBe('failed');
});
