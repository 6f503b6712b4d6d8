import { expect, test } from 'vitest';
import { block, blocksOfOneText } from './block';

test('a maker of equal texts makes the blocks that `block` makes, each with its own shape', () => {
	const make = blocksOfOneText();
	for (const text of ['Havet.', 'Havet.', '*Havet.*', 'Land.'])
		for (const shape of [
			{ kind: 'paragraph' },
			{ kind: 'footnote', marker: '1' },
			{ kind: 'footnote', marker: '2' }
		] as const)
			expect(make(shape, text)).toEqual(block(shape, text));
});
