/** Law: every word of a page is in a block or a note, in its order, whatever the markup. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dear } from '../../laws.fixture';
import { plainOf } from '../../text/inline';
import type { Flow, FlowBlock } from '../flow';
import { expectLinear } from '../../../../../tests/linear';
import { epub, flowOfPage, read } from './epub.fixture';

const names = [
	...['p', 'div', 'span', 'em', 'b', 'a', 'ul', 'li', 'blockquote', 'h2', 'table', 'tr', 'td'],
	...['section', 'figure', 'figcaption', 'sup', 'ruby', 'rt', 'pre', 'hgroup', 'aside', 'q', 'dl']
];
const attributes = [
	...['', ' class="poem"', ' class="stanza"', ' class="pagenum"', ' class="caption"'],
	...[' hidden="hidden"', ' xml:lang="fr"', ' epub:type="footnote"', ' epub:type="endnotes"'],
	...[' epub:type="toc"', ' epub:type="pagebreak"', ' class="figure"', ' role="heading"']
];
type Made =
	| { readonly word: true }
	| { readonly name: string; readonly attribute: string; readonly inside: readonly Made[] };

const { tree } = fc.letrec<{ tree: Made }>((tie) => ({
	tree: fc.oneof(
		{ depthSize: 'medium', maxDepth: 7 },
		{ weight: 2, arbitrary: fc.constant({ word: true } as const) },
		{
			weight: 3,
			arbitrary: fc.record({
				name: fc.constantFrom(...names, 'noteref', 'br', 'hr', 'img'),
				attribute: fc.constantFrom(...attributes),
				inside: fc.array(tie('tree'), { maxLength: 5 })
			})
		}
	)
}));

/** Writes the words w1, w2 … into the tree. */
function markup(nodes: readonly Made[], count: { words: number }): string {
	return nodes
		.map((node) => {
			if ('word' in node) return ` w${++count.words} `;
			if (['br', 'hr', 'img'].includes(node.name)) return `<${node.name}/>`;
			const id = ` id="a${count.words}"`;
			const href = ` href="#a${count.words + 3}"`;
			if (node.name === 'noteref')
				return `<a epub:type="noteref"${href}>${markup(node.inside, count)}</a>`;
			const more = node.name === 'a' ? id + href : id;
			return `<${node.name}${node.attribute}${more}>${markup(node.inside, count)}</${node.name}>`;
		})
		.join('');
}

const textOf = ({ inline }: FlowBlock): string => plainOf(inline);
const wordsOf = (blocks: readonly FlowBlock[]) =>
	blocks.flatMap((block) => textOf(block).match(/w\d+/g) ?? []);
const noteBlocks = ({ notes }: Flow) => notes.flatMap(({ blocks }) => blocks);
const byNumber = (a: string, b: string) => Number(a.slice(1)) - Number(b.slice(1));

test('law: every word is in a block or a note, once', () => {
	fc.assert(
		fc.property(fc.array(tree, { minLength: 1, maxLength: 6 }), (nodes) => {
			const count = { words: 0 };
			const body = markup(nodes, count);
			const flow = flowOfPage(`<p>först</p>${body}`);
			const words = [...wordsOf(flow.blocks), ...wordsOf(noteBlocks(flow))];
			const all = Array.from({ length: count.words }, (_, at) => `w${at + 1}`);
			expect(words.toSorted(byNumber)).toEqual(all);
		}),
		dear()
	);
});

test('law: the words of the text keep their order', () => {
	fc.assert(
		fc.property(fc.array(tree, { minLength: 1, maxLength: 6 }), (nodes) => {
			const flow = flowOfPage(`<p>först</p>${markup(nodes, { words: 0 })}`);
			const words = wordsOf(flow.blocks.filter(({ reason }) => reason === null));
			expect(words).toEqual(words.toSorted(byNumber));
		}),
		dear()
	);
});

test('law: damaged markup throws nothing', () => {
	fc.assert(
		fc.property(fc.array(tree, { maxLength: 6 }), fc.nat(), fc.string(), (nodes, at, damage) => {
			const body = markup(nodes, { words: 0 });
			const cut = at % (body.length + 1);
			const flow = read(
				epub({ pages: { 'a.xhtml': `<p>först</p>${body.slice(0, cut)}${damage}` } })
			);
			expect(flow.ok).toBe(true);
		}),
		dear()
	);
});

const repeated = (piece: string | ((at: number) => string)) => (length: number) => {
	let text = '';
	for (let at = 0; text.length < length; at++)
		text += typeof piece === 'string' ? piece : piece(at);
	return text;
};

const kinds: Readonly<Record<string, (length: number) => string>> = {
	'headings before notes': (length) =>
		`<aside epub:type="footnote">x</aside>${repeated('<h2>a</h2><hr/>')(length)}`,
	'references to one note': (length) =>
		`<p>${repeated('a<a href="#n" epub:type="noteref">1</a>')(length)}</p><p id="n">1 x ${repeated('<a href="#n">1</a>')(length / 2)}</p>`,
	'notes that lead back': repeated(
		(at) =>
			`<p>a<a id="r${at}" href="#n${at}">1</a></p><p id="n${at}"><a href="#r${at}">1</a> x</p>`
	),
	'raised references to one note': (length) =>
		`<p>${repeated('a<a href="#n">1</a>')(length)}</p><p id="n">x ${repeated('<a href="#x"/>')(length)}</p>`,
	'line breaks and marks': (length) => `<p>${repeated('a<br/><b>b</b> <i> c</i>')(length)}</p>`,
	'cells of a row': (length) => `<table><tr>${repeated('<td>a</td>')(length)}</tr></table>`,
	'pictures in one figure': (length) =>
		`<div class="figure">${repeated('<img src="a.png"/>')(length)}</div>`,
	'nested figures': (length) => {
		const depth = Math.min(400, length / 40);
		return `${'<div class="figure">'.repeat(depth)}${repeated('<p>a</p>')(length)}${'</div>'.repeat(depth)}`;
	},
	'page marks in a paragraph': (length) =>
		`<p>${repeated('a<span epub:type="pagebreak">1</span>')(length)}</p>`,
	'lines of verse': (length) => `<div class="poem">${repeated('<div>a</div>')(length)}</div>`
};

test.each(Object.entries(kinds))('%s are read in linear time', async (_, make) => {
	await expectLinear((length: number) => epub({ pages: { 'a.xhtml': make(length) } }), read);
});
