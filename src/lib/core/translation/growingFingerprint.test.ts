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

const plainWords = fc.constantFrom('En', 'kvarn', '“gammal', 'mölla.', '(1890)', 'det’s', 'ja!”');
/** Marks that pair over words, and others that look like them. */
const marked = fc.constantFrom(
	...['*lång', 'väg*', '_en', 'om_', '**x', 'y**', '***', '*', '_', 'a*b', 'dag.[^2]', '[^3]'],
	...[
		'–',
		'…',
		'...',
		'.',
		'\u00ad',
		'nat-',
		'[se',
		'där](https://a.b)',
		'här](#)',
		'<https://a.b>'
	],
	...['\\*', '\\', '[^4](https://a.b)', 'c\nd', '«Nej»', ')', '”', '3–4', '²']
);

test('it is the fingerprint of words whose marks pair over other words', () => {
	const words = fc.array(fc.oneof({ weight: 3, arbitrary: plainWords }, marked), {
		minLength: 1,
		maxLength: 14
	});
	fc.assert(
		fc.property(words, fc.integer({ min: 1, max: 3 }), (words, every) => {
			const growing = new GrowingFingerprint();
			for (const [at, word] of words.entries()) {
				growing.add(word, hashedForm(word));
				if (at % every > 0) continue;
				expect(growing.value).toBe(fingerprint(words.slice(0, at + 1).join(' ')));
			}
			expect(growing.text).toBe(words.join(' '));
			expect(growing.text.endsWith(growing.end)).toBe(true);
		})
	);
});
