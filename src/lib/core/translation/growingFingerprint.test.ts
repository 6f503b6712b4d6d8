import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprint } from '../text/fingerprint';
import { GrowingFingerprint, hashedForm } from './growingFingerprint';

const piece = fc.constantFrom(
	...[
		'a',
		'É',
		'e\u0301',
		'ö',
		'ﬁ',
		'1',
		'²',
		'7',
		'.',
		'..',
		',',
		':',
		'!',
		'…',
		'-',
		'–',
		'*',
		'_'
	],
	...['[^1]', '\\', '”', '"', "'", "''", '’', '(', ')', '\u00ad', '\u00a0', '<', '[a](https://b.c)']
);
const word = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(''));

test('it is the fingerprint of the words so far, whatever is in them', () => {
	fc.assert(
		fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
			const growing = new GrowingFingerprint();
			for (const [at, word] of words.entries()) {
				growing.add(word, hashedForm(word));
				expect(growing.value).toBe(fingerprint(words.slice(0, at + 1).join(' ')));
			}
		})
	);
});

test('a word that a line broke is joined', () => {
	const growing = new GrowingFingerprint();
	for (const word of ['En', 'gam-']) growing.add(word, hashedForm(word));
	growing.join('mal');
	growing.add('kvarn.', hashedForm('kvarn.'));
	expect(growing.text).toBe('En gammal kvarn.');
	expect(growing.value).toBe(fingerprint('En gammal kvarn.'));
});
