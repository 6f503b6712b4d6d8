import { expect, test } from 'vitest';
import { beads } from './bead';
import { paragraphBeads } from './paragraphs';

const text = (...sizes: number[]) =>
	sizes.map((size) => Array.from({ length: size }, () => 'A sentence.'));

test.each([
	[
		'one to one',
		'1-1 1-1',
		text(1, 1),
		text(1, 1),
		[
			[[0], [0]],
			[[1], [1]]
		]
	],
	['two in one', '1-1 1-1', text(1, 1), text(2), [[[0, 1], [0]]]],
	[
		'a bead across a break',
		'2-1 1-1',
		text(1, 1, 1),
		text(1, 1),
		[
			[[0, 1], [0]],
			[[2], [1]]
		]
	],
	[
		'an omission',
		'1-1 1-0 1-1',
		text(1, 1, 1),
		text(1, 1),
		[
			[[0], [0]],
			[[1], []],
			[[2], [1]]
		]
	],
	[
		'one omitted within',
		'1-1 0-1 1-1',
		text(2),
		text(1, 1, 1),
		[
			[[0], [0, 2]],
			[[], [1]]
		]
	],
	[
		'nothing linked',
		'1-0 0-1',
		text(1),
		text(1),
		[
			[[0], []],
			[[], [0]]
		]
	],
	[
		'a paragraph without sentences',
		'1-1',
		text(0, 1),
		text(1),
		[
			[[0], []],
			[[1], [0]]
		]
	]
])('%s', (_, sentences, source, target, expected) =>
	expect(paragraphBeads(beads(sentences), source, target)).toEqual(expected)
);
