/** The aligner as a reader meets it: in the page’s worker, from the press of the button to the editor. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import type { DraftSide } from '../src/lib/core/links/draft';
import type { AlignText } from '../src/lib/core/align/align';
import { block } from '../src/lib/core/text/block';
import { draft, openDraft } from '../tests/aligning';
import { newContext, rest } from './browser';
import { atMost, single, type Budget, type Figure } from './figures';
import { parallel } from './parallel';

const sizes: readonly { size: number; time: Budget; memory: Budget }[] = [
	{ size: 1000, time: atMost(1000), memory: atMost(500) },
	{ size: 10_000, time: atMost(10_000), memory: atMost(500) }
];

/** A reader takes longer than this, in milliseconds, to say whose translation it is. */
const creditMs = 1000;

const side = ({ lang, paragraphs }: AlignText): DraftSide => ({
	lang,
	blocks: paragraphs.map((sentences) => block({ kind: 'paragraph' }, sentences.join(' ')))
});

/** Until the editor stands there, and the longest that the page drew nothing meanwhile. */
const aligned = (page: Page): Promise<{ ms: number; stillMs: number }> =>
	page.evaluate(async () => {
		const button = [...document.querySelectorAll('button')].find(
			({ textContent }) => textContent?.trim() === 'Match the sentences'
		);
		const began = performance.now();
		let [last, stillMs] = [began, 0];
		button?.click();
		while (!document.querySelector('[role="grid"]')) {
			const now = await new Promise<number>((next) => requestAnimationFrame(next));
			stillMs = Math.max(stillMs, now - last);
			last = now;
		}
		return { ms: performance.now() - began, stillMs };
	});

/** The most that any process that draws a page has held so far; not known but on Linux. */
function peakMb(): number {
	const of = (pid: string, file: string): string => {
		try {
			return readFileSync(`/proc/${pid}/${file}`, 'utf8');
		} catch {
			return ''; // it has ended
		}
	};
	const pids = process.platform === 'linux' ? readdirSync('/proc') : [];
	const peaks = pids
		.filter((pid) => /^\d+$/.test(pid) && of(pid, 'cmdline').includes('--type=renderer'))
		.map((pid) => Number(/^VmHWM:\s+(\d+) kB$/m.exec(of(pid, 'status'))?.[1] ?? 0) / 1000);
	return peaks.length > 0 ? Math.max(...peaks) : Number.NaN;
}

async function once(browser: Browser, site: string, size: number) {
	const context = await newContext(browser, site);
	try {
		const page = await context.newPage();
		const [source, target] = parallel(size).map(side);
		const empty = draft([], { source: [], target: [] });
		await openDraft(page, { ...empty, ...(source && { source }), ...(target && { target }) });
		await page.getByRole('button', { name: 'Match the sentences' }).waitFor();
		await rest(creditMs);
		return { ...(await aligned(page)), peakMb: peakMb() };
	} finally {
		await context.close();
	}
}

export async function aligningInPage(
	browser: Browser,
	site: string,
	runs: number
): Promise<readonly Figure[]> {
	const figures: Figure[] = [];
	for (const { size, time, memory } of sizes) {
		const all = [];
		for (let run = 0; run < runs; run++) all.push(await once(browser, site, size));
		const written = size.toLocaleString('en');
		const label = `Aligner in the page’s worker, ${written} × ${written} sentences`;
		figures.push(
			single(
				label,
				'ms',
				all.map(({ ms }) => ms),
				time
			),
			single(
				`${label}: the page’s longest standstill`,
				'ms',
				all.map(({ stillMs }) => stillMs)
			),
			single(
				`${label}: memory of the page’s process`,
				'MB',
				all.map((run) => run.peakMb),
				memory
			)
		);
	}
	return figures;
}
