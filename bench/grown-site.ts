/**
 * A copy of the project with many more articles, in made-up words, as many from Swedish as from
 * English, and the cost of its build.
 */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beads } from '../src/lib/core/align/bead';
import type { Article, Block, Metadata } from '../src/lib/core/text/article';
import { formatArticle } from '../src/lib/core/text/markdown';
import { sentences } from '../src/lib/core/text/sentence';
import { formatTranslation } from '../src/lib/core/translation/format';
import type { Translation } from '../src/lib/core/translation/unit';
import { novel } from './novel';
import { translatedBlock } from './translated-novel';

/** What a build reads. */
const sources = [
	...['package.json', 'package-lock.json', 'svelte.config.js', 'vite.config.ts', 'tsconfig.json'],
	...['scripts', 'src', 'static', 'translations']
];

/** Blocks of an article: some 1,500 words. */
const blocksPerArticle = 24;

/** Copies the project in `tree` to `folder`, with `count` more articles, each with a translation. */
export function growSite(tree: string, folder: string, count: number): void {
	mkdirSync(folder, { recursive: true });
	for (const source of sources)
		if (existsSync(join(tree, source)))
			cpSync(join(tree, source), join(folder, source), { recursive: true });
	symlinkSync(resolve(tree, 'node_modules'), join(folder, 'node_modules'), 'dir');
	for (let nth = 0; nth < count; nth++) writeArticle(folder, grownArticle(nth));
}

/** Gives the first article of a grown copy other words. */
export const changeArticle = (folder: string): void => writeArticle(folder, grownArticle(0, 0));

interface Grown {
	readonly id: string;
	readonly article: Article;
	readonly translation: Translation;
}

function writeArticle(folder: string, { id, article, translation }: Grown): void {
	writeFileSync(join(folder, `src/articles/${id}.md`), formatArticle({ id, article }));
	writeFileSync(
		join(folder, `translations/articles/${id}.${translation.translated.lang}.json`),
		formatTranslation(translation)
	);
}

/** Every second article is English, with a Swedish translation. `seed`: of its words. */
function grownArticle(nth: number, seed = nth + 1): Grown {
	// The novel begins with a heading that all would share.
	const swedish = novel(blocksPerArticle + 1, seed).blocks.slice(1);
	const english = swedish.map(translatedBlock);
	const isSwedish = nth % 2 === 0;
	const [source, target] = isSwedish ? [swedish, english] : [english, swedish];
	const id = `grown-${String(nth).padStart(5, '0')}`;
	const metadata: Metadata = {
		lang: isSwedish ? 'sv' : 'en',
		title: isSwedish ? `Den långa vintern, del ${nth}` : `The long winter, part ${nth}`,
		authors: [`Ingen Alls ${nth % 97}`],
		issued: `${1990 + (nth % 35)}-03-14`,
		rights: 'CC0 1.0'
	};
	const title = isSwedish ? `The long winter, part ${nth}` : `Den långa vintern, del ${nth}`;
	return {
		id,
		article: { ...metadata, blocks: source },
		translation: {
			article: id,
			original: metadata,
			translated: { lang: isSwedish ? 'en' : 'sv', title },
			units: source.map((one, at) => unitOf(one, target[at] ?? one, metadata.lang))
		}
	};
}

function unitOf({ fingerprint, text, ...shape }: Block, target: Block, lang: string) {
	const count = sentences(text, lang).length;
	return {
		...shape,
		source: [fingerprint],
		text: [target.text],
		by: { origin: 'human' as const, name: 'Ingen Alls', date: '2026-11-30' },
		review: null,
		spans: beads(Array.from({ length: count }, () => '1-1').join(' '))
	};
}

export interface BuildCost {
	/** Processor time of all its threads. */
	readonly cpuMs: number;
	readonly wallMs: number;
	/** Largest memory of the process. */
	readonly memoryBytes: number;
}

/**
 * Builds the project in `folder`, which keeps for its next build what it can. Throws with the builder’s
 * last words if it fails.
 */
export async function buildSite(folder: string): Promise<BuildCost> {
	const report = join(folder, 'cost.json');
	const meter = new URL('build-meter.mjs', import.meta.url).href;
	const vite = join(folder, 'node_modules/vite/bin/vite.js');
	const started = Date.now();
	const child = spawn(process.execPath, ['--import', meter, vite, 'build', '--logLevel=warn'], {
		cwd: folder,
		env: { ...process.env, BUILD_COST: report, BUILD_CACHE: join(folder, 'cache') },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let said = '';
	for (const stream of [child.stdout, child.stderr])
		stream.on('data', (piece: Buffer) => (said = (said + piece.toString()).slice(-4000)));
	const status = await new Promise((done) => child.on('close', done));
	if (status !== 0) throw new Error(`the build in ${folder} failed:\n${said}`);
	const cost = JSON.parse(readFileSync(report, 'utf8')) as Omit<BuildCost, 'wallMs'>;
	return { ...cost, wallMs: Date.now() - started };
}
