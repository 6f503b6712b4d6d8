import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { block } from '$lib/core/text/block';
import type { Row } from '$lib/core/translation/row';
import type { Origin } from '$lib/core/translation/unit';
import type { T } from '$lib/i18n';
import { isBare, untranslated } from './untranslated';

const t = ((key: string, { count }: { count: number }) =>
	`${key.replace('reading.row.', '')} ${count}`) as unknown as T;

/**
 * Returns a row: `h`, `a` or `m` by a person, a draft or a machine, `w` by the reader, `.` missing;
 * `*` is a scene break, missing.
 */
function row(kind: string, at: number): Row {
	const original = block({ kind: 'paragraph' }, kind === '*' ? '\\* \\* \\*' : `Stycke ${at}.`);
	const by: Record<string, Origin> = { h: 'human', a: 'ai', m: 'machine', w: 'human' };
	const origin = by[kind];
	return {
		id: original.fingerprint,
		source: [original.fingerprint],
		shape: { kind: 'paragraph' },
		originals: [original],
		shown: origin
			? {
					kind: 'translated',
					text: ['A paragraph.'],
					by: { origin, name: 'Ida Holm', date: '2026-01-01' },
					review: null,
					spans: null,
					stale: false,
					own: kind === 'w'
				}
			: { kind: 'missing' }
	};
}
const rows = (kinds: string): Row[] => [...kinds].map(row);
const said = (kinds: string): readonly (string | null)[] =>
	untranslated(rows(kinds), t).map((one) => one && one.text);

describe('a run of paragraphs without a translation', () => {
	test('says once that the translation leaves it out', () => {
		expect(said('h...h.')).toEqual([null, 'omitted 3', '', '', null, 'omitted 1']);
	});
	test('has no translation yet where only a machine or the reader has translated', () => {
		expect(said('m..w')).toEqual([null, 'untranslated 2', '', null]);
	});
	test('says nothing where the whole text has none: the page says so in its head', () => {
		expect(said('...')).toEqual(['', '', '']);
		expect(isBare(rows('...'))).toBe(true);
		expect(isBare(rows('.m.'))).toBe(false);
		expect(isBare([])).toBe(false);
	});
	test('goes on over a scene break, which itself says nothing', () => {
		expect(said('h*h.*.*h')).toEqual([null, null, null, 'omitted 2', null, '', null, null]);
		expect(untranslated(rows('.*.*'), t)[0]).toEqual({ text: '', of: 3 });
		expect(isBare(rows('.*.'))).toBe(true);
		expect(isBare(rows('*'))).toBe(false);
	});
	test('is as long as it says, wherever it is', () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom('h', 'a', 'm', 'w', '.', '.'), { maxLength: 40 }),
				(kinds) => {
					const all = untranslated(kinds.map(row), t);
					expect(all).toHaveLength(kinds.length);
					all.forEach((one, at) => {
						expect(one !== null).toBe(kinds[at] === '.');
						if (!one?.text) return;
						const after = kinds.slice(at).findIndex((kind) => kind !== '.');
						expect(one.of).toBe(after < 0 ? kinds.length - at : after);
						expect(kinds[at - 1]).not.toBe('.');
					});
				}
			)
		);
	});
});
