import {
	defineConfig,
	type PlaywrightTestOptions,
	type PlaywrightWorkerOptions
} from '@playwright/test';
import { findBrowser } from './scripts/browsers.mjs';
import { freePort } from './scripts/port.mjs';

// The tests' own processes inherit the port that the first one finds.
process.env.PORT ??= String(await freePort(0));
const url = `http://127.0.0.1:${process.env.PORT}`;

/** What a headless Chromium in a container needs, and what keeps it from calling home. */
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
		// In Firefox a picture is taken with an inline style, which the policy refuses.
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
	// A test that passes the second time has found something: nothing is retried.
	retries: 0,
	workers: 2,
	// Timeouts are for what hangs: a busy machine is slow, not wrong.
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
		// What hangs on no browser is tried in one: CI has two cores.
		{ name: 'firefox', use: await firefox(), grepInvert: /@chromium/ }
	],
	webServer: { command: 'node scripts/serve.mjs', url, reuseExistingServer: false, timeout: 15_000 }
});
