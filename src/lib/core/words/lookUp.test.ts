import { describe, expect, it } from 'vitest';
import { dictionaryOf, type Dictionary } from './dictionary';
import { glossesOfAll } from './analysis';
import type { WordAnswer } from './lookUp';
import { indexOfForm, sentenceWords } from './sentence';

async function dictionary(from: string, to: string): Promise<Dictionary> {
	const found = await dictionaryOf(from, to);
	if (!found) throw new RangeError(`no dictionary from ${from} to ${to}`);
	return found;
}

const swedish = await dictionary('sv', 'en');
const english = await dictionary('en', 'sv');

const first = (answer: WordAnswer): string =>
	answer.kind === 'found' ? answer.analyses[0].lemma : answer.kind;
const viaOf = (answer: WordAnswer): string =>
	answer.kind === 'found' ? answer.analyses[0].via : answer.kind;
const partsOf = (answer: WordAnswer): string =>
	answer.kind === 'found'
		? answer.analyses[0].parts.map(({ text }) => text).join('|')
		: answer.kind;
const glosses = (answer: WordAnswer): readonly string[] =>
	answer.kind === 'found' ? glossesOfAll(answer.analyses) : [];

/** Looks up the word between asterisks. */
function inSentence(words: Dictionary, marked: string, translation?: string) {
	const sentence = sentenceWords(marked.replaceAll('*', ''));
	const [, form = ''] = /\*(.+?)\*/.exec(marked) ?? [];
	return words.lookUpIn(sentence, indexOfForm(sentence, form, marked.indexOf('*')), translation);
}

describe('a form', () => {
	it.each([
		['böckerna', 'bok', 'inflection'],
		['gick', 'gå', 'inflection'],
		['hus', 'hus', 'exact'],
		['Sverige', 'Sverige', 'exact'],
		['Sveriges', 'Sverige', 'inflection'],
		['EU:s', 'EU', 'inflection'],
		['SVERIGE', 'Sverige', 'exact'],
		['Husen', 'hus', 'inflection'],
		['större', 'stor', 'inflection'],
		['mig', 'jag', 'inflection'],
		['t.ex.', 't.ex.', 'exact']
	])('%s is found as %s by %s', (form, lemma, via) => {
		expect([first(swedish.lookUp(form)), viaOf(swedish.lookUp(form))]).toEqual([lemma, via]);
	});

	it('keeps the meaning of a line of its own', () => {
		expect(glosses(swedish.lookUp('större'))[0]).toBe('larger');
		expect(glosses(swedish.lookUp('mig'))[0]).toBe('me');
	});

	it.each([
		['went', 'go'],
		['children', 'child'],
		["don't", 'do'],
		['don’t', 'do'],
		["dog's", 'dog'],
		['colors', 'colour'],
		['organized', 'organise'],
		['better', 'good'],
		['fastest', 'fast'],
		['says', 'say']
	])('%s is found as %s in English', (form, lemma) => {
		expect(first(english.lookUp(form))).toBe(lemma);
	});
});

describe('a compound', () => {
	it.each([
		['klimatomställningen', 'klimat|omställningen'],
		['busschaufförers', 'buss|chaufförers'],
		['toppunkten', 'topp|punkten'],
		['gatuprotesterna', 'gatu|protesterna'],
		['EU-ambassadörerna', 'EU|ambassadörerna'],
		['trerumslägenheten', 'tre|rums|lägenheten'],
		['glassätaren', 'glass|ätaren']
	])('%s is split as %s', (form, parts) => {
		expect(partsOf(swedish.lookUp(form))).toBe(parts);
	});

	it('has the inflection of its last part, and its lemma', () => {
		const answer = swedish.lookUp('toppunkterna');
		expect(answer).toMatchObject({
			kind: 'found',
			analyses: [{ lemma: 'toppunkt', wordClass: 'noun', inflections: [['plural', 'definite']] }]
		});
	});

	it('of a number says what it means', () => {
		expect(glosses(swedish.lookUp('1980-talet'))).toEqual(['the 1980s']);
	});

	it('is not made of endings: no part of “kazakstanska” is “ska”', () => {
		expect(partsOf(swedish.lookUp('bortanska'))).not.toContain('ska');
	});
});

describe('a derived word', () => {
	it.each([
		['ogrannlåten', 'unknown'],
		['snabbhetens', 'snabb|-het'],
		['oförutsedd', '']
	])('%s is said as %s', (form, parts) => {
		expect(partsOf(swedish.lookUp(form))).toBe(parts);
	});

	it('carries the meaning of its base', () => {
		expect(glosses(english.lookUp('unpainted'))).toEqual(expect.arrayContaining(['inte måla']));
	});
});

describe('a word that looks like one of the other language', () => {
	it('is marked as uncertain', () => {
		expect(swedish.lookUp('defibrination')).toMatchObject({ kind: 'found', certain: false });
		expect(viaOf(swedish.lookUp('defibrination'))).toBe('cognate');
	});
});

describe('a name', () => {
	it('is a word with a capital of its own that the lexicon lacks', () => {
		expect(inSentence(swedish, 'I går kom *Lindström* hem.').answer).toEqual({ kind: 'name' });
		expect(inSentence(swedish, 'I går kom *lindström* hem.').answer.kind).not.toBe('name');
	});

	it('is certain where a word that looks like it has no capital', () => {
		expect(inSentence(swedish, 'Varorna kom från *Japan* då.').answer).toMatchObject({
			kind: 'found',
			certain: true,
			analyses: [{ lemma: 'Japan' }, { lemma: 'japan' }]
		});
	});

	it('may be a known word, which is uncertain then', () => {
		expect(inSentence(swedish, 'Där satt Karin *Berg* igen.').answer).toMatchObject({
			kind: 'found',
			certain: false
		});
	});
});

describe('a sentence', () => {
	it.each([
		['Jag vet inte *var* han bor.', 'var'],
		['Han *var* trött.', 'vara'],
		['Det står i första *led*.', 'led'],
		['Hon har *satt* sig.', 'sätta'],
		['Hon *satt* still.', 'sitta'],
		['De kan *få* hjälp.', 'få'],
		['Det finns ett *får* på ängen.', 'får'],
		['Vi *får* se.', 'få'],
		['I det här *fallet* blev det rätt.', 'fall'],
		['Han ville *visa* vägen.', 'visa'],
		['En gammal *visa* sjöngs.', 'visa']
	])('decides in “%s” for %s', (marked, lemma) => {
		expect(first(inSentence(swedish, marked).answer)).toBe(lemma);
	});

	it.each([
		['They *left* early.', 'leave'],
		['On the *left* stood a tree.', 'left'],
		['He *saw* it.', 'see'],
		['I want to *work* here.', 'work'],
		['The *work* is done.', 'work']
	])('decides in “%s” for %s', (marked, lemma) => {
		expect(first(inSentence(english, marked).answer)).toBe(lemma);
	});

	it('with its translation puts the meaning in front that stands there', () => {
		const { answer } = inSentence(swedish, 'Han gick till sin *bok*.', 'He walked to his beech.');
		expect(glosses(answer)[0]).toBe('beech');
		const again = inSentence(swedish, 'De tog *banken*.', 'They took the bank.');
		expect(glosses(again.answer)[0]).toBe('bank');
	});
});

describe('a phrase', () => {
	const phrases = (words: Dictionary, marked: string): readonly string[] =>
		inSentence(words, marked).phrases.map(({ entry }) => entry.head);

	it('is found from each of its words, also where others stand between them', () => {
		expect(phrases(swedish, 'Regeringen *ställer* trots det in mötet.')).toContain('ställa in');
		expect(phrases(swedish, 'Regeringen ställer trots det *in* mötet.')).toContain('ställa in');
		expect(phrases(swedish, 'Hon kom i *alla* fall.')).toContain('i alla fall');
		expect(phrases(swedish, 'Jag bryr *mig* inte om det.')).toContain('bry sig om');
	});

	it('does not reach over a comma, or over a noun to a preposition', () => {
		expect(phrases(swedish, 'Han *ställer*, in i det sista, krav.')).not.toContain('ställa in');
		expect(phrases(swedish, 'Han *tar* bilen på morgonen.')).not.toContain('ta på');
	});

	it('has the particle that stands nearest to its verb', () => {
		const heads = phrases(swedish, 'Bara de partierna får ställa *upp* i val.');
		expect(heads).toContain('ställa upp');
		expect(heads).not.toContain('få upp');
	});

	it('does not end in an article', () => {
		expect(phrases(swedish, '*Efter* det första besöket.')).not.toContain('efter det');
		expect(phrases(swedish, '*Efter* det gick hon hem.')).toContain('efter det');
	});

	it('can be looked up by itself', () => {
		expect(first(swedish.lookUp('ställde in'))).toBe('ställa in');
	});
});

describe('bad input', () => {
	it.each(['', ' ', '-', '...', 'x'.repeat(3000), '\u00ad', '__proto__'])(
		'%j is unknown',
		(text) => {
			expect(swedish.lookUp(text)).toEqual({ kind: 'unknown' });
		}
	);

	it('has no dictionary for other languages', async () => {
		expect(await dictionaryOf('sv', 'de')).toBeNull();
	});
});
