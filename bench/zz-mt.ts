import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { serve } from '../scripts/serve.mjs';
import { buildMachine } from '../tests/machine/site';
import { benchmarkModel, benchmarkSentence } from '../tests/models/benchmark';
import { launch, visiting } from './browser';
import { native } from './native';
import { buildMachine as oldBuild } from '/work/main/tests/machine/site';
const model = benchmarkModel();
const root = '/tmp/q/mt-bench';
mkdirSync(root, { recursive: true });
const runs = Number(process.env.RUNS ?? 3);
await buildMachine(root + '/new', resolve('bench/machine-page.ts'));
if (!existsSync(root + '/old')) await oldBuild(root + '/old', '/work/main/bench/machine-page.ts');
for (const side of ['new', 'old']) cpSync('/tmp/q/mt-model', `${root}/${side}/models/opus/random`, { recursive: true });
const binary = process.env.NATIVE ? await native('/tmp/q/mt-model', root + '/native') : null;
const texts = (n: number, tokens = 27, from = 0) => Array.from({ length: n }, (_, i) => benchmarkSentence(model, tokens, i + from));
const browser = await launch();
for (const isolated of (process.env.SIDES ?? '0,1').split(',').map((x) => x === '1')) {
	const sites = [await serve({ dir: root + '/new', isolated }), await serve({ dir: root + '/old', isolated })];
	await visiting(browser, async (a) => await visiting(browser, async (b) => {
		const pages = [a, b] as const;
		for (let i = 0; i < 2; i++) { await pages[i]!.goto(sites[i]!.url); await pages[i]!.evaluate(() => window.measured.keep()); }
		const out: Record<string, number[][]> = { load: [[], []], eight: [[], []], one: [[], []], first: [[], []], native8: [[]], native1: [[]] };
		for (let r = 0; r <= runs; r++) {
			for (let i = 0; i < 2; i++) {
				const page = pages[i]!;
				const load = await page.evaluate(() => window.measured.loadMs());
				await page.evaluate((w) => window.measured.timed(w), texts(8, 5));
				const eight = await page.evaluate((w) => window.measured.timed(w), texts(8));
				const one = await page.evaluate((w) => window.measured.timed(w), texts(1, 27, 3));
				const first = await page.evaluate((w) => window.measured.timed(w), texts(8, 9));
				if (r) { out.load![i]!.push(load); out.eight![i]!.push(eight.ms); out.one![i]!.push(one.ms); out.first![i]!.push(first.firstMs); }
			}
			if (binary && !isolated) { const n8 = await binary(texts(8)); const n1 = await binary(texts(1, 27, 3)); if (r) { out.native8![0]!.push(n8); out.native1![0]!.push(n1); } }
		}
		const med = (x: number[]) => [...x].sort((p, q) => p - q)[Math.floor(x.length / 2)] ?? NaN;
		console.log(isolated ? 'isolated' : 'one thread');
		for (const [k, [n, o]] of Object.entries(out)) if (n!.length) console.log(k.padEnd(8), 'new', n!.map((x) => x.toFixed(0)).join(' '), o ? ` old ${o.map((x) => x.toFixed(0)).join(' ')}  ratio ${(med(o) / med(n!)).toFixed(2)}` : '');
		console.log('tok/s of 8: new', (512000 / med(out.eight![0]!)).toFixed(0), 'old', (512000 / med(out.eight![1]!)).toFixed(0), 'native', (512000 / med(out.native8![0]!)).toFixed(0), ' of 1: new', (64000 / med(out.one![0]!)).toFixed(0), 'native', (64000 / med(out.native1![0]!)).toFixed(0));
		for (let i = 0; i < 2; i++) console.log(i ? 'old' : 'new', 'MB', isolated ? ((await pages[i]!.evaluate(() => window.measured.memory())) ?? 0) / 2 ** 20 : '');
	}));
	for (const s of sites) await s.close();
}
await browser.close();
