/** The part of `compose.ts` that translates on the device: apart from it, since only some readers do. */
import type { Engine, Pair } from '$lib/core/machine/engine';
import { modelFor } from '$lib/core/machine/model';
import type { ModelFailure, OpenModel } from '$lib/core/machine/modelStore';
import { fail, ok, type Result } from '$lib/core/result';
import type { Machinery } from '$lib/state/translating.svelte';
import { settings } from '$lib/state/settings.svelte';
import { store } from './compose';
import { modelStore } from './composeModels';

let made: Promise<Machinery> | null = null;

/** What translates here. The same always; only in the browser. */
export function machinery(): Promise<Machinery> {
	made ??= make();
	made.catch(() => (made = null)); // a module did not come: the next call asks again
	return made;
}

async function make(): Promise<Machinery> {
	const [{ answers }, { alone }] = await Promise.all([store(), import('$lib/adapters/mt/alone')]);
	return { cache: answers, alone, now: () => Date.now(), engine, browser };
}

/** A model on this device comes before the browser’s translator, of which nobody knows what it is. */
async function engine(pair: Pair): Promise<Found> {
	try {
		const own = await ownEngine(pair);
		if (own.ok && own.value) return own;
		const browsers = await chosenBrowser(pair);
		return browsers ? ok(browsers) : own;
	} catch (error) {
		return fail({ kind: 'failed', message: String(error) }); // a module did not come
	}
}

type Found = Result<Engine | null, ModelFailure>;

/** By what could change its answers: whoever asks again for the same has the same engine. */
const engines = new Map<string, Engine>();

/** By a model on this device; null where there is none. */
async function ownEngine(pair: Pair): Promise<Found> {
	const model = modelFor(pair);
	if (!model) return ok(null);
	const opened = await (await modelStore()).open(model.id);
	if (!opened.ok) return opened;
	return ok(opened.value && (await engineOf(opened.value, pair)));
}

async function engineOf(model: OpenModel, pair: Pair): Promise<Engine> {
	const key = `${model.id} ${model.revision}`;
	const known = engines.get(key);
	if (known) return known;
	const [{ openOpus }, { keepTranslator }] = await Promise.all([
		import('$lib/adapters/mt/opus/start'),
		import('$lib/adapters/mt/opus/kept')
	]);
	// What runs the model, for the day there is no network; nobody waits for it.
	void keepTranslator();
	const { id, revision } = model;
	const engine = openOpus({ pair, model: id, revision, files: { kind: 'kept', model } });
	engines.set(key, engine);
	return engine;
}

const browserModule = () => import('$lib/adapters/mt/browser/engine');

/** By pair: the browser’s translators that are open. */
const browsers = new Map<string, Engine>();
const nameOf = ({ from, to }: Pair): string => `${from} ${to}`;

/** As the reader chose at an earlier visit; not where the browser would have to fetch something first. */
async function chosenBrowser(pair: Pair): Promise<Engine | null> {
	const open = browsers.get(nameOf(pair));
	if (open || settings.values.translator !== 'browser') return open ?? null;
	const { availability } = await browserModule();
	return (await availability(pair)) === 'available' ? openIn(pair) : null;
}

async function browser(pair: Pair): Promise<(() => Promise<boolean>) | null> {
	const come = await browserModule().catch(() => null);
	if (!come || (await come.availability(pair)) === 'unavailable') return null;
	return async () => {
		const opened = (await openIn(pair)) !== null;
		if (opened) settings.set('translator', 'browser');
		return opened;
	};
}

async function openIn(pair: Pair): Promise<Engine | null> {
	const { openBrowser } = await browserModule();
	const opened = await openBrowser(pair, { signal: new AbortController().signal });
	if (!opened.ok) return null;
	browsers.set(nameOf(pair), opened.value);
	return opened.value;
}
