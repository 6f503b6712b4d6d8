/** Checks all stored translations, in several processes where there are many. */
import { fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ArticlePaths } from '../lib/content/articlePaths';
import { fail, ok, type Result } from '../lib/core/result';
import { articleChecker, type ArticleChecked } from './checkArticles';
import type { Checked } from './checked';
import { contentPaths } from './content';

/** Number of articles that a process is given at a time. */
const articlesAtOnce = 32;

/** Number of articles a process, at least: fewer are checked before another has begun. */
const fewestPerProcess = 100;

/** What a process is asked. */
export interface CheckRequest {
	/** Where originals lie that are not in the repository. */
	readonly folders: readonly string[];
	readonly articles: readonly ArticlePaths[];
}

/**
 * Checks every stored translation: the results are in the order of the articles, however many processes
 * there are. Fails with a line for each wrong file.
 * @param jobs number of processes, at most
 */
export async function checkStored(
	folders: readonly string[],
	jobs: number
): Promise<Result<readonly Checked[], string>> {
	const articles = contentPaths();
	const processes = Math.min(jobs, Math.floor(articles.length / fewestPerProcess));
	return together(
		processes > 1
			? await inProcesses({ folders, articles }, processes)
			: articleChecker(folders)(articles)
	);
}

function together(checked: readonly ArticleChecked[]): Result<readonly Checked[], string> {
	const wrong = checked.flatMap((one) => (one.ok ? [] : [one.failure]));
	return wrong.length > 0
		? fail(wrong.join('\n'))
		: ok(checked.flatMap((one) => (one.ok ? one.value : [])));
}

/** Checks the articles in several processes. Throws where one breaks. */
async function inProcesses(
	{ folders, articles }: CheckRequest,
	processes: number
): Promise<readonly ArticleChecked[]> {
	const checkers = Array.from({ length: processes }, () => checkProcess(folders));
	try {
		return await sharedOut(
			articles,
			checkers.map(({ check }) => check)
		);
	} finally {
		for (const { end } of checkers) end();
	}
}

type Check = (articles: readonly ArticlePaths[]) => Promise<readonly ArticleChecked[]>;

/** Gives articles to those who check them, some at a time. Returns what they found, in their order. */
export async function sharedOut(
	articles: readonly ArticlePaths[],
	checkers: readonly Check[]
): Promise<readonly ArticleChecked[]> {
	const checked: (readonly ArticleChecked[])[] = [];
	let next = 0;
	const work = async (check: Check): Promise<void> => {
		for (let nth = next++; nth * articlesAtOnce < articles.length; nth = next++)
			checked[nth] = await check(articles.slice(nth * articlesAtOnce, (nth + 1) * articlesAtOnce));
	};
	await Promise.all(checkers.map(work));
	return checked.flat();
}

/** Lets Node read TypeScript. */
const typescript = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** Begins a process that checks articles, until it is ended. */
export function checkProcess(folders: readonly string[]) {
	const child = fork(fileURLToPath(new URL('./checkProcess.ts', import.meta.url)), {
		execArgv: ['--import', typescript]
	});
	const check: Check = (articles) =>
		new Promise((answer, broke) => {
			child.once('exit', (status) =>
				broke(new Error(`a process that checks translations ended with status ${status}`))
			);
			child.once('error', broke);
			child.once('message', (message) => {
				child.removeAllListeners();
				// It comes from this program, of which the process is a part.
				answer(message as readonly ArticleChecked[]);
			});
			child.send({ folders, articles } satisfies CheckRequest);
		});
	return { check, end: () => child.kill() };
}
