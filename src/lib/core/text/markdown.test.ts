import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, BlockShape } from './article';
import { block } from './block';
import { formatArticle, parseArticle, type ArticleFile } from './markdown';

const file = (body: string, more = '') =>
	`---\nid: a-walk\nlang: sv\ntitle: En promenad\n${more}---\n${body}`;
const blocksOf = (markdown: string): readonly Block[] => {
	const parsed = parseArticle(markdown);
	if (!parsed.ok) throw new Error(`line ${parsed.failure.line}: ${parsed.failure.message}`);
	return parsed.value.article.blocks;
};
const told = (markdown: string) =>
	blocksOf(markdown).map(({ text, fingerprint: _, ...shape }) => [shape, text]);

describe('parseArticle', () => {
	it('reads what is known of an article, and its standfirst', () => {
		const parsed = parseArticle(
			file(
				'\nVi gick.\n',
				'authors: ["Bo Ek", "Åsa Ek"]\nissued: 2026-11-21\npublication: Dagbladet\naddress: https://example.org/a\nrights: CC BY 4.0\nstandfirst: "Kort: sagt."\n'
			)
		);
		expect(parsed.ok && parsed.value).toEqual({
			id: 'a-walk',
			article: {
				lang: 'sv',
				title: 'En promenad',
				authors: ['Bo Ek', 'Åsa Ek'],
				issued: '2026-11-21',
				publication: 'Dagbladet',
				address: 'https://example.org/a',
				rights: 'CC BY 4.0',
				blocks: [
					block({ kind: 'standfirst' }, 'Kort: sagt.'),
					block({ kind: 'paragraph' }, 'Vi gick.')
				]
			}
		});
	});

	it.each<[string, string, readonly [BlockShape, string][]]>([
		['a heading', '## Till havet', [[{ kind: 'heading', level: 2 }, 'Till havet']]],
		[
			'wrapped lines',
			'Vi\ngick.\n\nHem.',
			[
				[{ kind: 'paragraph' }, 'Vi gick.'],
				[{ kind: 'paragraph' }, 'Hem.']
			]
		],
		['a quotation on two lines', '> Gå\n> hem', [[{ kind: 'quote' }, 'Gå hem']]],
		[
			'two quotations',
			'> Gå\n\n> Hem',
			[
				[{ kind: 'quote' }, 'Gå'],
				[{ kind: 'quote' }, 'Hem']
			]
		],
		[
			'a list without empty lines',
			'- ett\n  och ett\n- två',
			[
				[{ kind: 'list-item' }, 'ett och ett'],
				[{ kind: 'list-item' }, 'två']
			]
		],
		[
			'a caption with its credit',
			': Havet\n:: Foto: Bo',
			[[{ kind: 'caption', credit: 'Foto: Bo' }, 'Havet']]
		],
		['a footnote', '[^5]: Se *där*.', [[{ kind: 'footnote', marker: '5' }, 'Se *där*.']]],
		[
			'a paragraph that begins with a footnote reference',
			'[^5] och så.',
			[[{ kind: 'paragraph' }, '[^5] och så.']]
		],
		[
			'escaped marks',
			'\\- Hej\n\n\\\\# två',
			[
				[{ kind: 'paragraph' }, '- Hej'],
				[{ kind: 'paragraph' }, '\\# två']
			]
		],
		[
			'a paragraph right after a heading',
			'# A\nVi gick.',
			[
				[{ kind: 'heading', level: 1 }, 'A'],
				[{ kind: 'paragraph' }, 'Vi gick.']
			]
		],
		['lines that end as on Windows', 'Vi\r\ngick.', [[{ kind: 'paragraph' }, 'Vi gick.']]]
	])('%s', (_, body, expected) => {
		expect(told(file(`\n${body}\n`))).toEqual(expected);
	});

	it.each<[string, string, number, string]>([
		['no front matter', 'Vi gick.', 1, 'front matter'],
		['front matter that does not end', '---\nid: a-walk\n', 1, 'front matter'],
		['no title', '---\nid: a-walk\nlang: sv\n---\n', 1, 'title is missing'],
		['a line that is no field', file('', 'Bo Ek\n'), 5, 'key: value'],
		['a key nobody knows', file('', 'author: Bo\n'), 5, 'author'],
		['a key given twice', file('', 'lang: en\n'), 5, 'lang is given twice'],
		['authors that are no list', file('', 'authors: Bo\n'), 5, 'authors'],
		['a list that does not end', file('', 'authors: ["Bo"\n'), 5, 'authors'],
		['a date in words', file('', 'rights: CC0\nissued: i går\n'), 6, 'issued'],
		['an id with capitals', file('').replace('a-walk', 'A walk'), 2, 'id'],
		['a credit without its caption', file('\nVi gick.\n:: Foto: Bo\n'), 8, 'caption'],
		['a second credit', file('\n: Havet\n:: Bo\n:: Åsa\n'), 9, 'caption'],
		['an empty quotation', file('\n>\n'), 7, 'nothing follows >']
	])('%s is refused, with its line', (_, markdown, line, message) => {
		expect(parseArticle(markdown)).toEqual({
			ok: false,
			failure: { line, message: expect.stringContaining(message) as string }
		});
	});
});

describe('formatArticle', () => {
	const line = fc
		.oneof(
			fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
			fc
				.tuple(
					fc.constantFrom('\\', '\\\\', ''),
					fc.constantFrom('# ', '- ', '> ', ': ', ':: ', '[^1]: ', '---', '>', '#')
				)
				.map(([escape, mark]) => `${escape}${mark}x`)
		)
		.map((text) => text.replace(/[\s\p{Cs}]+/gu, ' ').trim())
		.filter((text) => text !== '');
	const shape: fc.Arbitrary<BlockShape> = fc.oneof(
		fc.record({ kind: fc.constant('heading' as const), level: fc.integer({ min: 1, max: 6 }) }),
		fc.record({ kind: fc.constant('caption' as const), credit: line }),
		fc.record({ kind: fc.constant('footnote' as const), marker: fc.constantFrom('1', '12', '*') }),
		fc.record({
			kind: fc.constantFrom(
				'paragraph' as const,
				'quote' as const,
				'list-item' as const,
				'caption' as const
			)
		})
	);
	const files: fc.Arbitrary<ArticleFile> = fc
		.record({
			title: line,
			authors: fc.array(line, { minLength: 1, maxLength: 2 }),
			rights: line,
			lead: fc.array(line, { maxLength: 2 }),
			body: fc.array(fc.tuple(shape, line), { maxLength: 6 })
		})
		.map(({ title, authors, rights, lead, body }) => ({
			id: 'a-walk',
			article: {
				...{ lang: 'sv', title, authors, issued: '2022-01-17/2022-01-21', rights },
				blocks: [
					...lead.map((text) => block({ kind: 'standfirst' }, text)),
					...body.map(([kind, text]) => block(kind, text))
				]
			}
		}));

	it('is undone by parseArticle', () => {
		fc.assert(
			fc.property(files, (made) => {
				expect(parseArticle(formatArticle(made))).toEqual({ ok: true, value: made });
			})
		);
	});

	it('writes what YAML reads as the same text', () => {
		const written = formatArticle({
			id: 'a-walk',
			article: { lang: 'sv', title: 'Null: en bok', rights: 'CC BY 4.0', blocks: [] }
		});
		expect(written).toBe(
			'---\nid: a-walk\nlang: sv\ntitle: "Null: en bok"\nrights: CC BY 4.0\n---\n'
		);
	});
});
