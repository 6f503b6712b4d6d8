import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectLinear, repeated } from '../../../../tests/linear';
import {
	escapeInline,
	formatInline,
	isLinkable,
	parseInline,
	plain,
	plainOf,
	references
} from './inline';
import type { Inline } from './inlineTree';

/** Writes nodes in a short notation: `E(…)`, `S(…)`, `<href …>`, `^5`, `¶` for a line break. */
const show = (nodes: readonly Inline[]): string =>
	nodes
		.map((node) => {
			switch (node.type) {
				case 'text':
					return node.text;
				case 'emphasis':
					return `E(${show(node.children)})`;
				case 'strong':
					return `S(${show(node.children)})`;
				case 'link':
					return `<${node.href} ${show(node.children)}>`;
				case 'reference':
					return `^${node.marker}`;
				case 'break':
					return '¶';
			}
		})
		.join('');
const parsed = (markdown: string) => show(parseInline(markdown));

describe('emphasis', () => {
	test.each([
		['one *two* three', 'one E(two) three'],
		['one **two** three', 'one S(two) three'],
		['***both***', 'S(E(both))'],
		['**bold *and italic***', 'S(bold E(and italic))'],
		['*italic **and bold***', 'E(italic S(and bold))'],
		['***both** italic*', 'E(S(both) italic)'],
		['***both* bold**', 'S(E(both) bold)'],
		['*a **b** c*', 'E(a S(b) c)'],
		['**a *b* c**', 'S(a E(b) c)'],
		['*a***b**', 'E(a)S(b)'],
		['_one_ and __two__', 'E(one) and S(two)'],
		['**_x_**', 'S(E(x))'],
		['_**x**_', 'S(E(x))'],
		['(_x_), ”_y_”', '(E(x)), ”E(y)”'],
		['*Sovjet*unionen', 'E(Sovjet)unionen'],
		['*wrapped\nline*', 'E(wrapped line)'],
		['*a _b_ c*', 'E(a b c)']
	])('%s', (markdown, nodes) => expect(parsed(markdown)).toBe(nodes));

	test.each([
		'5 * 3 * 2',
		'2*3*4',
		'2*x*3',
		'* lone',
		'lone *',
		'one* two *three',
		'snake_case_name',
		'a_b_',
		'__init',
		'**',
		'****',
		'_',
		'*_*',
		'**open',
		'half* way',
		'* * *'
	])('%s is text', (markdown) => expect(parsed(markdown)).toBe(markdown));

	test.each([
		['*open **bold** end', '*open S(bold) end'],
		['2 *3 and *word*', '2 *3 and E(word)'],
		['**bold *open**', 'S(bold *open)'],
		['*a**', 'E(a)*'],
		['*a_*', 'E(a_)']
	])('%s: a mark without a partner is text', (markdown, nodes) =>
		expect(parsed(markdown)).toBe(nodes)
	);
});

describe('escapes', () => {
	test.each([
		[String.raw`\$5 \* \_ \[ \] \\ \#`, String.raw`$5 * _ [ ] \ #`],
		[String.raw`\*not\*`, '*not*'],
		[String.raw`C:\Temp`, String.raw`C:\Temp`],
		['at the end \\', 'at the end \\'],
		[String.raw`*a\*b*`, 'E(a*b)']
	])('%s', (markdown, nodes) => expect(parsed(markdown)).toBe(nodes));

	test.each(['[sic]', '[…]', 'a < b', 'a ] b', '5 * 3', 'snake_case', 'C:\\Temp', '#1', '1.'])(
		'%s needs no escape',
		(text) => expect(escapeInline(text)).toBe(text)
	);
});

describe('line breaks', () => {
	test.each([
		['one\\\ntwo', 'one¶two'],
		['one  \ntwo', 'one¶two'],
		['one     \ntwo', 'one¶two'],
		['one\ntwo', 'one two'],
		['one \ntwo', 'one  two'],
		['one\\\\\ntwo', 'one\\ two'],
		['one\\\\\\\ntwo', 'one\\¶two'],
		['*one\\\ntwo*', 'E(one¶two)'],
		['*one*\\\n**two**', 'E(one)¶S(two)'],
		['one *\\\ntwo*', 'one *¶two*'],
		['*one\\\n*', '*one¶*'],
		['[one\\\ntwo](https://a.example)', '<https://a.example one¶two>'],
		['[one\\\ntwo](#)', 'one¶two'],
		['word[^5]\\\n<https://a.example>', 'word^5¶<https://a.example https://a.example>']
	])('%j', (markdown, nodes) => expect(parsed(markdown)).toBe(nodes));

	test('a line break is one character of the plain text, and is written with a backslash', () => {
		expect(plain('*one*  \ntwo[^5]')).toBe('one\ntwo');
		expect(formatInline(parseInline('*one*  \ntwo[^5]'))).toBe('*one*\\\ntwo[^5]');
		expect(escapeInline('one\ntwo')).toBe('one\\\ntwo');
	});
});

describe('links and references', () => {
	test.each([
		['[words](https://a.example/b)', '<https://a.example/b words>'],
		['[w](https://a.example/b_(c))', '<https://a.example/b_(c) w>'],
		['[w](https://a.example "A title")', '<https://a.example w>'],
		['[*w*](mailto:a@b.example)', '<mailto:a@b.example E(w)>'],
		['*[w](HTTP://a.example)*', 'E(<HTTP://a.example w>)'],
		['<https://a.example>', '<https://a.example https://a.example>'],
		['[<https://a.example>](https://b.example)', '<https://b.example <https://a.example>>'],
		['word[^5] and[^*]', 'word^5 and^*'],
		['*word[^5]*', 'E(word^5)']
	])('%s', (markdown, nodes) => expect(parsed(markdown)).toBe(nodes));

	test.each([
		['[words](#)', 'words'],
		['[words]()', 'words'],
		['*[words](#fn) on*', 'E(words on)'],
		['[*a*](#)', 'E(a)'],
		['[a](#)s and [b](/c/d.html)', 'as and b'],
		['[x](javascript:alert(1))', 'x'],
		['[x](data:text/html,hi)', 'x'],
		['[x](vbscript:y "t")', 'x']
	])('%s has no real target and becomes its words', (markdown, nodes) =>
		expect(parsed(markdown)).toBe(nodes)
	);

	test.each([
		'[sic](!)',
		'[a] (b)',
		'[a](b c)',
		'<b>',
		'<script>alert(1)</script>',
		'<javascript:x>',
		'a[5]',
		'[^]',
		'[^two words]'
	])('%s is text', (markdown) => expect(parsed(markdown)).toBe(markdown));

	test('references are found at any depth, in order', () => {
		expect(references(parseInline('a[^2] *b[^1] **c[^x]***'))).toEqual(['2', '1', 'x']);
	});

	test('an escaped bracket opens no link', () => {
		expect(parsed(String.raw`\[a](https://b.example)`)).toBe('[a](https://b.example)');
		expect(parsed(String.raw`\[a](#)`)).toBe('[a](#)');
	});
});

/** Texts made mostly of marks, and texts of any characters, with lone surrogates among them. */
const marky = fc
	.array(
		fc.constantFrom(
			...['*', '**', '***', '_', '__', '[', ']', '](', '(', ')', '[^', '^', '<', '>', '\\', '#'],
			...['](#)', '](https://a.example)', '<https://b.example>', '[^1]', 'mailto:', '!', '"'],
			...[' ', '  ', '\n', '\\\n', 'a', 'b', '2', 'å', 'e\u0301', '𝐀', '\ud800', '”', '.']
		),
		{ maxLength: 24 }
	)
	.map((parts) => parts.join(''));
const anyText = fc.oneof(marky, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

const all = (nodes: readonly Inline[]): Inline[] =>
	nodes.flatMap((node) => ('children' in node ? [node, ...all(node.children)] : [node]));

function isSubsequence(part: string, whole: string): boolean {
	let at = 0;
	for (const unit of whole) if (part.startsWith(unit, at)) at += unit.length;
	return at === part.length;
}

describe('laws', () => {
	test('a parsed text parses to the same nodes after it is written', () => {
		fc.assert(
			fc.property(anyText, (markdown) => {
				const nodes = parseInline(markdown);
				expect(parseInline(formatInline(nodes))).toEqual(nodes);
			})
		);
	});

	test('escaped text means exactly that text', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const nodes = parseInline(escapeInline(text));
				const others = nodes.filter(({ type }) => type !== 'text' && type !== 'break');
				expect(others).toEqual([]);
				expect(plain(escapeInline(text))).toBe(text);
			})
		);
	});

	test('plain only drops characters; it never adds or moves any, and a line end may become a space', () => {
		const flat = (text: string) => text.replaceAll('\n', ' ');
		fc.assert(
			fc.property(anyText, (markdown) => {
				expect(isSubsequence(flat(plain(markdown)), flat(markdown))).toBe(true);
				expect(plain(markdown)).toBe(plainOf(parseInline(markdown)));
			})
		);
	});

	test('every letter and digit outside an address or a reference stays', () => {
		const words = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
		fc.assert(
			fc.property(
				fc
					.array(fc.constantFrom('*', '**', '_', '[', ']', '<', '\\', '(', ' ', 'a', 'b', '2'))
					.map((parts) => parts.join('')),
				(markdown) => {
					expect(words(plain(markdown))).toBe(words(markdown));
				}
			)
		);
	});

	test('links lead to the web or to mail and hold no other link; no node is empty or inside its own type', () => {
		fc.assert(
			fc.property(anyText, (markdown) => {
				const nodes = all(parseInline(markdown));
				for (const node of nodes) {
					if (node.type === 'link') {
						expect(isLinkable(node.href)).toBe(true);
						expect(all(node.children).some(({ type }) => type === 'link')).toBe(false);
					}
					if (node.type === 'text') expect(node.text).not.toBe('');
					if ('children' in node) expect(node.children).not.toEqual([]);
					if (node.type === 'emphasis' || node.type === 'strong')
						expect(node.children.some(({ type }) => type === node.type)).toBe(false);
				}
			})
		);
	});

	test.each([
		...['*[', '[', '\\', '<', '*', '_', '**a ', 'a** ', '*a **b ', 'a* b** ', '_a_*b*'],
		...[
			'*a[^1] ',
			'[a](',
			'[a](#)',
			'[a](https://b.example/(',
			'[a](()',
			'<https://',
			'](',
			'[\\a'
		],
		...['[a](https://b.example "', '*a _b **c __d ', '!_!_*!*', '_[^1]_*[^1]*', ' ', '(a)', '[^'],
		...['  \n', '\\\n', '\n', '\\\n*']
	])('%s repeated many times is read in linear time', (unit) => {
		expectLinear(repeated(unit), (markdown) => {
			expect(plain(markdown).length).toBeLessThanOrEqual(markdown.length);
			expect(escapeInline(markdown).length).toBeLessThanOrEqual(2 * markdown.length);
		});
	});
});
