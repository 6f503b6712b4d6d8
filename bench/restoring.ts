/**
 * A large library is restored from its backup, then listed as available offline, then opened: how
 * long each takes, and the longest task of the main thread meanwhile.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { mainThread, newContext, rest } from './browser';
import { atMost, compared, none, single, type Budget, type Figure } from './figures';
import { decades, fullLibrary, years, type LibrarySize } from './full-library';
import { longestTask } from './tasks';

type Measured = Record<string, number>;

const taskBudget = atMost(100);
const listedBudget = atMost(1000);
/** Longest wait for a page, in milliseconds: on a busy machine a page takes more than the usual 30 s. */
const longestWaitMs = 300_000;

/**
 * Measures the site; where `beside` is the address of another build, both in turn. `scratch`: a folder
 * for the backups.
 */
export async function restoring(
	browser: Browser,
	site: string,
	beside: string | null,
	scratch: string,
	runs: number
): Promise<readonly Figure[]> {
	const figures: Figure[] = [];
	for (const size of [years, decades]) {
		// From the disk: the browser’s driver carries no file of this size.
		const file = join(scratch, `${size.texts}.json`);
		writeFileSync(file, fullLibrary(size));
		const ours: Measured[] = [];
		const theirs: Measured[] = [];
		// The other build need not manage so many.
		const isBeside = beside !== null && size === years;
		for (let run = 0; run < (size === years ? runs : 1); run++) {
			if (isBeside) theirs.push(await visit(browser, beside, file, size));
			ours.push(await visit(browser, site, file, size));
		}
		for (const step of Object.keys(ours[0] ?? {}))
			figures.push(
				figureOf(`${size.texts} texts: ${step}`, budgetOf(step, size), step, ours, theirs)
			);
	}
	return figures;
}

function figureOf(
	what: string,
	budget: Budget,
	step: string,
	ours: readonly Measured[],
	theirs: readonly Measured[]
): Figure {
	const values = ours.map((one) => one[step] ?? Number.NaN);
	if (theirs.length === 0) return single(what, 'ms', values, budget);
	const pairs = values.map((value, at) => ({ ours: value, plain: theirs[at]?.[step] ?? NaN }));
	return compared(what, 'ms', pairs, budget);
}

/** Budgets are for a library of years; one of decades need only be whole, and block nothing. */
function budgetOf(step: string, size: LibrarySize): Budget {
	if (step.endsWith('longest task')) return taskBudget;
	return step === 'offline page: own texts listed' && size === years ? listedBudget : none;
}

async function visit(
	browser: Browser,
	site: string,
	file: string,
	size: LibrarySize
): Promise<Measured> {
	const context = await newContext(browser, site);
	context.setDefaultTimeout(longestWaitMs);
	try {
		return {
			...(await restored(context, file)),
			...(await listedOffline(context, size)),
			...(await listed(context))
		};
	} finally {
		await context.close();
	}
}

async function restored(context: BrowserContext, file: string): Promise<Measured> {
	const page = await context.newPage();
	const { session } = await mainThread(page);
	await page.goto('/en/settings/', { waitUntil: 'networkidle' });
	let took = 0;
	const longest = await longestTask(session, async () => {
		const began = performance.now();
		await page.getByLabel('Restore from a backup').setInputFiles(file);
		await page
			.locator('[role=status]', { hasText: /restored/i })
			.first()
			.waitFor();
		took = performance.now() - began;
		await rest(3000);
	});
	await page.close();
	return { 'restore: until it is said': took, 'restore: longest task': longest };
}

async function listedOffline(context: BrowserContext, { texts }: LibrarySize): Promise<Measured> {
	const page = await context.newPage();
	const meter = await mainThread(page);
	let took = 0;
	let work = 0;
	const longest = await longestTask(meter.session, async () => {
		await page.goto('/en/offline/', { waitUntil: 'commit' });
		await page.waitForFunction(
			(first) => document.querySelector('main')?.textContent.includes(first),
			`Den långa vintern, del`
		);
		took = await page.evaluate(() => performance.now());
		work = await meter.work();
		await rest(Math.max(3000, texts));
	});
	await page.close();
	return {
		'offline page: own texts listed': took,
		'offline page: work of the main thread until then': work,
		'offline page: longest task': longest
	};
}

async function listed(context: BrowserContext): Promise<Measured> {
	const page = await context.newPage();
	const { session } = await mainThread(page);
	let took = 0;
	const longest = await longestTask(session, async () => {
		await page.goto('/en/', { waitUntil: 'commit' });
		await page.getByText('Den långa vintern, del').first().waitFor();
		took = await page.evaluate(() => performance.now());
		await rest(5000);
	});
	await page.close();
	return { 'library: own texts listed': took, 'library: longest task': longest };
}
