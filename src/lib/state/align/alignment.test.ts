import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AlignOutcome } from '$lib/adapters/align/aligner';
import type { AlignmentDraft, Link } from '$lib/core/links/draft';
import { anyLinks, type MadeLinks } from '$lib/core/links/link.fixture';
import { block } from '$lib/core/text/block';
import { AlignmentEditor, operations } from './alignment.svelte';

const draftOf = ({ texts, links }: MadeLinks): AlignmentDraft => {
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

/** Returns an editor, the changes that it has reported, and a way to set how realigning ends. */
function opened(made: MadeLinks, outcome: () => Promise<AlignOutcome> = never) {
	const told: (readonly Link[])[] = [];
	const alignment = new AlignmentEditor(draftOf(made), {
		align: outcome,
		changed: (links) => told.push(links)
	});
	return { alignment, told };
}
const never = () => new Promise<AlignOutcome>(() => {});

const plain: MadeLinks = {
	texts: {
		source: { lang: 'sv', paragraphs: [['Ett ord.', 'Två ord.'], ['Tre ord.']] },
		target: { lang: 'en', paragraphs: [['One word.', 'Two words.'], ['Three words.']] },
		shape: { source: [0, 2, 3], target: [0, 2, 3] }
	},
	links: [0, 1, 2].map((at) => ({ source: [at], target: [at], confidence: 0.5, fixed: at === 1 }))
};

describe('undo and redo', () => {
	test('step through every change at both levels, without limit', () => {
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

	test('forget the undone changes when a new one is made', () => {
		const { alignment } = opened(plain);
		alignment.perform('join');
		alignment.undo();
		alignment.perform('unlink');
		expect(alignment.canRedo).toBe(false);
	});
});

test('the owner is told of every change, and of nothing else', () => {
	const { alignment, told } = opened(plain);
	alignment.perform('join');
	alignment.perform('link');
	alignment.seek('next');
	alignment.show('paragraphs');
	alignment.undo();
	expect(told.map(({ length }) => length)).toEqual([2, 3]);
	expect(told.at(-1)).toBe(alignment.links);
});

test('the cursor keeps its place in the text when the level changes', () => {
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

	test('changes no links when it finds the same ones, but may raise their confidence', async () => {
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
	] as const)('changes nothing and reports the failure %o', async (failure) => {
		const { alignment, told } = opened(plain, async () => ({ ok: false, failure }));
		await alignment.realign();
		expect(alignment.realigning).toEqual({ kind: 'failed', failure });
		expect(alignment.links).toEqual(plain.links);
		expect(told).toEqual([]);
	});

	test('blocks all other operations, and can be cancelled at once', async () => {
		let signal: AbortSignal | undefined;
		const alignment = new AlignmentEditor(draftOf(plain), {
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
