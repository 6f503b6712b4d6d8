/** Exposes the translator to tests: `site.ts` builds it as the site’s own build would. */
import type { Engine } from '../../src/lib/core/machine/engine';
import { opusFileNames } from '../../src/lib/core/machine/model';
import type { OpusModel } from '../../src/lib/adapters/mt/opus/model';
import { openOpus, translatorFiles } from '../../src/lib/adapters/mt/opus/start';

export interface Opening {
	/** The name that tests use for it. */
	readonly name: string;
	readonly model: OpusModel;
	readonly idleMs?: number;
}

const engines = new Map<string, Engine>();

const machine = {
	open({ name, model, ...options }: Opening): void {
		engines.set(name, openOpus(model, options));
	},
	engine(name: string): Engine {
		const engine = engines.get(name);
		if (!engine) throw new RangeError(`no engine is called ${name}`);
		return engine;
	},
	modelFileNames: opusFileNames,
	translatorFiles
};

declare global {
	interface Window {
		machine: typeof machine;
	}
}

window.machine = machine;
