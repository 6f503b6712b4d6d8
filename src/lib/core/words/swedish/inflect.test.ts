import { describe, expect, it } from 'vitest';
import { parseEntry } from '../entry';
import { swedishForms } from './inflect';

const forms = (line: string): readonly string[] =>
	swedishForms(parseEntry(`${line} = x`)).map(({ form }) => form);

const featuresOf = (line: string, form: string): readonly string[] =>
	swedishForms(parseEntry(`${line} = x`))
		.filter((inflected) => inflected.form === form)
		.map(({ features }) => features.join(', '));

describe('swedishForms', () => {
	it.each([
		['flicka n1', 'flickan flickor flickorna flickas flickornas'],
		['ros n1 - rosor', 'rosen rosor rosorna'],
		['pojke n2', 'pojken pojkar pojkarna pojkarnas'],
		['nyckel n2', 'nyckeln nycklar nycklarna'],
		['sommar n2', 'sommaren somrar somrarna'],
		['dröm n2', 'drömmen drömmar drömmarnas'],
		['sko n3', 'skon skor skorna'],
		['vän n3', 'vännen vänner vännernas'],
		['bok n3 - böcker', 'boken böcker böckerna böckernas'],
		['regel n3', 'regeln regler reglerna'],
		['lärare n5', 'läraren lärare lärarna lärarnas'],
		['man n5 mannen män männen', 'mannen män männen mäns männens'],
		['frihet n0', 'friheten frihetens'],
		['land t3 landet länder', 'landet länder länderna'],
		['museum t3', 'museet museer museerna'],
		['äpple t4', 'äpplet äpplen äpplena äpplenas'],
		['hus t5', 'huset hus husen husens'],
		['rum t5', 'rummet rum rummen'],
		['fönster t5', 'fönstret fönster fönstren'],
		['pengar np', 'pengarna pengarnas']
	])('inflects the noun %s', (line, expected) => {
		expect(forms(line)).toEqual(expect.arrayContaining(expected.split(' ')));
	});

	it.each([
		['ta v4 tar tog tagit tagen', 'togo'],
		['komma v4 kommer kom kommit kommen', 'kommo'],
		['finna v4 finner fann funnit funnen', 'funno'],
		['få v4 får fick fått -', 'fingo'],
		['vara v4 är var varit -', 'voro']
	])('has the plural of the past in older texts of %s: %s', (line, plural) => {
		expect(featuresOf(line, plural)).toContain('past, plural');
	});

	it.each([
		['tala v1', 'talar talade talat talas talades talats talad talat talade talande'],
		['ringa v2', 'ringer ringde ringt ring rings ringas ringdes ringts ringd'],
		['köpa v2', 'köper köpte köpt köp köps köpts köpta'],
		['hyra v2', 'hyr hyrde hyrt hyrs'],
		['känna v2', 'känner kände känt känn känd'],
		['använda v2', 'använder använde använt används använd'],
		['möta v2', 'möter mötte mött möts'],
		['leda v2', 'leder ledde lett ledda'],
		['bo v3', 'bor bodde bott boende'],
		[
			'skriva v4 skriver skrev skrivit skriven',
			'skriver skrev skrivit skrivs skrevs skrivits skriven skrivet skrivna'
		],
		['vinna v4 vinner vann vunnit vunnen', 'vunna vunnet vann'],
		['gå v4 går gick gått -', 'går gick gått gås gående'],
		['hoppas vs hoppas hoppades hoppats', 'hoppas hoppades hoppats']
	])('inflects the verb %s', (line, expected) => {
		expect(forms(line)).toEqual(expect.arrayContaining(expected.split(' ')));
	});

	it.each([
		['snabb a1', 'snabbt snabba snabbe snabbare snabbast snabbaste'],
		['vit a1', 'vitt vita'],
		['hård a1', 'hårt hårda'],
		['ny a1', 'nytt nya nyare nyast'],
		['sann a1', 'sant sanna'],
		['dum a1', 'dumt dumma dummare'],
		['vacker a2', 'vackert vackra vackrare vackrast vackraste'],
		['öppen a2', 'öppet öppna öppnare'],
		['stor a1 - - större störst', 'stort stora större störst största störste'],
		['berättigad a3', 'berättigat berättigade'],
		['absolut a1', 'absolut absoluta'],
		['bra a0 bättre bäst', 'bra bättre bäst bästa']
	])('inflects the adjective %s', (line, expected) => {
		expect(forms(line)).toEqual(expect.arrayContaining(expected.split(' ')));
	});

	it('says what a form says', () => {
		expect(featuresOf('hus t5', 'husens')).toContain('plural, definite, genitive');
		expect(featuresOf('skriva v4 skriver skrev skrivit skriven', 'skrevs')).toEqual([
			'past, passive'
		]);
		expect(featuresOf('stor a1 - - större störst', 'större')).toEqual(['comparative']);
	});

	it.each([
		['hus t5', 'husar huser'],
		['frihet n0', 'friheter'],
		['bra a0 bättre bäst', 'braa brat'],
		['komma v4 kommer kom kommit kommen', 'kommar kommade kommor']
	])('gives %s no form that it cannot have', (line, wrong) => {
		for (const form of wrong.split(' ')) expect(forms(line)).not.toContain(form);
	});
});
