import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectLinear } from '../../../../tests/linear';
import type { Block } from '../text/article';
import { block } from '../text/block';
import { countWords } from '../text/words';
import { mend } from './mend';
import type { KnownParagraph } from './recognise';

const paragraph = (text: string) => block({ kind: 'paragraph' }, text);
const heading = (text: string) => block({ kind: 'heading', level: 2 }, text);
const paragraphsOf = (blocks: readonly Block[]): readonly KnownParagraph[] =>
	blocks.map(({ text, fingerprint, ...shape }) => ({
		fingerprint,
		shape,
		words: countWords(text)
	}));
const texts = (blocks: readonly { block: Block }[]) => blocks.map(({ block }) => block.text);

describe('mend', () => {
	const a = paragraph('Det regnade hela natten i den lilla staden. På morgonen sken solen.');
	const b = paragraph('Ingen hade väntat sig det, allra minst de som skulle resa.');
	const title = heading('Resan hem');
	const told = paragraphsOf([title, a, b]);

	it('joins the parts of a paragraph split by a page break', () => {
		const broken = [
			paragraph('Det regnade hela natten i'),
			paragraph('den lilla staden. På morgonen sken solen.'),
			b
		];
		const mended = mend(broken, told);
		expect(texts(mended)).toEqual([a.text, b.text]);
		expect(mended.map(({ from }) => from)).toEqual([[0, 1], [2]]);
	});

	it('removes the hyphen that a page break put into a word', () => {
		const broken = [
			paragraph('Det regnade hela nat-'),
			paragraph('ten i den lilla staden. På morgonen sken solen.')
		];
		expect(texts(mend(broken, told))).toEqual([a.text]);
	});

	it('splits paragraphs that a lost line break joined', () => {
		expect(texts(mend([paragraph(`${a.text} ${b.text}`)], told))).toEqual([a.text, b.text]);
	});

	it('splits a heading from the paragraph joined to it, and gives it its shape', () => {
		const mended = mend([paragraph(`Resan hem ${a.text}`), b], told);
		expect(mended.map(({ block }) => block)).toEqual([title, a, b]);
	});

	it('splits and joins at once', () => {
		const broken = [
			paragraph('Resan hem Det regnade hela natten'),
			paragraph(`i den lilla staden. På morgonen sken solen. ${b.text}`)
		];
		const mended = mend(broken, told);
		expect(texts(mended)).toEqual([title.text, a.text, b.text]);
		expect(mended.map(({ from }) => from)).toEqual([[0], [0, 1], [1]]);
	});

	it('splits known paragraphs from unknown ones', () => {
		const glued = [paragraph(`${a.text} Det här är nytt. Helt nytt. ${b.text}`)];
		expect(texts(mend(glued, told))).toEqual([a.text, 'Det här är nytt. Helt nytt.', b.text]);
	});

	it('leaves a paragraph whole after a sentence was added to it', () => {
		const longer = [paragraph(`${a.text} Det här är nytt.`)];
		expect(mend(longer, told)).toEqual([{ block: longer[0], from: [0] }]);
	});

	it('keeps the paragraph breaks of text that stays unknown', () => {
		const broken = [
			paragraph('Det regnade hela natten i'),
			paragraph('den lilla staden. På morgonen sken solen. Det här är nytt.'),
			b
		];
		expect(mend(broken, told)).toEqual(broken.map((block, at) => ({ block, from: [at] })));
	});

	it('does not take the first words of an unknown paragraph for a heading', () => {
		const blocks = [paragraph('Resan hem blev lång. Mycket lång.')];
		expect(mend(blocks, told)).toEqual([{ block: blocks[0], from: [0] }]);
	});

	it('keeps the characters between two words', () => {
		const spaced = paragraph('Där bodde 3\u00a0000 människor på 16\u202f000 kvadratmeter.');
		const [first, second] = mend(
			[paragraph(`${spaced.text} ${b.text}`)],
			paragraphsOf([spaced, b])
		);
		expect(first?.block).toEqual(spaced);
		expect(second?.block).toEqual(b);
	});

	it('keeps every word in its place and every known block, whatever is broken', () => {
		const sentences = fc.array(fc.constantFrom('Ett.', 'Två tre.', 'Fyra fem sex.', 'Sju, åtta'), {
			minLength: 1,
			maxLength: 4
		});
		const blocks = fc.array(
			sentences.map((parts) => paragraph(parts.join(' '))),
			{ maxLength: 6 }
		);
		fc.assert(
			fc.property(blocks, blocks, (text, article) => {
				const mended = mend(text, paragraphsOf(article));
				const words = (all: readonly Block[]) => all.map((one) => one.text).join(' ');
				expect(words(mended.map(({ block }) => block))).toBe(words(text));
				expect(new Set(mended.flatMap(({ from }) => from)).size).toBe(text.length);
				const kept = new Set(article.map(({ fingerprint }) => fingerprint));
				for (const [at, one] of text.entries())
					if (kept.has(one.fingerprint)) expect(mended).toContainEqual({ block: one, from: [at] });
			})
		);
	});

	it('leaves one endless line and a novel unchanged', () => {
		const endless = [paragraph(Array(30_000).fill('ord').join(' '))];
		expect(mend(endless, told)).toEqual([{ block: endless[0], from: [0] }]);
	});

	it('takes time in proportion to a list of short lines', () => {
		const long = paragraph(`Det ${'regnade mycket '.repeat(300)}i staden.`);
		const list = (size: number) =>
			Array.from({ length: size / 40 }, (_, at) => paragraph(`Led ${at} i listan.`));
		expectLinear(list, (blocks) => void mend(blocks, paragraphsOf([long])), 4_000);
	});
});
