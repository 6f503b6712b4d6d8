/** Two small books that are one work, and a store in memory, for tests of pairing. */
import { expect } from 'vitest';
import type { ReadOutcome } from '$lib/adapters/import/importer';
import type { Book } from '$lib/core/book/book';
import { sketchOf } from '$lib/core/book/chapterCosts';
import { pairChapters } from '$lib/core/book/pairChapters';
import { seedOf } from '$lib/core/align/seed';
import { alignText } from '$lib/core/links/draftText';
import { learntFrom } from '$lib/core/links/learnt';
import { realigning } from '$lib/core/links/realign';
import {
	isDone,
	latestOf,
	withOutcome,
	type BookPairing,
	type PairingText
} from '$lib/core/library/bookPairing';
import { draftBook } from '$lib/core/library/draftBook';
import { bookToSave } from '$lib/core/library/saveBook';
import type { OwnTranslation, Store } from '$lib/core/library/store';
import { fail, ok } from '$lib/core/result';
import { runSteps } from '$lib/core/steps';
import { block } from '$lib/core/text/block';
import { BookJob, type JobEnvironment } from './bookJob.svelte';
import { Pairing } from './pairing.svelte';
import type { PairingEnvironment } from './pairingSteps';

const paragraph = (text: string) => block({ kind: 'paragraph' }, text);
const book = (
	lang: string,
	title: string,
	chapters: readonly (readonly [string, ...string[]])[]
): Book => ({
	metadata: { lang, title },
	chapters: chapters.map(([title, ...texts]) => ({
		title,
		level: 1,
		blocks: texts.map(paragraph)
	})),
	...{ pictures: [], cover: null, leftOut: [], notices: [] }
});

export const swedish = book('sv', 'Fyren', [
	[
		'Kapitel 1',
		'Fyren byggdes 1871 av Nils Ekman. Den hade tre våningar och ett hjul av ek.',
		'Varje höst kom bönderna från hela socknen med sin säd till Nils Ekman.'
	],
	[
		'Kapitel 2',
		'År 1904 brann taket. Ingen vet hur elden började.',
		'Karin Lund lagade allt med egna händer, och det tog henne fyra år.'
	],
	[
		'Kapitel 3',
		'Sedan kom elektriciteten till dalen. En ny kvarn byggdes i Växjö.',
		'I dag är fyren ett museum. Den är öppen från maj till september, och 12 000 människor kommer dit.'
	]
]);
export const english = book('en', 'The Lighthouse', [
	['Preface', 'This book was written by the sea.', 'Translated by Ida Holm'],
	[
		'Chapter 1',
		'The lighthouse was built in 1871 by Nils Ekman. It had three floors and a wheel of oak.',
		'Every autumn the farmers came from the whole parish with their grain to Nils Ekman.'
	],
	[
		'Chapter 2',
		'In 1904 the roof burned. Nobody knows how the fire began.',
		'Karin Lund repaired everything with her own hands, and it took her four years.'
	],
	[
		'Chapter 3',
		'Then electricity came to the valley. A new mill was built in Växjö.',
		'Today the lighthouse is a museum. It is open from May to September, and 12,000 people come there.'
	]
]);

const kept = bookToSave(
	{ id: 'u', name: 'fyren.epub', ...draftBook(swedish).content },
	'fyren',
	'2026-11-02T08:00:00.000Z'
);

/** Returns a store in memory. It refuses to write while `state.full` is set. */
function memory() {
	const articles = new Map(kept.chapters.map((chapter) => [chapter.about.id, chapter]));
	const pairings = new Map<string, BookPairing>();
	const texts = new Map<string, PairingText>();
	const translations = new Map<string, OwnTranslation>();
	const state = { full: false, log: [] as string[] };
	const store: Partial<Store> = {
		book: async (id) => ok(id === 'fyren' ? kept.about : null),
		article: async (id) => ok(articles.get(id) ?? null),
		pairingOf: async (id) => ok(latestOf([...pairings.values()], id)),
		work: async (article) => {
			const own = [...translations.values()].filter((one) => one.article === article);
			state.log.push(`reads ${article}`);
			return ok({ words: [], reviews: [], translations: own });
		},
		translated: async (asked) => {
			const live = new Set([...translations.values()].map(({ article }) => article));
			return ok(asked.filter((article) => live.has(article)));
		},
		pairingText: async (id) => ok(texts.get(id) ?? null),
		putPairing: async (pairing, text) => {
			if (state.full) return fail({ kind: 'full' });
			pairings.set(pairing.id, pairing);
			if (text) texts.set(text.id, text);
			const others = text ? [...pairings.values()].filter(({ id }) => id !== text.id) : [];
			for (const { id } of others) void store.removePairing?.(id);
			return ok(undefined);
		},
		savePair: async (id, pair, written) => {
			const saved = written.translations;
			if (state.full) return fail({ kind: 'full' });
			const before = pairings.get(id);
			const pairing = before ? withOutcome(before, pair, written) : null;
			if (!pairing) return ok(null);
			if (saved.some((one) => translations.has(one.id))) return fail({ kind: 'conflict' });
			for (const one of saved) {
				translations.set(one.id, one);
				state.log.push(`saved ${one.article}`);
			}
			pairings.set(id, pairing);
			if (isDone(pairing)) await store.removePairing?.(id);
			return ok(pairing);
		},
		translation: async (id) => ok(translations.get(id) ?? null),
		removePairing: async (id) => {
			pairings.delete(id);
			texts.delete(id);
			return ok(undefined);
		},
		putTranslation: async (translation, base) => {
			if (state.full) return fail({ kind: 'full' });
			const here = translations.get(translation.id)?.changedAt ?? null;
			if (here !== base) return fail({ kind: 'conflict' });
			translations.set(translation.id, translation);
			state.log.push(`saved ${translation.article}`);
			return ok(translation);
		}
	};
	return { store: store as Store, articles, pairings, texts, translations, state };
}

const align: JobEnvironment['align'] = async ({ source, target, links, related }, { signal }) => {
	if (signal.aborted) return fail({ kind: 'aborted' });
	const seed = await seedOf(source.lang, target.lang);
	const found = runSteps(
		realigning(alignText(source), alignText(target), links, {
			seed,
			...(related && { related })
		})
	);
	return found.ok ? ok(found.value.links) : found;
};

export function setUp(overrides: Partial<PairingEnvironment & JobEnvironment> = {}) {
	const all = memory();
	const locked = new Set<string>();
	const ids = ['p', 'q', 'r'];
	const sides = (chapters: Parameters<PairingEnvironment['pair']>[1]) => chapters.map(sketchOf);
	const environment: PairingEnvironment & JobEnvironment = {
		store: async () => all.store,
		read: async (): Promise<ReadOutcome> => ok({ book: english }),
		pair: async (articles, chapters) => {
			const source = sides(
				articles.map((id) => {
					const { title = '', blocks = [] } = all.articles.get(id)?.article ?? {};
					return { title, blocks };
				})
			);
			const target = sides(chapters);
			return { source, target, pairs: pairChapters(source, target) };
		},
		align: async (texts, running) => {
			all.state.log.push(`aligns ${texts.source.blocks.length} by ${texts.learnt?.length ?? 0}`);
			return align(texts, running);
		},
		learn: async ({ source, target, aligned }) => {
			all.state.log.push(aligned ? `learns of ${aligned.length}` : 'reads the library');
			return learntFrom(aligned ?? [], await seedOf(source, target));
		},
		lockDraft: async (id, waits) => {
			while (waits && !waits.aborted && locked.has(id))
				await new Promise((resolve) => setTimeout(resolve));
			if (locked.has(id)) return null;
			locked.add(id);
			return () => locked.delete(id);
		},
		newId: () => ids.shift() ?? expect.fail('no id is left'),
		now: () => Date.UTC(2026, 10, 22),
		...overrides
	};
	const pairing = new Pairing('fyren', environment);
	return { ...all, locked, environment, pairing, job: () => new BookJob('fyren', environment) };
}

const file = new Blob();

/** Returns a pairing whose file has been read. */
export async function paired(overrides: Parameters<typeof setUp>[0] = {}) {
	const all = setUp(overrides);
	await all.pairing.open();
	await all.pairing.read('lighthouse.epub', file);
	return all;
}

/** Returns a job whose pairs have been handed over. */
export async function handedOver(overrides: Parameters<typeof setUp>[0] = {}) {
	const all = await paired(overrides);
	all.pairing.setCredit({ translator: 'Ida Holm', publication: 'Valley Press' });
	await all.pairing.finish();
	return all;
}
