/** The machines that translate on the reader’s device. Adding one: its folder, and its line here. */
import type { Engine, EngineFailure, Pair } from '../../core/machine/engine';
import type { Result } from '../../core/result';
import type { Availability } from './browser/api';
import { availability, openBrowser, type OpenOptions } from './browser/engine';
import type { OpusModel } from './opus/model';
import { openOpus } from './opus/start';

/**
 * `needs: 'model'`: opens a model that the reader keeps (`core/machine/model.ts` says for which
 * pairs there is one); `needs: 'browser'`: what it needs is the browser’s, which says whether it has
 * it, or would download it.
 */
export type Machine =
	| {
			readonly engine: 'opus-mt';
			readonly needs: 'model';
			readonly open: (model: OpusModel) => Engine;
	  }
	| {
			readonly engine: 'browser';
			readonly needs: 'browser';
			readonly availability: (pair: Pair) => Promise<Availability>;
			readonly open: (pair: Pair, options: OpenOptions) => Promise<Result<Engine, EngineFailure>>;
	  };

export const machines: readonly Machine[] = [
	{ engine: 'opus-mt', needs: 'model', open: openOpus },
	{ engine: 'browser', needs: 'browser', availability, open: openBrowser }
];
