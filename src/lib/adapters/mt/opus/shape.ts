/** What generating must know of a model, from its own configuration. */
import * as v from 'valibot';

export interface ModelShape {
	/** Attention heads of the decoder, and the width of each. */
	readonly heads: number;
	readonly headWidth: number;
	/** The longest sentence, in tokens, on either side. */
	readonly positions: number;
	/** The token that ends a sentence, the one that a translation begins with, those never to be said. */
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

/** Throws, with the path to the fault, on what is no Marian model’s configuration. */
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
		// Marian forbids its padding alone: no word of more than one token.
		forbidden: (model.bad_words_ids ?? []).flatMap((word) => (word.length === 1 ? word : []))
	};
}

const faults = (issues: readonly v.BaseIssue<unknown>[]): string =>
	issues.map((issue) => `config.${v.getDotPath(issue) ?? ''}: ${issue.message}`).join('; ');
