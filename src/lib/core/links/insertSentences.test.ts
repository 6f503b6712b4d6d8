import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beads, run } from '../align/bead';
import type { Link } from './draft';
import { insertSentences } from './insertSentences';
import { anyLinks } from './link.fixture';

const linked = (notation: string): readonly Link[] =>
	beads(notation).map(([source, target]) => ({ source, target, confidence: 0.5, fixed: true }));
const targets = (links: readonly Link[]) => links.map(({ target }) => target.join('+'));

describe('sentences that come into a translation', () => {
	test('are omissions in their place, and the links of the others stay', () => {
		const links = insertSentences(linked('1-1 1-1 1-2'), 1, 2);
		expect(targets(links)).toEqual(['0', '1', '2', '3', '4+5']);
		expect(links.map(({ source, fixed }) => [source.length, fixed])).toEqual([
			[1, true],
			[0, false],
			[0, false],
			[1, true],
			[1, true]
		]);
	});
	test('come at the end, and into an empty list', () => {
		expect(targets(insertSentences(linked('1-1'), 1, 1))).toEqual(['0', '1']);
		expect(targets(insertSentences([], 0, 2))).toEqual(['0', '1']);
	});
	test('are taken in by a link over their place', () => {
		expect(targets(insertSentences(linked('1-1 1-2'), 2, 1))).toEqual(['0', '1+2+3']);
	});
	test('are covered once, in order, as all others', () => {
		fc.assert(
			fc.property(anyLinks, fc.nat(40), fc.nat(3), ({ texts, links }, place, count) => {
				const sentences = texts.target.paragraphs.flat().length;
				const at = Math.min(place, sentences);
				const found = insertSentences(links, at, count);
				expect(found.flatMap(({ target }) => target)).toEqual(run(0, sentences + count));
				expect(found.flatMap(({ source }) => source)).toEqual(
					links.flatMap(({ source }) => source)
				);
			})
		);
	});
});
