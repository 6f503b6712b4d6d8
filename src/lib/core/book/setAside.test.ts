import { expect, test } from 'vitest';
import { block } from '../text/block';
import { isAside, proposed } from './setAside';

test.each([
	'The Full Project Gutenberg License',
	'THE FULL PROJECT GUTENBERG LICENSE',
	'Copyright',
	'Innehåll',
	'Table of Contents',
	'Index',
	'Personregister',
	'Titelsida',
	'Also by the same author',
	'Av samma författare',
	'Reklam'
])('%s is proposed to be left out', (title) => expect(isAside(title)).toBe(true));

test.each([
	'Indexet faller',
	'Licence to Sail',
	'Omslaget revs',
	'Registret som försvann',
	'',
	'I'
])('%s is a chapter', (title) => expect(isAside(title)).toBe(false));

test('a book of nothing else is kept whole', () => {
	const blocks = [block({ kind: 'paragraph' }, 'Ett hus.')];
	expect(proposed([{ title: 'Index', blocks }])).toEqual([true]);
	const chapters = [
		{ title: 'Index', blocks },
		{ title: 'Ett', blocks }
	];
	expect(proposed(chapters)).toEqual([false, true]);
});
