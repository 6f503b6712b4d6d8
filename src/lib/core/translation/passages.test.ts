import { describe, expect, test } from 'vitest';
import { moment } from '../library/moment';
import type { OwnTranslation } from '../library/store';
import type { Article } from '../text/article';
import { block } from '../text/block';
import { candidates, fromBlock } from './candidate';
import { asTranslation } from './own';
import { resolveAll } from './resolve';
import type { Contributor, Unit } from './unit';

const by: Contributor = { origin: 'human', name: 'Ada', date: '2026-11-22' };
const paragraph = (text: string) => block({ kind: 'paragraph' }, text);
const original: Article = {
	lang: 'sv',
	title: 'Utan namn',
	blocks: ['Ett.', 'Två.', 'Tre.'].map(paragraph)
};

const unit = (source: readonly string[], text: readonly string[]): Unit => ({
	kind: 'paragraph',
	source: source.map((words) => paragraph(words).fingerprint),
	text,
	by,
	review: null
});

const own = (units: readonly Unit[]): OwnTranslation => ({
	id: 'one',
	article: 'article',
	lang: 'en',
	credit: { translator: 'Ada', title: '', publication: '', date: '', rights: '' },
	units,
	links: units.map(() => []),
	addedAt: moment(0),
	changedAt: moment(0)
});

/** Formats the rows of a page: original > translation; a passage has a star. */
const shown = (...translations: readonly (readonly Unit[])[]): string =>
	resolveAll(
		original.blocks,
		{
			stored: translations.map((units) => asTranslation(own(units), original, [])),
			words: [],
			reviews: []
		},
		{ lang: 'en' }
	)
		.rows.map(({ originals, shown: translated, passage }) =>
			[
				originals.map(({ text }) => text).join('+'),
				translated.kind === 'translated' ? translated.text.join('+') : '',
				passage ? '*' : ''
			].join('>')
		)
		.join(' ');

describe('a passage is a row of its own', () => {
	test('after the unit before it', () => {
		const units = [unit(['Ett.'], ['One.']), unit([], ['Licence.']), unit(['Två.'], ['Two.'])];
		expect(shown(units)).toBe('Ett.>One.> >Licence.>* Två.>Two.> Tre.>>');
	});
	test('before all and after all', () => {
		const units = [unit([], ['Preface.']), unit(['Tre.'], ['Three.']), unit([], ['Licence.'])];
		expect(shown(units)).toBe('Ett.>> Två.>> >Preface.>* Tre.>Three.> >Licence.>*');
	});
	test('of a translation that is shown nowhere is not shown', () => {
		const first = [unit(['Ett.'], ['One.'])];
		const second = [unit(['Ett.'], ['Number one.']), unit([], ['Licence.'])];
		expect(shown(first, second)).toBe('Ett.>One.> Två.>> Tre.>>');
	});
});

test('a paragraph that returns borrows only the sentences linked to it', () => {
	const again = ['Ett.', 'Två.', 'Ett.'].map(paragraph).map(fromBlock);
	const first: Unit = {
		...unit(['Ett.'], ['One. Added here.', 'And *this* too.']),
		spans: [
			[[0], [0]],
			[[], [1]],
			[[], [2]]
		]
	};
	const stored = asTranslation(own([first]), original, []);
	const texts = candidates(again, { stored: [stored], words: [], reviews: [] }, 'en').map(
		({ at, text }) => [at, ...text]
	);
	expect(texts).toEqual([
		[0, 'One. Added here.', 'And *this* too.'],
		[2, 'One.']
	]);
});
