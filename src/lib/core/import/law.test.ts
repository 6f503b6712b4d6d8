/** Checks that no text is lost and none is doubled, with random documents. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInline, plain, references } from '../text/inline';
import { wrap } from './damage.fixture';
import { decode } from './decode';
import { importText } from './import';
import type { Imported } from './imported';

/**
 * Returns letters, figures and marks; not the signs of Markdown, hyphens, brackets, or full
 * stops, which may belong to a note’s number.
 */
const characters = (text: string): string =>
	(text.normalize('NFKC').match(/[\p{L}\p{N},;:!?"“”‘’…©%$£&]/gu) ?? []).sort().join('');

const everything = ({ article, leftOut }: Imported): string =>
	[
		article.title ?? '',
		...article.blocks.flatMap((block) => [
			plain(block.text),
			...references(parseInline(block.text)),
			block.kind === 'caption' ? (block.credit ?? '') : '',
			block.kind === 'footnote' ? block.marker : ''
		]),
		...leftOut.flatMap(({ text, reason }) =>
			reason === 'picture' ? [text] : [plain(text), ...references(parseInline(text))]
		)
	].join('\n');

/**
 * Removes the signs that an import may drop: a link's brackets with `#`, and marks after a
 * note's number.
 */
const withoutSigns = (text: string): string =>
	text.replace(/\]\(#\)/g, ']').replace(/(^|\f)\[\^([^\]]+)\]:/gm, '$1$2 ');

function expectWhole(text: string): void {
	const bytes = new TextEncoder().encode(text);
	const result = importText(bytes, { lang: 'sv' });
	const decoded = decode(bytes);
	if (!result.ok) expect(characters(withoutSigns(text))).toBe('');
	else
		expect(characters(withoutSigns(everything(result.value)))).toBe(
			characters(withoutSigns(decoded.ok ? decoded.value.text : ''))
		);
}

const word = fc.constantFrom(
	'och',
	'det',
	'är',
	'en',
	'Kazakstan',
	'Bo',
	'Ek',
	'USA',
	'folket',
	'säger',
	'skriver',
	'na-',
	'”citat”',
	'“open',
	'close”',
	'"straight"',
	'(bild)',
	'*betonat*',
	'**fet**',
	'_lutad_',
	'ord¹',
	'ord²',
	'ord4',
	'ord[5]',
	'm²',
	'2022',
	'16.8',
	'kl.',
	'–',
	'f*ck',
	'[länk](#)',
	'[till](/sida)',
	'<b>',
	'&amp;',
	'\\$5',
	'C5+1',
	'https://example.org/a_b_c',
	'x_y',
	'…',
	'...'
);
const sentence = fc
	.tuple(
		fc.array(word, { minLength: 1, maxLength: 24 }),
		fc.constantFrom('.', '?', '!', ':', ',', '', '.”', '-')
	)
	.map(([words, end]) => words.join(' ') + end);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 5 }).map((list) => list.join(' '));
const line = fc.oneof(
	{ weight: 6, arbitrary: paragraph },
	sentence,
	fc.constantFrom(
		'Rubrik',
		'EN RUBRIK I VERSALER',
		'Del 1 – Början',
		'Kapitel 1',
		'CHAPTER II. The Pier',
		'IV.',
		'Innehåll',
		'– Kom nu, sade hon.',
		'- Nej, sade han.',
		'”Ja”, sade hon, ”kom.”',
		'[Illustration: En båt.]',
		'Projekt Runeberg, 2012',
		'    Ett stycke som är indraget.',
		'# Titel',
		'## Avsnitt',
		'Titel\n===',
		'Bo Ek',
		'Av Bo Ek',
		'Publicerad: 2022-01-15',
		'Lund, 5 maj 2020',
		'Nr 3 2014',
		'Tidningen   Ett motto',
		'12',
		'– 13 –',
		'* * *',
		'---',
		'image12.pngEn bild. Foto: Bo/TT',
		'bild.jpg',
		'![alt](a.png)',
		'© Bo Ek, CC BY',
		'Foto: Bo Ek',
		'© 2022 Bladet',
		'¹ En not.',
		'² En annan not.',
		'[^3]: En tredje.',
		'4 En not.',
		'[5] En not.',
		'1. Ett',
		'2. Två',
		'1) En tes',
		'- punkt',
		'• punkt',
		'> citat',
		'Hem | Om oss | Sök | Topp',
		'Se även [annat](#).',
		'Läs mer: annat',
		'Ursprungligen publicerad i Bladet 5/1 2020. Mer text.',
		'```',
		'|a|b|',
		'\f',
		'Text av okänd',
		'Noter',
		'Sida 3 av 9'
	)
);
/**
 * Returns whether a line is a note. Each note is used once: a repeated number restarts the
 * numbering.
 */
const isNote = (text: string): boolean => /not\.$|tredje\.$|^\d\. /.test(text);
const ends = fc.constantFrom('\n', '\n\n', '\n\n\n', '\r\n', '\r\n\r\n', '\f');
const documents = fc.array(fc.tuple(line, ends), { minLength: 1, maxLength: 14 }).map((list) =>
	withReferencesOnce(
		list
			.filter(([text], i) => !isNote(text) || list.findIndex(([other]) => other === text) === i)
			.flat()
			.join('')
	)
);

/** Keeps the first of equal references: a repeated one may restart the numbering, too. */
function withReferencesOnce(text: string): string {
	const seen = new Set<string>();
	return text.replace(/(?<=ord)(?:[¹²4]|\[5\])/g, (mark) => {
		if (seen.has(mark)) return '';
		seen.add(mark);
		return mark;
	});
}

describe('no text is lost', { timeout: 60_000 }, () => {
	it('in any document', () => {
		fc.assert(fc.property(documents, expectWhole));
	});

	it('in any document wrapped at any width', () => {
		fc.assert(
			fc.property(documents, fc.integer({ min: 20, max: 90 }), (text, width) => {
				expectWhole(wrap(text, width));
			})
		);
	});

	it('in any string at all', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
				const bytes = new TextEncoder().encode(text);
				expect(() => importText(bytes, { lang: 'en' })).not.toThrow();
			})
		);
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
				expect(() => importText(bytes, { lang: 'en' })).not.toThrow();
			})
		);
	});
});

const folder = new URL('../../../../../shared/articles/', import.meta.url);
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : [];
if (files.length === 0) console.warn(`law.test.ts: no articles at ${folder.pathname}, skipped`);

it.skipIf(files.length === 0).each(files)('no text of %s is lost', (name) => {
	expectWhole(readFileSync(new URL(name, folder), 'utf8'));
});
