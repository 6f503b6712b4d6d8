import { expect, it } from 'vitest';
import { readContent } from './read';

const article = '---\nid: a-walk\nlang: sv\ntitle: En promenad\n---\n\nVi gick.\n';
const translation = {
	version: 1,
	article: 'a-walk',
	lang: 'en',
	original: { lang: 'sv', title: 'En promenad' },
	title: 'A walk',
	contributors: { ai: { origin: 'ai', name: 'A model', date: '2026-11-21' } },
	units: [
		{
			kind: 'paragraph',
			source: ['0123456789abcdef'],
			text: ['We walked.'],
			by: 'ai',
			review: null
		}
	]
};
const json = JSON.stringify(translation);
const path = 'translations/articles/a-walk.en.json';

it('an article is read with its translations', () => {
	const [stored] = readContent({ 'src/articles/a-walk.md': article }, { [path]: json });
	expect(stored).toMatchObject({
		id: 'a-walk',
		metadata: { lang: 'sv', title: 'En promenad' },
		original: { blocks: [{ text: 'Vi gick.' }] },
		translations: [{ translated: { title: 'A walk' } }]
	});
	expect(stored?.metadata).not.toHaveProperty('blocks');
});

it('an article without its original is read from its translation', () => {
	expect(readContent({}, { [path]: json })).toMatchObject([
		{ id: 'a-walk', metadata: { title: 'En promenad' }, original: null }
	]);
});

it.each<[string, () => unknown, string]>([
	[
		'an article that breaks its form',
		() => readContent({ 'src/articles/a-walk.md': article.replace('lang', 'language') }, {}),
		'src/articles/a-walk.md:1: lang is missing'
	],
	[
		'an article under another name',
		() => readContent({ 'src/articles/b.md': article }, {}),
		'src/articles/b.md: the file must be named after its id, a-walk'
	],
	[
		'a translation that is no JSON',
		() => readContent({}, { [path]: '{' }),
		'translations/articles/a-walk.en.json: '
	],
	[
		'a translation that breaks the schema',
		() => readContent({}, { [path]: json.replace('0123456789abcdef', 'Vi gick.') }),
		'translations/articles/a-walk.en.json: units.0.source.0: must be a fingerprint'
	],
	[
		'a translation of a newer form',
		() => readContent({}, { [path]: json.replace('"version":1', '"version":2') }),
		'newer version'
	],
	[
		'a translation under another name',
		() => readContent({}, { 'translations/articles/a-walk.de.json': json }),
		'named after its article and language, a-walk.en'
	]
])('%s fails the build with the path to its fault', (_, read, message) => {
	expect(read).toThrow(message);
});
