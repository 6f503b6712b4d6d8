import { expect, it } from 'vitest';
import type { Beads } from '../align/bead';
import { spansFault } from './spans';

it.each<[string, Beads, string | null]>([
	[
		'each with each',
		[
			[[0], [0]],
			[[1], [1]]
		],
		null
	],
	[
		'two for one',
		[
			[[0, 1], [0]],
			[[], [1]]
		],
		null
	],
	[
		'too few of the text',
		[
			[[0], [0]],
			[[1], []]
		],
		'text: 1 sentences of 2 are linked'
	],
	[
		'too few of the source',
		[
			[[0], [0]],
			[[], [1]]
		],
		'source: 1 sentences of 2 are linked'
	],
	[
		'one skipped',
		[
			[[1], [0]],
			[[2], [1]]
		],
		'source: sentence 0 is skipped'
	],
	[
		'one twice',
		[
			[[0], [0]],
			[[0, 1], [1]]
		],
		'source: sentence 1 is skipped, repeated'
	],
	[
		'nothing with nothing',
		[
			[[0], [0]],
			[[1], [1]],
			[[], []]
		],
		'nothing to nothing'
	]
])('%s', (_, spans, fault) => {
	if (fault === null) expect(spansFault(spans, 2, 2)).toBeNull();
	else expect(spansFault(spans, 2, 2)).toContain(fault);
});
