import fc from 'fast-check';
import { expect, it } from 'vitest';
import { paragraph } from './arbitrary';
import { coder, withoutLoneWhitespace, paragraphsOf, type Coded, type CodeEvent } from './codes';
import { normalForm } from './normal';

const events = (nodes: readonly Coded[]): readonly CodeEvent[] =>
	nodes.flatMap((node): readonly CodeEvent[] => {
		switch (node.type) {
			case 'text':
				return [node];
			case 'single':
				return [{ type: 'single', data: node.data }];
			case 'pair': {
				const id = String(node.id);
				const [open, close] = [node.open, node.close];
				return [
					{ type: 'open', id, data: open },
					...events(node.children),
					{ type: 'close', id, data: close }
				];
			}
		}
	});

const paragraphs = fc.array(paragraph, { maxLength: 3 });

it('codes are read back as the text that they were made from', () => {
	fc.assert(
		fc.property(paragraphs, (text) => {
			const coded = coder()(text);
			const normal = text.map(normalForm).filter((paragraph) => paragraph !== '');
			expect(paragraphsOf(events(coded))).toEqual(normal);
			expect(paragraphsOf(events(withoutLoneWhitespace(coded)))).toEqual(normal);
		})
	);
});

it('the normal form of a normal form is itself', () => {
	fc.assert(
		fc.property(fc.oneof(paragraph, fc.string({ unit: 'binary' })), (text) => {
			expect(normalForm(normalForm(text))).toBe(normalForm(text));
		})
	);
});

it('`withoutLoneWhitespace` leaves no white space alone between two codes', () => {
	const coded = withoutLoneWhitespace(coder()(['*a* **b** c [^1] [^2] [d *e* *f*](https://a.se)']));
	const alone = (nodes: readonly Coded[]): boolean =>
		nodes.some((node, at) => {
			const [before, after] = [nodes[at - 1], nodes[at + 1]];
			if (node.type === 'pair') return alone(node.children);
			const between = before && after && before.type !== 'text' && after.type !== 'text';
			return node.type === 'text' && node.text.trim() === '' && between === true;
		});
	expect(alone(coded)).toBe(false);
});

it('the same code has the same number in both languages', () => {
	const code = coder();
	const numbers = (text: string) =>
		code([text]).flatMap((node) => (node.type === 'text' ? [] : [node.id]));
	expect(numbers('*a* [^1] **b** *c*')).toEqual([1, 2, 3, 4]);
	expect(numbers('**b** *a* *c* *d* [^1]')).toEqual([3, 1, 4, 5, 2]);
});

it('a line break is a code of its own, on both sides, and white space beside it goes', () => {
	const code = coder();
	const coded = code(['*a* \\\n b[^1]  \n\\\nc']);
	expect(coded.flatMap((node) => (node.type === 'single' ? [node.kind, node.id] : []))).toEqual([
		...['line', 2],
		...['reference', 3],
		...['line', 4],
		...['line', 5]
	]);
	expect(paragraphsOf(events(coded))).toEqual(['*a*\\\nb[^1]\\\nc']);
	expect(code(['one\\\ntwo'])[1]).toMatchObject({ kind: 'line', id: 2 });
});

it('emphasis that a tool drew over a line break’s edge keeps its words and the break', () => {
	const drawn: readonly CodeEvent[] = [
		{ type: 'text', text: 'a' },
		{ type: 'open', id: '1', data: '*' },
		{ type: 'single', data: '\\' },
		{ type: 'text', text: ' b ' },
		{ type: 'single', data: '\\\n' },
		{ type: 'close', id: '1', data: '*' },
		{ type: 'text', text: 'c' }
	];
	expect(paragraphsOf(drawn)).toEqual(['a\\\n*b*\\\nc']);
});
