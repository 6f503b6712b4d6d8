/** What the site says of itself to search engines and feed readers, checked by its formats. */
import Ajv from 'ajv/dist/2020';
import { parse } from 'parse5';
import { expect, test } from 'vitest';
import { uiLangs } from '../i18n';
import { atom } from './atom';
import { atomSchema, sitemapSchema, structuredSchema } from './finding.fixture';
import { feed, headOf, siteMap } from './finding.server';
import { articleIds } from './library.server';
import { pageHead } from './pageHead';
import { sitemap, sitemapLimit } from './sitemap';
import { xmlTree } from './xmlTree.fixture';

function faults(schema: object, value: unknown): unknown {
	const valid = new Ajv({ strict: false, allErrors: true }).compile(schema);
	return valid(value) ? [] : valid.errors;
}

const hard = 'A < B & "C" > D\u0007 </script><b>';

test('the site map is valid, and has every page in every language, each once', () => {
	const tree = xmlTree(siteMap());
	expect(faults(sitemapSchema, tree)).toEqual([]);
	const addresses = (tree.children.url ?? []).map(({ children }) => children.loc?.[0]?.text);
	expect(new Set(addresses).size).toBe(addresses.length);
	for (const id of articleIds())
		for (const ui of uiLangs)
			expect(addresses.filter((one) => one?.endsWith(`/${ui}/read/${id}/`))).toHaveLength(1);
});

test('a site map that would be too long is refused', () => {
	const pages = Array.from({ length: sitemapLimit / 2 + 1 }, (_, nth) => ({ path: `${nth}/` }));
	expect(() => sitemap(pages, ['sv', 'en'], String)).toThrow('index');
	expect(() => sitemap(pages.slice(1), ['sv', 'en'], String)).not.toThrow();
});

test.each(uiLangs)(
	'the feed in %s is valid, its ids are its own, its newest entry comes first',
	async (ui) => {
		const tree = xmlTree(await feed(ui));
		expect(faults(atomSchema, tree)).toEqual([]);
		const entries = tree.children.entry ?? [];
		expect(entries.length).toBeGreaterThan(0);
		const ids = entries.map(({ children }) => children.id?.[0]?.text);
		expect(new Set(ids).size).toBe(ids.length);
		const dates = entries.map(({ children }) => children.updated?.[0]?.text ?? '');
		expect(dates).toEqual(dates.toSorted().toReversed());
		expect(tree.children.updated?.[0]?.text).toBe(dates[0]);
	}
);

test('a feed holds any words, and one without entries is valid', () => {
	const empty = { lang: 'sv', title: hard, subtitle: hard, home: 'http://a/', self: 'http://a/f' };
	const entry = {
		...{ address: 'http://a/b', title: hard, authors: [hard], summary: hard },
		changed: '2026-11-30'
	};
	for (const entries of [[], [entry]]) {
		const tree = xmlTree(atom({ ...empty, entries }));
		expect(faults(atomSchema, tree)).toEqual([]);
		expect(tree.children.title?.[0]?.text).toBe(hard.replace('\u0007', ''));
	}
});

interface Head {
	readonly elements: readonly { readonly tag: string; readonly [attribute: string]: string }[];
	readonly structured: readonly unknown[];
}

/** Reads what stands in a page’s head. */
function headIn(html: string): Head {
	const [top] = parse(`<!doctype html><head>${html}`).childNodes.flatMap((node) =>
		'childNodes' in node ? node.childNodes : []
	);
	const nodes = top && 'childNodes' in top ? top.childNodes : [];
	const elements = nodes.flatMap((node) =>
		'attrs' in node
			? [
					{
						tag: node.tagName,
						...Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]))
					}
				]
			: []
	);
	const structured = nodes.flatMap((node) =>
		'tagName' in node && node.tagName === 'script'
			? node.childNodes.flatMap((text) =>
					'value' in text ? [JSON.parse(text.value) as unknown] : []
				)
			: []
	);
	return { elements, structured };
}

const route = '/[ui=uiLang]/(reading)/read/[id]';
const pages = articleIds().flatMap((id) => uiLangs.map((ui) => ({ id, ui })));

test.each(pages)(
	'the page of $id in $ui says what it is, and where its other languages are',
	({ id, ui }) => {
		const { elements, structured } = headIn(headOf(route, id, ui));
		const all = (key: string, value: string) => elements.filter((one) => one[key] === value);
		expect(all('rel', 'canonical').map(({ href }) => href)).toEqual([`/${ui}/read/${id}/`]);
		expect(all('rel', 'alternate').map(({ hreflang, href }) => [hreflang, href])).toEqual([
			...uiLangs.map((lang) => [lang, `/${lang}/read/${id}/`]),
			['x-default', `/read/${id}/`]
		]);
		for (const property of ['og:title', 'og:type', 'og:url', 'og:locale'])
			expect(all('property', property), property).toHaveLength(1);
		expect(structured).toHaveLength(1);
		expect(faults(structuredSchema, structured[0])).toEqual([]);
	}
);

test('no words of an article end the element that they stand in', () => {
	const { elements, structured } = headIn(
		pageHead(
			{
				metadata: { lang: 'sv', title: hard, authors: [hard], issued: '2022-01-17/2022-01-21' },
				translated: { lang: 'en', title: hard },
				...{ translators: [hard], description: hard }
			},
			{ ui: 'en', langs: ['sv', 'en'], address: (lang) => `/${lang}/"x"/`, shared: '/"x"/' }
		)
	);
	expect(elements.filter(({ tag }) => !['link', 'meta', 'script'].includes(tag))).toEqual([]);
	expect(structured).toMatchObject([
		{ headline: hard, translationOfWork: { datePublished: '2022-01-17' } }
	]);
	expect(faults(structuredSchema, structured[0])).toEqual([]);
});

test.each([
	['/[ui=uiLang]/(app)', undefined, '', [['x-default', '/'] as const]],
	['/[ui=uiLang]/(app)/dossier/[id]', 'kazakhstan', 'dossier/kazakhstan/', []]
])('the page %s says where its other languages are', (route, id, path, more) => {
	const { elements } = headIn(headOf(route, id, 'sv'));
	expect(elements.filter(({ rel }) => rel === 'canonical').map(({ href }) => href)).toEqual([
		`/sv/${path}`
	]);
	expect(elements.flatMap(({ hreflang, href }) => (hreflang ? [[hreflang, href]] : []))).toEqual([
		...uiLangs.map((lang) => [lang, `/${lang}/${path}`]),
		...more
	]);
});

test('an article of which little is known says that', () => {
	const bare = { metadata: { lang: 'sv' }, translated: { lang: 'en', title: 'A day' } };
	const { structured } = headIn(
		pageHead(
			{ ...bare, translators: [], description: 'A day.' },
			{ ui: 'en', langs: ['en'], address: () => '/en/', shared: null }
		)
	);
	expect(faults(structuredSchema, structured[0])).toEqual([]);
	expect(structured).toMatchObject([
		{ headline: 'A day', translationOfWork: { inLanguage: 'sv' } }
	]);
});

test('other pages say nothing more', () => {
	expect(headOf('/[ui=uiLang]/(app)/settings', undefined, 'sv')).toBe('');
	expect(headOf(route, 'no-such-text', 'sv')).toBe('');
});
