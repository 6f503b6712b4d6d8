import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { fail, ok } from '../result';
import { block } from '../text/block';
import { library, nothing } from './arbitrary';
import { backupText, formatBackup, parseBackup, type Backup } from './backup';
import type { KeptArticle } from './ownArticle';

const made = '2026-11-02T08:30:00.000Z';
const backup = (part: Partial<Backup> = {}): Backup => ({
	made,
	settings: { theme: 'dark' },
	library: nothing,
	...part
});
const house: KeptArticle = {
	about: {
		id: 'hus',
		metadata: { lang: 'sv' },
		recognised: false,
		paragraphs: 1,
		words: 2,
		addedAt: made,
		changedAt: made
	},
	article: { lang: 'sv', blocks: [block({ kind: 'paragraph' }, 'Ett hus.')] },
	leftOut: []
};
const file = formatBackup(backup({ library: { ...nothing, articles: [house] } }));

describe('laws', () => {
	/** Names that no setting has: valibot skips record keys that could reach a prototype. */
	const unsafe = ['__proto__', 'prototype', 'constructor'];
	const settings = fc.dictionary(
		fc.string().filter((name) => !unsafe.includes(name)),
		fc.string()
	);

	test('a written backup reads back the same', () => {
		fc.assert(
			fc.property(library, settings, (library, settings) => {
				const whole = backup({ library, settings });
				expect(parseBackup(formatBackup(whole))).toEqual(ok(whole));
			})
		);
	});
	test('a truncated file is refused', () => {
		fc.assert(
			fc.property(fc.nat({ max: file.trimEnd().length - 1 }), (length) => {
				const parsed = parseBackup(file.slice(0, length));
				expect(parsed).toEqual(fail({ kind: length < 24 ? expect.any(String) : 'torn' }));
			})
		);
	});
	test('a file with one changed character reads the same or is refused', () => {
		fc.assert(
			fc.property(fc.nat({ max: file.length - 1 }), fc.string({ minLength: 1 }), (at, other) => {
				const parsed = parseBackup(file.slice(0, at) + other + file.slice(at + 1));
				if (parsed.ok) expect(parsed).toEqual(parseBackup(file));
			})
		);
	});
	test('no input makes it throw', () => {
		fc.assert(fc.property(fc.string(), (text) => void parseBackup(text)));
		fc.assert(fc.property(fc.json(), (text) => void parseBackup(text)));
	});
});

test('a backup that is too large is refused unread', async () => {
	const text = vi.fn(async () => file);
	expect(await backupText({ size: 500_000_001, text })).toEqual(
		fail({ kind: 'too-large', limit: 500 })
	);
	expect(text).not.toHaveBeenCalled();
	expect(await backupText({ size: file.length, text })).toEqual(ok(file));
});

describe('files that are no whole backup', () => {
	/** Returns the file with its content changed and a checksum that matches it. */
	const forged = (change: (content: Record<string, unknown>) => unknown): string => {
		const whole = JSON.parse(file) as Record<string, unknown>;
		return JSON.stringify(change(whole));
	};

	test.each([
		['an empty file', '', 'not-a-backup'],
		['a text', 'Det var en gång en gård.', 'not-a-backup'],
		['another program’s JSON', '{"format":"annat","version":1}', 'not-a-backup'],
		['a list', '[1, 2]', 'not-a-backup'],
		['JSON’s null', 'null', 'not-a-backup'],
		['half a backup', file.slice(0, file.length / 2), 'torn'],
		['a backup without its last brace', file.trimEnd().slice(0, -1), 'torn'],
		['a changed word', file.replace('Ett hus.', 'Ett hux.'), 'altered'],
		['a missing checksum', forged(({ checksum: _, ...rest }) => rest), 'altered']
	])('%s', (_, text, kind) => {
		expect(parseBackup(text)).toEqual(fail({ kind }));
	});

	test('a newer version is reported, whatever else the file holds', () => {
		expect(parseBackup('{"format":"jamsides-backup","version":8}')).toEqual(
			fail({ kind: 'newer', version: 8 })
		);
	});

	test('an invalid record is reported by its path', () => {
		const broken = formatBackup(
			backup({
				library: { ...nothing, places: [{ article: 'hus' }] as unknown as typeof nothing.places }
			})
		);
		expect(parseBackup(broken)).toEqual(
			fail({ kind: 'broken', at: expect.stringMatching(/^places\.0\.fingerprint /) as string })
		);
	});

	test('JSON with very deep nesting is refused', () => {
		const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
		const text = `{"format":"jamsides-backup","version":1,"x":${deep},"checksum":"0"}`;
		expect(parseBackup(text).ok).toBe(false);
	});
});

describe('a whole backup', () => {
	test('may be indented anew or begin with a byte-order mark', () => {
		expect(parseBackup(`\ufeff${JSON.stringify(JSON.parse(file))}`)).toEqual(parseBackup(file));
	});

	test('takes a block’s fingerprint from its text, whatever the file says', () => {
		const [was] = house.article.blocks;
		const lying = { ...was, text: 'Ett annat hus.' } as typeof was;
		const articles = [{ ...house, article: { lang: 'sv', blocks: [lying] } }] as KeptArticle[];
		const parsed = parseBackup(formatBackup(backup({ library: { ...nothing, articles } })));
		expect(parsed.ok && parsed.value.library.articles[0]?.article.blocks).toEqual([
			block({ kind: 'paragraph' }, 'Ett annat hus.')
		]);
	});

	test('is always read if it is of version 1', () => {
		const first = `{"format":"jamsides-backup","version":1,"made":"2026-11-02T08:30:00.000Z","settings":{"theme":"dark"},"articles":[],"removed":[],"words":[],"reviews":[],"places":[],"checksum":"3f353b5afd86f70965c383cc6e8f608ed3356db5663b6b79f71726779ebb0faf"}`;
		expect(parseBackup(first)).toEqual(ok(backup()));
	});

	test('is always read if it is of version 2', () => {
		const second = `{"format":"jamsides-backup","version":2,"made":"2026-11-02T08:30:00.000Z","settings":{"theme":"dark"},"articles":[],"removed":[],"words":[],"reviews":[],"translations":[],"places":[],"checksum":"376cbd3d96b0bdb47c3c14712058e002883b5c49bfb1da5d605c44c09ce7ad57"}`;
		expect(parseBackup(second)).toEqual(ok(backup()));
	});

	test('is always read if it is of version 4', () => {
		const fourth = `{"format":"jamsides-backup","version":4,"made":"2026-11-02T08:30:00.000Z","settings":{"theme":"dark"},"articles":[],"removed":[],"words":[],"reviews":[],"translations":[],"places":[],"highlights":[],"books":[],"pictures":[],"checksum":"c7db305c7200ee6d0136988769891bbb821cf4e37223dc7dfc932ff3db3f1e43"}`;
		expect(parseBackup(fourth)).toEqual(ok(backup()));
	});

	test.each(['translations', 'highlights', 'savedWords'])('must have its %s', (records) => {
		const without = formatBackup(
			backup({ library: { ...nothing, [records]: undefined as unknown as [] } })
		);
		expect(parseBackup(without)).toEqual(
			fail({ kind: 'broken', at: expect.stringMatching(new RegExp(`^${records} `)) as string })
		);
	});
});
