import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digesting, isSame } from './digest';

const pieces = fc.array(fc.uint8Array({ maxLength: 300 }));
const joined = (list: readonly Uint8Array[]) => Buffer.concat(list);

describe('a digest', () => {
	test('is the SHA-256 of the content, however it was cut', () => {
		fc.assert(
			fc.property(pieces, (list) => {
				const digest = digesting('sha256', 0);
				list.forEach((piece) => digest.take(piece));
				const expected = createHash('sha256').update(joined(list)).digest('hex');
				expect(digest.end()).toEqual({ kind: 'sha256', hex: expected });
			})
		);
	});

	test('is the hash that git computes for the content, however it was cut', () => {
		fc.assert(
			fc.property(pieces, (list) => {
				const content = joined(list);
				const digest = digesting('git-blob', content.length);
				list.forEach((piece) => digest.take(piece));
				const expected = createHash('sha1')
					.update(`blob ${content.length}\0`)
					.update(content)
					.digest('hex');
				expect(digest.end()).toEqual({ kind: 'git-blob', hex: expected });
			})
		);
	});

	test('of an empty file is the one that git gives', () => {
		const { hex } = digesting('git-blob', 0).end();
		expect(hex).toBe('e69de29bb2d1d6434b8b29ae775ad8c2e48c5391');
	});

	test('equals another of its kind only if the hash is the same', () => {
		const one = { kind: 'sha256', hex: 'ab' } as const;
		expect(isSame(one, { ...one })).toBe(true);
		expect(isSame(one, { kind: 'sha256', hex: 'ac' })).toBe(false);
		expect(isSame(one, { kind: 'git-blob', hex: 'ab' })).toBe(false);
	});
});
