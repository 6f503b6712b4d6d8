import { describe, expect, test } from 'vitest';
import type { Lang } from '$lib/core/text/article';
import { block } from '$lib/core/text/block';
import type { Row } from '$lib/core/translation/row';
import { translator } from '$lib/i18n';
import { bookToWrite, type TextToWrite, type WorkToWrite } from './bookToWrite';

const paragraph = block({ kind: 'paragraph' }, 'Katten satt på trappan.');

/** Makes a row; without an original it has a translation alone. */
const row = (translation: string | null, originals = [paragraph]): Row => ({
	id: paragraph.fingerprint,
	source: [paragraph.fingerprint],
	shape: { kind: 'paragraph' },
	originals,
	shown:
		translation === null
			? { kind: 'missing' }
			: {
					...{ kind: 'translated', text: [translation], review: null, spans: null },
					...{ by: { origin: 'ai', name: 'A model', date: '2026-11-20' }, stale: false, own: false }
				}
});

const text = (lang: Lang, into: Lang | null, more: Partial<TextToWrite> = {}): TextToWrite => ({
	...{ lang, title: '', written: null, translated: into === null ? null : { lang: into } },
	rows: [row(into === null ? null : 'The cat sat.')],
	...more
});

async function written(texts: readonly TextToWrite[], metadata: Partial<WorkToWrite['metadata']>) {
	const work = { id: 'x', metadata: { lang: 'sv', ...metadata }, texts };
	return bookToWrite(work, 'en', await translator('en'));
}

describe('the languages of a work', () => {
	test.for([
		['a motto in a third language', [text('de', 'en'), text('sv', 'en')], 'en'],
		['a motto that is not translated', [text('de', null), text('sv', 'en')], 'en'],
		['a motto that could be translated', [text('de', 'sv', { rows: [] }), text('sv', 'en')], 'en'],
		['originals in both languages', [text('en', 'sv'), text('sv', 'en')], 'en'],
		['originals in the other language', [text('de', null), text('en', 'sv')], 'en']
	] as const)('%s: the translation is in the language of those shown', async ([, texts, lang]) => {
		const book = await written(texts, {});
		expect(book.langs).toEqual({ original: 'sv', translation: lang });
		expect(book.translated?.lang).toBe(lang);
	});
});

describe('the rights of a work', () => {
	const rights = (original: string, translation = 'CC0') =>
		text('sv', 'en', { rights: original, translated: { lang: 'en', rights: translation } });

	test('let it be passed on where those of every text do', async () => {
		const ownUse = async (texts: readonly TextToWrite[], work: string | undefined) =>
			(await written(texts, work === undefined ? {} : { rights: work })).credits.ownUse !== null;
		expect(await ownUse([rights('CC BY 4.0'), rights('CC0')], 'CC BY 4.0')).toBe(false);
		expect(await ownUse([rights('CC BY 4.0'), rights('CC0')], undefined)).toBe(false);
		expect(await ownUse([rights('CC BY 4.0'), rights('© Bo Ek')], 'CC BY 4.0')).toBe(true);
		expect(await ownUse([rights('CC BY 4.0'), text('sv', 'en')], 'CC BY 4.0')).toBe(true);
		expect(await ownUse([rights('CC BY 4.0')], '© Bo Ek')).toBe(true);
		expect(await ownUse([], undefined)).toBe(true);
	});

	test('are not those of an original that is not in the file', async () => {
		const alone = { ...rights('© Bo Ek'), rows: [row('The cat sat.', [])] };
		expect((await written([alone], { rights: 'CC BY 4.0' })).credits).toMatchObject({
			ownUse: null,
			lines: expect.not.arrayContaining(['Original: © Bo Ek'])
		});
	});

	test('are listed once each, and given for the translation where its texts agree', async () => {
		const same = await written([rights('CC0'), rights('© Bo Ek'), rights('CC0')], {
			rights: 'CC0'
		});
		expect(same.credits.lines.filter((line) => /CC0|©/.test(line))).toEqual([
			...['Original: CC0', 'Original: © Bo Ek', 'Translation: CC0']
		]);
		expect(same.original.rights).toBe('CC0; © Bo Ek');
		expect(same.translated?.rights).toBe('CC0');
		const different = await written([rights('CC0'), rights('CC0', '© Ida Holm')], {});
		expect(different.translated?.rights).toBeUndefined();
		const part = text('sv', 'en', { rows: [], translated: { lang: 'en' } });
		expect((await written([part, rights('CC0')], {})).translated?.rights).toBe('CC0');
	});
});
