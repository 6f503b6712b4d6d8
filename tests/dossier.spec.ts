/** A dossier: its contents, its map, and its links with the library and the articles. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { axe, expect, inUi, test, uis, widths } from './fixtures';

const path = '/en/dossier/kazakstan-i-januari-2022/';

interface Told {
	readonly title: Readonly<Record<string, string>>;
	readonly articles: readonly { readonly id: string }[];
}
const dossier = JSON.parse(
	readFileSync('src/dossiers/kazakstan-i-januari-2022.json', 'utf8')
) as Told;
const ids = dossier.articles.map(({ id }) => id);
const map = JSON.parse(readFileSync('src/maps/kazakhstan.json', 'utf8')) as {
	places: readonly { name: Readonly<Record<string, string>> }[];
};

const hrefs = (page: Page) =>
	page
		.getByRole('article')
		.getByRole('heading')
		.getByRole('link')
		.evaluateAll((links) => links.map((link) => link.getAttribute('href')));

for (const ui of uis)
	test(`is whole, and accessible on a phone (${ui})`, async ({ page, open }) => {
		await open(inUi(ui, path));
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(dossier.title.sv ?? '');
		await expect(page).toHaveTitle(`${dossier.title[ui]} · Jämsides`);
		expect(await hrefs(page)).toEqual(ids.map((id) => `/${ui}/read/${id}/`));
		// In a wide window: `smoke.spec.ts`, which also sees that it fits every width.
		await page.setViewportSize({ width: 390, height: 900 });
		await axe(page);
	});

test('shows everything in both languages, each marked with its own', async ({ page, open }) => {
	await open(path);
	for (const article of await page.getByRole('article').all()) {
		for (const lang of uis)
			await expect(article.locator(`.paragraph[lang=${lang}]`)).not.toBeEmpty();
		await expect(article).toContainText(/translation: AI draft by .*, not reviewed/);
		await expect(article).toContainText(/\d\swords/);
		await expect(article).toContainText(/Written by AI from \w+ texts?, not reviewed/);
	}
	const read = page.getByRole('article').filter({ hasText: 'Based on' });
	await expect(read).toHaveCount(ids.filter((id) => /^(?:lasning|reading)-/.test(id)).length);
});

test('puts the languages side by side, or one below the other on a phone', async ({
	page,
	open
}) => {
	await open(path);
	const [first, second] = ['sv', 'en'].map((lang) =>
		page.getByRole('article').first().locator(`.paragraph[lang=${lang}]`)
	);
	const boxes = () => Promise.all([first?.boundingBox(), second?.boundingBox()]);
	const [left, right] = await boxes();
	expect(right?.x).toBeGreaterThan((left?.x ?? 0) + (left?.width ?? 0));
	expect(Math.abs((left?.y ?? 0) - (right?.y ?? 0))).toBeLessThan(8);
	await page.setViewportSize({ width: 390, height: 900 });
	const [above, below] = await boxes();
	expect(below?.x).toBe(above?.x);
	expect(below?.y).toBeGreaterThan((above?.y ?? 0) + (above?.height ?? 0));
});

test('sets the original in serif to the left, the translation in sans, in either interface', async ({
	page,
	open
}) => {
	for (const ui of uis) {
		await open(inUi(ui, path));
		for (const article of await page.getByRole('article').all()) {
			const href = await article.getByRole('link').first().getAttribute('href');
			const original = href?.includes('/read/reading-') ? 'en' : 'sv';
			for (const part of ['.said:not(.paragraph)', '.paragraph']) {
				const sides = await article.locator(part).evaluateAll((sides) =>
					sides.map((side) => ({
						lang: side.getAttribute('lang'),
						face: /^\W*\w+ (\w+)/.exec(getComputedStyle(side).fontFamily)?.[1]?.toLowerCase(),
						left: side.getBoundingClientRect().left
					}))
				);
				expect(sides).toMatchObject([
					{ lang: original, face: 'serif' },
					{ lang: original === 'sv' ? 'en' : 'sv', face: 'sans' }
				]);
				expect(sides[0]?.left).toBeLessThan(sides[1]?.left ?? 0);
			}
		}
	}
});

test('can be read without script', async ({ page }) => {
	await page.route('**/*', async (route) => {
		if (route.request().resourceType() !== 'document') return route.continue();
		const response = await route.fetch();
		const body = (await response.text()).replace(/<script[^]*?<\/script>/g, '');
		return route.fulfill({ response, body });
	});
	await page.goto(path);
	await expect(page.getByRole('img')).toBeVisible();
	await page.getByRole('article').getByRole('link').last().click();
	await expect(page).toHaveURL(`/en/read/${ids.at(-1)}/`);
	await page.waitForLoadState('networkidle');
});

test.describe('the map', () => {
	for (const ui of uis)
		test(`keeps its names apart, in sight and legible at every width (${ui})`, async ({
			page,
			open
		}) => {
			await open(inUi(ui, path));
			for (const width of widths) {
				await page.setViewportSize({ width, height: 900 });
				for (const face of ['var(--sans)', 'var(--stand-in-sans)']) {
					await page.locator('figure > svg').evaluate(async (svg, face) => {
						(svg as SVGElement).style.fontFamily = face;
						await document.fonts.ready;
					}, face);
					const found = await names(page);
					expect(found, `${face} at ${width} px`).toEqual({ met: [], out: [], small: [] });
				}
			}
		});

	test('names every place in both languages, in the picture or below it', async ({
		page,
		open
	}) => {
		await open(path);
		const list = page.getByRole('region', { name: 'The places' });
		await expect(list.getByRole('listitem')).toHaveCount(map.places.length);
		for (const { name } of map.places)
			for (const lang of uis) await expect(list).toContainText(name[lang] ?? '');
	});

	test('has a title and a description', async ({ page, open }) => {
		await open(inUi('sv', path));
		const picture = page.getByRole('img');
		await expect(picture).toHaveAccessibleName(/Kazakstan/);
		await expect(picture).toHaveAccessibleDescription(/Kaspiska havet .*Zhanaozen.*Almaty/s);
	});

	test('can be seen in forced colours and in print', async ({ page, open, browserName }) => {
		test.skip(browserName === 'firefox', 'a Firefox of the system can be given neither');
		await page.emulateMedia({ forcedColors: 'active' });
		await open(path, { theme: 'dark' });
		const paint = (name: string, property: string) =>
			page
				.locator(`figure ${name}`)
				.first()
				.evaluate((node, property) => getComputedStyle(node).getPropertyValue(property), property);
		const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
		expect(await paint('.place text', 'fill')).not.toBe(ground);
		expect(await paint('.town', 'fill')).not.toBe(ground);
		expect(await paint('.land', 'stroke')).not.toBe(ground);
		await page.emulateMedia({ forcedColors: 'none', media: 'print' });
		expect(await paint('.place text', 'fill')).toBe('rgb(33, 29, 24)');
		expect(await paint('.land', 'fill')).toBe('rgb(243, 239, 230)');
		expect(await paint('.water', 'fill')).toBe('rgb(227, 237, 242)');
	});
});

/** Returns names that overlap, leave the picture, or are less than 10 pixels high. */
const names = (page: Page) =>
	page.locator('figure > svg').evaluate((svg) => {
		const frame = svg.getBoundingClientRect();
		const seen = [...svg.querySelectorAll('.place text, text > tspan')]
			.filter((text) => text.closest('.place') === null || text.localName === 'text')
			.map((text) => ({ text: text.textContent, box: text.getBoundingClientRect(), node: text }))
			.filter(({ box }) => box.width > 0)
			// A line's box is as high as the font’s tallest letters, which these names do not
			// contain.
			.map(({ text, box, node }) => ({
				text,
				node,
				...{ left: box.left, right: box.right },
				...{ top: box.top + box.height * 0.2, bottom: box.bottom - box.height * 0.15 }
			}));
		const meet = (a: (typeof seen)[number], b: (typeof seen)[number]) =>
			a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
		const scale = frame.width / (svg as SVGSVGElement).viewBox.baseVal.width;
		return {
			met: seen.flatMap((a, at) =>
				seen.slice(at + 1).flatMap((b) => (meet(a, b) ? `${a.text} and ${b.text}` : []))
			),
			out: seen.flatMap(({ text, left, right, bottom }) =>
				left < frame.left || right > frame.right || bottom > frame.bottom ? text : []
			),
			small: seen.flatMap(({ text, node }) =>
				Number.parseFloat(getComputedStyle(node).fontSize) * scale < 10 ? text : []
			)
		};
	});

test('the library has the series as a card, whose texts are listed only there', async ({
	page,
	open
}) => {
	await open('/en/');
	const card = page
		.getByRole('region', { name: /^In both languages/ })
		.getByRole('region', { name: dossier.title.sv ?? '' });
	await expect(card).toContainText('Written by AI from 5 texts, not reviewed');
	await expect(card).toContainText('AI draft, not reviewed');
	const order = await card
		.getByRole('listitem')
		.getByRole('link')
		.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
	expect(order).toEqual(ids.map((id) => `/en/read/${id}/`));
	for (const id of ids) await expect(page.locator(`a[href="/en/read/${id}/"]`), id).toHaveCount(1);
	await card.getByRole('link', { name: dossier.title.sv ?? '', exact: true }).click();
	await page.waitForURL(path);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(dossier.title.sv ?? '');
	await page.waitForLoadState('networkidle');
});

test('by keyboard alone every article and place is reached with a visible focus', async ({
	page,
	open
}) => {
	await open(path);
	const toPlaces = page.getByRole('link', { name: 'What the texts say about each place' });
	await page.getByRole('article').getByRole('link').first().focus();
	for (const [nth, id] of ids.entries()) {
		// The title, and the button below it.
		for (const part of ['title', 'button']) {
			if (nth > 0 || part === 'button') await page.keyboard.press('Tab');
			const link = page.locator(':focus');
			await expect(link, part).toHaveAttribute('href', `/en/read/${id}/`);
			await expect(link).toBeInViewport();
			expect(await link.evaluate((node) => getComputedStyle(node).boxShadow)).not.toBe('none');
		}
	}
	await page.keyboard.press('Tab');
	await expect(toPlaces).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: 'The places' })).toBeInViewport();
	await page.getByRole('article').last().getByRole('link').last().focus();
	await page.keyboard.press('Enter');
	await page.waitForURL(`/en/read/${ids.at(-1)}/`);
	await page.waitForLoadState('networkidle');
});

test('the site’s plan includes the dossier for reading offline', async ({ request }) => {
	const plan = (await (await request.get('/offline.json')).json()) as {
		entries: readonly { path: string }[];
	};
	const paths = plan.entries.map((entry) => entry.path);
	for (const ui of uis)
		expect(paths).toEqual(expect.arrayContaining([inUi(ui, path), `${inUi(ui, path)}__data.json`]));
});
