import { describe, expect, test } from 'vitest';
import { readWork } from './page';

describe('the work that an article reads', () => {
	test('is named with all that is known of it', () => {
		const work = {
			title: 'Havet',
			authors: ['Bo Ek', 'Åsa Ek'],
			publication: 'Dagbladet',
			issued: '2014-10',
			address: 'https://example.org/havet'
		};
		expect(readWork(work, 'sv')).toEqual({
			authors: 'Bo Ek, Åsa Ek',
			title: 'Havet',
			from: 'Dagbladet, oktober 2014',
			address: 'https://example.org/havet'
		});
		expect(readWork(work, 'en').from).toBe('Dagbladet, October 2014');
	});

	test('and with no more', () => {
		expect(readWork({ title: 'Havet' }, 'en')).toEqual({
			authors: '',
			title: 'Havet',
			from: '',
			address: null
		});
	});
});
