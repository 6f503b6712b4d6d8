/**
 * The faces of a first visit, over lines of different latency: which face is drawn, when the largest
 * paint comes and how far the layout shifts. `BESIDE=<folder>` measures another build in turn.
 */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { serve } from '../scripts/serve.mjs';
import { atStart, rest, visiting } from './browser';
import { articlePath } from './first-load';
import { atLeast, atMost, compared, none, single, times, type Figure } from './figures';

/** Milliseconds there and back, and megabits a second. */
const lines = {
	'no network in between': null,
	'cable (28 ms)': { latency: 28, megabits: 5 },
	'fast 4G (85 ms)': { latency: 85, megabits: 8 },
	'slow 4G (150 ms)': { latency: 150, megabits: 1.6 },
	'very slow 4G (560 ms)': { latency: 560, megabits: 1.4 }
} as const;

const pages = { library: '/en/', 'reading page': articlePath } as const;

/** The words whose width tells one face from another. */
const probe = 'Ögonblick, ansåg hon, vägde mer: “quite so”, 1848';

const faces = {
	serif: 'src/lib/ui/fonts/source-serif-4-latin-wght-normal.woff2',
	sans: 'src/lib/ui/fonts/source-sans-3-latin-wght-normal.woff2'
} as const;
type Face = keyof typeof faces;
type Widths = Record<Face, number>;

/** A page counts as settled when it has asked for nothing for this long, in milliseconds. */
const settledMs = 1500;

/** Returns the width of the probe in both faces, drawn from their files. */
const trueWidths = (browser: Browser): Promise<Widths> =>
	visiting(browser, async (page) => {
		const widthOf = (face: Face) =>
			page.evaluate(
				async ([name, data, text]) => {
					const font = new FontFace(name, `url(data:font/woff2;base64,${data})`, {
						weight: '200 900'
					});
					document.fonts.add(await font.load());
					const span = document.createElement('span');
					span.style.cssText = `position: absolute; white-space: nowrap; font: 400 100px ${name}, monospace`;
					span.textContent = text;
					document.body.append(span);
					return span.getBoundingClientRect().width;
				},
				[`true-${face}`, readFileSync(faces[face]).toString('base64'), probe] as const
			);
		return { serif: await widthOf('serif'), sans: await widthOf('sans') };
	});

interface Watched {
	paint: number;
	shift: number;
	/** Widths at the first paint. */
	first: Widths | null;
}
declare global {
	interface Window {
		watched: Watched;
		drawn: () => Widths;
	}
}

function watch(text: string): void {
	window.drawn = () => {
		const width = (family: string): number => {
			const span = document.createElement('span');
			Object.assign(span.style, {
				position: 'absolute',
				whiteSpace: 'nowrap',
				visibility: 'hidden',
				font: '400 100px monospace',
				fontFamily: `var(${family})`
			});
			span.textContent = text;
			document.body.append(span);
			const { width: wide } = span.getBoundingClientRect();
			span.remove();
			return wide;
		};
		return { serif: width('--serif'), sans: width('--sans') };
	};
	const seen: Watched = { paint: 0, shift: 0, first: null };
	window.watched = seen;
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries()) seen.paint = entry.startTime;
	}).observe({ type: 'largest-contentful-paint', buffered: true });
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries())
			seen.shift += (entry as PerformanceEntry & { value: number }).value;
	}).observe({ type: 'layout-shift', buffered: true });
	new PerformanceObserver(() => (seen.first ??= window.drawn())).observe({
		type: 'paint',
		buffered: true
	});
}

interface Visit {
	readonly paint: number;
	readonly shift: number;
	/** Whether both faces were drawn at the first paint, and whether they are at the end. */
	readonly first: boolean;
	readonly last: boolean;
}

const visit = (
	browser: Browser,
	address: string,
	line: (typeof lines)[keyof typeof lines],
	truth: Widths
): Promise<Visit> =>
	visiting(browser, async (page) => {
		if (line) await emulate(page, line);
		await atStart(page, watch, probe);
		await page.goto(address, { waitUntil: 'load' });
		await rest(settledMs);
		const { watched, last } = await page.evaluate(() => ({
			watched: window.watched,
			last: window.drawn()
		}));
		const isTrue = (widths: Widths | null) =>
			widths !== null &&
			(Object.keys(faces) as Face[]).every((face) => Math.abs(widths[face] - truth[face]) < 1);
		return { ...watched, first: isTrue(watched.first), last: isTrue(last) };
	});

async function emulate(
	page: Page,
	{ latency, megabits }: { latency: number; megabits: number }
): Promise<void> {
	const session = await page.context().newCDPSession(page);
	await session.send('Network.enable');
	const bytes = (megabits * 1024 * 1024) / 8;
	await session.send('Network.emulateNetworkConditions', {
		offline: false,
		latency,
		downloadThroughput: bytes,
		uploadThroughput: bytes / 2
	});
}

const percent = (all: readonly boolean[]): number =>
	(100 * all.filter(Boolean).length) / all.length;

export async function fonts(
	browser: Browser,
	site: string,
	runs: number
): Promise<readonly Figure[]> {
	const dir = process.env.BESIDE;
	const beside = dir ? await serve({ dir }) : null;
	const truth = await trueWidths(browser);
	const figures: Figure[] = [];
	for (const [page, path] of Object.entries(pages))
		for (const [name, line] of Object.entries(lines)) {
			const ours: Visit[] = [];
			const theirs: Visit[] = [];
			for (let run = 0; run < runs; run++) {
				if (beside) theirs.push(await visit(browser, beside.url + path, line, truth));
				ours.push(await visit(browser, site + path, line, truth));
			}
			const what = `Fonts: ${page}, ${name}`;
			const share = (key: 'first' | 'last', when: string) => {
				const own = percent(ours.map((one) => one[key]));
				const other = percent(theirs.map((one) => one[key]));
				figures.push(
					beside
						? {
								...compared(`${what}: own faces ${when}`, 'percent', [{ ours: own, plain: other }]),
								ratio: null
							}
						: single(`${what}: own faces ${when}`, 'percent', [own], atLeast(100))
				);
			};
			share('first', 'at the first paint');
			share('last', 'at the end');
			figures.push(
				beside
					? compared(
							`${what}: largest paint`,
							'ms',
							ours.map(({ paint }, run) => ({
								ours: paint,
								plain: theirs[run]?.paint ?? Number.NaN
							})),
							times(1)
						)
					: single(
							`${what}: largest paint`,
							'ms',
							ours.map(({ paint }) => paint),
							none
						),
				single(
					`${what}: layout shift (the worst run)`,
					'count',
					[Math.max(...ours.map(({ shift }) => shift))],
					atMost(0.01)
				)
			);
		}
	await beside?.close();
	return figures;
}
