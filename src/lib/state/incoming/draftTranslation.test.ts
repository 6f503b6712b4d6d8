import { expect, test } from 'vitest';
import type { AlignmentDraft, Link } from '$lib/core/links/draft';
import { linksOf } from '$lib/core/links/relinked';
import type { OwnTranslation } from '$lib/core/library/store';
import { article } from './arrival.fixture';
import { draftOf, noCredit, savedUnits, translationOf } from './draftTranslation';

const now = '2026-11-29T09:00:00.000Z';
const original = article('sv', 'Fyren', 'Fyren stod på udden.', 'Den var röd.', 'Ingen bodde där.');
const english = article(
	'en',
	'The Lighthouse',
	'The lighthouse stood there.',
	'So it did.',
	'Empty.'
);
const link = (source: number[], target: number[], confidence: number, fixed = false): Link => ({
	...{ source, target, confidence, fixed }
});
const draft = (links: readonly Link[]): AlignmentDraft => ({
	...{ id: 'fyren-en', article: 'fyren', credit: { ...noCredit, translator: 'Ada' }, links },
	source: { lang: 'sv', blocks: original.blocks },
	target: { lang: 'en', blocks: english.blocks },
	changedAt: now
});

/** Returns the draft that a saved translation is opened as. */
const draftAgain = (own: OwnTranslation): AlignmentDraft =>
	draftOf(own, original, linksOf(savedUnits(own), original, own.lang), now);

/** Returns the links of a draft after it was saved and opened again: omissions may change places. */
const reopened = (links: readonly Link[]): readonly Link[] =>
	inOrder(draftAgain(translationOf(draft(links), null, now)).links);

const inOrder = (links: readonly Link[]): readonly Link[] =>
	links.toSorted((a, b) => (a.source[0] ?? 0.5) - (b.source[0] ?? 0.5));

test('a paragraph without counterpart is as uncertain as it was when it is opened again', () => {
	const links = [link([0], [0], 0.9), link([1], [], 0.4), link([], [1], 0.6), link([2], [2], 0.8)];
	expect(reopened(links)).toEqual(inOrder(links));
});

test('an omission that the reader has confirmed stays confirmed, and no other becomes so', () => {
	const links = [
		link([0], [0], 0.9),
		link([1], [], 1, true),
		link([], [1], 1),
		link([2], [2], 0.8)
	];
	expect(reopened(links).map(({ fixed }) => fixed)).toEqual(
		inOrder(links).map(({ fixed }) => fixed)
	);
});

test('a translation saved before opens as it did', () => {
	const { omissions: _, ...older } = translationOf(
		draft([link([0], [0], 0.9), link([1], [], 0.4), link([2], [1, 2], 0.8)]),
		null,
		now
	);
	expect(draftAgain(older).links[1]).toEqual(link([1], [], 1));
});
