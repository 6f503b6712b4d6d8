import { expect, test } from 'vitest';
import { saidInflections } from './saidInflections';

test('a genitive is said of a form that is nothing else', () => {
	expect(saidInflections([['singular'], ['singular', 'genitive']])).toEqual([['singular']]);
	expect(saidInflections([['definite', 'genitive']])).toEqual([['definite', 'genitive']]);
});

test('of rare readings the least rare is said', () => {
	const masculine = ['definite', 'masculine', 'genitive'] as const;
	expect(saidInflections([['plural', 'genitive'], masculine])).toEqual([['plural', 'genitive']]);
	expect(saidInflections([['past', 'passive'], ['plural', 'genitive'], masculine])).toEqual([
		['past', 'passive']
	]);
	expect(saidInflections([])).toEqual([]);
});
