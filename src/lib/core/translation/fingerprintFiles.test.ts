import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Fingerprint } from '../text/fingerprint';
import { parseFingerprint } from '../text/fingerprint';
import {
	fingerprintFiles,
	fingerprintPlace,
	parsePrefix,
	parseRoot,
	type PrefixFile
} from './fingerprintFiles';
import { entryOf } from './libraryFiles.fixture';
import type { KnownArticle } from './recognise';

const fingerprints = fc
	.stringMatching(/^[0-9a-f]{16}$/)
	.map((text) => parseFingerprint(text))
	.filter((one): one is Fingerprint => one !== null);
const article = (name: string, all: readonly Fingerprint[], words = 10): KnownArticle => ({
	article: name,
	paragraphs: all.map((fingerprint) => ({ fingerprint, shape: { kind: 'paragraph' }, words }))
});
const holders = (files: readonly PrefixFile[], bits: number, one: Fingerprint) => {
	const { file, name } = fingerprintPlace(one, bits);
	return files[file]?.holders[name];
};

test('every fingerprint stands in its file, with the articles that have it', () => {
	const libraries = fc.array(fc.uniqueArray(fingerprints, { maxLength: 60 }), { maxLength: 12 });
	fc.assert(
		fc.property(libraries, (library) => {
			const index = library.map((all, nth) => entryOf(article(`a${nth}`, all)));
			const { root, prefixes } = fingerprintFiles(index, 'a1');
			expect(prefixes).toHaveLength(2 ** root.bits);
			for (const [nth, all] of library.entries())
				for (const one of all) expect(holders(prefixes, root.bits, one)).toContain(nth);
		})
	);
});

test('a file stays small, however many fingerprints there are', () => {
	const sizes = [10, 1_000, 10_000].map((count) => {
		const all = Array.from({ length: count }, (_, nth) =>
			parseFingerprint((((nth + 1) * 0x9e3779b1) >>> 0).toString(16).padStart(8, '0').repeat(2))
		).flatMap((one) => one ?? []);
		const { prefixes } = fingerprintFiles([entryOf(article('a', all))], 'a1');
		return Math.max(...prefixes.map((file) => Object.keys(file.holders).length));
	});
	expect(sizes[0]).toBe(10);
	for (const size of sizes) expect(size).toBeLessThan(110);
});

test('a paragraph that many articles share names those of which it is the largest part', () => {
	const [shared, ...own] = fc.sample(fingerprints, { numRuns: 101, seed: 3 });
	if (!shared) throw new Error('no sample');
	const index = own.map((one, nth) => {
		const { article: name, paragraphs } = article(`a${nth}`, [shared], 10);
		const rest = article('', [one], nth === 90 ? 1 : 100).paragraphs;
		return entryOf({ article: name, paragraphs: [...paragraphs, ...rest] });
	});
	const { root, prefixes } = fingerprintFiles(index, 'a1');
	const named = holders(prefixes, root.bits, shared);
	expect(named).toEqual([90, ...Array.from({ length: 15 }, (_, nth) => nth)]);
});

test('files of another version or form are refused, with the path to the fault', () => {
	expect(parseRoot({ version: 1, stamp: 'a1', bits: 3 }).ok).toBe(true);
	for (const wrong of [
		{ version: 2, stamp: 'a1', bits: 3 },
		{ version: 1, stamp: 'a1', bits: 17 },
		{ version: 1, stamp: '', bits: 3 },
		null
	])
		expect(parseRoot(wrong).ok).toBe(false);
	const broken = { stamp: 'a1', holders: { '0000ff': [1, -1] } };
	expect(parsePrefix(broken)).toMatchObject({ ok: false, failure: { path: 'holders.0000ff.1' } });
});
