import { describe, expect, it } from 'vitest';
import type { Hub } from '$lib/core/machine/hub';
import { models } from '$lib/core/machine/model';
import type { ModelFailure, ModelStore, Offer } from '$lib/core/machine/modelStore';
import { fail, ok, type Result } from '$lib/core/result';
import { OwnModel } from './model.svelte';

const hub = 'https://hub.example.org' as Hub;
const [model] = models;

/** Returns a model that is asked for at a hub and at the site, and the functions that answer. */
function asked() {
	if (!model) throw new RangeError('no model');
	const answers = new Map<string, (answer: Result<Offer, ModelFailure>) => void>();
	const store: Pick<ModelStore<Blob>, 'ask' | 'begin'> = {
		ask: (_, { kind }) => new Promise((resolve) => answers.set(kind, resolve)),
		begin: async () => ok(undefined)
	};
	const own = new OwnModel(
		model,
		async () => store as ModelStore<Blob>,
		() => undefined
	);
	const offer = (kind: 'hub' | 'site'): Offer => ({
		...{ model: model.id, commit: null, files: [] },
		source: kind === 'hub' ? { kind, hub } : { kind }
	});
	return { own, answers, offer };
}

describe('a model that is asked for in two places', () => {
	it('shows the answer that the reader asked for last, in whatever order the answers arrive', async () => {
		const { own, answers, offer } = asked();
		const slow = own.ask(hub);
		const quick = own.ask(null);
		await Promise.resolve();
		answers.get('site')?.(ok(offer('site')));
		await quick;
		expect(own.step).toEqual({ kind: 'offered', offer: offer('site') });
		await own.accept();
		answers.get('hub')?.(ok(offer('hub')));
		await slow;
		expect(own.step).toEqual({ kind: 'done', what: 'downloaded' });
	});

	it('shows no failure of a request that the reader no longer waits for', async () => {
		const { own, answers, offer } = asked();
		const slow = own.ask(hub);
		const quick = own.ask(null);
		await Promise.resolve();
		answers.get('site')?.(ok(offer('site')));
		await quick;
		answers.get('hub')?.(fail({ kind: 'slow', host: 'hub.example.org' }));
		await slow;
		expect(own.step).toEqual({ kind: 'offered', offer: offer('site') });
	});
});
