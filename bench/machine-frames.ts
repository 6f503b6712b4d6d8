/**
 * Whether the page stays at 60 frames a second while a machine translates it: a reader’s own text on
 * the reading page, translated by the model of OPUS-MT’s size in its worker, while it is scrolled as
 * slowly as people read; and the same page with the translation paused, in turn.
 */
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { opusFileNames } from '../src/lib/core/machine/model';
import { block } from '../src/lib/core/text/block';
import type { Article } from '../src/lib/core/text/article';
import { benchmarkSentence } from '../tests/models/benchmark';
import type { MarianModel } from '../tests/models/marian/model';
import { atStart, mainThread, newContext, rest, type Meter } from './browser';
import { atMost, compared, times, type Figure, type Pair } from './figures';
import { addNovel, novelPath } from './own-novel';

/** Enough for all runs: what has been translated is not translated again. */
const paragraphs = 300;
const sentencesPerParagraph = 4;
const tokensPerSentence = 18;

/** The wheel turns by so many CSS pixels, so often: some 160 pixels a second. */
const turn = 8;
const betweenMs = 50;
const turns = 200;

const framePeriodMs = 1000 / 60;
/** What is later than this has missed a frame. */
const lateMs = 1.5 * framePeriodMs;
/** Of a hundred. A machine that is busy with other things drops more, translating or not. */
const lateBudget = 0.6;

function articleOf(model: MarianModel): Article {
	const sentence = (seed: number) => {
		const words = benchmarkSentence(model, tokensPerSentence, seed);
		return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
	};
	const paragraph = (at: number) =>
		Array.from({ length: sentencesPerParagraph }, (_, i) =>
			sentence(at * sentencesPerParagraph + i)
		).join(' ');
	return {
		lang: 'sv',
		title: 'Ord utan mening',
		blocks: Array.from({ length: paragraphs }, (_, at) =>
			block({ kind: 'paragraph' }, paragraph(at))
		)
	};
}

/** As a reader does who has the files. */
async function addModel(context: BrowserContext, site: string, folder: string): Promise<void> {
	const page = await context.newPage();
	await page.goto(`${site}/en/settings/`, { waitUntil: 'networkidle' });
	const card = page.getByRole('group', { name: 'From Swedish to English' });
	await card.scrollIntoViewIfNeeded();
	await card.getByText('Other ways to get it').click();
	await card
		.getByLabel('From files…')
		.setInputFiles(opusFileNames.map((name) => join(folder, name)));
	await card.getByText('The files have been copied.').waitFor({ timeout: 120_000 });
	await page.close();
}

/** What the page is asked for while it runs. */
interface Watched {
	frames: number[];
	answered: number;
}

/**
 * The model knows nothing, and no page would show what it says. Everything else is as it is: its
 * answers come when they come, and are exchanged for English words, as many as were asked.
 */
function speakEnglish(words: readonly string[]): void {
	const watched: Watched = { frames: [], answered: 0 };
	Object.assign(window, { watched });
	const asked = new Map<number, readonly string[]>();
	const english = (sentence: string): string => {
		const count = sentence.split(' ').length;
		const at = sentence.length + watched.answered;
		const said = Array.from({ length: count }, (_, i) => words[(at + i * i) % words.length]);
		return `The ${said.join(' ')}.`;
	};
	interface Message {
		readonly type?: string;
		readonly id: number;
		readonly progress?: { readonly index?: number };
		readonly sentences: readonly string[];
	}
	window.Worker = class extends Worker {
		constructor(...how: ConstructorParameters<typeof Worker>) {
			super(...how);
			// Before whoever started it hears it.
			this.addEventListener('message', (event) => {
				const { type, id, progress } = Object(event.data) as Message;
				if (type !== 'progress' || progress?.index === undefined) return;
				watched.answered++;
				const answer = english(asked.get(id)?.[progress.index] ?? '');
				const value = { type, id, progress: { ...progress, answer } };
				Object.defineProperty(event, 'data', { value });
			});
		}
	};
	const { postMessage } = Worker.prototype;
	Worker.prototype.postMessage = function (...how: readonly unknown[]) {
		const { type, id, sentences } = Object(how[0]) as Message;
		if (type === 'translate') asked.set(id, sentences);
		return Reflect.apply(postMessage, this, how);
	};
}

const words =
	`house by the sea and garden was old but people in town had seen it when they came from here to read
about winter that year with letters on table under window where light of evening fell over road for so long before
snow would have been gone again into river at morning which she could hear from her room after all`.split(
		/\s+/
	);

interface Open {
	readonly page: Page;
	readonly meter: Meter;
}

const watched = ({ page }: Open): Promise<Watched> =>
	page.evaluate(() => (window as unknown as { watched: Watched }).watched);

interface Scrolled {
	/** Share of the frames that came late. */
	readonly late: number;
	readonly longest: number;
	/** Share of the time that the main thread was at work, on the processor. */
	readonly busy: number;
	readonly answered: number;
}

async function scroll(open: Open, from: number): Promise<Scrolled> {
	const { page, meter } = open;
	await page.evaluate((top) => scrollTo(0, top), from);
	await page.mouse.move(700, 500);
	await rest(1000);
	const before = { ...(await watched(open)), work: await meter.work() };
	await page.evaluate(() => {
		const { watched } = window as unknown as { watched: Watched };
		const frames: number[] = (watched.frames = []);
		const next = (at: number) => {
			frames.push(at);
			if (watched.frames === frames) requestAnimationFrame(next);
		};
		requestAnimationFrame(next);
	});
	for (let i = 0; i < turns; i++) {
		await page.mouse.wheel(0, turn);
		await rest(betweenMs);
	}
	const work = (await meter.work()) - before.work;
	const { frames, answered } = await watched(open);
	await page.evaluate(() => ((window as unknown as { watched: Watched }).watched.frames = []));
	const gaps = frames.slice(1).map((at, i) => at - (frames[i] ?? at));
	const late = gaps.filter((gap) => gap > lateMs).length;
	return {
		late: (100 * late) / gaps.length,
		longest: Math.max(...gaps),
		busy: (100 * work) / gaps.reduce((sum, gap) => sum + gap, 0),
		answered: answered - before.answered
	};
}

interface Turns {
	readonly paused: Scrolled;
	readonly working: Scrolled;
}

/** The same piece of the page, with the translation paused and going on. */
async function inTurn(open: Open, run: number): Promise<Turns> {
	const { page } = open;
	const bar = page.getByRole('region', { name: 'Translating on this device' });
	const from = run * turns * turn;
	await bar.getByRole('button', { name: 'Pause' }).click();
	const paused = await scroll(open, from);
	await bar.getByRole('button', { name: 'Resume' }).click();
	const working = await scroll(open, from);
	if (paused.answered > 0 || working.answered === 0)
		throw new Error(`answered: ${paused.answered} while paused, ${working.answered} while not`);
	return { paused, working };
}

export async function framesWhileTranslating(
	browser: Browser,
	site: string,
	model: { readonly files: string; readonly model: MarianModel },
	runs: number
): Promise<readonly Figure[]> {
	const context = await newContext(browser);
	try {
		await addNovel(context, site, articleOf(model.model));
		await addModel(context, site, model.files);
		const page = await context.newPage();
		await atStart(page, speakEnglish, words);
		const open = { page, meter: await mainThread(page) };
		await page.goto(site + novelPath);
		await page.getByRole('button', { name: 'Translate what is missing', exact: true }).click();
		await page.locator('[data-origin=machine]').first().waitFor({ timeout: 120_000 });
		await inTurn(open, 0); // everything is compiled and drawn once after it
		const pairs: Turns[] = [];
		for (let run = 0; run < runs; run++) pairs.push(await inTurn(open, run));
		const of = (key: keyof Scrolled): Pair[] =>
			pairs.map(({ paused, working }) => ({ ours: working[key], plain: paused[key] }));
		const what = 'Machine, translating the page (plain: paused), scrolled slowly';
		return [
			compared(`${what}: frames that came late`, 'percent', of('late'), atMost(lateBudget)),
			compared(`${what}: longest time between two frames`, 'ms', of('longest')),
			compared(`${what}: main thread at work`, 'percent', of('busy'), times(1.5))
		];
	} finally {
		await context.close();
	}
}
