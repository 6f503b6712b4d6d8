import { deflateRawSync, constants } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import {
	dict,
	dictzip,
	folkets,
	gzipped,
	joined,
	named,
	stardict,
	tabbed,
	tarred,
	tei,
	xdxf,
	zipped,
	type WrittenFile
} from './dictionary.fixture';
import type { BlobLike } from './blob';
import { openBody } from './body';
import { openDictionary } from './lookUp';
import { pieceText } from './piece';
import { readDictionaries, type ReadOutcome } from './read';
import { encode } from './text';

const words = [
	{ word: 'hus', meaning: 'house' },
	{ word: 'Åland', meaning: 'the Åland Islands' },
	{ word: 'bok', meaning: 'book' }
];

async function outcomes(files: readonly (WrittenFile | undefined)[]): Promise<ReadOutcome[]> {
	const found: ReadOutcome[] = [];
	for await (const one of readDictionaries(named(files.flatMap((file) => file ?? []))))
		found.push(one);
	return found;
}

const failures = async (files: readonly (WrittenFile | undefined)[]) =>
	(await outcomes(files)).map((one) => (one.ok ? 'read' : one.failure));

async function entries(files: readonly WrittenFile[], word: string) {
	const [one] = await outcomes(files);
	if (!one?.ok) throw new Error(JSON.stringify(one));
	const found = await openDictionary('test', one.value.files).lookUp(word);
	if (!found.ok) throw new Error(found.failure.kind);
	return found.value?.entries ?? [];
}

const file = (name: string, content: string | Uint8Array): WrittenFile => ({
	name,
	bytes: typeof content === 'string' ? encode(content) : content
});

const wide = (text: string): Uint8Array =>
	Uint8Array.from([0xff, 0xfe, ...[...text].flatMap((one) => [one.charCodeAt(0), 0])]);

describe('a dictionary says of itself', () => {
	test.for([
		['StarDict', stardict(words), 'Swedish-English test', 'sv', 'en', 'CC BY-SA 4.0'],
		['DICT', dict(words), 'Swedish-English DICT', 'sv', 'en', 'Licence: GPL-2+'],
		['TEI', tei(words), 'Swedish-English TEI', 'sv', 'en', 'GPL 2.0'],
		['Folkets', folkets(words), 'Folkets lexikon', 'sv', 'en', 'CC BY-SA 2.5'],
		['XDXF', xdxf(words), 'Swedish-English XDXF', 'sv', 'en', null],
		['tab-separated', tabbed(words), 'sv-en', 'sv', 'en', null]
	] as const)('%s', async ([, files, name, from, to, licence]) => {
		const [one] = await outcomes(files);
		expect(one?.ok && one.value.about).toMatchObject({ name, from, to, licence, entries: 3 });
	});
});

describe('what is refused', () => {
	const [ifo, idx, text] = stardict(words);
	const [index, body] = dict(words);
	const cut = (one: WrittenFile | undefined, by = 1) =>
		one && { ...one, bytes: one.bytes.slice(0, -by) };

	test.for([
		[
			'an index without its text',
			[ifo, idx],
			{ kind: 'missing', file: 'swe-eng.ifo', missing: 'swe-eng.dict' }
		],
		['an index alone', [idx], { kind: 'missing', file: 'swe-eng.idx', missing: 'swe-eng.ifo' }],
		[
			'a text alone',
			[body],
			{ kind: 'missing', file: 'swe-eng.dict.dz', missing: 'swe-eng.index' }
		],
		[
			'a DICT index alone',
			[index],
			{ kind: 'missing', file: 'swe-eng.index', missing: 'swe-eng.dict' }
		],
		[
			'an index cut short',
			[ifo, cut(idx), text],
			{ kind: 'mismatched', file: 'swe-eng.idx', other: 'swe-eng.ifo' }
		],
		[
			'a text cut short',
			[ifo, idx, cut(text)],
			{ kind: 'mismatched', file: 'swe-eng.idx', other: 'swe-eng.dict' }
		],
		['a packed text cut short', [index, cut(body, 20)], null],
		['a DICT index cut short', [cut(index), body], { kind: 'truncated', file: 'swe-eng.index' }],
		[
			'a DICT index that is none',
			[file('a.index', 'not an index\n'), file('a.dict', 'x')],
			{ kind: 'damaged', file: 'a.index' }
		],
		[
			'an index of another dictionary',
			[stardict(words.slice(1))[0], idx, text],
			{ kind: 'mismatched', file: 'swe-eng.idx', other: 'swe-eng.ifo' }
		],
		[
			'forms of another dictionary',
			[...stardict(words, { forms: [['husen', 9]] })],
			{ kind: 'mismatched', file: 'swe-eng.syn', other: 'swe-eng.ifo' }
		],
		['XML cut short', [cut(tei(words)[0], 40)], { kind: 'truncated', file: 'swe-eng.tei' }],
		[
			'UTF-16 in XML',
			[file('a.tei', wide('<?xml version="1.0"?><TEI></TEI>'))],
			{ kind: 'encoding', file: 'a.tei', encoding: 'UTF-16' }
		],
		[
			'UTF-16 in a list',
			[file('a.tsv', wide('hus\thouse\n'))],
			{ kind: 'encoding', file: 'a.tsv', encoding: 'UTF-16' }
		],
		[
			'another encoding in XML',
			[file('a.xdxf', '<?xml version="1.0" encoding="shift_jis"?><xdxf></xdxf>')],
			{ kind: 'encoding', file: 'a.xdxf', encoding: 'shift_jis' }
		],
		[
			'XML without entries',
			[file('a.tei', '<TEI><text/></TEI>')],
			{ kind: 'empty', file: 'a.tei' }
		],
		[
			'a text that is no dictionary',
			[file('a.txt', 'Once upon a time.\nThere was.\n')],
			{ kind: 'unknown', file: 'a.txt' }
		],
		['an empty file', [file('a.tsv', '')], { kind: 'empty', file: 'a.tsv' }],
		[
			'xz',
			[file('a.tar.xz', Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0))],
			{ kind: 'packed', file: 'a.tar.xz', packing: 'xz' }
		],
		[
			'an archive of other things',
			zipped([file('a.txt', 'Once.')]),
			{ kind: 'unknown', file: 'pack.zip' }
		],
		[
			'an archive cut short',
			[cut(zipped(tei(words))[0], 30)],
			{ kind: 'truncated', file: 'pack.zip' }
		],
		[
			'a gzip cut short',
			[cut(gzipped(tei(words))[0])],
			{ kind: 'truncated', file: 'swe-eng.tei.gz' }
		]
	] as const)('%s', async ([, files, failure]) => {
		const found = await failures(files);
		expect(found).toHaveLength(1);
		expect(found).not.toContain('read');
		if (failure) expect(found).toEqual([failure]);
	});

	test('a file of 2 GB, before any of it is read', async () => {
		const slice = (): BlobLike => {
			throw new Error('it is read');
		};
		const blob: BlobLike = { size: 2e9, slice, arrayBuffer: () => Promise.reject(new Error()) };
		const found: ReadOutcome[] = [];
		for await (const one of readDictionaries([{ name: 'a.tsv', blob }])) found.push(one);
		expect(found).toEqual([
			{ ok: false, failure: { kind: 'too-large', file: 'a.tsv', bytes: 2e9, limit: 1e9 } }
		]);
	});

	test('a packed text that claims 2 GB', async () => {
		const packed = body?.bytes.slice() ?? new Uint8Array();
		new DataView(packed.buffer).setUint32(packed.length - 4, 2e9, true);
		const [found] = await failures([index, { name: 'swe-eng.dict.dz', bytes: packed }]);
		expect(found).toEqual({ kind: 'damaged', file: 'swe-eng.dict.dz' });
	});
});

test('a chunk of dictzip as zlib writes it is read, across its borders too', async () => {
	const text = encode('en bok om böcker, '.repeat(500));
	const pack = (chunk: Uint8Array) =>
		new Uint8Array(deflateRawSync(chunk, { finishFlush: constants.Z_FULL_FLUSH }));
	const [blob] = named([file('a.dict.dz', dictzip(text, 700, pack))]);
	if (!blob) throw new Error('no file');
	const body = await openBody(blob, true);
	expect(body.size).toBe(text.length);
	for (const [at, length] of [
		[0, 10],
		[690, 30],
		[650, 3000],
		[text.length - 5, 5]
	] as const)
		expect(await body.read(at, length)).toEqual(text.slice(at, at + length));
});

test('a dictionary in parts, in a folder of an archive, in capitals, is one', async () => {
	const capitals = stardict(words).map((one) => ({ ...one, name: one.name.toUpperCase() }));
	expect(await failures(tarred(capitals))).toEqual(['read']);
	expect(await failures([...dict(words), ...stardict(words, { name: 'other' })])).toEqual([
		'read',
		'read'
	]);
});

test('another form leads to the entry of its word, and says so', async () => {
	const files = stardict(words, {
		forms: [
			['husen', 0],
			['böcker', 2]
		]
	});
	expect(await entries(files, 'Böcker')).toMatchObject([{ head: 'bok', form: 'böcker' }]);
	const word =
		'<word class="nn" value="abort|rådgivning"><translation value="counselling"/><paradigm><inflection value="abortrådgivningen"/></paradigm></word>';
	const lexicon = [file('f.xml', `<dictionary source-language="sv">${word}</dictionary>`)];
	expect(await entries(lexicon, 'abortrådgivning')).toMatchObject([{ form: null }]);
	expect(await entries(lexicon, 'abortrådgivningen')).toMatchObject([
		{ head: 'abortrådgivning', form: 'abortrådgivningen' }
	]);
});

test('entities that Folkets lexikon has escaped twice are decoded', async () => {
	const word = '<word value="bok"><translation value="&amp;quot;book&amp;quot;"/></word>';
	const [one] = await entries([file('f.xml', `<dictionary><word/>${word}</dictionary>`)], 'bok');
	expect(pieceText(one?.pieces ?? []).trim()).toBe('"book"');
});

test('homographs are all found, in the order of the dictionary', async () => {
	const many = Array.from({ length: 30 }, (_, i) => ({ word: 'bok', meaning: `meaning ${i}` }));
	const found = await entries(tabbed([...words.slice(0, 2), ...many]), 'bok');
	expect(found.map(({ pieces }) => pieceText(pieces))).toEqual(many.map(({ meaning }) => meaning));
});

test('tags in comments and CDATA are none', async () => {
	const entry = '<ar><k>bok</k><!-- </ar><ar><k>fel</k> --><def><![CDATA[a </ar> b]]></def></ar>';
	const files = [file('a.xdxf', `<xdxf><!-- <ar><k>x</k></ar> -->${entry}</xdxf>`)];
	expect((await entries(files, 'bok')).map(({ pieces }) => pieceText(pieces))).toEqual([
		'a </ar> b'
	]);
	expect(await entries(files, 'fel')).toEqual([]);
});

test('a list in windows-1252 is read in its own letters', async () => {
	const bytes = joined([Uint8Array.of(0xe5), encode('ka\tgo\n')]);
	expect(await entries([file('sv-en.tsv', bytes)], 'åka')).toHaveLength(1);
});
