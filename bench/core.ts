/** The core on large input, in Node, each beside the most trivial way to do something like it. */
import { createHash } from 'node:crypto';
import { importText } from '../src/lib/core/import/import';
import type { Article } from '../src/lib/core/text/article';
import { fingerprint } from '../src/lib/core/text/fingerprint';
import { sentences } from '../src/lib/core/text/sentence';
import { knownArticle, recognise } from '../src/lib/core/translation/recognise';
import { resolve } from '../src/lib/core/translation/resolve';
import type { Translation } from '../src/lib/core/translation/unit';
import { atMost, compared, type Budget, type Figure, none } from './figures';
import { novelText } from './novel';

interface Task {
	readonly what: string;
	readonly ours: () => unknown;
	readonly plain: () => unknown;
	readonly budget?: Budget;
}

function timed(work: () => unknown): number {
	const start = performance.now();
	work();
	return performance.now() - start;
}

function translationOf({ blocks }: Article): Translation {
	return {
		article: 'novel',
		original: { lang: 'sv' },
		translated: { lang: 'en', title: 'The long winter' },
		units: blocks.map(({ fingerprint, text }) => ({
			kind: 'paragraph',
			source: [fingerprint],
			text: [text],
			by: { origin: 'ai', name: 'Nobody', date: '2026-11-02' },
			review: null
		}))
	};
}

export function core(article: Article, runs: number): readonly Figure[] {
	const file = new TextEncoder().encode(novelText(article));
	const texts = article.blocks.map(({ text }) => text);
	const translation = translationOf(article);
	const index = [knownArticle('novel', [translation], null)];
	const sources = { stored: [translation], words: [], reviews: [] };
	const tasks: readonly Task[] = [
		{
			what: `importText, ${(file.length / 1e6).toFixed(1)} MB (plain: decode, split at blank lines)`,
			ours: () => importText(file),
			plain: () => new TextDecoder().decode(file).split(/\n\s*\n/),
			budget: atMost(2000)
		},
		{
			what: 'fingerprint of 5,000 paragraphs (plain: node’s SHA-256 of the raw text)',
			ours: () => texts.map(fingerprint),
			plain: () => texts.map((text) => createHash('sha256').update(text).digest('hex'))
		},
		{
			what: 'sentences of 5,000 paragraphs (plain: Intl.Segmenter)',
			ours: () => texts.map((text) => sentences(text, 'sv')),
			plain: () => {
				const segmenter = new Intl.Segmenter('sv', { granularity: 'sentence' });
				return texts.map((text) => [...segmenter.segment(text)]);
			}
		},
		{
			what: 'resolve of 5,000 paragraphs (plain: look each up in a Map)',
			ours: () => resolve(article.blocks, sources, { lang: 'en' }),
			plain: () => {
				const map = new Map(translation.units.map((unit) => [unit.source[0], unit]));
				return article.blocks.map(({ fingerprint }) => map.get(fingerprint));
			}
		},
		{
			what: 'recognise of 5,000 paragraphs (plain: count them in a Set)',
			ours: () => recognise(article.blocks, index),
			plain: () => {
				const set = new Set(translation.units.map((unit) => unit.source[0]));
				return article.blocks.filter(({ fingerprint }) => set.has(fingerprint)).length;
			}
		}
	];
	return tasks.map((task) => measure(task, runs));
}

function measure({ what, ours, plain, budget = none }: Task, runs: number): Figure {
	const pairs = Array.from({ length: runs }, () => ({ plain: timed(plain), ours: timed(ours) }));
	return compared(`Core: ${what}`, 'ms', pairs, budget);
}
