import { describe, expect, it } from 'vitest';
import { formatIssued } from './date';

describe('formatIssued', () => {
	it.each([
		['2022-01-15', 'en', '15 January 2022'],
		['2022-01-15', 'sv', '15 januari 2022'],
		['2014-10', 'en', 'October 2014'],
		['2022', 'sv', '2022'],
		['2022-01-17/2022-01-21', 'en', '17–21 January 2022'],
		['2022-01-17/2022-01-21', 'sv', '17–21 januari 2022'],
		['some time', 'en', 'some time'],
		['2022-19-41', 'en', '2022-19-41']
	] as const)('%s in %s is %s', (issued, ui, words) => {
		expect(formatIssued(issued, ui).replace(/[\u2009\u202f]/g, '')).toBe(words);
	});
});
