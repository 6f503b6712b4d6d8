/** Describes an OPUS-MT model for transformers.js, and where its files are. */
import { quickly, type Care, type EngineId, type LanguagePair } from '../../../core/machine/engine';
import type { OpenModel } from '../../../core/machine/modelStore';

export interface OpusModel {
	readonly pair: LanguagePair;
	/** The name that its publisher uses: `Xenova/opus-mt-sv-en`. */
	readonly model: string;
	/** The commit. */
	readonly revision: string;
	readonly files: ModelFiles;
}

/**
 * Where the files are: at `prefix` + name, either in a cache or at a path of our own site that
 * begins with a slash. It is plain data, since a function cannot be sent to a worker.
 */
export type ModelFiles =
	| { readonly kind: 'cache'; readonly cache: string; readonly prefix: string }
	| { readonly kind: 'address'; readonly prefix: string }
	/** A model stored by the reader (`adapters/models`). */
	| { readonly kind: 'kept'; readonly model: OpenModel };

export const dtype = 'q8';

/** Sentences decoded at the same time. More are hardly faster, and delay the first answer. */
export const batchRows: Readonly<Record<Care, number>> = { quick: 8, careful: 4 };

/**
 * Sentences of the first batch where a reader waits. Decoding two and then six takes 2 to 4 % longer
 * than eight together, one and then seven 23 %.
 */
export const hurriedRows: Readonly<Record<Care, number>> = { quick: 2, careful: 1 };

/**
 * The beam of the careful way (`BeamRules`). It is part of the engine’s identity. At most two
 * rows a step on average: each costs as much as a row of the quick way, and ranking comes on top.
 */
export const beam = { width: 4, reach: 2.5, meanRows: 2 };

/**
 * The beam of a sentence that is asked for terms: nothing is given up for being behind by less than
 * the reward. `reward`, in nats: a translation with a term may be 3,000 times less likely than the
 * one without. It is part of what an answer with terms is kept by.
 */
export const termBeam = { width: 4, reach: 8, meanRows: 4, reward: 8 };

/** How terms are asked for. */
export const asks = `terms 1, beam ${termBeam.width}, reward ${termBeam.reward}`;

/**
 * Library versions. A test compares them with the installed ones: another version may answer
 * differently.
 */
export const library = {
	transformers: '4.3.1',
	runtime: '1.31.0-dev.20260914-8d85527a0'
};

/** Version of our own module (`marian/`): raised when it may answer differently. */
const marianVersion = 1;

export const opusId = ({ model, revision }: OpusModel, care: Care = 'quick'): EngineId => ({
	engine: 'opus-mt',
	model,
	revision,
	dtype,
	settings: [
		care === 'quick'
			? quickly
			: `beam ${beam.width} by length, reach ${beam.reach}, rows ${beam.meanRows}`,
		'wasm',
		`marian ${marianVersion}`,
		`batch ${batchRows[care]}`,
		`transformers.js ${library.transformers}`,
		`onnxruntime-web ${library.runtime}`
	].join(', ')
});
