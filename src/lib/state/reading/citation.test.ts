import { beforeAll, expect, test } from 'vitest';
import { block } from '$lib/core/text/block';
import { resolve } from '$lib/core/translation/resolve';
import type { OwnWords } from '$lib/core/library/store';
import type { Translation } from '$lib/core/translation/unit';
import { translator, type T } from '$lib/i18n';
import { citation } from './citation';
import { readingPage } from './page';
import { rowsOf } from './rows';

let t: T;
beforeAll(async () => {
	t = await translator('en');
});

const original = block({ kind: 'paragraph' }, 'Havet var stilla.');

/** Returns the citation of a paragraph with a translation under a licence. */
function cited(rights: string, words: readonly OwnWords[] = []): string {
	const translation: Translation = {
		...{ article: 'havet', original: { lang: 'sv', title: 'Havet' } },
		translated: { lang: 'en', title: 'The sea', rights },
		units: [
			{
				...{ kind: 'paragraph', source: [original.fingerprint], text: ['The sea was calm.'] },
				...{ by: { origin: 'human', name: 'Ida Holm', date: '2026-01-01' }, review: null }
			}
		]
	};
	const page = readingPage(
		{
			...{ id: 'havet', place: 'read', original: translation.original, reads: null, written: null },
			...{ translated: translation.translated, originalMissing: false, stored: true },
			rows: resolve([original], { stored: [translation], words, reviews: [] }, { lang: 'en' })
		},
		'en',
		t
	);
	const [item] = rowsOf(page);
	if (!item) throw new RangeError('no row');
	return citation(item, page, 'https://example.org/havet', t);
}

test('a citation gives the translation’s rights after its translator', () => {
	expect(cited('CC BY 4.0')).toBe(
		[
			...['Havet var stilla.', 'The sea was calm.'],
			'Havet. Translation: Translated by Ida Holm. Rights to the translation: CC BY 4.0.',
			'https://example.org/havet'
		].join('\n\n')
	);
	expect(cited('By permission.')).toContain('Rights to the translation: By permission.\n');
});

test('a citation of the reader’s own words claims no rights of the stored translation', () => {
	const own: OwnWords = {
		...{ article: 'havet', source: [original.fingerprint], lang: 'en', text: ['A calm sea.'] },
		...{ name: 'Eva', from: null, changedAt: '2026-11-22T10:00:00.000Z' }
	};
	expect(cited('CC BY 4.0', [own])).not.toContain('CC BY');
});
