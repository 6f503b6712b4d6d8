import { describe, expect, test } from 'vitest';
import type { Block } from '../../text/article';
import { block } from '../../text/block';
import type { Contributor, Translation } from '../unit';
import { arrived, isExchange } from './arrival';
import { exchangeDocument } from './document';
import { exportTranslation, formats, readExchange, type Format } from './exchange';

const blocks: readonly Block[] = ['Det regnade. Katten såg på.', 'Sedan gick den in.'].map((text) =>
	block({ kind: 'paragraph' }, text)
);
const source = { lang: 'sv', blocks };
const ida: Contributor = { origin: 'human', name: 'Ida Holm', date: '2014-10-01' };

const translation = (by: Contributor): Translation => ({
	article: 'katten',
	original: { lang: 'sv', title: 'Katten' },
	translated: { lang: 'en', title: 'The cat' },
	units: [
		{
			kind: 'paragraph',
			source: blocks.slice(0, 1).map(({ fingerprint }) => fingerprint),
			text: ['It rained. The cat watched.'],
			by,
			review: null,
			spans: [
				[[0], [0]],
				[[1], [1]]
			]
		},
		{
			kind: 'paragraph',
			source: blocks.slice(1).map(({ fingerprint }) => fingerprint),
			text: ['Then it went in.'],
			by,
			review: null
		}
	]
});

function come(format: Format, by = ida, against = source) {
	const originals = new Map(blocks.map(({ fingerprint, text }) => [fingerprint, text]));
	const file = exportTranslation(format, exchangeDocument(translation(by), originals));
	const read = readExchange(file, { source: 'sv', target: 'en' });
	if (!read.ok) throw new Error(JSON.stringify(read.failure));
	return arrived(read.value.document, against);
}

describe.each(formats)('%s', (format) => {
	test('brings its texts, its translator and its links to the paragraphs', () => {
		const came = come(format);
		expect(came).toMatchObject({
			ok: true,
			value: {
				target: {
					lang: 'en',
					blocks: [{ text: 'It rained. The cat watched.' }, { text: 'Then it went in.' }]
				},
				credit: { title: 'The cat', translator: 'Ida Holm' }
			}
		});
		const links = came.ok ? came.value.links.filter(({ source: ours }) => ours.length > 0) : [];
		expect(links.flatMap((link) => link.source)).toEqual([0, 1, 2]);
		expect(links.at(-1)).toMatchObject({ source: [2], target: [2] });
	});
	test('of another original brings only its texts', () => {
		const other = { lang: 'sv', blocks: [block({ kind: 'paragraph' }, 'Något annat.')] };
		expect(come(format, ida, other)).toMatchObject({ ok: true, value: { links: [] } });
	});
	test('from another language is refused', () => {
		expect(come(format, ida, { ...source, lang: 'en' })).toMatchObject({
			ok: false,
			failure: { kind: 'languages' }
		});
	});
});

test('an AI draft is refused as a person’s translation', () => {
	const by: Contributor = { origin: 'ai', name: 'Claude', date: '2026-01-01' };
	expect(come('xliff2', by)).toEqual({ ok: false, failure: { kind: 'no-person', name: 'Claude' } });
});

test('neither a tool nor a person who corrected it turns a draft into a person’s work', () => {
	const by: Contributor = { origin: 'ai', name: 'Claude', date: '2026-01-01' };
	const document = exchangeDocument(translation(by), new Map());
	const comeFrom = (name: string, change: (text: string) => string) =>
		arrived(
			{
				...document,
				units: document.units.map((unit) => ({
					...unit,
					...{ text: unit.text.map(change), changer: { name, date: null, certain: true } }
				}))
			},
			source
		);
	const refused = { ok: false, failure: { kind: 'no-person', name: 'Claude' } };
	expect(comeFrom('Kim Lund', (text) => text)).toEqual(refused);
	expect(comeFrom('Claude', (text) => `${text} Twice.`)).toEqual(refused);
	expect(comeFrom('Kim Lund', (text) => `${text} Twice.`)).toEqual(refused);
});

test.each([
	['a.xlf', '', true],
	['a.docx.sdlxliff', '', true],
	['a.mqxliff', '', true],
	['a.sdlproj', '', false],
	['a', '<?xml version="1.0"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">', true],
	['a.txt', 'Om <xliff> och annat.', false],
	['a.html', '<!DOCTYPE html><html>', false]
])('%s that begins %j: %s', (name, start, expected) => {
	expect(isExchange(name, start)).toBe(expected);
});
