/** Drafts of alignments, and helpers that open the editor on one. */
import type { Locator, Page } from '@playwright/test';
import type { AlignmentDraft, Link } from '../src/lib/core/links/draft';
import { beads } from '../src/lib/core/align/bead';
import { dictionary } from '../src/lib/core/align/text.fixture';
import { block } from '../src/lib/core/text/block';
import { expect } from './fixtures';
import { article, at, withLibrary } from './library';

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n + 1);

/** Returns paragraphs with the given numbers of sentences, numbered from 1. */
const side = (lang: string, word: string, sizes: readonly number[]) => {
	let n = 0;
	return {
		lang,
		blocks: sizes.map((size) =>
			block(
				{ kind: 'paragraph' },
				numbers(size)
					.map(() => `${word} ${++n}.`)
					.join(' ')
			)
		)
	};
};

/** `1-1 2-1? 0-1 1-1*`: `?` marks a doubtful link, `*` a fixed one. */
function links(notation: string): readonly Link[] {
	const marks = notation.split(' ');
	return beads(notation.replace(/[?*]/g, '')).map(([source, target], n) => {
		const fixed = marks[n]?.endsWith('*') ?? false;
		const doubtful = marks[n]?.endsWith('?') ?? false;
		return { source, target, fixed, confidence: fixed ? 1 : doubtful ? 0.4 : 0.99 };
	});
}

interface Sizes {
	readonly source: readonly number[];
	readonly target: readonly number[];
}

export const draft = (made: readonly Link[], { source, target }: Sizes): AlignmentDraft => ({
	id: 'provet',
	article: 'kvarnen',
	source: side('sv', 'Mening', source),
	target: side('en', 'Sentence', target),
	credit: { translator: 'Ida Holm', title: '', publication: '', date: '', rights: '' },
	links: made,
	changedAt: at(0)
});

/** Four paragraphs on each side; eight sentences against nine; two links are doubtful. */
export const small = (): AlignmentDraft =>
	draft(links('1-1 1-1 1-2? 1-1 1-0 1-1 1-1? 1-1 0-1'), {
		source: [2, 2, 2, 2],
		target: [2, 3, 2, 2]
	});

/** Every paragraph has five sentences. */
export function long(sentences: number): AlignmentDraft {
	const sizes = Array.from({ length: sentences / 5 }, () => 5);
	const made = Array.from({ length: sentences }, (_, n) => (n % 40 === 39 ? '1-1?' : '1-1'));
	return draft(links(made.join(' ')), { source: sizes, target: sizes });
}

/** Linked sentence by sentence, although neither text translates the other. */
export function unrelated(): AlignmentDraft {
	const words = (lang: 0 | 1, from: number) =>
		numbers(45)
			.map((n) => dictionary[(n * (lang ? 7 : 1) + from) % dictionary.length]?.[lang] ?? '')
			.reduce((text, word, n) => `${text}${n % 5 ? ' ' : n ? '. ' : ''}${word}`, '')
			.replace(/(?:^|\. )\p{L}/gu, (first) => first.toUpperCase());
	const side = (lang: string, text: string) => ({
		lang,
		blocks: [block({ kind: 'paragraph' }, `${text}.`)]
	});
	return {
		...small(),
		source: side('sv', words(0, 0)),
		target: side('en', words(1, 25)),
		links: links(
			numbers(9)
				.map(() => '1-1')
				.join(' ')
		)
	};
}

/** Opens a reader's draft: in the editor, or at the questions about a text without links. */
export async function openDraft(page: Page, made: AlignmentDraft, ui = 'en'): Promise<void> {
	await withLibrary(page);
	const kept = await page.evaluate(
		async ({ about, article, made }) => {
			await window.library.addArticle(about, article, [], true);
			return window.library.putAlignment(made);
		},
		{ ...article(made.article), made }
	);
	expect(kept.ok).toBe(true);
	await page.goto(`/${ui}/align/?draft=${made.id}`);
}

export async function openEditor(page: Page, made: AlignmentDraft, ui = 'en'): Promise<void> {
	await openDraft(page, made, ui);
	await expect(grid(page)).toBeVisible();
}

/** Returns the links that are stored in the library. */
export async function kept(page: Page): Promise<string> {
	const other = await withLibrary(await page.context().newPage());
	const found = await other.evaluate(() => window.library.alignment('provet'));
	await other.close();
	if (!found.ok || !found.value) throw new Error('the draft is not kept');
	return found.value.links
		.map(({ source, target, fixed }) => `${source.length}-${target.length}${fixed ? '*' : ''}`)
		.join(' ');
}

export const grid = (page: Page): Locator => page.getByRole('grid');
export const line = (page: Page, side: 'source' | 'target', n: number): Locator =>
	page.locator(`[data-item="${side} ${n - 1}"]`);
export const rows = (page: Page): Locator => page.locator('[data-row]');
export const tool = (page: Page, name: string): Locator =>
	page.getByRole('button', { name, exact: true });
export const said = (page: Page): Locator =>
	page.getByRole('status').filter({ hasText: /\S/ }).last();

/** Returns the sentence numbers of the rows on the page: `1|1 2,3|2 4|`. */
export const shown = (page: Page): Promise<string> =>
	rows(page).evaluateAll((all) =>
		all
			.map((row) =>
				['source', 'target']
					.map((side) =>
						[...row.querySelectorAll(`[data-item^="${side}"]`)]
							.map((cell) => (cell.textContent ?? '').match(/\d+/g)?.join('+'))
							.join()
					)
					.join('|')
			)
			.join(' ')
	);
