import {
	defineConfig,
	type PlaywrightTestOptions,
	type PlaywrightWorkerOptions
} from '@playwright/test';
import { findBrowser } from './scripts/browsers.mjs';
import { freePort } from './scripts/port.mjs';

// The worker processes of the tests inherit the port that the first process finds.
process.env.PORT ??= String(await freePort(0));
const url = `http://127.0.0.1:${process.env.PORT}`;

/**
 * Flags that a headless Chromium needs in a container, and flags that stop its background requests.
 */
const chromiumArgs = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

type Use = Partial<PlaywrightTestOptions & PlaywrightWorkerOptions>;

async function chromium(): Promise<Use> {
	const found = await findBrowser('chromium');
	const executable = found?.from === 'system' ? { executablePath: found.path } : {};
	return {
		browserName: 'chromium',
		// Firefox sets an inline style to take a screenshot, which the policy refuses.
		screenshot: 'only-on-failure',
		launchOptions: { args: chromiumArgs, ...executable }
	};
}

/** A system Firefox is driven over WebDriver BiDi; only Playwright's own speaks its own protocol. */
async function firefox(): Promise<Use> {
	const found = await findBrowser('firefox');
	return found?.from === 'system'
		? {
				browserName: 'firefox',
				channel: 'moz-firefox',
				launchOptions: { executablePath: found.path }
			}
		: { browserName: 'firefox' };
}

const reportFile = process.env.PLAYWRIGHT_JSON_OUTPUT_FILE;

export default defineConfig({
	testDir: 'tests',
	testMatch: '**/*.spec.ts',
	outputDir: 'test-results',
	fullyParallel: true,
	forbidOnly: true,
	// A test that passes only the second time has found a fault: the report names it as flaky. It
	// does not throw away a whole run on a machine that other work slows down.
	retries: 1,
	workers: 2,
	// Timeouts catch hanging tests only; a busy machine may be slow.
	timeout: 120_000,
	expect: { timeout: 20_000 },
	reporter: reportFile ? [['list'], ['json', { outputFile: reportFile }]] : [['list']],
	use: {
		baseURL: url,
		viewport: { width: 1440, height: 900 },
		locale: 'en-GB',
		trace: 'off'
	},
	projects: [
		{ name: 'chromium', use: await chromium() },
		// Only tests that depend on the browser: storage, workers, highlights, scrolling, keys.
		{ name: 'firefox', use: await firefox(), grep: /@both/ }
	],
	webServer: { command: 'node scripts/serve.mjs', url, reuseExistingServer: false, timeout: 15_000 }
});
