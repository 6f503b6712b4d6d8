import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inventory, type OfflineCondition } from './inventory';
import { parsePlan, type Plan } from './plan';

const digest = '0'.repeat(64);
const entry = (path: string, bytes: number, title?: string) => ({
	path,
	bytes,
	digest,
	...(title !== undefined && { title })
});

const plan: Plan = {
	version: '7',
	entries: [
		entry('/', 1, 'Jämsides'),
		entry('/_app/immutable/assets/serif.abc.woff2', 2),
		entry('/_app/immutable/chunks/abc.js', 4),
		entry('/en/', 8, 'Library · Jämsides'),
		entry('/en/read/a-text/', 16, 'A text · Jämsides'),
		entry('/en/read/a-text/__data.json', 32),
		entry('/icon.svg', 64),
		entry('/stored/a-text.json', 1024),
		entry('/stored/list/0.json', 2048),
		entry('/sv/', 128, 'Bibliotek · Jämsides'),
		entry('/sv/read/a-text/', 256, 'En text · Jämsides'),
		entry('/sv/read/a-text/__data.json', 512)
	]
};

const allSound = (of: Plan) =>
	new Map(of.entries.map(({ path }) => [path, 'sound' as OfflineCondition]));

test('an article covers its pages, their data and its stored translation, and is named in the reader’s language', () => {
	const { articles } = inventory(plan, allSound(plan), 'sv');
	expect(articles).toEqual([
		{
			id: 'a-text',
			title: 'En text',
			lang: null,
			href: '/sv/read/a-text/',
			files: 5,
			bytes: 16 + 32 + 256 + 512 + 1024,
			faults: 0
		}
	]);
});

test('an article of which only the data is stored is named by it, and opens where its page is', () => {
	const data: Plan = {
		version: '7',
		entries: [
			{ ...entry('/stored/a-text.json', 1, 'En text'), lang: 'sv' },
			entry('/stored/untitled.json', 2),
			entry('/en/dossier/five/__data.json', 4, 'Five · Jämsides')
		]
	};
	const { articles, pages } = inventory(data, allSound(data), 'en');
	expect(articles.map(({ title, lang, href }) => [title, lang, href])).toEqual([
		['En text', 'sv', '/en/read/a-text/'],
		['untitled', null, '/en/read/untitled/']
	]);
	expect(pages.map(({ title, href }) => [title, href])).toEqual([['Five', '/en/dossier/five/']]);
});

test('pages, fonts and the app are items of their own', () => {
	const { pages, fonts, app } = inventory(plan, allSound(plan), 'en');
	expect(pages.map(({ title, href, bytes }) => [title, href, bytes])).toEqual([
		['Library', '/en/', 8 + 128]
	]);
	expect([fonts.files, fonts.bytes, app.files, app.bytes]).toEqual([1, 2, 4, 1 + 4 + 64 + 2048]);
});

test('a missing, damaged or unread file counts as a fault of its item', () => {
	const conditions = allSound(plan);
	conditions.set('/sv/read/a-text/__data.json', 'damaged');
	conditions.set('/icon.svg', 'missing');
	conditions.delete('/en/');
	const found = inventory(plan, conditions, 'en');
	expect(found.articles[0]?.faults).toBe(1);
	expect(found.pages[0]?.faults).toBe(1);
	expect(found.app.faults).toBe(1);
	expect(found.fonts.faults).toBe(0);
	expect(found.faults).toBe(3);
});

test('law: every file belongs to exactly one item', () => {
	const path = fc
		.array(fc.constantFrom('sv', 'en', 'read', 'x', 'y-1', '_app', '__data.json', 'f.woff2', ''), {
			maxLength: 5
		})
		.map((parts) => `/${parts.join('/')}`);
	fc.assert(
		fc.property(fc.uniqueArray(path), fc.nat(999), (paths, bytes) => {
			const any: Plan = { version: '1', entries: paths.map((p, i) => entry(p, bytes + i)) };
			const { articles, pages, fonts, app, ...all } = inventory(any, new Map(), 'en');
			const items = [...articles, ...pages, fonts, app];
			const total = (of: 'files' | 'bytes' | 'faults') =>
				items.reduce((sum, item) => sum + item[of], 0);
			expect([total('files'), total('bytes'), total('faults')]).toEqual([
				all.files,
				all.bytes,
				all.faults
			]);
			expect(all.faults).toBe(paths.length);
		})
	);
});

test('an invalid plan is refused with the place of the fault', () => {
	expect(parsePlan(JSON.parse(JSON.stringify(plan)))).toEqual({ ok: true, value: plan });
	const broken = { ...plan, entries: [{ ...entry('/', 1), digest: 'x' }] };
	expect(parsePlan(broken)).toMatchObject({
		ok: false,
		failure: expect.stringContaining('entries.0.digest')
	});
	expect(parsePlan('<html>').ok).toBe(false);
	expect(parsePlan({ version: '1', entries: [] }).ok).toBe(false);
});
