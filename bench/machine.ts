/**
 * Machine translation with a model of OPUS-MT’s exact shape, which knows nothing: what it says never
 * ends, so that every answer is as long as it may be. Ours, the plain way and ONNX Runtime’s own
 * binary in turn, in the same run.
 */
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { serve } from '../scripts/serve.mjs';
import { buildMachine } from '../tests/machine/site';
import { benchmarkModel, benchmarkSentence } from '../tests/models/benchmark';
import { marianFiles, type MarianModel } from '../tests/models/marian/model';
import { write } from '../tests/models/build';
import { visiting } from './browser';
import { atMost, compared, single, timesAtLeast, type Figure, type Pair } from './figures';
import { framesWhileTranslating } from './machine-frames';
import { native, type Native } from './native';

/** An answer has at most twice the tokens of its source, and ten (`adapters/mt/opus/translate.ts`). */
const sourceTokens = 27;
const answerTokens = 64;
const batch = 8;
/** The plain way takes one sentence at a time: a few are enough. */
const plainSentences = 3;

interface Texts {
	readonly eight: readonly string[];
	/** Eight of 9 tokens, which have 28 in their answers: as long as most sentences are. */
	readonly short: readonly string[];
	/** Said first, so that what is measured is warm. */
	readonly warm: readonly string[];
}

function textsOf(model: MarianModel): Texts {
	const sentences = (tokens: number) =>
		Array.from({ length: batch }, (_, i) => benchmarkSentence(model, tokens, i));
	return { eight: sentences(sourceTokens), short: sentences(9), warm: sentences(5) };
}

/** What a side is measured with. */
interface Setting {
	readonly browser: Browser;
	readonly dir: string;
	readonly runs: number;
	readonly texts: Texts;
	readonly binary: Native | null;
}

interface Round {
	readonly oursPerSecond: number;
	readonly plainPerSecond: number;
	readonly loadMs: number;
	readonly firstMs: number;
	readonly heardMs: number;
	readonly freeMs: number;
	readonly nativePerSecond: number | null;
}

export async function machineTranslation(
	browser: Browser,
	site: string,
	kept: string,
	runs: number
): Promise<readonly Figure[]> {
	return withMachine(kept, async ({ dir, models, model }) => {
		const binary = await native(models, resolve(kept, 'native'));
		if (!binary) console.log('onnxruntime-node cannot be had here: not compared with it.');
		const setting = { browser, dir, runs, texts: textsOf(model), binary };
		return [
			...(await side(setting, false)),
			...(await side(setting, true)),
			...(await framesWhileTranslating(browser, site, { files: models, model }, runs))
		];
	});
}

export interface Machine {
	/** A site that has the machine alone (`machine-page.ts`). */
	readonly dir: string;
	/** The files of the model. */
	readonly models: string;
	readonly model: MarianModel;
}

/** Makes the model and the site, and deletes the site afterwards. */
export async function withMachine<T>(
	kept: string,
	use: (machine: Machine) => Promise<T>
): Promise<T> {
	const model = benchmarkModel();
	const models = resolve(kept, 'opus-mt-size');
	if (!existsSync(models)) write(models, marianFiles(model));
	const dir = mkdtempSync(join(tmpdir(), 'jamsides-machine-'));
	try {
		await buildMachine(dir, resolve('bench/machine-page.ts'));
		cpSync(models, join(dir, 'models/opus/random'), { recursive: true });
		return await use({ dir, models, model });
	} finally {
		rmSync(dir, { recursive: true, force: true });
	}
}

/** All rounds with or without cross-origin isolation, in one page. */
async function side(
	{ browser, dir, runs, texts, binary }: Setting,
	isolated: boolean
): Promise<readonly Figure[]> {
	const site = await serve({ dir, isolated });
	try {
		return await visiting(browser, async (page) => {
			await page.goto(site.url);
			await page.evaluate(() => window.measured.keep());
			// Before the plain way has begun: a reader has only ours.
			await page.evaluate(() => window.measured.loadMs());
			await page.evaluate((eight) => window.measured.timed(eight), texts.eight);
			const bytes = isolated ? await page.evaluate(() => window.measured.memory()) : null;
			await round(page, texts, binary); // everything is compiled and warm after it
			const rounds: Round[] = [];
			for (let i = 0; i < runs; i++) rounds.push(await round(page, texts, binary));
			return figures(isolated ? 'two threads' : 'one thread', rounds, bytes);
		});
	} finally {
		await site.close();
	}
}

async function round(
	page: Page,
	{ eight, short, warm }: Texts,
	binary: Native | null
): Promise<Round> {
	const loadMs = await page.evaluate(() => window.measured.loadMs());
	const plainMs = await page.evaluate((request) => window.measured.plainMs(request), {
		model: 'opus/random',
		sentences: eight.slice(0, plainSentences),
		tokens: answerTokens
	});
	await page.evaluate((warm) => window.measured.timed(warm), warm);
	const ours = await page.evaluate((eight) => window.measured.timed(eight), eight);
	const nativeMs = binary && (await binary(eight));
	const first = await page.evaluate((short) => window.measured.timed(short, true), short);
	const stopped = await page.evaluate((eight) => window.measured.cancelled(eight, 400), eight);
	const perSecond = (count: number, ms: number) => (1000 * count * answerTokens) / ms;
	return {
		oursPerSecond: perSecond(batch, ours.ms),
		plainPerSecond: perSecond(plainSentences, plainMs),
		nativePerSecond: nativeMs && perSecond(batch, nativeMs),
		loadMs,
		firstMs: first.firstMs,
		...stopped
	};
}

function figures(how: string, rounds: readonly Round[], bytes: number | null): readonly Figure[] {
	const of = (value: (round: Round) => number) => rounds.map(value);
	const beside = rounds.flatMap(({ oursPerSecond, nativePerSecond }): readonly Pair[] =>
		nativePerSecond === null ? [] : [{ ours: oursPerSecond, plain: nativePerSecond }]
	);
	return [
		compared(
			`Machine, ${how}: batch of 8 (plain: a pipeline, one sentence a call)`,
			'tokens',
			rounds.map(({ oursPerSecond, plainPerSecond }) => ({
				ours: oursPerSecond,
				plain: plainPerSecond
			})),
			timesAtLeast(4)
		),
		...(beside.length > 0
			? [
					compared(
						`Machine, ${how}: batch of 8 (plain: onnxruntime-node, one thread)`,
						'tokens',
						beside,
						timesAtLeast(1)
					)
				]
			: []),
		single(
			`Machine, ${how}: loaded from the cache`,
			'ms',
			of(({ loadMs }) => loadMs),
			atMost(4000)
		),
		single(
			`Machine, ${how}: first of 8 sentences, of 28 tokens, where a reader waits`,
			'ms',
			of(({ firstMs }) => firstMs),
			atMost(1500)
		),
		single(
			`Machine, ${how}: cancelling is heard`,
			'ms',
			of(({ heardMs }) => heardMs),
			atMost(100)
		),
		single(
			`Machine, ${how}: the worker is free after cancelling`,
			'ms',
			of(({ freeMs }) => freeMs),
			atMost(100)
		),
		...(bytes === null
			? []
			: [
					single('Machine: memory of the page and its worker', 'MB', [bytes / 2 ** 20], atMost(350))
				])
	];
}
