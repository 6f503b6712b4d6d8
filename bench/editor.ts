/** The editor of links with a long text: what is done to a link, until the page shows it. */
import type { Browser, Page } from 'playwright-core';
import { line, long, openEditor, tool } from '../tests/aligning';
import { newContext, rest } from './browser';
import { atMost, none, single, type Figure } from './figures';

const sentences = 5000;
const editBudgetMs = 50;
const cancelBudgetMs = 100;
/** What follows from a change (it is kept) is over by then. */
const settledMs = 300;
const runsInMiddle = 200;

/** A key in the editor, and the time until the frame that shows what it did has been painted. */
const pressed = (page: Page, key: string): Promise<number> =>
	page.evaluate(
		(key) =>
			new Promise<number>((done) => {
				const began = performance.now();
				const press = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
				document.activeElement?.dispatchEvent(press);
				requestAnimationFrame(() => {
					const { port1, port2 } = new MessageChannel();
					port1.onmessage = () => done(performance.now() - began);
					port2.postMessage(null);
				});
			}),
		key
	);

async function timesOf(page: Page, keys: readonly string[], runs: number): Promise<number[]> {
	const times: number[] = [];
	for (let run = 0; run < runs; run++)
		for (const key of keys) {
			times.push(await pressed(page, key));
			await rest(settledMs);
		}
	return times;
}

/** From the press of “Cancel” until the editor is free again. */
async function cancelled(page: Page): Promise<number> {
	await tool(page, 'Realign').click();
	await tool(page, 'Cancel').waitFor();
	await rest(settledMs);
	return page.evaluate(async () => {
		const button = [...document.querySelectorAll('button')].find(
			({ textContent }) => textContent?.trim() === 'Cancel'
		);
		const began = performance.now();
		button?.click();
		while (button?.textContent?.trim() === 'Cancel')
			await new Promise((next) => requestAnimationFrame(next));
		return performance.now() - began;
	});
}

export async function editor(
	browser: Browser,
	site: string,
	runs: number
): Promise<readonly Figure[]> {
	const context = await newContext(browser, site);
	try {
		const page = await context.newPage();
		await openEditor(page, long(sentences));
		await line(page, 'source', 1).focus();
		for (let leap = 0; leap < runsInMiddle; leap++) await page.keyboard.press('PageDown');
		await rest(settledMs);
		const edits = await timesOf(page, ['j', 's', 'd', 'u', 'c', 'z', 'y'], runs);
		const steps = await timesOf(page, ['ArrowDown', 'n'], runs);
		const cancels: number[] = [];
		for (let run = 0; run < runs; run++) cancels.push(await cancelled(page));
		const label = `Editor, ${sentences.toLocaleString('en')} sentences`;
		return [
			single(`${label}: a change until it is painted`, 'ms', edits, atMost(editBudgetMs)),
			single(`${label}: the slowest of them`, 'ms', [Math.max(...edits)], none),
			single(`${label}: to the next line or doubtful link`, 'ms', steps, atMost(editBudgetMs)),
			single(`${label}: realigning called off`, 'ms', cancels, atMost(cancelBudgetMs))
		];
	} finally {
		await context.close();
	}
}
