/** What is the reader's is safe: from another tab, a full disk, a closed tab, another version. */
import { expect, test } from './fixtures';
import { article, at, backup, failureOf, ids, withLibrary, words } from './library';

test.describe('two tabs', () => {
	test('that write the same paragraph: the second is told, nothing is overwritten', async ({
		context
	}) => {
		const [one, two] = [
			await withLibrary(await context.newPage()),
			await withLibrary(await context.newPage())
		];
		const first = await one.evaluate((w) => window.library.putWords(w, null), words('first'));
		const base = first.ok ? first.value.changedAt : '';
		const [a, b] = await Promise.all(
			[one, two].map((page, n) =>
				page.evaluate(([w, base]) => window.library.putWords(w, base), [
					words(`by tab ${n}`, n + 1),
					base
				] as const)
			)
		);
		expect([a && failureOf(a), b && failureOf(b)]).toContainEqual({ kind: 'conflict' });
		const won = a?.ok ? 0 : 1;
		const kept = await two.evaluate(() => window.library.work('gard'));
		expect(kept.ok && kept.value.words.map(({ text }) => text)).toEqual([[`by tab ${won}`]]);
	});

	test('that import at once have both texts, and of the same text one is told', async ({
		context
	}) => {
		const pages = [
			await withLibrary(await context.newPage()),
			await withLibrary(await context.newPage())
		];
		const add = (same: boolean) =>
			Promise.all(
				pages.map((page, n) =>
					page.evaluate(
						({ about, article, leftOut }) =>
							window.library.addArticle(about, article, leftOut, false),
						article(same ? 'same' : `text-${n}`, 200)
					)
				)
			);
		expect((await add(false)).map(failureOf)).toEqual([null, null]);
		const outcomes = (await add(true)).map(failureOf);
		expect(outcomes).toContainEqual(null);
		expect(outcomes).toContainEqual({ kind: 'exists', id: 'same' });
		for (const page of pages) expect(await ids(page)).toEqual(['same', 'text-0', 'text-1']);
	});

	test('follow each other, and so does the list for the boot script', async ({ context }) => {
		const one = await withLibrary(await context.newPage());
		const two = await withLibrary(await context.newPage());
		await one.evaluate(() => {
			const seen: string[][] = [];
			Object.assign(window, { seen });
			window.library.watchArticles(
				(articles) => seen.push(articles.map(({ id }) => id)),
				(failure) => seen.push([failure.kind])
			);
		});
		const seen = () => one.evaluate(() => (window as unknown as { seen: string[][] }).seen.at(-1));
		await expect.poll(seen).toEqual([]);
		const { about, article: text, leftOut } = article('gard');
		await two.evaluate(
			([about, text, leftOut]) => window.library.addArticle(about, text, leftOut, false),
			[about, text, leftOut] as const
		);
		await expect.poll(seen).toEqual(['gard']);
		await expect
			.poll(() => one.evaluate(() => localStorage.getItem('jamsides.own')))
			.toBe('["gard"]');
	});
});

test('a tab closed in the middle of a write leaves all of it or nothing', async ({ context }) => {
	const many = Array.from({ length: 40 }, (_, n) => article(`text-${n}`, 100));
	for (const afterMs of [0, 30, 120, 400]) {
		const page = await withLibrary(await context.newPage());
		await page.evaluate(() => window.library.clear());
		await page.evaluate((articles) => {
			void window.library.merge({
				articles,
				removed: [],
				words: [],
				reviews: [],
				translations: [],
				places: []
			});
		}, many);
		await page.waitForTimeout(afterMs);
		await page.close();
		const next = await withLibrary(await context.newPage());
		expect([0, many.length]).toContain((await ids(next)).length);
		await next.close();
	}
});

test.describe('a full disk', () => {
	test.skip(({ browserName }) => browserName !== 'chromium', 'only Chromium can be given a quota');

	test('is said in words, and nothing is half-written', async ({
		page,
		context,
		baseURL,
		open
	}) => {
		// First of all: Chromium remembers for a while how much room it found.
		const devtools = await context.newCDPSession(page);
		const quota = (quotaSize?: number) =>
			devtools.send('Storage.overrideQuotaForOrigin', {
				origin: baseURL ?? '',
				...(quotaSize ? { quotaSize } : {})
			});
		await quota(1_500_000);
		const reader = await withLibrary(await context.newPage());
		await reader.evaluate(
			({ about, article, leftOut }) => window.library.addArticle(about, article, leftOut, false),
			article('gard')
		);
		await open('/en/settings/');
		await expect(page.getByText('You have added 1 text.')).toBeVisible();
		const big = Array.from({ length: 30 }, (_, n) => article(`big-${n}`, 100));
		await page
			.getByLabel('Restore from a backup')
			.setInputFiles(backup({ articles: [article('small'), ...big] }));
		await expect(page.getByRole('status').getByText('There is no room left')).toBeVisible();
		expect(await ids(reader)).toEqual(['gard']);

		const { about, article: text, leftOut } = article('big', 3000);
		const added = await reader.evaluate(
			([about, text, leftOut]) => window.library.addArticle(about, text, leftOut, false),
			[about, text, leftOut] as const
		);
		expect(failureOf(added)).toEqual({ kind: 'full' });
		expect(await ids(reader)).toEqual(['gard']);

		await quota();
		await page
			.getByLabel('Restore from a backup')
			.setInputFiles(backup({ articles: [article('small')] }));
		await expect(page.getByText('Added: 1 text.')).toBeVisible();
		expect(await ids(reader)).toEqual(['gard', 'small']);
	});
});

test.describe('another version', () => {
	/** A tab of another version, as far as the database can tell. */
	const hold = (version: number) =>
		new Promise<string>((resolve, reject) => {
			const request = indexedDB.open('jamsides', version);
			request.onsuccess = () => {
				Object.assign(window, { held: request.result });
				resolve('open');
			};
			request.onblocked = () => reject(new Error('blocked'));
			request.onerror = () => reject(request.error ?? new Error('no database'));
		});

	test('that is newer gets the database at once, and the old tab says so', async ({
		page,
		context,
		open
	}) => {
		const old = await withLibrary(await context.newPage());
		await old.evaluate((w) => window.library.putWords(w, null), words('mine'));
		await open('/en/settings/');
		await expect(page.getByText('You have added no texts yet.')).toBeVisible();

		const newer = await context.newPage();
		await newer.goto('/robots.txt');
		expect(await newer.evaluate(hold, 30)).toBe('open');
		await expect(page.getByText('Another tab runs a newer version of Jämsides.')).toBeVisible();
		const written = await old.evaluate(([w, base]) => window.library.putWords(w, base), [
			words('late', 1),
			at(0)
		] as const);
		expect(failureOf(written)).toEqual({ kind: 'newer' });

		// An old page that is opened now must not touch what the newer one has made either.
		await newer.evaluate(() => (window as unknown as { held: IDBDatabase }).held.close());
		await page.reload();
		await expect(page.getByText('Another tab runs a newer version of Jämsides.')).toBeVisible();
		const rows = await newer.evaluate(
			() =>
				new Promise<unknown>((resolve) => {
					const request = indexedDB.open('jamsides');
					request.onsuccess = () => {
						const db = request.result;
						const all = db.transaction('words').objectStore('words').getAll();
						all.onsuccess = () => resolve([db.version, all.result.length]);
					};
				})
		);
		expect(rows).toEqual([30, 1]);
	});

	test('that is older and holds on is named; once it is closed all goes on', async ({
		page,
		context,
		open
	}) => {
		const older = await context.newPage();
		await older.goto('/robots.txt');
		expect(await older.evaluate(hold, 1)).toBe('open');
		await open('/en/settings/');
		await expect(page.getByText('Another tab with an older version of Jämsides')).toBeVisible();
		await page.getByRole('button', { name: 'Export a backup' }).click();
		await expect(
			page.getByRole('status').getByText('Close it, and this one goes on')
		).toBeVisible();
		await older.close();
		await expect(page.getByText('You have added no texts yet.')).toBeVisible();
	});
});

test('a record that cannot be read is told of, and the others are there', async ({
	page,
	context,
	open
}) => {
	const library = await withLibrary(await context.newPage());
	await library.evaluate(
		({ about, article, leftOut }) => window.library.addArticle(about, article, leftOut, false),
		article('gard')
	);
	await library.evaluate(
		() =>
			new Promise<void>((resolve) => {
				const request = indexedDB.open('jamsides');
				request.onsuccess = () => {
					const transaction = request.result.transaction('articles', 'readwrite');
					transaction.objectStore('articles').put({ id: 'trasig', metadata: 7 });
					transaction.oncomplete = () => {
						request.result.close();
						resolve();
					};
				};
			})
	);
	await open('/en/settings/');
	await expect(page.getByText('You have added 1 text.')).toBeVisible();
	await expect(page.getByText('1 record cannot be read.')).toBeVisible();
});
