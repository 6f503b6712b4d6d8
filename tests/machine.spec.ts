import type { Page } from '@playwright/test';
import { serve } from '../scripts/serve.mjs';
import { expect, test as base } from './fixtures';
import { machineSite } from './machine/site';

/** A page that has the translator, on a site of its own. */
const test = base.extend<{ machine: Page }>({
	machine: async ({ page }, use) => {
		const site = await serve({ dir: await machineSite(), lasting: false });
		await page.goto(site.url);
		await use(page);
		await site.close();
	}
});

test('a sentence is translated in a worker', async ({ machine }) => {
	const answers = await machine.evaluate(async () => {
		const engine = window.machine.openOpus({
			pair: { from: 'sv', to: 'en' },
			model: 'jamsides/phrases-sv-en',
			revision: '1',
			files: { kind: 'address', prefix: '/models/phrases-sv-en/' }
		});
		const signal = new AbortController().signal;
		return engine.translate(['Det var en gång ett litet hus vid havet.'], { signal });
	});
	expect(answers).toEqual({
		ok: true,
		value: ['Once upon a time there was a little house by the sea.']
	});
});
