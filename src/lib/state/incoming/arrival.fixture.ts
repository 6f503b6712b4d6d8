import type { AlignOutcome } from '$lib/adapters/align/aligner';
import type { ImportOutcome } from '$lib/adapters/import/importer';
import type { AlignmentDraft } from '$lib/core/links/draft';
import { alignText } from '$lib/core/links/draftText';
import { learntFrom } from '$lib/core/links/learnt';
import { realigning } from '$lib/core/links/realign';
import { linksOf } from '$lib/core/links/relinked';
import { seedOf } from '$lib/core/align/seed';
import type { OwnTranslation, Store } from '$lib/core/library/store';
import { fail, ok } from '$lib/core/result';
import type { Article } from '$lib/core/text/article';
import { block } from '$lib/core/text/block';
import { Arrival } from './arrival.svelte';
import type { ArrivalEnvironment } from './arrivalSteps';

export const article = (lang: string, title: string, ...paragraphs: string[]): Article => ({
	lang,
	title,
	blocks: paragraphs.map((text) => block({ kind: 'paragraph' }, text))
});
export const original = article(
	'sv',
	'Fyren',
	'Fyren byggdes 1871. Den hade tre våningar.',
	'År 1904 brann taket. Ingen vet hur det gick till.'
);
export const bare = article('sv', 'Fyren');
export const english = article(
	'en',
	'The Lighthouse',
	'The lighthouse was built in 1871. It had three floors.',
	'In 1904 the roof burned. Nobody knows how it happened.'
);
export const read = (text: Article): ImportOutcome =>
	ok({ article: text, leftOut: [], notices: [] });

/** Links the two texts as the aligning worker would. */
async function aligned({
	source,
	target,
	links
}: Pick<AlignmentDraft, 'source' | 'target' | 'links'>): Promise<AlignOutcome> {
	const seed = await seedOf(source.lang, target.lang);
	const lexicon = learntFrom([], seed);
	const steps = realigning(alignText(source), alignText(target), links, { seed, lexicon });
	let step = steps.next();
	while (!step.done) step = steps.next();
	return step.value.ok ? ok(step.value.value.links) : step.value;
}

/** Returns a store in memory. It refuses to write while `state.full` is set. */
function memory() {
	const drafts = new Map<string, AlignmentDraft>();
	const translations = new Map<string, OwnTranslation>();
	const state = { full: false };
	const store: Partial<Store> = {
		alignment: async (id) => ok(drafts.get(id) ?? null),
		putAlignment: async (draft) => {
			if (state.full) return fail({ kind: 'full' });
			drafts.set(draft.id, draft);
			return ok(undefined);
		},
		removeAlignment: async (id) => {
			drafts.delete(id);
			return ok(undefined);
		},
		translation: async (id) => ok(translations.get(id) ?? null),
		putTranslation: async (translation, base) => {
			if (state.full) return fail({ kind: 'full' });
			if ((translations.get(translation.id)?.changedAt ?? null) !== base)
				return fail({ kind: 'conflict' });
			translations.set(translation.id, translation);
			return ok(translation);
		}
	};
	return { store: store as Store, drafts, translations, state };
}

export function setUp(overrides: Partial<ArrivalEnvironment> = {}) {
	const kept = memory();
	const held = new Set<string>();
	const articles = new Map([['fyren', original]]);
	const time = { now: Date.UTC(2026, 10, 22) };
	const environment: ArrivalEnvironment = {
		store: async () => kept.store,
		article: async (id) => ok(articles.get(id) ?? null),
		read: async () => read(english),
		exchange: async () => null,
		align: (draft) => aligned(draft),
		cut: async () => {},
		relink: async (...saved) => linksOf(...saved),
		lockDraft: async (id) => {
			if (held.has(id)) return null;
			held.add(id);
			return () => held.delete(id);
		},
		newId: () => 'one',
		now: () => time.now,
		...overrides
	};
	return { ...kept, held, articles, time, environment, arrival: new Arrival(environment) };
}

export const file = new Blob();
export const idle = () => new Promise((resolve) => setTimeout(resolve));
export const forArticle = { kind: 'article', id: 'fyren' } as const;

/** Returns an arrival whose translation has been read, credited and aligned. */
export async function mending(overrides: Partial<ArrivalEnvironment> = {}) {
	const all = setUp(overrides);
	await all.arrival.open(forArticle);
	await all.arrival.read('lighthouse.txt', file);
	all.arrival.setLang('en');
	all.arrival.setCredit({ translator: 'Ida Holm' });
	await all.arrival.align();
	await idle();
	return all;
}
