import { expect, test } from 'vitest';
import { expectLinear } from '../../../../tests/linear';
import type { Inline } from '../../core/text/inlineTree';
import { edge, tidyBreaks } from '../../core/import/tidyInline';
import { onOneLine, withoutWrapping } from './lineBreaks';

/** Reads `¶` as a line break and `E(…)` as emphasis without breaks in it. */
const nodes = (text: string): readonly Inline[] =>
	text
		.split(/(¶|E\([^)]*\))/)
		.filter((part) => part !== '')
		.map((part): Inline => {
			if (part === '¶') return { type: 'break' };
			const inner = /^E\((.*)\)$/.exec(part)?.[1];
			return inner === undefined
				? { type: 'text', text: part }
				: { type: 'emphasis', children: [{ type: 'text', text: inner }] };
		});

test.each([
	['one¶two', 'one¶two'],
	['one ¶ two', 'one¶two'],
	['¶ one¶¶ ¶two ¶', ' one¶two '],
	['E(one) ¶E(two)', 'E(one)¶E(two)'],
	['one E(two)¶ three', 'one E(two)¶three'],
	[' one ', ' one '],
	['¶ ¶', '']
])('%j is tidied to %j', (before, after) =>
	expect(tidyBreaks(nodes(before))).toEqual(nodes(after))
);

test('white space at a mark’s edge is a line break where it holds one', () => {
	expect([edge(undefined), edge(''), edge(' '), edge(' \n ')]).toEqual([
		[],
		[],
		[{ type: 'text', text: ' ' }],
		[{ type: 'break' }]
	]);
});

test('a cell is put on one line, within marks too', () => {
	const inner: Inline = { type: 'strong', children: nodes('two¶three') };
	expect(onOneLine([...nodes('one¶'), inner])).toEqual([
		...[
			{ type: 'text', text: 'one' },
			{ type: 'text', text: ' ' }
		],
		{
			type: 'strong',
			children: [...'two| |three'.split('|')].map((text) => ({ type: 'text', text }))
		}
	]);
});

test('many breaks are tidied in linear time', () =>
	expectLinear(
		(size) => nodes('a ¶ ¶'.repeat(Math.ceil(size / 5))),
		(many) => expect(tidyBreaks(many).length).toBeLessThanOrEqual(many.length)
	));

test('lines that were broken at a width are joined, those of a verse are not', () => {
	const prose = [
		'Kvarnen byggdes av Nils, som kom hit från Skåne med sin',
		'bror och hade med sig två stenar och ett hjul av ek, så',
		'tungt att åtta man fick bära det, och så stort att ingen',
		'port i byn var bred nog.'
	];
	expect(withoutWrapping(prose.join('\\\n'))).toBe(prose.join(' '));
	const verse = [
		'Hjulet går runt, hjulet går runt,',
		'vattnet är vilt och vitt.',
		'Ingen har mer än sin egen stund,',
		'ta du vara på ditt.'
	];
	expect(withoutWrapping(verse.join('\\\n'))).toBe(verse.join('\\\n'));
	const address = ['Kvarnen vid ån i Lund AB', 'Box 12'].join('\\\n');
	expect(withoutWrapping(address)).toBe(address);
});
