import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bindDates } from './bindDates';
import { fingerprint } from './fingerprint';

test.each([
	['den 2 januari 2022', 'den 2_januari 2022'],
	['On 6 January, and on 17–21 January', 'On 6_January, and on 17–21_January'],
	['den 5:e maj, the 4th July, May 1', 'den 5:e_maj, the 4th_July, May_1'],
	['*15 January*', '*15_January*'],
	['In January 2022, 300 March past; March 2011', 'In January 2022, 300 March past; March 2011'],
	['5 mars, 15 marsvin, 12 maja', '5_mars, 15 marsvin, 12 maja']
])('%s is shown as %s', (text, shown) => {
	expect(bindDates(text)).toBe(shown.replaceAll('_', '\u00a0'));
});

test('neither the length nor the fingerprint of a text changes', () => {
	const words = fc.constantFrom('den', '2', '17–21', 'januari', 'May', '3rd', '2022,', '*mars*');
	fc.assert(
		fc.property(fc.array(words, { minLength: 1 }), (all) => {
			const text = all.join(' ');
			expect(bindDates(text)).toHaveLength(text.length);
			expect(fingerprint(bindDates(text))).toBe(fingerprint(text));
			expect(bindDates(bindDates(text))).toBe(bindDates(text));
		})
	);
});
