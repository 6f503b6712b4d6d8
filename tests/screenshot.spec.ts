/** The picture in the README: a reading page. `npm run screenshot` writes it again. */
import { expect, test } from './fixtures';

test('the README’s picture shows an article side by side', async ({ open }) => {
	test.skip(test.info().project.name !== 'chromium', 'one picture is enough');
	const page = await open('/en/read/kazakstan-i-januari-2022/', { theme: 'light' });
	await page.setViewportSize({ width: 1280, height: 860 });
	await page.locator('.row.heading').first().scrollIntoViewIfNeeded();
	await expect(page.locator('.row .o').first()).toBeVisible();
	await expect(page.locator('.row .t').first()).toBeVisible();
	await page.evaluate(() => scrollTo(0, 0));
	const path = process.env.SCREENSHOT ?? test.info().outputPath('reading.jpg');
	const picture = await page.screenshot({ path, type: 'jpeg', quality: 72 });
	expect(picture.byteLength, 'kept small').toBeLessThan(200_000);
});
