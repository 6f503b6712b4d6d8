import fc from 'fast-check';
import { expect, test } from 'vitest';
import { begin, record, redo, undo } from './history';

const histories = fc
	.array(
		fc.oneof(
			fc.integer().map((value) => ({ value })),
			fc.constant('undo' as const)
		)
	)
	.map((steps) =>
		steps.reduce(
			(history, step) => (step === 'undo' ? undo(history) : record(history, step.value)),
			begin(0)
		)
	);

test('undo after record returns the value before', () => {
	fc.assert(
		fc.property(histories, fc.integer(), (history, next) => {
			expect(undo(record(history, next)).present).toBe(history.present);
		})
	);
});

test('redo after undo returns the same history', () => {
	fc.assert(
		fc.property(histories, (history) => {
			fc.pre(history.past.length > 0);
			expect(redo(undo(history))).toEqual(history);
		})
	);
});

test('record drops the values that were undone', () => {
	fc.assert(
		fc.property(histories, fc.integer(), (history, next) => {
			expect(redo(record(history, next)).present).toBe(next);
		})
	);
});

test('undo and redo change nothing when there is nothing to undo or redo', () => {
	const history = begin('only');
	expect(undo(history)).toBe(history);
	expect(redo(history)).toBe(history);
});

test('beyond five hundred steps the oldest are dropped', () => {
	const long = Array.from({ length: 600 }, (_, i) => i).reduce(record, begin(-1));
	expect(long.past).toHaveLength(500);
	expect(long.past[0]).toBe(99);
});
