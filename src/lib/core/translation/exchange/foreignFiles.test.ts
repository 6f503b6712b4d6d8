/** Which words of a tool’s file are a translation, and what they stand beside. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { importText } from '../../import/import';
import { block } from '../../text/block';
import { arrived } from './arrival';
import { readExchange } from './exchange';
import {
	coming,
	file12,
	mill,
	notation,
	paragraphs,
	segmented12,
	textOf,
	tmx,
	translated,
	tu,
	unit12,
	xliff12,
	xliff2
} from './foreign.fixture';

const [first, second] = paragraphs.map((lines) => lines.join(' '));
const [one, two] = translated.map((lines) => lines.join(' '));
if (first === undefined || second === undefined || one === undefined || two === undefined)
	throw new Error('two paragraphs are needed');
const whole = [one, two];
describe('a unit that its file says is untranslated', () => {
	const of = (target: string, attributes = '') =>
		coming(
			xliff12(
				file12(unit12(first, `<target>${one}</target>`) + unit12(second, target, '', attributes))
			)
		);
	test.each([
		`<target state="new">${second}</target>`,
		`<target state="needs-translation">${second}</target>`,
		`<target state="needs-translation">${two}</target>`,
		`<target>${second}</target>`,
		'<target/>',
		''
	])('has no translation: %s', (target) => {
		const came = of(target);
		expect(textOf(came)).toEqual([one]);
		expect(notation(came.links)).toBe('0:0 1:1 2:2 3: 4:');
	});
	test('is listed as left out, if it has any words', () => {
		expect(of(`<target state="new">${second}</target>`).leftOut).toEqual([second]);
		expect(of('<target/>').leftOut).toEqual([]);
	});
	test.each([
		[`<target state="translated">${second}</target>`, '', second],
		[`<target>${second}</target>`, 'approved="yes"', second],
		[`<target state="needs-review-translation">${two}</target>`, '', two],
		[`<target state="needs-adaptation">${two}</target>`, '', two],
		[`<target state="x-custom">${two}</target>`, '', two]
	])('is not one such: %s %s', (target, attributes, expected) => {
		expect(textOf(of(target, attributes))).toEqual([one, expected]);
	});
	test('is so in XLIFF 2 at `initial`, and not where no state is given', () => {
		const unit = (state: string, source: string, target: string) =>
			`<unit id="u"><segment ${state}><source>${source}</source><target>${target}</target></segment></unit>`;
		const of2 = (state: string, target: string) =>
			textOf(coming(xliff2(unit('', first, one) + unit(state, second, target))));
		expect(of2('state="initial"', two)).toEqual([one]);
		expect(of2('', second)).toEqual([one]);
		expect(of2('', two)).toEqual(whole);
		expect(of2('state="final"', second)).toEqual([one, second]);
	});
	test('is so in a memory that holds copies', () => {
		expect(textOf(coming(tmx(tu(first, one) + tu(second, second))))).toEqual([one]);
	});
});

describe('segments', () => {
	test('are links, also within codes', () => {
		const came = coming(
			xliff12(
				file12(
					segmented12(paragraphs[0], translated[0]) + segmented12(paragraphs[1], translated[1])
				)
			)
		);
		expect(textOf(came)).toEqual(whole);
		expect(notation(came.links)).toBe('0:0 1:1 2:2 3:3 4:4');
		expect(came.links.every(({ confidence }) => confidence === 1)).toBe(true);
	});
	test('without a translation show the gap at their sentence', () => {
		const came = coming(
			xliff12(file12(segmented12(paragraphs[0], [translated[0][0], null, translated[0][2]])))
		);
		expect(textOf(came)).toEqual([`${translated[0][0]} ${translated[0][2]}`]);
		expect(notation(came.links)).toBe('0:0 1: 2:1 3: 4:');
	});
	test('that are copies of their source are no translation', () => {
		const came = coming(
			xliff12(file12(segmented12(paragraphs[0], [...translated[0].slice(0, 2), paragraphs[0][2]])))
		);
		expect(notation(came.links)).toBe('0:0 1:1 2: 3: 4:');
		expect(came.leftOut).toEqual([paragraphs[0][2]]);
	});
	test('all empty leave their unit without a translation', () => {
		const came = coming(
			xliff12(
				file12(
					segmented12(paragraphs[0], [null, null, null]) + unit12(second, `<target>${two}</target>`)
				)
			)
		);
		expect(textOf(came)).toEqual([two]);
	});
	test('of XLIFF 2 stand in the order that their targets give', () => {
		const part = (source: string, target: string, order = '') =>
			`<segment><source>${source}</source><target${order}>${target}</target></segment>`;
		const gap = '<ignorable><source> </source></ignorable>';
		const [a, b, c] = translated[0];
		const orders = [' order="5"', ' order="1"', ' order="3"'];
		const unit = (marks: readonly string[]) =>
			`<unit id="u">${paragraphs[0].map((line, at) => part(line, translated[0][at] ?? '', marks[at])).join(gap)}</unit>`;
		const came = coming(xliff2(unit(orders)));
		expect(textOf(came)).toEqual([`${b} ${c} ${a}`]);
		expect(notation(came.links)).toBe('0,1,2:0,1,2 3: 4:');
		const swapped = coming(xliff2(unit([' order="3"', ' order="1"', ''])));
		expect(textOf(swapped)).toEqual([`${b} ${a} ${c}`]);
		expect(notation(swapped.links)).toBe('0,1:0,1 2:2 3: 4:');
		expect(notation(coming(xliff2(unit(['', '', '']))).links)).toBe('0:0 1:1 2:2 3: 4:');
	});
});

describe('a document', () => {
	test('may have changed a little in the original since: the link is then doubtful', () => {
		const unit = unit12(first.replace('hela byn', 'hela trakten'), `<target>${one}</target>`);
		const came = coming(xliff12(file12(unit + unit12(second, `<target>${two}</target>`))));
		expect(textOf(came)).toEqual(whole);
		expect(came.links[0]?.confidence).toBeLessThan(0.95);
		expect(came.links.at(-1)?.confidence).toBe(0.95);
	});
	test('whose paragraph is another one now leaves it out and says so', () => {
		const unit = unit12(
			'Det här stycket fanns i en tidigare version av texten.',
			'<target>This paragraph was in an earlier version of the text.</target>'
		);
		const came = coming(xliff12(file12(unit + unit12(first, `<target>${one}</target>`))));
		expect(textOf(came)).toEqual([one]);
		expect(came.leftOut).toEqual(['This paragraph was in an earlier version of the text.']);
	});
	test('has each of two equal sentences for itself', () => {
		const blocks = ['Ja.', 'Kanske är det så.', 'Ja.'].map((text) =>
			block({ kind: 'paragraph' }, text)
		);
		const file = xliff12(
			file12(
				[
					['Ja.', '<target>Yes.</target>'],
					['Kanske är det så.', '<target>Perhaps it is so.</target>'],
					['Ja.', '<target state="new"/>']
				]
					.map(([source = '', target = '']) => unit12(source, target))
					.join('')
			)
		);
		expect(notation(coming(file, { ...mill, blocks }).links)).toBe('0:0 1:1 2:');
	});
	test('of another original is aligned like any text', () => {
		const blocks = ['Något helt annat.', 'Och något till.'].map((text) =>
			block({ kind: 'paragraph' }, text)
		);
		const came = coming(xliff12(file12(unit12(first, `<target>${one}</target>`))), {
			...mill,
			blocks
		});
		expect([textOf(came), came.links]).toEqual([[one], []]);
	});
	test('has the title from the unit with the original’s', () => {
		const title = unit12('Kvarnen vid ån', '<target>The mill by the stream</target>');
		const came = coming(xliff12(file12(title + unit12(first, `<target>${one}</target>`))));
		expect([came.credit.title, textOf(came), came.leftOut]).toEqual([
			'The mill by the stream',
			[one],
			[]
		]);
	});
});

test.each([
	['Trados', '<mrk mtype="x-sdl-deleted">old </mrk><mrk mtype="x-sdl-added">great </mrk>'],
	[
		'memoQ',
		'<mrk mtype="x-mq-tc" mq:tctype="del">old </mrk><mrk mtype="x-mq-tc" mq:tctype="ins">great </mrk>'
	]
])('words that %s keeps as deleted are not in the translation', (_, tracked) => {
	const target = `<target>${one.replace('mill', `${tracked}mill`)}</target>`;
	expect(textOf(coming(xliff12(file12(unit12(first, target)))))).toEqual([
		one.replace('mill', 'great mill')
	]);
});

describe('languages', () => {
	const german = file12(
		unit12(first, '<target>Die Mühle lag am Bach.</target>'),
		'target-language="de"'
	);
	const english = file12(unit12(first, `<target>${one}</target>`));
	const more = file12(unit12(second, `<target>${two}</target>`));
	test.each([
		['first', [german, english, more]],
		['last', [english, more, german]]
	])('several files are read, those into another language %s are left out', (_, files) => {
		const came = coming(xliff12(...files));
		expect(textOf(came)).toEqual(whole);
		expect(came.leftOut).toEqual(['Die Mühle lag am Bach.']);
	});
	test('a target names its language if its file does not', () => {
		const bare = (attributes: string) =>
			file12(unit12(first, `<target ${attributes}>${one}</target>`), '');
		expect(coming(xliff12(bare('xml:lang="en-GB"'))).target.lang).toBe('en');
		expect(coming(xliff12(bare(''))).target.lang).toBe('en');
		expect(readExchange(xliff12(bare('')))).toMatchObject({ ok: false });
	});
	test('XLIFF 1.1 is read', () => {
		const old = xliff12(english).replaceAll('1.2', '1.1');
		expect(textOf(coming(old))).toEqual([one]);
	});
	test('XLIFF 2.2 is read, 2.9 and 1.0 are not', () => {
		const unit = `<unit id="u"><segment><source>${first}</source><target>${one}</target></segment></unit>`;
		expect(textOf(coming(xliff2(unit).replace('2.1', '2.2')))).toEqual([one]);
		expect(readExchange(xliff2(unit).replace('2.1', '2.9'))).toMatchObject({
			failure: { kind: 'version' }
		});
		expect(readExchange(xliff12(english).replace('version="1.2"', 'version="1.0"'))).toMatchObject({
			failure: { kind: 'version' }
		});
	});
});

const shared = new URL('../../../../../../shared/cases/', import.meta.url);
const cases = [
	['01-sdlxliff', '0:0 1:1 2:2 3:3 4:4 5:5 6:6 7:7 8:8'],
	['03-xliff12-state-new', '0:0 1:1 2:2 3: 4: 5: 6: 7: 8:'],
	['05-xliff2-target-order', '0:0 1:1 2:2 3:3 4:4 5:5 6,7,8:6,7,8'],
	['06-xliff12-no-target-language', '0:0 1:1 2:2 3:3 4:4 5:5 6:6 7:7 8:8'],
	['08-tmx-sentences', '0:0 1:1 2:2 3:3 4:4 5:5 6:6 7:7 8:8'],
	['10-xliff12-several-files', '0:0 1:1 2:2 3:3 4:4 5:5 6:6 7:7 8:8'],
	['44-xliff12-partial-mrk', '0:0 1: 2:1 3: 4: 5: 6:2 7:3 8:4']
] as const;

test.skipIf(!existsSync(shared)).each(cases)('%s of ../shared/cases', (name, expected) => {
	const folder = new URL(`${name}/`, shared);
	const source = importText(readFileSync(new URL('src.txt', folder)));
	if (!source.ok) throw new Error(source.failure.kind);
	const file = readdirSync(folder).find((one) => one !== 'src.txt') ?? '';
	const read = readExchange(readFileSync(new URL(file, folder)), { source: 'sv', target: 'en' });
	if (!read.ok) throw new Error(read.failure.kind);
	const came = arrived(read.value.document, source.value.article);
	expect(came.ok && notation(came.value.links)).toBe(expected);
});
