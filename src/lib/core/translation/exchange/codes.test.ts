import fc from 'fast-check';
import { expect, it } from 'vitest';
import { line } from './arbitrary';
import { coder, huddled, paragraphsOf, type Coded, type CodeEvent } from './codes';
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

const paragraphs = fc.array(line, { maxLength: 3 });

it('codes mean the text that they were made of', () => {
	fc.assert(
		fc.property(paragraphs, (text) => {
			const coded = coder()(text);
			const normal = text.map(normalForm).filter((paragraph) => paragraph !== '');
			expect(paragraphsOf(events(coded))).toEqual(normal);
			expect(paragraphsOf(events(huddled(coded)))).toEqual(normal);
		}),
		{ numRuns: 1000 }
	);
});

it('the normal form of a normal form is itself', () => {
	fc.assert(
		fc.property(fc.oneof(line, fc.string({ unit: 'binary' })), (text) => {
			expect(normalForm(normalForm(text))).toBe(normalForm(text));
		}),
		{ numRuns: 2000 }
	);
});

it('huddled codes have no white space alone between them', () => {
	const coded = huddled(coder()(['*a* **b** c [^1] [^2] [d *e* *f*](https://a.se)']));
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
