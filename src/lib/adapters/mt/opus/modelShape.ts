/** Reads from a model’s configuration what generating needs. */
import * as v from 'valibot';

export interface ModelShape {
	/** Attention heads of the decoder, and the width of each. */
	readonly heads: number;
	readonly headWidth: number;
	/** Longest sentence on either side, in tokens. A longer one is translated in parts. */
	readonly positions: number;
	/** The tokens that end a sentence and begin a translation, and those that are never generated. */
	readonly end: number;
	readonly start: number;
	readonly forbidden: readonly number[];
}

const token = v.pipe(v.number(), v.integer(), v.minValue(0));
const size = v.pipe(v.number(), v.integer(), v.minValue(1));

const schema = v.object({
	model_type: v.literal('marian'),
	d_model: size,
	decoder_attention_heads: size,
	max_position_embeddings: size,
	eos_token_id: token,
	decoder_start_token_id: token,
	bad_words_ids: v.optional(v.nullable(v.array(v.array(token))), null)
});

/**
 * Returns the shape. Throws, with the path of the fault, if the configuration is not a Marian
 * model’s.
 */
export function shapeOf(config: object): ModelShape {
	const parsed = v.safeParse(schema, config);
	if (!parsed.success) throw new TypeError(faults(parsed.issues));
	const model = parsed.output;
	return {
		heads: model.decoder_attention_heads,
		headWidth: model.d_model / model.decoder_attention_heads,
		positions: model.max_position_embeddings,
		end: model.eos_token_id,
		start: model.decoder_start_token_id,
		// Marian forbids only its padding, so words of several tokens are ignored.
		forbidden: (model.bad_words_ids ?? []).flatMap((word) => (word.length === 1 ? word : []))
	};
}

const faults = (issues: readonly v.BaseIssue<unknown>[]): string =>
	issues.map((issue) => `config.${v.getDotPath(issue) ?? ''}: ${issue.message}`).join('; ');
