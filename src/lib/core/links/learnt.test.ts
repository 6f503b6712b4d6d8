import { expect, it } from 'vitest';
import type { Dump, OwnTranslation } from '../library/store';
import type { Block, Lang } from '../text/article';
import { block } from '../text/block';
import { align } from '../align/align';
import { alignedIn, turned, type Aligned } from './aligned';
import { alignText } from './draftText';
import type { DraftSide, Link } from './draft';
import { learntFrom } from './learnt';
import { unitsOf } from './units';

const paragraphs = (...texts: readonly string[]): readonly Block[] =>
	texts.map((text) => block({ kind: 'paragraph' }, text));
const side = (lang: Lang, texts: readonly string[]): DraftSide => ({
	lang,
	blocks: paragraphs(...texts)
});

/** Words of no language, each with one fixed translation. */
const nouns = ['blom', 'drev', 'fjusk', 'grimp', 'hulp', 'knarv', 'lomp', 'mirv'];
const answers = ['quist', 'zoth', 'wend', 'yarl', 'vusk', 'thorp', 'sizz', 'rund'];
const told = (words: readonly string[], from: number): string =>
	`${[0, 3].map((step) => words[(from + step) % words.length]).join(' ')}.`;
const sentences = (words: readonly string[]): readonly string[] =>
	Array.from({ length: 32 }, (_, at) => told(words, at));

const links: readonly Link[] = Array.from({ length: 32 }, (_, at) => ({
	source: [at],
	target: [at],
	confidence: 1,
	fixed: false
}));
const known: Aligned = {
	source: side('sv', sentences(nouns)),
	target: side('en', sentences(answers)),
	links
};

const sorted = (lexicon: readonly (readonly [string, string, number])[]) =>
	lexicon.map(([from, to]) => `${from} ${to}`).toSorted();

it('teaches which words translate each other', () => {
	const lexicon = learntFrom([known], null);
	const best = nouns.map(
		(noun) =>
			lexicon.filter(([from]) => from === noun).toSorted(([, , a], [, , b]) => b - a)[0]?.[1]
	);
	expect(best).toEqual(answers);
});

it('teaches the exchanged words if the sides are exchanged', () => {
	const there = learntFrom([known], null);
	const back = learntFrom([turned(known)], null);
	expect(sorted(back.map(([from, to, p]) => [to, from, p] as const))).toEqual(sorted(there));
});

it('teaches nothing without texts', () => {
	expect(learntFrom([], null)).toEqual([]);
});

it('lets the next text be aligned by words that nothing else links', () => {
	const source = side('sv', ['knarv lomp.', 'blom drev.', 'grimp hulp.', 'fjusk mirv.']);
	const target = side('en', ['quist zoth.', 'yarl vusk.', 'wend rund.']);
	const lexicon = learntFrom([known], null);
	const aligned = align(alignText(source), alignText(target), { seed: null, lexicon });
	expect(aligned.ok && aligned.value.sentences).toEqual([
		[[0], []],
		[[1], [0]],
		[[2], [1]],
		[[3], [2]]
	]);
});

const by = { origin: 'human', name: 'Ada', date: '2026-11-02' } as const;
const kept = (changedAt: string, deleted = false): OwnTranslation => {
	const linked = unitsOf(known.source, known.target, links, by);
	return {
		id: changedAt,
		article: 'gard',
		lang: 'en',
		credit: { translator: 'Ada', title: '', publication: '', date: '', rights: '' },
		units: linked.map(({ unit }) => unit),
		links: linked.map(({ links }) => links),
		addedAt: changedAt,
		changedAt,
		...(deleted && { deleted: true })
	};
};
const library = (...translations: readonly OwnTranslation[]): Dump => ({
	articles: [
		{
			about: {
				id: 'gard',
				metadata: { lang: 'sv', title: 'Gård' },
				recognised: false,
				paragraphs: 32,
				words: 96,
				addedAt: '',
				changedAt: ''
			},
			article: { lang: 'sv', title: 'Gård', blocks: known.source.blocks },
			leftOut: []
		}
	],
	removed: [],
	words: [],
	reviews: [],
	places: [],
	highlights: [],
	savedWords: [],
	books: [],
	pictures: [],
	translations
});

it('finds the aligned texts of a library, in either direction', () => {
	const [there] = alignedIn(library(kept('2026-11-02')), 'sv', 'en');
	expect(there?.links.map(({ source, target }) => [source, target])).toEqual(
		links.map(({ source, target }) => [source, target])
	);
	const [back] = alignedIn(library(kept('2026-11-02')), 'en', 'sv');
	expect(back?.source).toEqual(there?.target);
});

it('skips texts that are deleted, in other languages, or without their original', () => {
	expect(alignedIn(library(kept('2026-11-02', true)), 'sv', 'en')).toEqual([]);
	expect(alignedIn(library(kept('2026-11-02')), 'sv', 'sv')).toEqual([]);
	expect(alignedIn({ ...library(kept('2026-11-02')), articles: [] }, 'sv', 'en')).toEqual([]);
});
