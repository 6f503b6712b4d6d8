import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, BlockShape } from './article';
import { block } from './block';
import { formatInline, parseInline } from './inline';
import { fromLines } from './lineBreaks';
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
	it('reads the metadata of an article, and its standfirst', () => {
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

	it('reads which work the article is a reading of', () => {
		const reads =
			'reads:\n  title: "Havet: en resa"\n  authors: ["Bo Ek"]\n  publication: Dagbladet\n  issued: 2014-10\n  address: "https://example.org/a"\n';
		const parsed = parseArticle(file('\nVi gick.\n', `${reads}rights: CC0\n`));
		expect(parsed.ok && parsed.value.article).toMatchObject({
			title: 'En promenad',
			rights: 'CC0',
			reads: {
				title: 'Havet: en resa',
				authors: ['Bo Ek'],
				publication: 'Dagbladet',
				issued: '2014-10',
				address: 'https://example.org/a'
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
		['a line that ends in a backslash', 'Vi\\\ngick.', [[{ kind: 'paragraph' }, 'Vi\\\ngick.']]],
		['a line that ends in two spaces', 'Vi  \n  gick.', [[{ kind: 'paragraph' }, 'Vi\\\ngick.']]],
		[
			'lines broken and wrapped by turns',
			'Vi\\\ngick\nhem.  \nSent.',
			[[{ kind: 'paragraph' }, 'Vi\\\ngick hem.\\\nSent.']]
		],
		['a quotation of two lines', '> Gå  \n> hem', [[{ kind: 'quote' }, 'Gå\\\nhem']]],
		[
			'a heading of two lines, and a paragraph after it',
			'## Till\\\nhavet\nVi gick.',
			[
				[{ kind: 'heading', level: 2 }, 'Till\\\nhavet'],
				[{ kind: 'paragraph' }, 'Vi gick.']
			]
		],
		[
			'a broken line that begins with a mark',
			'Vi\\\n\\- gick.',
			[[{ kind: 'paragraph' }, 'Vi\\\n- gick.']]
		],
		[
			'a break with nothing after it',
			'Vi\\\\  \n\nGick.  \n',
			[
				[{ kind: 'paragraph' }, 'Vi\\\\'],
				[{ kind: 'paragraph' }, 'Gick.']
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
		['a work without a title', file('', 'reads:\n  publication: B\n'), 5, 'reads.title is missing'],
		['a work with nothing known of it', file('', 'reads:\n'), 5, 'reads.title is missing'],
		['a work that is a name', file('', 'reads: Havet\n'), 5, 'reads'],
		[
			'a work’s date in words',
			file('', 'reads:\n  title: B\n  issued: i går\n'),
			7,
			'reads.issued'
		],
		[
			'a work’s address nowhere',
			file('', 'reads:\n  title: B\n  address: hemma\n'),
			7,
			'reads.address'
		],
		['a key nobody knows of a work', file('', 'reads:\n  title: B\n  by: A\n'), 7, 'reads.by'],
		['a work’s title given twice', file('', 'reads:\n  title: B\n  title: B\n'), 7, 'given twice'],
		['a work within a work', file('', 'reads:\n  title: B\n  reads:\n'), 7, 'key: value'],
		['a field of what has none', file('', 'rights: CC0\n  title: B\n'), 6, 'key: value'],
		['a field indented by three', file('', 'reads:\n   title: B\n'), 6, 'key: value'],
		['an id with capitals', file('').replace('a-walk', 'A walk'), 2, 'id'],
		['a credit without its caption', file('\nVi gick.\n:: Foto: Bo\n'), 8, 'caption'],
		['a second credit', file('\n: Havet\n:: Bo\n:: Åsa\n'), 9, 'caption'],
		['an empty quotation', file('\n>\n'), 7, 'nothing follows >']
	])('%s is refused with its line number', (_, markdown, line, message) => {
		expect(parseArticle(markdown)).toEqual({
			ok: false,
			failure: { line, message: expect.stringContaining(message) as string }
		});
	});
});

/** A line as blocks have it: a backslash at its end is escaped, since a line break follows it. */
const canonical = (line: string): string => formatInline(parseInline(line)).replace(/\\+$/, '');

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
	const paragraph = fc
		.array(line, { minLength: 1, maxLength: 3 })
		.map((lines) => fromLines(lines.map(canonical)))
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
	const work = fc.record(
		{
			title: line,
			authors: fc.array(line, { minLength: 1, maxLength: 2 }),
			publication: line,
			issued: fc.constantFrom('2014', '2014-10', '2022-01-15', '2022-01-17/2022-01-21'),
			address: fc.constantFrom('https://example.org/a', 'http://example.org/?b=c#d')
		},
		{ requiredKeys: ['title'] }
	);
	const files: fc.Arbitrary<ArticleFile> = fc
		.record({
			title: line,
			authors: fc.array(line, { minLength: 1, maxLength: 2 }),
			rights: line,
			reads: fc.option(work, { nil: undefined }),
			from: fc.option(fc.nat(99), { nil: undefined }),
			lead: fc.array(paragraph, { maxLength: 2 }),
			body: fc.array(fc.tuple(shape, paragraph), { maxLength: 6 })
		})
		.map(({ title, authors, rights, reads, from, lead, body }) => ({
			id: 'a-walk',
			article: {
				...{ lang: 'sv', title, authors, issued: '2022-01-17/2022-01-21', rights },
				...(reads && { reads }),
				...(from !== undefined && { written: { by: 'ai', from } }),
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

	it('says where no person wrote the text, and from how many works', () => {
		const parsed = parseArticle(file('', 'written:\n  by: ai\n  from: "5"\n'));
		expect(parsed).toMatchObject({ value: { article: { written: { by: 'ai', from: 5 } } } });
		for (const wrong of ['written: ai', 'written:\n  by: ai', 'written:\n  by: me\n  from: 5'])
			expect(parseArticle(file('', `${wrong}\n`)).ok, wrong).toBe(false);
	});

	it('writes values that YAML reads as the same text', () => {
		const written = formatArticle({
			id: 'a-walk',
			article: { lang: 'sv', title: 'Null: en bok', rights: 'CC BY 4.0', blocks: [] }
		});
		expect(written).toBe(
			'---\nid: a-walk\nlang: sv\ntitle: "Null: en bok"\nrights: CC BY 4.0\n---\n'
		);
	});

	it('writes a work’s fields below it, in a fixed order', () => {
		const reads = { issued: '2014-10', title: 'Havet', authors: ['Bo Ek'] };
		const written = formatArticle({
			id: 'a-walk',
			article: { lang: 'sv', title: 'En bok', reads, blocks: [] }
		});
		expect(written).toContain(
			'\nreads:\n  title: Havet\n  authors: ["Bo Ek"]\n  issued: "2014-10"\n---\n'
		);
	});
});
