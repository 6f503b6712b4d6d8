import { describe, expect, test } from 'vitest';
import { doubted, machine, ofPerson, ofProperty, ofProvenance, ofTool, strongest } from './machine';

const certain = { certain: true };
const unclear = { certain: false };

describe('the name of a tool or an origin', () => {
	test.each([
		['mt', 'machine'],
		['leveraged-mt', 'machine'],
		['mt-suggestion', 'machine'],
		['x:nmt', 'machine'],
		['machine-trans', 'machine'],
		['MachineTranslated', 'machine'],
		['Automatic Translation', 'machine'],
		['auto-translated', 'machine'],
		['DeepL', 'machine'],
		['google_translate', 'machine'],
		['Microsoft Translator', 'machine'],
		['OPUS-MT sv-en', 'machine'],
		['unedited mt', 'machine'],
		['GPT-4o', 'ai'],
		['openai', 'ai'],
		['jamsides:ai', 'ai']
	])('%s is a machine', (name, origin) => {
		expect(ofTool(name)).toMatchObject({ origin, certain: true });
	});
	test.each(['mtpe', 'mt:post-edited', 'MyMemory', 'Google Translator Toolkit'])(
		'%s is asked about',
		(name) => {
			expect(ofTool(name)).toMatchObject(unclear);
		}
	);
	test.each([
		undefined,
		'',
		'tm',
		'exact-match',
		'leveraged-tm',
		'fuzzy-match',
		'id-match',
		'document-match',
		'interactive',
		'human',
		'non-mt',
		'OmegaT',
		'memoQ 9.8',
		'SDL Trados Studio',
		'Smtown',
		'amtsblad',
		'Domtolk',
		'mail',
		'Claes'
	])('%s says nothing', (name) => {
		expect(ofTool(name)).toBeNull();
	});
	test('names the engine, and nothing where it only says what it is', () => {
		expect(ofTool('DeepL')).toMatchObject({ name: 'DeepL' });
		expect(ofTool('mt')).toMatchObject({ name: '' });
	});
});

test('a person’s place names a machine only where no person has that name', () => {
	expect(ofPerson('MT!')).toMatchObject(certain);
	expect(ofPerson('Google Translate')).toMatchObject(certain);
	for (const name of ['MT', 'Claude', 'Claude Lind', 'HOME\\moses', 'Marian', 'AI'])
		expect(ofPerson(name)).not.toMatchObject(certain);
	for (const name of ['pia', 'Ida Holm', 'mtamm', 'Aila', 'Claudette Ek'])
		expect(ofPerson(name)).toBeNull();
});

test('provenance without a person is a machine’s, unless people translate in the tool', () => {
	const record = { tool: undefined, person: undefined, reviser: undefined };
	expect(ofProvenance({ ...record, tool: 'DeepL' })).toMatchObject(certain);
	expect(ofProvenance({ ...record, tool: 'DeepL', reviser: 'Eva' })).toMatchObject(unclear);
	expect(ofProvenance({ ...record, tool: 'DeepL', person: 'Eva' })).toMatchObject(unclear);
	expect(ofProvenance({ ...record, tool: 'Übersetzer 3' })).toMatchObject(unclear);
	expect(ofProvenance({ ...record, tool: 'OmegaT 6' })).toBeNull();
	expect(ofProvenance({ ...record, tool: 'memoQ', person: 'Eva' })).toBeNull();
	expect(ofProvenance({ ...record, person: 'Eva' })).toBeNull();
});

describe('a property', () => {
	test.each([
		['x-origin', 'MT'],
		['Origin:SingleString', 'MT'],
		['match-type', 'MT'],
		['engine', 'DeepL'],
		['Txt::Translator', 'Google Translate'],
		['mt', 'true'],
		['MTEngine', 'Some engine'],
		['machine-translated', 'yes'],
		['x-mt-score', '0.87']
	])('%s: %s says a machine', (key, value) => {
		expect(ofProperty(key, value)).toMatchObject(certain);
	});
	test.each([
		['x-origin', 'TM'],
		['mt', 'false'],
		['mt', '0'],
		['original', 'google.docx'],
		['file', 'deepl.txt'],
		['domain', 'machine tools'],
		['machine', 'LAPTOP-7'],
		['project', 'AI act'],
		['x-created-by', 'Ida Holm'],
		['sourcefile', 'ai.html']
	])('%s: %s says nothing', (key, value) => {
		expect(ofProperty(key, value)).toBeNull();
	});
});

test('a certain claim counts before others, and one with a name before one without', () => {
	const [named, bare] = [machine('DeepL'), machine()];
	expect(strongest([null, doubted(named), bare])).toBe(bare);
	expect(strongest([bare, named])).toBe(named);
	expect(strongest([null])).toBeNull();
});
