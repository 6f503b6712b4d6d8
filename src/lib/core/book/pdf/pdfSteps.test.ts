import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Inline } from '../../text/inlineTree';
import { at, documentOf, lines, outcome, page, readPdf } from './pages.fixture';
import { pdfSteps } from './pdfSteps';

const picture = { ...page([]), isPicture: true };

test('a file of pictures of pages is a scan', async () => {
	expect(await readPdf(documentOf([picture, picture]))).toEqual({
		ok: false,
		failure: { kind: 'scanned', pages: 2 }
	});
});

test('a file without words is empty, one whose pages cannot be read is damaged', async () => {
	expect(await outcome([page([])])).toEqual(['empty']);
	expect(await outcome([null])).toEqual(['damaged']);
});

test('pages that are pictures and pages that cannot be read are named', async () => {
	const text = page(lines(100, ['Några ord.']));
	const read = await readPdf(documentOf([text, picture, picture, picture, text, null]));
	expect(read.ok && read.value.notices).toEqual([
		{ kind: 'picture-pages', pages: ['2–4'] },
		{ kind: 'doubtful-pages', pages: ['6'] }
	]);
});

test('progress grows with every page', async () => {
	const shares: number[] = [];
	for await (const { done } of pdfSteps(
		documentOf([1, 2, 3].map(() => page(lines(100, ['Ord.']))))
	))
		shares.push(done);
	expect(shares).toEqual([...shares].sort((a, b) => a - b));
	expect(shares.length).toBeGreaterThan(3);
});

test('an entry of the outline leads to the block below its target', async () => {
	const read = await readPdf(
		documentOf(
			[
				page([
					at(50, 80, 'Ett', { size: 16 }),
					...lines(120, ['Text.']),
					at(50, 300, 'Två', { size: 16 })
				])
			],
			[
				{ title: 'Första', level: 1, page: 0, y: 540 },
				{ title: 'Andra', level: 1, page: 0, y: 320 },
				{ title: 'Del', level: 1, page: null, y: null }
			]
		)
	);
	if (!read.ok) throw new Error('not read');
	const { contents, blocks } = read.value;
	expect(
		contents.map(({ target }) =>
			blocks.findIndex(({ anchors }) => anchors.includes(String(target)))
		)
	).toEqual([0, 2, -1]);
});

const lettersOf = (nodes: readonly Inline[]): string =>
	nodes
		.map((node) =>
			node.type === 'text' ? node.text : 'children' in node ? lettersOf(node.children) : ''
		)
		.join('');

const sorted = (text: string): string => [...text.replace(/\s/g, '')].sort().join('');

test('a page with a number alone leaves it out once', async () => {
	const read = await readPdf(documentOf([page([at(20, 20, 'i')]), page([])]));
	expect(read.ok && read.value.blocks).toMatchObject([{ reason: 'page-number' }]);
});

test('law: no letter is lost or invented, wherever words stand', async () => {
	const item = fc
		.record({
			x: fc.integer({ min: 20, max: 380 }),
			y: fc.integer({ min: 20, max: 580 }),
			text: fc.stringMatching(/^[a-zåäö]{1,9}( [A-Za-z]{1,9}){0,4}$/),
			size: fc.constantFrom(6, 8, 10, 12, 18)
		})
		.map(({ x, y, text, size }) => at(x, y, text, { size }));
	const pages = fc.array(fc.array(item, { maxLength: 30 }), { minLength: 1, maxLength: 4 });
	await fc.assert(
		fc.asyncProperty(pages, async (made) => {
			const read = await readPdf(documentOf(made.map((items) => page(items))));
			const given = made.flat().map(({ text }) => text);
			const { blocks, notes } = read.ok ? read.value : { blocks: [], notes: [] };
			const all = [...blocks, ...notes.flatMap((note) => note.blocks)];
			const found = all.map(({ inline }) => lettersOf(inline)).join('');
			expect(sorted(found)).toBe(sorted(given.join('')));
		})
	);
});
