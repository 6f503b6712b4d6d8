import { expect, it } from 'vitest';
import { ok } from '../lib/core/result';
import { articleChecker } from './checkArticles';
import { checkProcess, sharedOut } from './checkStored';

const fileOf = (id: string, translation: string) => ({
	id,
	originals: [`src/articles/${id}.md`],
	translations: [`translations/articles/${translation}.json`]
});
const right = fileOf('borja-har', 'borja-har.en');
const wrong = fileOf('borja-har', 'not-there.en');

it('what was found is in the order of the articles, whoever is slower', async () => {
	const articles = Array.from({ length: 100 }, (_, nth) => fileOf(String(nth), String(nth)));
	const checker = (ticks: number) => async (some: readonly { readonly id: string }[]) => {
		for (let tick = 0; tick < ticks; tick++) await Promise.resolve();
		return some.map(({ id: name }) => ok([{ kind: 'skipped' as const, name }]));
	};
	const found = await sharedOut(articles, [checker(50), checker(1)]);
	expect(found).toEqual(articles.map(({ id: name }) => ok([{ kind: 'skipped', name }])));
});

it('a process finds what the program itself finds, and names a wrong file', async () => {
	const { check, end } = checkProcess([]);
	const found = await check([wrong, right]).finally(end);
	expect(found).toEqual(articleChecker([])([wrong, right]));
	expect(found).toMatchObject([
		{ ok: false, failure: expect.stringContaining('not-there.en.json') as string },
		{ ok: true, value: [{ kind: 'checked', name: 'borja-har.en' }] }
	]);
});

it('a process that breaks is an error', async () => {
	const { check, end } = checkProcess([]);
	const checking = check([right]);
	end();
	await expect(checking).rejects.toThrow(/ended/);
});
