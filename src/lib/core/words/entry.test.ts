import { describe, expect, it } from 'vitest';
import { classOf, glossesOf, meaningsOf, parseEntry } from './entry';

describe('parseEntry', () => {
	it('reads head, code, forms, joining forms and meanings', () => {
		const entry = parseEntry(
			'land t3 landet länder + lands, lant = country; (in a garden) patch, bed'
		);
		expect(entry).toMatchObject({
			head: 'land',
			code: 't3',
			forms: ['landet', 'länder'],
			joining: ['lands', 'lant']
		});
		expect(classOf(entry)).toBe('noun');
		expect(meaningsOf(entry)).toEqual([
			{ remark: '', glosses: ['country'] },
			{ remark: 'in a garden', glosses: ['patch', 'bed'] }
		]);
		expect(glossesOf(entry)).toEqual(['country', 'patch', 'bed']);
	});

	it('reads a hyphen as a form that the rule gives', () => {
		expect(parseEntry('bok n3 - böcker - = book').forms).toEqual([null, 'böcker', null]);
	});

	it('takes the last code of a line, since a word may look like one', () => {
		expect(parseEntry('just nu ph = right now')).toMatchObject({ head: 'just nu', code: 'ph' });
		expect(parseEntry('nu ad = now')).toMatchObject({ head: 'nu', code: 'ad', forms: [] });
	});

	it.each(['', 'hus = house', 't5 = house', 'hus t5 house', 'hus t9 = house'])(
		'names the invalid line %j',
		(line) => {
			expect(() => parseEntry(line)).toThrow(RangeError);
		}
	);
});
