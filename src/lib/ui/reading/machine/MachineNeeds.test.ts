import { render } from 'svelte/server';
import { afterEach, expect, test, vi } from 'vitest';
import { translator } from '$lib/i18n';
import type { Machine } from '$lib/state/reading/machine/machine.svelte';
import Models from '$lib/ui/machine/Models.svelte';
import MachineNeeds from './MachineNeeds.svelte';

afterEach(() => void vi.unstubAllGlobals());

async function shown(): Promise<string> {
	const machine = {
		ui: 'en',
		translating: { text: { pair: { from: 'sv', to: 'en' } } },
		machinery: {}
	} as unknown as Machine;
	const props = { t: await translator('en'), machine, got: () => undefined };
	return render(MachineNeeds, { props }).body;
}

test('a model comes from the hub that the reader chose', async () => {
	expect(await shown()).toContain('from huggingface.co');
	vi.stubGlobal('localStorage', { getItem: () => 'https://hub.example.org' });
	expect(await shown()).toContain('from hub.example.org');
});

test('the link to the settings leads to the section of the models', async () => {
	const t = await translator('en');
	expect(await shown()).toContain('href="/en/settings/#models"');
	expect(render(Models, { props: { t, ui: 'en' } }).body).toContain('id="models"');
});
