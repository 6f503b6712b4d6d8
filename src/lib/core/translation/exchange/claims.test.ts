/** What the standards and the tools say of whose words a unit has. */
import { describe, expect, test } from 'vitest';
import { fingerprint } from '../../text/fingerprint';
import type { Translation } from '../unit';
import { exchangeDocument } from './document';
import { exportTranslation, readExchange, type Format } from './exchange';
import {
	coming,
	file12,
	paragraphs,
	segmented12,
	tmx,
	translated,
	tu,
	unit12,
	xliff12,
	xliff2
} from './foreign.fixture';
import { mergePlan } from './mergePlan';

const source = paragraphs[0].join(' ');
const target = translated[0].join(' ');
const other = unit12(paragraphs[1].join(' '), `<target>${translated[1].join(' ')}</target>`);

/** Returns what comes of the first of two paragraphs; the second is nobody’s but a person’s. */
function claimOf(file: string): 'machine' | 'ai' | 'asked' | 'person' {
	const { machine, target: came } = coming(file);
	const [first, second] = came.blocks.map(({ fingerprint }) => fingerprint);
	if (!machine || !first || !second) return 'person';
	expect([...machine.certain, ...machine.unclear]).not.toContain(second);
	if (machine.unclear.includes(first)) return 'asked';
	return machine.certain.includes(first) ? machine.origin : 'person';
}

describe('XLIFF 1.2', () => {
	const of = (attributes: string, more = '', unit = '', header = '') =>
		claimOf(
			xliff12(
				file12(
					unit12(source, `<target ${attributes}>${target}</target>`, more, unit) + other,
					'target-language="en"',
					header
				)
			)
		);
	const alt = (attributes: string, text = target) =>
		`<alt-trans ${attributes}><target>${text}</target></alt-trans>`;
	const edited = target.replace('rye', 'barley');
	test.each([
		['state-qualifier="mt-suggestion"', '', ''],
		['state-qualifier="leveraged-mt" state="translated"', '', ''],
		['', alt('origin="MT"'), ''],
		['', alt('origin="machine-trans"'), ''],
		['', alt('its:mtConfidence="0.8"'), ''],
		['its:mtConfidence="0.7" its:annotatorsRef="mt-confidence|http://example.org/DeepL"', '', ''],
		['its:tool="DeepL"', '', ''],
		['', '', 'its:mtConfidence="0.7"'],
		['', '', 'm:trans-origin="mt" m:confirmed="1"'],
		['', '', 'mq:status="MachineTranslated"'],
		['', '<prop-group><prop prop-type="engine">DeepL</prop></prop-group>', '']
	])('a machine’s: %s %s %s', (attributes, more, unit) => {
		expect(of(attributes, more, unit)).toBe('machine');
	});
	test.each([
		['', alt('origin="MT"', edited)],
		['state-qualifier="x-mtpe"', ''],
		['its:tool="DeepL" its:revPerson="Eva Ek"', ''],
		['its:tool="Some engine"', '']
	])('asked about: %s %s', (attributes, more) => {
		expect(of(attributes, more)).toBe('asked');
	});
	test.each([
		['state-qualifier="exact-match"', '', ''],
		['state-qualifier="leveraged-tm"', '', ''],
		['', alt('origin="TM"'), ''],
		['', alt('origin="MT"', 'Something else entirely, from another place.'), ''],
		['', alt('origin="MT" alttranstype="rejected"'), ''],
		['', alt('origin="DeepL-memory.tmx" alttranstype="previous-version"'), ''],
		['its:person="Eva Ek" its:tool="OmegaT"', '', ''],
		['', '', 'mq:status="ManuallyConfirmed"'],
		['', '', 'm:trans-origin="tm" m:confirmed="1"'],
		['', '<note>Machine translation is a hard word here.</note>', '']
	])('a person’s: %s %s %s', (attributes, more, unit) => {
		expect(of(attributes, more, unit)).toBe('person');
	});
	test('a phase or a record in the header speaks for the units that name it', () => {
		const header =
			'<header><phase-group><phase phase-name="p" process-name="machine translation"/></phase-group></header>';
		expect(of('phase-name="p"', '', '', header)).toBe('machine');
		expect(of('phase-name="q"', '', '', header)).toBe('person');
		const byTool =
			'<header><phase-group><phase phase-name="p" process-name="translation" tool-id="t"/></phase-group><tool tool-id="t" tool-name="DeepL"/></header>';
		expect(of('phase-name="p"', '', '', byTool)).toBe('machine');
		const records =
			'<header><its:provenanceRecords xml:id="r"><its:provenanceRecord tool="DeepL"/></its:provenanceRecords></header>';
		expect(of('its:provenanceRecordsRef="#r"', '', '', records)).toBe('machine');
		expect(of('', '', '', records)).toBe('person');
	});
	test('the file’s own attributes and its tool speak for all of it', () => {
		const ofFile = (attributes: string, header = '') =>
			coming(
				xliff12(file12(unit12(source, `<target>${target}</target>`) + other, attributes, header))
			).machine?.certain.length ?? 0;
		expect(ofFile('target-language="en" its:tool="DeepL"')).toBe(2);
		const tool = '<header><tool tool-id="t" tool-name="DeepL"/></header>';
		expect(ofFile('target-language="en" tool-id="t"', tool)).toBe(2);
		expect(ofFile('target-language="en" tool-id="t"', tool.replace('DeepL', 'memoQ'))).toBe(0);
	});
	test('an AI’s words are an AI draft', () => {
		expect(of('', alt('origin="GPT-4o"'))).toBe('ai');
	});
});

describe('Trados', () => {
	const seg = (id: number, attributes: string, inner = '') =>
		`<sdl:seg id="${id}" ${attributes}>${inner}</sdl:seg>`;
	const of = (...segs: string[]) =>
		claimOf(
			xliff12(
				file12(
					segmented12(
						paragraphs[0],
						translated[0],
						`<sdl:seg-defs>${segs.join('')}</sdl:seg-defs>`
					) + other
				)
			)
		);
	test('one segment of a machine makes its paragraph a machine’s', () => {
		const draft = seg(1, 'conf="Draft" origin="mt" origin-system="DeepL"');
		expect(of(seg(0, 'conf="Translated" origin="interactive"'), draft)).toBe('machine');
		expect(of(seg(0, 'conf="Translated" origin="nmt"'))).toBe('machine');
		expect(of(seg(0, 'conf="Translated" origin="LLM" origin-system="GPT-4"'))).toBe('ai');
	});
	test('what a person made of a machine’s words is asked about', () => {
		const before = '<sdl:prev-origin origin="mt" origin-system="DeepL"/>';
		expect(of(seg(0, 'conf="Translated" origin="interactive"', before))).toBe('asked');
	});
	test('a person’s words and a memory’s are a person’s', () => {
		const before = '<sdl:prev-origin origin="tm" origin-system="Google memory"/>';
		expect(of(seg(0, 'conf="Translated" origin="interactive"', before))).toBe('person');
		expect(of(seg(0, 'conf="Translated" origin="document-match"'))).toBe('person');
	});
});

describe('XLIFF 2', () => {
	const of = (segment: string, unit = '', attributes = '') =>
		claimOf(
			xliff2(
				`<unit id="u" ${attributes}>${unit}<segment id="s" ${segment}><source>${source}</source><target>${target}</target></segment></unit>` +
					`<unit id="v"><segment><source>${paragraphs[1].join(' ')}</source><target>${translated[1].join(' ')}</target></segment></unit>`
			)
		);
	const match = (attributes: string, text = target) =>
		`<mtc:matches><mtc:match ref="#s" ${attributes}><source>x</source><target>${text}</target></mtc:match></mtc:matches>`;
	test.each([
		['state="translated" subState="tool:mt"', '', ''],
		['subState="x:machine-translated"', '', ''],
		['', match('type="mt"'), ''],
		['', match('type="other" origin="DeepL"'), ''],
		['', '', 'its:mtConfidence="0.5"'],
		['', '', 'its:tool="DeepL"'],
		[
			'',
			'<its:provenanceRecords xml:id="r"><its:provenanceRecord tool="DeepL"/></its:provenanceRecords>',
			'its:provenanceRecordsRef="#r"'
		],
		[
			'',
			'<mda:metadata><mda:metaGroup><mda:meta type="origin">MT</mda:meta></mda:metaGroup></mda:metadata>',
			''
		]
	])('a machine’s: %s %s %s', (segment, unit, attributes) => {
		expect(of(segment, unit, attributes)).toBe('machine');
	});
	test('confidence on a mark within the target is a machine’s too', () => {
		const marked = `<unit id="u"><segment><source>${source}</source><target><mrk id="m" type="its:any" its:mtConfidence="0.3">${target}</mrk></target></segment></unit>`;
		const plain = `<unit id="v"><segment><source>${paragraphs[1].join(' ')}</source><target>${translated[1].join(' ')}</target></segment></unit>`;
		expect(claimOf(xliff2(marked + plain))).toBe('machine');
	});
	test('the file’s own attributes speak for all of it', () => {
		const unit = `<unit id="u"><segment><source>${source}</source><target>${target}</target></segment></unit>`;
		const file = xliff2(unit).replace('<file ', '<file its:tool="DeepL" ');
		expect(coming(file).machine).toMatchObject({ certain: [expect.any(String)], name: 'DeepL' });
		expect(coming(xliff2(unit)).machine).toBeNull();
	});
	test('a proposal that was corrected is asked about', () => {
		expect(of('', match('type="mt"', target.replace('rye', 'barley')))).toBe('asked');
	});
	test.each([
		['subState="tool:tm"', '', ''],
		['', match('type="tm" origin="Deep memory"'), ''],
		['', match('type="mt"', 'Something else entirely, from another place.'), ''],
		['', '', 'its:person="Eva Ek"']
	])('a person’s: %s %s %s', (segment, unit, attributes) => {
		expect(of(segment, unit, attributes)).toBe('person');
	});
});

describe('TMX', () => {
	const of = (attributes: string, props = '', header = '') =>
		claimOf(
			tmx(
				tu(source, target, attributes, props) +
					(header === '' ? tu(paragraphs[1].join(' '), translated[1].join(' ')) : ''),
				header
			)
		);
	const prop = (type: string, value: string) => `<prop type="${type}">${value}</prop>`;
	test.each([
		['creationtool="DeepL"', ''],
		['creationid="MT!"', ''],
		['changeid="Google Translate"', ''],
		['creationid="eva" changeid="DeepL"', ''],
		['', prop('x-origin', 'mt')],
		['', prop('x-MT', 'true')],
		['', prop('Txt::Translator', 'OpenNMT')]
	])('a machine’s: %s %s', (attributes, props) => {
		expect(of(attributes, props)).toBe('machine');
	});
	test.each([
		['creationid="DeepL" changeid="eva"', ''],
		['changeid="MT"', ''],
		['changeid="Claude"', '']
	])('asked about: %s', (attributes) => {
		expect(of(attributes)).toBe('asked');
	});
	test.each([
		['creationtool="OmegaT" creationid="eva" changeid="eva" usagecount="0"', ''],
		['', prop('x-origin', 'tm')],
		['', prop('project', 'MT')],
		['', prop('x-MT', 'false')]
	])('a person’s: %s %s', (attributes, props) => {
		expect(of(attributes, props)).toBe('person');
	});
	test('the tool that wrote the memory speaks for all of it', () => {
		const all = (header: string) =>
			coming(tmx(tu(source, target) + tu(paragraphs[1].join(' '), translated[1].join(' ')), header))
				.machine?.certain.length ?? 0;
		expect(all('creationtool="ModernMT"')).toBe(2);
		expect(all('creationtool="OmegaT"')).toBe(0);
	});
});

test('a machine is not suggested as the translator', () => {
	const file = tmx(tu(source, target, 'changeid="DeepL"'));
	expect(coming(file)).toMatchObject({
		credit: { translator: '' },
		machine: { origin: 'machine', name: 'DeepL' }
	});
});

describe('a file of this project in which a tool’s machine translated a unit anew', () => {
	const stored: Translation = {
		article: 'a-greeting',
		original: { lang: 'sv', title: 'En hälsning' },
		translated: { lang: 'en', title: 'A greeting' },
		units: ['Hej på dig.', 'Vi ses.'].map((words, at) => ({
			...{ kind: 'paragraph', review: null, source: [fingerprint(words)] },
			text: [['Hello there.', 'See you.'][at] ?? ''],
			by: { origin: 'human', name: 'Anna Ek', date: '2026-11-01' }
		}))
	};
	const back = (format: Format, change: (file: string) => string) => {
		const file = change(exportTranslation(format, exchangeDocument(stored, new Map())));
		const read = readExchange(file);
		const options = { today: '2026-12-01', by: 'Bo Prov' };
		const plan = read.ok && mergePlan(stored, read.value.document, options);
		return plan && plan.ok && plan.value.entries.map(({ kind }) => kind);
	};
	const retold = (file: string) => file.replace('Hello there.', 'Hi, you.');
	const said = (file: string) =>
		retold(file)
			.replaceAll('state="translated"', 'state="translated" state-qualifier="mt-suggestion"')
			.replaceAll(
				'<segment state="translated" state-qualifier="mt-suggestion" subState="jamsides:human"',
				'<segment state="translated" subState="x:mt"'
			)
			.replaceAll('creationid=', 'changeid="DeepL" creationid=');
	test.each(['xliff12', 'xliff2', 'tmx'] as const)('has it signed by nobody: %s', (format) => {
		expect(back(format, said)).toEqual(['unsigned', 'unchanged']);
		expect(back(format, retold)).toEqual(['changed', 'unchanged']);
	});
});
