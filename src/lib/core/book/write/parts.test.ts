/** The small parts that the writers share. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseInline, plainOf } from '../../text/inline';
import { address } from './address';
import { cut } from './cut';
import { uuidOf } from './uuid';

it('a UUID is of version 5', () => {
	const namespace = Buffer.from('6b1f0b6a3c0e4f0c9a4d2b7e5d8c1f30', 'hex');
	const hash = createHash('sha1').update(namespace).update('vägen').digest('hex');
	const variant = ((parseInt(hash.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
	expect(uuidOf('vägen').replaceAll('-', '')).toBe(
		`${hash.slice(0, 12)}5${hash.slice(13, 16)}${variant}${hash.slice(18, 32)}`
	);
});

it.each([
	['https://exempel.se/a b', 'https://exempel.se/a%20b'],
	['https://exempel.se/å?b=[1]#c#d', 'https://exempel.se/%C3%A5?b=%5B1%5D#c%23d'],
	['https://exempel.se/100%', 'https://exempel.se/100%25'],
	['mailto:bo@exempel.se', 'mailto:bo@exempel.se'],
	['https://räv.se/', null],
	['https:///a', null],
	['mailto:', null],
	['javascript:alert(1)', null]
])('the address %s is written as %s', (href, written) => {
	expect(address(href)).toBe(written);
});

it('a text that is cut keeps its words, in pieces that are short enough', () => {
	const words = fc.array(
		fc.constantFrom('ord ', '*med kraft* ', '**a *b* c** ', '𝒳𝒳𝒳', '[^1]', '\\\nx ')
	);
	fc.assert(
		fc.property(words, fc.integer({ min: 4, max: 30 }), (parts, limit) => {
			const nodes = parseInline(parts.join(''));
			const pieces = cut(nodes, limit);
			expect(pieces.map(plainOf).join('')).toBe(plainOf(nodes));
			for (const piece of pieces) expect(plainOf(piece).length).toBeLessThanOrEqual(limit + 1);
		})
	);
});

it('a text is not cut inside a word or a character where that can be avoided', () => {
	const pieces = cut([{ type: 'text', text: 'ett två tre' }], 8).map(plainOf);
	expect(pieces).toEqual(['ett två ', 'tre']);
	expect(cut([{ type: 'text', text: 'a𝒳' }], 2).map(plainOf)).toEqual(['a𝒳']);
});
