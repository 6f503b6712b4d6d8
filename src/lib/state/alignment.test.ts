import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AlignOutcome } from '$lib/adapters/align/aligner';
import type { AlignmentDraft, Link } from '$lib/core/align/draft';
import { anyLinks, type Made } from '$lib/core/align/link.fixture';
import { block } from '$lib/core/text/block';
import { Alignment, operations } from './alignment.svelte';

const draftOf = ({ texts, links }: Made): AlignmentDraft => {
	const side = (of: 'source' | 'target') => ({
		lang: texts[of].lang,
		blocks: texts[of].paragraphs
			.filter(({ length }) => length > 0)
			.map((lines) => block({ kind: 'paragraph' }, lines.join(' ')))
	});
	return {
		id: 'a',
		article: 'b',
		source: side('source'),
		target: side('target'),
		credit: { translator: '', title: '', publication: '', date: '', rights: '' },
		links,
		changedAt: ''
	};
};

/** An alignment, what it has told its owner last, and how its realigning ends. */
function opened(made: Made, outcome: () => Promise<AlignOutcome> = never) {
	const told: (readonly Link[])[] = [];
	const alignment = new Alignment(draftOf(made), {
		align: outcome,
		changed: (links) => told.push(links)
	});
	return { alignment, told };
}
const never = () => new Promise<AlignOutcome>(() => {});

const plain: Made = {
	texts: {
		source: { lang: 'sv', paragraphs: [['Ett ord.', 'Två ord.'], ['Tre ord.']] },
		target: { lang: 'en', paragraphs: [['One word.', 'Two words.'], ['Three words.']] },
		shape: { source: [0, 2, 3], target: [0, 2, 3] }
	},
	links: [0, 1, 2].map((at) => ({ source: [at], target: [at], confidence: 0.5, fixed: at === 1 }))
};

describe('undo and redo', () => {
	test('lead through everything that was done, at both levels, without limit', () => {
		const step = fc.record({
			row: fc.nat(50),
			operation: fc.constantFrom(...operations),
			turn: fc.boolean()
		});
		fc.assert(
			fc.property(anyLinks, fc.array(step, { maxLength: 40 }), (made, steps) => {
				const { alignment } = opened(made);
				const passed = [alignment.links];
				for (const { row, operation, turn } of steps) {
					if (turn) alignment.show(alignment.level === 'sentences' ? 'paragraphs' : 'sentences');
					alignment.cursor.toRow(row % Math.max(1, alignment.rows.length));
					const before = alignment.links;
					alignment.perform(operation);
					if (alignment.links !== before) passed.push(alignment.links);
				}
				for (const links of passed.slice(0, -1).toReversed()) {
					alignment.undo();
					expect(alignment.links).toEqual(links);
				}
				expect(alignment.canUndo).toBe(false);
				for (const links of passed.slice(1)) {
					alignment.redo();
					expect(alignment.links).toEqual(links);
				}
				expect(alignment.canRedo).toBe(false);
			})
		);
	});

	test('a change forgets what was undone', () => {
		const { alignment } = opened(plain);
		alignment.perform('join');
		alignment.undo();
		alignment.perform('unlink');
		expect(alignment.canRedo).toBe(false);
	});
});

test('the owner hears of every change, and of nothing else', () => {
	const { alignment, told } = opened(plain);
	alignment.perform('join');
	alignment.perform('link');
	alignment.seek('next');
	alignment.show('paragraphs');
	alignment.undo();
	expect(told.map(({ length }) => length)).toEqual([2, 3]);
	expect(told.at(-1)).toBe(alignment.links);
});

test('the reader stays where they are in the text when the level changes', () => {
	const { alignment } = opened(plain);
	alignment.cursor.to({ side: 'target', item: 2 });
	alignment.show('paragraphs');
	expect(alignment.cursor.place).toEqual({ side: 'target', item: 1 });
	alignment.show('sentences');
	expect(alignment.cursor.place).toEqual({ side: 'target', item: 2 });
});

describe('realigning', () => {
	const found: readonly Link[] = [
		{ source: [0, 1], target: [0, 1], confidence: 0.9, fixed: false },
		{ source: [2], target: [2], confidence: 0.9, fixed: false }
	];

	test('is one change, and can be undone', async () => {
		const { alignment } = opened(plain, async () => ({ ok: true, value: found }));
		await alignment.realign();
		expect(alignment.links).toEqual(found);
		expect(alignment.said).toEqual({ kind: 'realigned', changed: 1 });
		alignment.undo();
		expect(alignment.links).toEqual(plain.links);
	});

	test('that finds the same changes nothing, but may be surer of it', async () => {
		for (const confidence of [0.5, 0.8]) {
			const same = plain.links.map((link) => ({ ...link, confidence }));
			const { alignment, told } = opened(plain, async () => ({ ok: true, value: same }));
			await alignment.realign();
			expect(alignment.said).toEqual({ kind: 'realigned', changed: 0 });
			expect(told).toHaveLength(confidence === 0.5 ? 0 : 1);
		}
	});

	test.each([
		[{ kind: 'unrelated' }],
		[{ kind: 'empty', side: 'source' }],
		[{ kind: 'broken', message: 'out of memory' }]
	] as const)('that fails with %o changes nothing, and says so', async (failure) => {
		const { alignment, told } = opened(plain, async () => ({ ok: false, failure }));
		await alignment.realign();
		expect(alignment.realigning).toEqual({ kind: 'failed', failure });
		expect(alignment.links).toEqual(plain.links);
		expect(told).toEqual([]);
	});

	test('lets nothing else be done meanwhile, and is called off at once', async () => {
		let signal: AbortSignal | undefined;
		const alignment = new Alignment(draftOf(plain), {
			align: (_, options) =>
				new Promise((resolve) => {
					signal = options.signal;
					options.progress?.(0.5);
					const aborted = { ok: false, failure: { kind: 'aborted' } } as const;
					signal?.addEventListener('abort', () => resolve(aborted));
				}),
			changed: () => {}
		});
		const running = alignment.realign();
		expect(alignment.realigning).toEqual({ kind: 'running', done: 0.5 });
		expect(operations.some((operation) => alignment.possible(operation))).toBe(false);
		alignment.cancel();
		await running;
		expect(alignment.realigning).toEqual({ kind: 'idle' });
		expect(alignment.said).toEqual({ kind: 'cancelled' });
	});
});
