import { describe, expect, test } from 'vitest';
import { formatIssued, isIssued } from './date';

describe('a date of publication', () => {
	test.each([
		['2014', 'en', '2014'],
		['2014-10', 'en', 'October 2014'],
		['2014-10', 'sv', 'oktober 2014'],
		['2022-01-15', 'en', '15 January 2022'],
		['2022-01-15', 'sv', '15 januari 2022'],
		['2022-01-17/2022-01-21', 'en', '17–21 January 2022'],
		['2022-01-17/2022-01-21', 'sv', '17–21 januari 2022'],
		['2014/2016', 'en', '2014–2016'],
		['2014/2016-02', 'sv', '2014 – februari 2016'],
		['last spring', 'en', 'last spring'],
		['2022-13', 'en', '2022-13'],
		['2022-01-01/', 'en', '2022-01-01/']
	] as const)('%s reads in %s as %s', (issued, ui, words) => {
		expect(formatIssued(issued, ui)).toBe(words);
	});

	test.each([
		'2014',
		'2014-10',
		'2022-01-15',
		'2024-02-29',
		'2022-01-17/2022-01-21',
		'2014/2014-02'
	])('%s can be kept', (issued) => expect(isIssued(issued)).toBe(true));

	test.each([
		'',
		'22',
		'2022-1',
		'2022-13',
		'2022-02-30',
		'2023-02-29',
		'2022/2021',
		'2022/',
		'/',
		'maj 2022'
	])('“%s” cannot be kept', (issued) => expect(isIssued(issued)).toBe(false));
});
