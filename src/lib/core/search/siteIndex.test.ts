import { expect, test } from 'vitest';
import { parseSiteIndex, writeSiteIndex, type SiteIndex } from './siteIndex';
import { textKey, type Column } from './segment';

const column: Column = {
	text: textKey('read', 'a'),
	side: 'original',
	title: 'En dag',
	authors: ['Ada', 'Bo'],
	issued: '1997-03',
	stamp: '',
	levels: [
		['none', 2],
		['reviewed', 1]
	]
};
const other: Column = { ...column, text: textKey('read', 'b'), title: '', levels: [] };
const head = { version: '1', stamp: 7, bounds: ['', 'må'] };
const index: SiteIndex = {
	version: '2',
	segments: [
		{ ...head, lang: 'sv', columns: [column, other] },
		{ ...head, lang: 'en', columns: [{ ...column, side: 'translation', title: 'A day' }] }
	],
	tables: [{ lang: 'sv', bounds: ['', 'må'] }]
};

const parsed = (file: unknown) => parseSiteIndex(JSON.parse(JSON.stringify(file)));

test('the index of the site comes back as it was written', () => {
	expect(parsed(writeSiteIndex(index))).toEqual({ ok: true, value: index });
});

test('what both sides of a text have is written once, and no stamp of a state', () => {
	const stamped = { ...column, stamp: 'ada1' };
	const file = writeSiteIndex({
		...index,
		segments: [{ ...head, lang: 'sv', columns: [stamped] }]
	});
	expect(writeSiteIndex(index).texts).toHaveLength(2);
	expect(JSON.stringify(file)).not.toContain('ada1');
});

test('a column of a text that is not listed is a failure', () => {
	const file = writeSiteIndex(index);
	expect(parsed({ ...file, texts: file.texts.slice(1) }).ok).toBe(false);
	expect(parsed({ ...file, texts: undefined }).ok).toBe(false);
});
