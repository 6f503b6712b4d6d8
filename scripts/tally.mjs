/** Adds up passed and failed tests over the reports of Vitest and Playwright. */

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/** @type {Tally} */
export const none = { passed: 0, failed: 0, skipped: 0 };

/**
 * @param {Tally} a
 * @param {Tally} b
 * @returns {Tally}
 */
export const add = (a, b) => ({
	passed: a.passed + b.passed,
	failed: a.failed + b.failed,
	skipped: a.skipped + b.skipped
});

/**
 * A step that is one check: its exit status decides.
 * @param {number} status
 * @returns {Tally}
 */
export const ofStatus = (status) =>
	status === 0 ? { ...none, passed: 1 } : { ...none, failed: 1 };

/**
 * A step that is many tests: its report is counted. A step that failed while its report shows no
 * failure (a file that does not load, no report at all) is a failure all the same.
 * @param {number} status
 * @param {Tally | null} reported
 * @returns {Tally}
 */
export const ofReport = (status, reported) => {
	const tally = reported ?? none;
	const passes = reported !== null && status === 0;
	return passes || tally.failed > 0 ? tally : { ...tally, failed: 1 };
};

/**
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number }} report Vitest's JSON
 * @returns {Tally}
 */
export const ofVitest = (report) => ({
	passed: report.numPassedTests,
	failed: report.numFailedTests,
	skipped: report.numPendingTests + report.numTodoTests
});

/**
 * A flaky test passed the second time: Playwright’s report names it.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} report Playwright's JSON
 * @returns {Tally}
 */
export const ofPlaywright = ({ stats }) => ({
	passed: stats.expected + stats.flaky,
	failed: stats.unexpected,
	skipped: stats.skipped
});

/** @param {Tally} tally */
export const line = ({ passed, failed, skipped }) =>
	`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
