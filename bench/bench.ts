/**
 * Measures the built site beside plain HTML pages of the same text, served by the same server in
 * the same run, ours and theirs in turn. `npm run bench -- first-load opening` measures only these.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { serve } from '../scripts/serve.mjs';
import { aligning } from './align';
import { aligningInPage } from './align-page';
import { bookTime } from './book-time';
import { books } from './books';
import { bookPair } from './book-pair';
import { launch } from './browser';
import { printCalibration } from './calibration';
import { concordance } from './concordance';
import { core } from './core';
import { dictionaries } from './dictionaries';
import { editor } from './editor';
import { articleText, firstLoad } from './first-load';
import { fonts } from './fonts';
import { holds, table, type Figure } from './figures';
import { importing } from './importing';
import { lighthouse } from './lighthouse';
import { machineTranslation } from './machine';
import { novel } from './novel';
import { opening } from './opening';
import { paragraphOf, writePlainSite } from './plain-page';
import { reading } from './reading';
import { restoring } from './restoring';
import { scale } from './scale';
import { searching } from './search';
import { translatedNovel } from './translated-novel';
import { twoTexts } from './two-texts';
import { words } from './words';

const results = join('bench', 'results');
const runs = Number(process.env.RUNS ?? 7);
const asked = process.argv.slice(2);

const scratch = mkdtempSync(join(tmpdir(), 'jamsides-bench-'));
mkdirSync(results, { recursive: true });
const site = await serve();
const browser = await launch();
const article = novel();
writePlainSite(scratch, {
	article: await articleText(browser, site.url),
	novel: {
		title: article.title ?? '',
		paragraphs: article.blocks.map(({ text }) => paragraphOf('sv', text))
	}
});
const plain = await serve({ dir: scratch });
// `BESIDE=folder`: another build, measured in the same run (only "novel" and "restore";
// "scale" takes another working tree).
const beside =
	process.env.BESIDE && !asked.includes('scale') ? await serve({ dir: process.env.BESIDE }) : null;

const parts: Readonly<Record<string, () => Promise<readonly Figure[]> | readonly Figure[]>> = {
	core: () => core(article, runs),
	words: () => words(runs),
	align: async () => {
		await printCalibration();
		return aligning(Math.min(runs, 3));
	},
	'align-page': () => aligningInPage(browser, site.url, Math.min(runs, 3)),
	'first-load': () => firstLoad(browser, site.url, plain.url, runs),
	fonts: () => fonts(browser, site.url, runs),
	lighthouse: () => lighthouse(site.url, results, Math.min(runs, 3)),
	opening: () => opening(browser, site.url, plain.url, article, runs),
	concordance: () => concordance(browser, site.url, scratch, Math.min(runs, 3)),
	search: () => searching(browser, scratch, Math.min(runs, 5)),
	dictionaries: () => dictionaries(scratch, Math.min(runs, 3)),
	books: () => books(browser, site.url, scratch, runs),
	importing: () => importing(browser, site.url, article, Math.min(runs, 5)),
	editor: () => editor(browser, site.url, Math.min(runs, 5)),
	reading: () => reading(browser, site.url, plain.url, article, Math.min(runs, 5)),
	novel: () =>
		twoTexts(browser, site.url, beside?.url ?? null, translatedNovel(), Math.min(runs, 3)),
	pair: () => bookPair(browser, site.url, Math.min(runs, 3)),
	restore: () => restoring(browser, site.url, beside?.url ?? null, scratch, Math.min(runs, 3)),
	machine: () => machineTranslation(browser, site.url, results, Math.min(runs, 5)),
	'book-time': () => bookTime(browser, results),
	scale: () => scale(browser, scratch)
};

/** Takes many minutes: measured only where it is named. */
const onlyNamed = new Set(['scale', 'book-time']);

const figures: Figure[] = [];
try {
	for (const [name, measure] of Object.entries(parts)) {
		if (asked.length > 0 ? !asked.includes(name) : onlyNamed.has(name)) continue;
		console.log(`Measuring ${name} …`);
		figures.push(...(await measure()));
	}
} finally {
	await browser.close();
	await Promise.all([site.close(), plain.close(), beside?.close()]);
	rmSync(scratch, { recursive: true, force: true });
}

const machine = `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
const date = new Date().toISOString();
const missed = figures.filter((figure) => !holds(figure)).map(({ what }) => what);
writeFileSync(
	join(results, `${date.slice(0, 19).replaceAll(':', '-')}.json`),
	`${JSON.stringify({ date, machine, figures }, null, '\t')}\n`
);
console.log(`\n${machine}, ${date}\n\n${table(figures)}\n`);
console.log(missed.length > 0 ? `Missed: ${missed.join('; ')}.` : 'Every budget holds.');
