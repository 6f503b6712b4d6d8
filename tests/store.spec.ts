/** The reader's data is safe from other tabs, a full disk, a closed tab and other versions. */
import { databaseVersion } from '../src/lib/adapters/db/schema';
import { expect, test } from './fixtures';
import { article, at, backup, failureOf, ids, withLibrary, words } from './library';

test.describe('two tabs', () => {
	test(
		'that write the same paragraph overwrite nothing, and the second is told',
		{ tag: '@both' },
		async ({ context }) => {
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
		}
	);

	test(
		'that import at once keep both texts, and report a duplicate to one of them',
		{ tag: '@both' },
		async ({ context }) => {
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
		}
	);

	test(
		'follow each other, and update the list for the boot script',
		{ tag: '@both' },
		async ({ context }) => {
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
			const seen = () =>
				one.evaluate(() => (window as unknown as { seen: string[][] }).seen.at(-1));
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
		}
	);
});

test(
	'a tab closed during a write leaves all of it or nothing',
	{ tag: '@both' },
	async ({ context }) => {
		const many = Array.from({ length: 40 }, (_, n) => article(`text-${n}`, 25));
		const counts: number[] = [];
		// Each round closes the tab later after the write begins; the last write finishes.
		for (const afterMs of [0, 60, 300, Infinity]) {
			const page = await withLibrary(await context.newPage());
			await page.evaluate(() => window.library.clear());
			const begun = await page.evaluate(
				async ([articles, isWhole]) => {
					const { put } = IDBObjectStore.prototype;
					const beginning = new Promise<string>((resolve) => {
						IDBObjectStore.prototype.put = function (...args) {
							resolve(this.name);
							return put.apply(this, args);
						};
					});
					const writing = window.library.merge({
						articles,
						removed: [],
						words: [],
						reviews: [],
						translations: [],
						places: [],
						highlights: [],
						savedWords: [],
						books: [],
						pictures: []
					});
					if (isWhole) await writing;
					return beginning;
				},
				[many, afterMs === Infinity] as const
			);
			expect(begun).not.toBe('');
			if (afterMs !== Infinity) await page.waitForTimeout(afterMs);
			await page.close();
			const next = await withLibrary(await context.newPage());
			counts.push((await ids(next)).length);
			await next.close();
		}
		for (const count of counts) expect([0, many.length]).toContain(count);
		expect(counts.at(-1)).toBe(many.length);
	}
);

test.describe('a full disk', () => {
	test.skip(({ browserName }) => browserName !== 'chromium', 'only Chromium can be given a quota');

	test('is explained in words, and nothing is half-written', async ({
		page,
		context,
		baseURL,
		open
	}) => {
		// Set the quota first: Chromium caches the free space it found.
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
		await expect(page.getByRole('status').getByText('The browser’s storage is full')).toBeVisible();
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
	/** The browser's version is ten times Dexie's. */
	const newerVersion = 10 * (databaseVersion + 1);
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

	test(
		'that is newer gets the database at once, and the old tab says so',
		{ tag: '@both' },
		async ({ page, context, open }) => {
			const old = await withLibrary(await context.newPage());
			await old.evaluate((w) => window.library.putWords(w, null), words('mine'));
			await open('/en/settings/');
			await expect(page.getByText('You haven’t added any texts yet.')).toBeVisible();

			const newer = await context.newPage();
			await newer.goto('/robots.txt');
			expect(await newer.evaluate(hold, newerVersion)).toBe('open');
			await expect(
				page
					.getByRole('region', { name: 'Your library' })
					.getByText('A newer version of Jämsides is open in another tab.')
			).toBeVisible();
			const written = await old.evaluate(([w, base]) => window.library.putWords(w, base), [
				words('late', 1),
				at(0)
			] as const);
			expect(failureOf(written)).toEqual({ kind: 'newer' });

			// An old page opened now must not change the newer version's data either.
			await newer.evaluate(() => (window as unknown as { held: IDBDatabase }).held.close());
			await page.reload();
			await expect(
				page
					.getByRole('region', { name: 'Your library' })
					.getByText('A newer version of Jämsides than this one has opened your library')
			).toBeVisible();
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
			expect(rows).toEqual([newerVersion, 1]);
		}
	);

	test(
		'that is older and blocks the database is named, and everything continues once it is closed',
		{ tag: '@both' },
		async ({ page, context, open }) => {
			const holder = await context.newPage();
			await holder.goto('/robots.txt');
			expect(await holder.evaluate(hold, 1)).toBe('open');
			await open('/en/settings/');
			// Each section that reads the database says so. The models are read as they come near; their
			// alert moves the button.
			const backup = page.getByRole('button', { name: 'Export a backup' });
			await backup.scrollIntoViewIfNeeded();
			const older = 'An older version of Jämsides is open in another tab.';
			await expect(page.getByRole('alert').filter({ hasText: older })).toHaveCount(3);
			await backup.click();
			await expect(
				page.getByRole('status').getByText('Close that tab to continue here')
			).toBeVisible();
			await holder.close();
			await expect(page.getByText('You haven’t added any texts yet.')).toBeVisible();
		}
	);
});

test('an unreadable record is reported, and the others are shown', async ({
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
	await expect(page.getByText('1 record can’t be read.')).toBeVisible();
});
