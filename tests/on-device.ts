/** Shared by the tests of on-device translation: a text to translate, and a stored model. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import type { KeptArticle } from '../src/lib/core/library/ownArticle';
import type { BookDraft } from '../src/lib/core/library/ownBook';
import { bookToSave } from '../src/lib/core/library/saveBook';
import type { Block } from '../src/lib/core/text/article';
import { block } from '../src/lib/core/text/block';
import { expect } from './fixtures';
import { at, withLibrary } from './library';
import { built } from './models/build';
import { translation } from './reading';

export const seasidePage = '/en/own/?id=vid-havet';

/** Paragraphs in the vocabulary of the phrase model. */
export const seaside = [
	'Det var en gång ett litet hus vid havet. Solen lyste över trädgården.',
	'*Mannen* gick ut varje dag.[^1] Han såg havet, och havet såg honom.',
	'Vi gick hem.',
	'Han väntade hela natten. Ingen kom.'
] as const;

/** Makes a paragraph of sentences, each longer than the one before it. */
export const waiting = (sentences: number): string =>
	Array.from(
		{ length: sentences },
		(_, n) => `Han väntade ${'och väntade '.repeat(n + 1)}hela natten.`
	).join(' ');

/** A paragraph that takes the model some time. */
export const long = waiting(56);

const text = (blocks: readonly Block[]): KeptArticle => ({
	about: {
		id: 'vid-havet',
		metadata: { lang: 'sv', title: 'Vid havet' },
		recognised: false,
		paragraphs: blocks.length,
		words: 60,
		addedAt: at(0),
		changedAt: at(0)
	},
	article: { lang: 'sv', title: 'Vid havet', blocks },
	leftOut: []
});

/** Adds a text of these paragraphs to the reader’s library, with a heading and a note. */
export async function keepText(
	context: BrowserContext,
	paragraphs: readonly string[] = seaside
): Promise<void> {
	const kept = text([
		block({ kind: 'heading', level: 2 }, 'Havet'),
		...paragraphs.map((words) => block({ kind: 'paragraph' }, words)),
		block({ kind: 'footnote', marker: '1' }, 'Det var för länge sedan.')
	]);
	const library = await withLibrary(await context.newPage());
	const added = await library.evaluate(
		({ about, article, leftOut }) => window.library.addArticle(about, article, leftOut, true),
		kept
	);
	expect(added.ok).toBe(true);
	await library.close();
}

/** Keeps the reader’s own translation of a paragraph of that text. */
export async function keepWords(
	context: BrowserContext,
	original: string | undefined,
	words: string
): Promise<void> {
	const { fingerprint } = block({ kind: 'paragraph' }, original ?? '');
	const library = await withLibrary(await context.newPage());
	const put = await library.evaluate((own) => window.library.putWords(own, null), {
		...{ article: 'vid-havet', source: [fingerprint], lang: 'en', text: [words] },
		...{ name: 'Bo', from: null, changedAt: at(1) }
	});
	expect(put.ok).toBe(true);
	await library.close();
}

/** Adds a book of three chapters, the first of which takes the model some time. */
export async function keepSmallBook(context: BrowserContext): Promise<void> {
	const chapter = (title: string, ...texts: readonly string[]) => ({
		...{ title, level: 1, chosen: true },
		blocks: texts.map((words) => block({ kind: 'paragraph' }, words))
	});
	const draft: BookDraft = {
		...{ id: 'utkast', name: 'havet.epub', metadata: { lang: 'sv', title: 'Havet' } },
		chapters: [
			chapter('Huset', ...seaside, long),
			chapter('Hem', 'Vi gick hem.'),
			chapter('Sol', 'Huset stod vid havet, och solen lyste.')
		],
		...{ pictures: [], cover: null, leftOut: [], notices: [], changedAt: at(0) }
	};
	const library = await withLibrary(await context.newPage());
	const added = await library.evaluate((book) => window.library.addBook(book), {
		...bookToSave(draft, 'havet', at(0)),
		pictures: []
	});
	expect(added.ok).toBe(true);
	await library.close();
}

const names = [
	'config.json',
	'generation_config.json',
	'tokenizer.json',
	'tokenizer_config.json',
	'onnx/encoder_model_quantized.onnx',
	'onnx/decoder_model_merged_quantized.onnx'
];
const modelId = 'Xenova/opus-mt-sv-en';

/** Stores the phrase model in the cache of models, in place of the real one. */
export async function keepModel(context: BrowserContext): Promise<void> {
	const files = names.map((name) => {
		const content = readFileSync(join(built, 'phrases-sv-en', name));
		const hex = createHash('sha256').update(content).digest('hex');
		return { name, hex, base64: content.toString('base64') };
	});
	const library = await withLibrary(await context.newPage());
	const put = await library.evaluate(
		async ({ id, files }) => {
			const cache = await caches.open('jamsides.models');
			const listed = [];
			for (const { name, base64, hex } of files) {
				const content = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
				const headers = { 'X-Bytes': String(content.length) };
				const key = `/kept-models/${id}/${name}?part=0`;
				await cache.put(key, new Response(content, { headers }));
				listed.push({ name, bytes: content.length, digest: { kind: 'sha256', hex } as const });
			}
			return window.library.models.put({
				...{ id, source: { kind: 'disk' }, commit: null, files: listed },
				condition: { kind: 'whole' }
			});
		},
		{ id: modelId, files }
	);
	expect(put.ok).toBe(true);
	await library.close();
}

/** Removes the model, as a reader does in the settings. */
export async function removeModel(context: BrowserContext): Promise<void> {
	const library = await withLibrary(await context.newPage());
	await library.evaluate(async (id) => {
		await window.library.models.remove(id);
		await caches.delete('jamsides.models');
	}, modelId);
	await library.close();
}

/** Returns the number of cached answers, or -1 if the cache cannot be read. */
export async function answers(context: BrowserContext): Promise<number> {
	const library = await withLibrary(await context.newPage());
	const makers = await library.evaluate(() => window.library.answers.makers());
	await library.close();
	return makers.ok ? makers.value.reduce((sum, { answers }) => sum + answers, 0) : -1;
}

/** Records every sentence that a page sends to a worker in `window.asked`. Call before opening. */
export const noteAsked = (page: Page): Promise<unknown> =>
	page.addInitScript(() => {
		const asked: string[] = [];
		const workers: Worker[] = [];
		Object.assign(window, { asked, workers });
		const { postMessage } = Worker.prototype;
		Worker.prototype.postMessage = function (message: unknown, ...rest: unknown[]) {
			const { type, sentences } = Object(message) as { type?: string; sentences?: string[] };
			if (type === 'translate') {
				asked.push(...(sentences ?? []));
				if (!workers.includes(this)) workers.push(this);
			}
			return Reflect.apply(postMessage, this, [message, ...rest]);
		};
	});
export const asked = (page: Page): Promise<readonly string[]> =>
	page.evaluate(() => (window as never as { asked: string[] }).asked);
/** Ends the translating worker, as a browser short of memory does. */
export const killWorker = (page: Page): Promise<void> =>
	page.evaluate(() => (window as never as { workers: Worker[] }).workers.at(-1)?.terminate());

export const isMachine = async (row: Locator, words: string | RegExp): Promise<void> => {
	await expect(translation(row)).toHaveAttribute('data-origin', 'machine');
	await expect(translation(row)).not.toHaveAttribute('aria-busy');
	await expect(translation(row)).toHaveText(words);
};
