/** Lighthouse (mobile), and by name what keeps a score below 100. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from '../scripts/browsers.mjs';
import { atLeast, single, type Figure } from './figures';
import { articlePath } from './first-load';

interface Report {
	readonly categories: Readonly<
		Record<
			string,
			{
				readonly score: number | null;
				readonly auditRefs: readonly { readonly id: string; readonly weight: number }[];
			}
		>
	>;
	readonly audits: Readonly<
		Record<string, { readonly score: number | null; readonly displayValue?: string }>
	>;
}

const categories = ['performance', 'accessibility', 'best-practices', 'seo'];

export async function lighthouse(
	site: string,
	dir: string,
	runs: number
): Promise<readonly Figure[]> {
	const page = new URL(articlePath, site);
	page.hostname = 'localhost';
	const reports: Report[] = [];
	for (let run = 0; run < runs; run++)
		reports.push(await steadily(() => audit(page.href, join(dir, `lighthouse-${run}.json`))));
	for (const missing of new Set(reports.flatMap(missed))) console.log(`  below 1: ${missing}`);
	return categories.map((name) =>
		single(
			`Lighthouse (mobile): ${name}`,
			'score',
			reports.map((report) => 100 * (report.categories[name]?.score ?? 0)),
			atLeast(100)
		)
	);
}

/** On a busy machine Lighthouse may miss the beginning of its own recording (NO_NAVSTART). */
const steadily = (attempt: () => Promise<Report>): Promise<Report> =>
	attempt().catch(attempt).catch(attempt);

async function audit(address: string, path: string): Promise<Report> {
	const found = await findBrowser('chromium');
	const env = found?.from === 'system' ? { CHROME_PATH: found.path } : {};
	const child = spawn(
		process.execPath,
		[
			'node_modules/lighthouse/cli/index.js',
			address,
			'--quiet',
			'--output=json',
			`--output-path=${path}`,
			'--chrome-flags=--headless=new --no-sandbox --disable-gpu'
		],
		{ stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...env } }
	);
	const code = await new Promise((done) => child.on('exit', done));
	if (code !== 0) throw new Error(`lighthouse ended with ${code}`);
	return JSON.parse(readFileSync(path, 'utf8')) as Report;
}

const missed = ({ categories: found, audits }: Report): string[] =>
	categories.flatMap((name) =>
		(found[name]?.auditRefs ?? [])
			.filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
			.map(({ id }) => `${name}: ${id} (${audits[id]?.score} ${audits[id]?.displayValue ?? ''})`)
	);
