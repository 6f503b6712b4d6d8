import { expect, test } from 'vitest';
import type { TermedText } from '$lib/compose/terms';
import { noTerms } from '$lib/core/machine/terms';
import { block } from '$lib/core/text/block';
import { resolve } from '$lib/core/translation/resolve';
import type { OwnWords } from '$lib/core/library/store';
import type { PageRow } from '../page';
import { PageTerms } from './pageTerms';

const blocks = ['Där såg han Berg.', 'Sedan kom Berg hem.'].map((text) =>
	block({ kind: 'paragraph' }, text)
);

/** Returns the rows of a page whose first paragraph the reader has translated so. */
const rowsWith = (text: string | null): readonly PageRow[] => {
	const words = blocks.slice(0, text === null ? 0 : 1).map(({ fingerprint }): OwnWords => ({
		...{ article: 'prov', source: [fingerprint], lang: 'en', text: [text ?? ''] },
		...{ name: 'Bo', from: null, changedAt: '2026-11-30T12:00:00.000Z' }
	}));
	return resolve(blocks, { stored: [], words, reviews: [] }, { lang: 'en' }).map(
		(row) => ({ row }) as unknown as PageRow
	);
};

test('terms are found once for a page, and again when people’s work or the setting changes', async () => {
	const asked: TermedText[] = [];
	let setting = '';
	const find = async (text: TermedText) => {
		asked.push(text);
		return noTerms;
	};
	const terms = new PageTerms('prov', { from: 'sv', to: 'en' }, find, () => setting);
	await terms.of(rowsWith(null));
	await terms.of(rowsWith(null));
	expect(asked).toEqual([
		{
			...{ article: 'prov', pair: { from: 'sv', to: 'en' }, byPeople: [] },
			text: 'Där såg han Berg.\nSedan kom Berg hem.'
		}
	]);
	await terms.of(rowsWith('There he saw Berg.'));
	expect(asked[1]?.byPeople).toEqual([['Där såg han Berg.', 'There he saw Berg.']]);
	setting = 'off';
	await terms.of(rowsWith('There he saw Berg.'));
	expect(asked).toHaveLength(3);
});
