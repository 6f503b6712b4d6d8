/** Reads files from outside this project: other tools’ files, broken ones and hostile ones. */
import { describe, expect, it } from 'vitest';
import { expectLinear } from '../../../../../tests/linear';
import { fingerprint } from '../../text/fingerprint';
import { exchangeDocument } from './document';
import { exportTranslation, readExchange } from './exchange';
import { describeExchangeFailure, type ExchangeFailure } from './failure';

function failure(input: string | Uint8Array): ExchangeFailure {
	const read = readExchange(input);
	if (read.ok) throw new Error('it was read');
	expect(describeExchangeFailure(read.failure)).toMatch(/\S/);
	return read.failure;
}

function units(input: string | Uint8Array) {
	const read = readExchange(input);
	if (!read.ok) throw new Error(describeExchangeFailure(read.failure));
	return read.value.document.units;
}

const xliff2 = (body: string, version = '2.1', langs = 'srcLang="sv" trgLang="en"') =>
	`<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="${version}" ${langs}><file id="f">${body}</file></xliff>`;
const xliff12 = (body: string) =>
	`<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="f" source-language="sv" target-language="en" datatype="plaintext"><body>${body}</body></file></xliff>`;
const tmx = (body: string, srclang = 'sv') =>
	`<tmx version="1.4"><header srclang="${srclang}"/><body>${body}</body></tmx>`;
const tu = (sv: string, en: string, more = '') =>
	`<tu${more}><tuv xml:lang="sv"><seg>${sv}</seg></tuv><tuv xml:lang="en"><seg>${en}</seg></tuv></tu>`;
const segment = (source: string, target: string) =>
	`<segment><source>${source}</source><target>${target}</target></segment>`;

describe('a fault is reported with its location', () => {
	it.each([
		['an empty file', '', { kind: 'empty' }],
		['a file of white space', ' \n\t', { kind: 'empty' }],
		['prose', 'Hej.', { kind: 'unknown', root: null }],
		['other XML', '<html><body/></html>', { kind: 'unknown', root: 'html' }],
		['other JSON', '{ "a": 1 }', { kind: 'invalid', place: 'JSON' }],
		['broken JSON', '{ "a": 1,\n}', { kind: 'broken', line: 2 }],
		['an unclosed element', xliff2('<unit id="u">\n<segment>'), { kind: 'broken', line: 2 }],
		['a file that was cut off', xliff2('<unit id="u">').slice(0, -20), { kind: 'broken', line: 1 }],
		['an undeclared entity', xliff2('<unit id="u">&x;</unit>'), { kind: 'broken', line: 1 }],
		['an unknown prefix', xliff2('<unit id="u" its:person="A"/>'), { kind: 'broken' }],
		['no unit', xliff2(''), { kind: 'nothing' }],
		['no translation unit', tmx(''), { kind: 'nothing' }],
		[
			'a memory in one language',
			tmx('<tu><tuv xml:lang="sv"><seg>Hej</seg></tuv></tu>'),
			{ kind: 'nothing' }
		],
		[
			'an older XLIFF',
			'<xliff version="1.0"/>',
			{ kind: 'version', format: 'XLIFF', version: '1.0' }
		],
		['an XLIFF without a version', '<xliff/>', { kind: 'version', format: 'XLIFF', version: null }],
		['a newer TMX', '<tmx version="2.0"/>', { kind: 'version', format: 'TMX', version: '2.0' }],
		['a unit without id', xliff2('\n<unit/>'), { kind: 'invalid', place: 'line 2' }],
		[
			'no target language',
			xliff2(`<unit id="u">${segment('a', 'b')}</unit>`, '2.1', 'srcLang="sv"'),
			{ kind: 'invalid' }
		],
		[
			'elements nested too deeply',
			xliff2(`<unit id="u">${'<a>'.repeat(200_000)}`),
			{ kind: 'invalid' }
		],
		['bytes that are not text', new Uint8Array([0x3c, 0xff, 0xff, 0x3e]), { kind: 'invalid' }]
	])('%s', (_, input, expected) => {
		expect(failure(input)).toMatchObject(expected);
	});
});

describe('a DOCTYPE', () => {
	const laughs = Array.from(
		{ length: 9 },
		(_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`
	);
	it.each([
		[
			'a billion laughs',
			`<!DOCTYPE x [<!ENTITY l0 "ha">\n${laughs.join('\n')}]>${xliff2('<unit id="u">&l9;</unit>')}`
		],
		[
			'an external file',
			`<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>${tmx(tu('&f;', 'b'))}`
		],
		[
			'a parameter entity',
			`<!DOCTYPE x [<!ENTITY % p SYSTEM "http://example.org/x.dtd"> %p;]>${tmx(tu('a', 'b'))}`
		]
	])('with entities is refused: %s', (_, input) => {
		expect(failure(input)).toMatchObject({ kind: 'entities' });
	});

	it('that only names its DTD is accepted, and the DTD is not fetched', () => {
		const file = `<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "http://example.invalid/tmx14.dtd">${tmx(tu('Hej', 'Hi'))}`;
		expect(units(file)).toMatchObject([{ original: ['Hej'], text: ['Hi'] }]);
	});
});

describe('a file of another tool', () => {
	it('may be XLIFF 2.0 with several segments, codes without data, its own codes and markers', () => {
		const file = xliff2(
			[
				'<unit id="u1">',
				'<notes><note>One.</note><note/><note>Two.</note></notes>',
				'<segment state="final"><source>Hej <pc id="1" subType="xlf:b">du</pc>.</source><target>Hi <pc id="1" subType="xlf:b">you</pc>.</target></segment>',
				'<ignorable><source> </source></ignorable>',
				'<segment state="translated"><source>Nu <sc id="2" subType="xlf:i"/>då<ec startRef="2" subType="xlf:i"/>.</source><target>So <mrk id="m" type="term">then</mrk><ph id="9"/> *now*.</target></segment>',
				'</unit>'
			].join('\n'),
			'2.0'
		);
		expect(units(file)).toMatchObject([
			{
				...{
					id: 'u1',
					original: ['Hej **du**. Nu *då*.'],
					text: ['Hi **you**. So then \\*now\\*.']
				},
				...{ note: 'One. Two.', state: 'translated', by: null, review: null, base: null }
			}
		]);
	});

	it('may be XLIFF 1.2 with groups, its own codes and states', () => {
		const file = xliff12(
			'<group><trans-unit id="7" approved="yes"><source>A <g id="1" ctype="bold">b</g><x id="2"/></source><seg-source>A</seg-source><target><mrk mtype="seg" mid="0">C <bpt id="1" rid="1" ctype="italic">&lt;i></bpt>d<ept id="2" rid="1">&lt;/i></ept></mrk></target></trans-unit></group>'
		);
		expect(units(file)).toMatchObject([
			{ id: '7', original: ['A **b**'], text: ['C *d*'], state: 'reviewed', review: null }
		]);
	});

	it('may be TMX with languages in any case or region, and the first two of three are read', () => {
		const third = '<tuv xml:lang="de"><seg>Hallo</seg></tuv>';
		const file = tmx(
			`<tu><tuv xml:lang="EN-US" changeid="Eva" changedate="20261129T120000Z"><seg>Hi</seg></tuv>${third}<tuv lang="SV-FI"><seg>Hej</seg></tuv></tu>`,
			'SV'
		);
		const read = readExchange(file);
		expect(read).toMatchObject({
			ok: true,
			value: { document: { original: { lang: 'sv' }, translated: { lang: 'en-US' } } }
		});
		expect(units(file)).toMatchObject([
			{ original: ['Hej'], text: ['Hi'], changer: { name: 'Eva', date: '2026-11-29' } }
		]);
		const german = readExchange(file, { target: 'de' });
		expect(german).toMatchObject({
			ok: true,
			value: { document: { units: [{ text: ['Hallo'] }] } }
		});
	});

	it('may be in UTF-16, or in Latin 1 if it declares that', () => {
		const file = tmx(tu('Hallå', 'Hi'));
		const wide = new Uint8Array(
			new Uint16Array([...`\ufeff${file}`].map((c) => c.charCodeAt(0))).buffer
		);
		expect(units(wide)).toMatchObject([{ original: ['Hallå'] }]);
		const latin = `<?xml version="1.0" encoding="ISO-8859-1"?>${file}`;
		expect(units(Uint8Array.from(latin, (c) => c.charCodeAt(0)))).toMatchObject([
			{ original: ['Hallå'] }
		]);
	});

	it('loses marks but no words if pairs cross or lack their start or end', () => {
		const open = (i: number, mark: string) => `<bpt i="${i}">${mark}</bpt>`;
		const close = (i: number, mark: string) => `<ept i="${i}">${mark}</ept>`;
		const [crossed] = units(
			tmx(tu('a', `a ${open(1, '*')}b ${open(2, '**')}c${close(1, '*')} d${close(2, '**')}`))
		);
		expect(crossed?.text).toEqual(['a *b c* d']);
		const [loose] = units(tmx(tu('a', `a${close(3, '*')} ${open(1, '*')}b`)));
		expect(loose?.text).toEqual(['a b']);
	});

	it('keeps HTML and Markdown as plain text, and loses the address of a script', () => {
		const link = '<bpt i="1">[</bpt>x<ept i="1">](javascript:alert(1))</ept>';
		const [unit] = units(
			tmx(tu('a', `&lt;script>alert(1)&lt;/script> [y](javascript:z) ${link} *b*`))
		);
		expect(unit?.text).toEqual(['<script>alert(1)</script> [y\\](javascript:z) x \\*b\\*']);
	});

	it('keeps the words of a link whose address is invalid', () => {
		const [unit] = units(tmx(tu('a', '<bpt i="1">[</bpt>x<ept i="1">](https://a b)</ept>')));
		expect(unit?.text).toEqual(['x']);
	});

	it('is read without its metadata if they are nonsense', () => {
		const props = [
			['by.origin', 'human'],
			['by.name', 'Anna'],
			['by.date', 'yesterday'],
			['spans', '[[[0],[5]]]'],
			['source', 'x y'],
			['kind', 'heading'],
			['level', '99'],
			['markdown.text', '["Something else"]'],
			['sent', 'x']
		].map(([key, value]) => `<prop type="x-${key}">${value}</prop>`);
		const file = tmx(tu('a', 'b').replace('<tu>', `<tu>${props.join('')}`));
		expect(units(file)).toMatchObject([
			{ by: null, spans: null, source: [], shape: null, text: ['b'], base: null }
		]);
	});
});

it('a memory of many units is read in linear time, to its last unit', () => {
	const one = (at: number) =>
		tu(
			`Mening nummer ${at} om <ph>[^1]</ph> vägen.`,
			`Sentence number ${at} about the road.`,
			` tuid="${at}"`
		);
	const count = (length: number) => Math.ceil(length / one(0).length);
	const memory = (length: number) =>
		tmx(Array.from({ length: count(length) }, (_, at) => one(at)).join('\n'));
	expectLinear(memory, (text) => {
		const read = units(text);
		expect(read.at(-1)).toMatchObject({
			id: String(read.length - 1),
			text: [`Sentence number ${read.length - 1} about the road.`]
		});
	});
	expect(units(memory(60_000)).length).toBe(count(60_000));
});

describe('sentences', () => {
	const source = ['Ett är *här*. Två är där.[^1] Tre.'];
	const translation = {
		article: 'a-walk',
		original: { lang: 'sv', title: 'A' },
		translated: { lang: 'en', title: 'B' },
		units: [
			{
				...({ kind: 'paragraph', review: null } as const),
				source: source.map(fingerprint),
				text: ['One is *here*. Two is there,[^1] and three.'],
				by: { origin: 'human', name: 'Anna', date: '2026-11-21' } as const,
				spans: [
					[[0], [0]],
					[[1, 2], [1]]
				] as const
			}
		]
	};
	const document = exchangeDocument(
		translation,
		new Map([[fingerprint(source[0] ?? ''), source[0] ?? '']])
	);

	it('become segments in XLIFF 2 and entries in TMX', () => {
		const xliff = exportTranslation('xliff2', document, { sentences: true });
		expect(
			xliff.match(/<target>.*?<\/target>/g)?.map((one) => one.replace(/<[^>]+>/g, ''))
		).toEqual([...['B', 'One is here.', ' ', 'Two is there, and three.']]);
		const memory = exportTranslation('tmx', document, { sentences: true });
		expect(memory.match(/<tu /g)?.length).toBe(3);
	});

	it('give no text if one of them is missing from a memory', () => {
		const memory = exportTranslation('tmx', document, { sentences: true });
		const [, part, rest] = units(memory.replace(/<tu tuid="[^"]*\.2">[^]*?<\/tu>/, ''));
		expect([part?.text, part?.original, rest]).toEqual([[], null, undefined]);
	});

	it.each(['xliff2', 'tmx'] as const)(
		'that a translator changed keep their spans in %s',
		(format) => {
			const written = exportTranslation(format, document, { sentences: true });
			const changed = written.replace(/,(<ph.*?(?:\/>|<\/ph>)) and three/, '.$1 And three');
			expect(units(changed)[1]).toMatchObject({
				text: ['One is *here*. Two is there.[^1] And three.'],
				spans: [
					[[0], [0]],
					[
						[1, 2],
						[1, 2]
					]
				]
			});
		}
	);
});
