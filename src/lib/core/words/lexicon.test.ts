import { describe, expect, it } from 'vitest';
import { dictionaryOf, type Dictionary } from './dictionary';
import { classOf, glossesOf, meaningsOf, type LexiconEntry } from './entry';
import { lexicon, parseEntries } from './lexicon';
import { entries as english } from './lexicon/english';

async function dictionary(from: string, to: string): Promise<Dictionary> {
	const found = await dictionaryOf(from, to);
	if (!found) throw new RangeError(`no dictionary from ${from} to ${to}`);
	return found;
}

const swedish = await dictionary('sv', 'en');
const turned = await dictionary('en', 'sv');
const own = parseEntries([english]);
const name = ({ head, code, gloss }: LexiconEntry): string => `${head} ${code} = ${gloss}`;

describe('lexicon', () => {
	const small = lexicon(
		'sv',
		parseEntries([
			'# Heading\nbok n3 - böcker - + bok = book\nbok n2 = beech\nta upp pv = take up\n'
		])
	);

	it('finds entries by their heads and by the forms that they list', () => {
		expect(small.listed('Bok').map(({ code }) => code)).toEqual(['n3', 'n2']);
		expect(small.listed('böcker').map(({ head }) => head)).toEqual(['bok']);
		expect(small.headed('bok')).toHaveLength(2);
		expect(small.headed('Bok')).toHaveLength(0);
	});

	it('finds phrases by their first words, and joining forms', () => {
		expect(small.phrases('ta').map(({ head }) => head)).toEqual(['ta upp']);
		expect(small.joined('bok').map(({ code }) => code)).toEqual(['n3']);
	});
});

describe('the Swedish–English lexicon', () => {
	it('has no entry twice', () => {
		const seen = new Set<string>();
		const twice = swedish.vocabulary.lexicon.entries.filter(({ head, code, forms }) => {
			const key = [head, code, ...forms].join(' ');
			return seen.size === seen.add(key).size;
		});
		expect(twice.map(name)).toEqual([]);
	});

	it('lists no form that the entry’s code has no place for', () => {
		const { grammar, lexicon: words } = swedish.vocabulary;
		const dead = words.entries.filter((entry) => {
			const forms = new Set(grammar.forms(entry).map(({ form }) => form));
			return entry.forms.some((form) => form !== null && !forms.has(form));
		});
		expect(dead.map(name)).toEqual([]);
	});

	it('gives no word twice in a meaning, and no empty one', () => {
		const faulty = swedish.vocabulary.lexicon.entries.filter((entry) =>
			meaningsOf(entry).some(
				({ glosses }) => new Set(glosses).size < glosses.length || glosses.includes('')
			)
		);
		expect(faulty.map(name)).toEqual([]);
	});

	it('has an entry for the verb of every particle verb', () => {
		const { lexicon: words } = swedish.vocabulary;
		const lost = words.entries.filter(
			({ head, code }) =>
				code === 'pv' &&
				!words.headed(head.split(' ')[0] ?? '').some((entry) => classOf(entry) === 'verb')
		);
		expect(lost.map(name)).toEqual([]);
	});

	it('has an entry for every word that is called common', () => {
		const { common, listed } = swedish.vocabulary.lexicon;
		expect([...common].filter((word) => listed(word).length === 0)).toEqual([]);
	});

	it.each([
		['Swedish', swedish],
		['English', turned]
	])('has the %s words that are preferred for a form', (_, { vocabulary }) => {
		const lost = [...vocabulary.grammar.preferred].flatMap(([form, wanted]) => {
			const found = vocabulary.candidates(form).map(({ lemma, entry }) => [lemma, entry?.code]);
			return wanted
				.filter(
					(word) => !found.some(([lemma, code]) => word === lemma || word === `${lemma} ${code}`)
				)
				.map((word) => `${form} = ${word}`);
		});
		expect(lost).toEqual([]);
	});

	it('leads from every Swedish word to an English one and so back', () => {
		const { lexicon: words } = turned.vocabulary;
		const lost = swedish.vocabulary.lexicon.entries.filter((entry) => {
			if (classOf(entry) === 'abbreviation') return false;
			const glosses = glossesOf(entry).map((gloss) => gloss.replace(/\s*\([^)]*\)$/, ''));
			return !glosses.some((gloss) =>
				words.headed(gloss).some((back) => back.gloss.includes(entry.head))
			);
		});
		expect(lost.map(name)).toEqual([]);
	});
});

describe('the English words of our own', () => {
	it('are answered by words that the Swedish lexicon knows', () => {
		const lost = own.flatMap((entry) =>
			glossesOf(entry)
				.filter((gloss) => /^[\p{L}.]+$/u.test(gloss))
				.filter((gloss) => swedish.lookUp(gloss).kind !== 'found')
				.map((gloss) => `${entry.head}: ${gloss}`)
		);
		expect(lost).toEqual([]);
	});

	it('are there once each', () => {
		const keys = own.map(({ head, code }) => `${head} ${code}`);
		expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
	});
});
