/**
 * The time left of a book that is translated ahead of its reader: what is said of it, beside what it
 * was, with the random model of `machine.ts` in Chromium. Its answers are as long as they may be, so
 * how far lengths of answers surprise is not measured: `pace.test.ts` does that with made-up ones.
 */
import type { Browser } from 'playwright-core';
import { serve } from '../scripts/serve.mjs';
import { sentences } from '../src/lib/core/text/sentence';
import { benchmarkSentence } from '../tests/models/benchmark';
import { visiting } from './browser';
import { atMost, single, type Figure } from './figures';
import { withMachine } from './machine';
import type { TimeLeft } from './machine-page';
import { novel } from './novel';

/** Sentences of the book, and characters of a token. `SENTENCES=400`. */
const count = Number(process.env.SENTENCES ?? 2000);
const charactersPerToken = 4.5;

/** Milliseconds of work after which the time left must be right within a fifth. */
const firstMinute = 60_000;

export async function bookTime(browser: Browser, kept: string): Promise<readonly Figure[]> {
	const notes = await withMachine(kept, async ({ dir, model }) => {
		const lengths = novel(count)
			.blocks.flatMap(({ text }) => sentences(text, 'sv').map((one) => one.text.length))
			.slice(0, count);
		const book = lengths.map((length, nth) =>
			benchmarkSentence(model, Math.max(1, Math.round(length / charactersPerToken)), nth)
		);
		const site = await serve({ dir, isolated: false });
		try {
			return await visiting(browser, async (page) => {
				await page.goto(site.url);
				await page.evaluate(() => window.measured.keep());
				await page.evaluate(() => window.measured.loadMs());
				return page.evaluate((book) => window.measured.book(book), book);
			});
		} finally {
			await site.close();
		}
	});
	const whole = notes[0] ? notes[0].at + notes[0].was : Number.NaN;
	return [
		single(`A book of ${count} sentences: all translated`, 'ms', [whole]),
		...[1, 1.5, 2, 3].flatMap((minutes) => {
			const note = notes.find(({ at }) => at >= minutes * firstMinute);
			return note
				? [
						single(
							`Time left after ${minutes} minutes: error`,
							'percent',
							[errorOf(note)],
							atMost(20)
						)
					]
				: [];
		})
	];
}

const errorOf = ({ said, was }: TimeLeft): number => (100 * Math.abs(said - was)) / was;
