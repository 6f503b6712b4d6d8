import { expect, test } from 'vitest';
import { add, line, none, ofPlaywright, ofReport, ofStatus, ofVitest } from './tally.mjs';

test('a check counts as one test', () => {
	expect(line(add(ofStatus(0), ofStatus(2)))).toBe('1 passed, 1 failed');
});

test('the counts of two reports add up', () => {
	const unit = ofVitest({
		numPassedTests: 5,
		numFailedTests: 0,
		numPendingTests: 1,
		numTodoTests: 1
	});
	const pages = ofPlaywright({ stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 2 } });
	expect(line(add(ofReport(0, unit), ofReport(1, pages)))).toBe('13 passed, 1 failed, 4 skipped');
});

test('a run that failed counts as a failure, whatever its report contains', () => {
	expect(ofReport(1, { ...none, passed: 9 })).toEqual({ passed: 9, failed: 1, skipped: 0 });
	expect(ofReport(1, null).failed).toBe(1);
	expect(ofReport(0, null).failed).toBe(1);
});
