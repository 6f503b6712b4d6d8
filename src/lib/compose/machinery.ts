/** Machine translation on this device, apart from `store.ts`, because only some readers need it. */
import type { Engine, LanguagePair } from '$lib/core/machine/engine';
import { modelFor } from '$lib/core/machine/model';
import type { ModelFailure, OpenModel } from '$lib/core/machine/modelStore';
import type { SlowReason } from '$lib/core/machine/slow';
import { fail, ok, type Result } from '$lib/core/result';
import { modelStore } from './models';
import { store } from './store';

/** Whether the reader prefers the browser’s own translator, and a way to keep that choice. */
export interface TranslatorChoice {
	readonly isBrowser: () => boolean;
	readonly chooseBrowser: () => void;
	/** Told when a model is loaded: why it runs the slower way; null if it does not. */
	readonly noteSpeed: (model: string, slow: SlowReason | null) => void;
}

/** Returns the environment of machine translation on this device. Only in the browser. */
export async function machinery(choice: TranslatorChoice) {
	const [{ answers }, { runExclusive }] = await Promise.all([
		store(),
		import('$lib/adapters/mt/exclusive')
	]);
	return {
		cache: answers,
		alone: runExclusive,
		now: (): number => Date.now(),
		engine: (pair: LanguagePair) => engine(pair, choice),
		browser: (pair: LanguagePair) => browser(pair, choice)
	};
}

/**
 * Returns the engine for a pair; null where there is none. A model on this device comes first: the
 * browser does not say which model its translator runs.
 */
async function engine(pair: LanguagePair, choice: TranslatorChoice): Promise<Found> {
	try {
		const own = await ownEngine(pair, choice);
		if (own.ok && own.value) return own;
		const browsers = await chosenBrowser(pair, choice);
		return browsers ? ok(browsers) : own;
	} catch (error) {
		return fail({ kind: 'failed', message: String(error) }); // a module did not load
	}
}

type Found = Result<Engine | null, ModelFailure>;

/** Open engines by model and revision: asking again for the same gives the same engine. */
const engines = new Map<string, Engine>();

/** Returns the engine of a model on this device; null where there is no model. */
async function ownEngine(pair: LanguagePair, choice: TranslatorChoice): Promise<Found> {
	const model = modelFor(pair);
	if (!model) return ok(null);
	const opened = await (await modelStore()).open(model.id);
	if (!opened.ok) return opened;
	return ok(opened.value && (await engineOf(opened.value, pair, choice)));
}

async function engineOf(
	model: OpenModel,
	pair: LanguagePair,
	{ noteSpeed }: TranslatorChoice
): Promise<Engine> {
	const key = `${model.id} ${model.revision}`;
	const known = engines.get(key);
	if (known) return known;
	const [{ openOpus }, { keepTranslator }] = await Promise.all([
		import('$lib/adapters/mt/opus/start'),
		import('$lib/adapters/mt/opus/runtimeFiles')
	]);
	// Keeps the code that runs the model for use without a network; not awaited.
	void keepTranslator();
	const { id, revision } = model;
	const opus = { pair, model: id, revision, files: { kind: 'kept', model } } as const;
	const engine = openOpus(opus, { onLoaded: (slow) => noteSpeed(id, slow) });
	engines.set(key, engine);
	return engine;
}

const browserModule = () => import('$lib/adapters/mt/browser/engine');

/** The browser’s open translators by pair of languages. */
const browsers = new Map<string, Engine>();
const nameOf = ({ from, to }: LanguagePair): string => `${from} ${to}`;

/** Opens the browser’s translator if the reader chose it before and it needs no download. */
async function chosenBrowser(pair: LanguagePair, choice: TranslatorChoice): Promise<Engine | null> {
	const open = browsers.get(nameOf(pair));
	if (open || !choice.isBrowser()) return open ?? null;
	const { availability } = await browserModule();
	return (await availability(pair)) === 'available' ? openIn(pair) : null;
}

/** Returns what begins to use the browser’s translator; null where it does not know the pair. */
async function browser(
	pair: LanguagePair,
	choice: TranslatorChoice
): Promise<(() => Promise<boolean>) | null> {
	const adapter = await browserModule().catch(() => null);
	if (!adapter || (await adapter.availability(pair)) === 'unavailable') return null;
	return async () => {
		const opened = (await openIn(pair)) !== null;
		if (opened) choice.chooseBrowser();
		return opened;
	};
}

async function openIn(pair: LanguagePair): Promise<Engine | null> {
	const { openBrowser } = await browserModule();
	const opened = await openBrowser(pair, { signal: new AbortController().signal });
	if (!opened.ok) return null;
	browsers.set(nameOf(pair), opened.value);
	return opened.value;
}
