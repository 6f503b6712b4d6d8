/** Tells which models the kernel can run: its loops take several numbers at a time. */
import type { DecoderWeights, LayerWeights, StackWeights } from '../graph/weights';
import { columns } from './records';

/** The most inputs of a layer: sums of products of int16 up to 255 and int8 stay below 2 ** 31. */
const mostInputs = 2 ** 15;

/** Throws a TypeError that says what does not fit. */
export function checkFit(
	encoder: StackWeights,
	decoder: DecoderWeights,
	heads: number,
	positions: number
): void {
	const width = decoder.output.inputs;
	const check = (isFit: boolean, what: string) => {
		if (!isFit) throw new TypeError(what);
	};
	check(width % columns === 0, `a width of ${width}`);
	check(width % (4 * heads) === 0, `${heads} heads of ${width / heads}`);
	for (const { layers, embedding } of [encoder, decoder]) {
		check(embedding.table.inputs === width, 'an embedding of another width');
		check(embedding.positions.length >= positions * width, 'too few positions');
		for (const layer of layers) check(isSized(layer, width), 'a layer of another size');
		check(new Set(layers.map(({ activation }) => activation)).size === 1, 'several activations');
	}
	check(
		encoder.layers.every(({ cross }) => cross === null) &&
			decoder.layers.every(({ cross }) => cross !== null),
		'attention in the wrong place'
	);
	check(decoder.output.outputs <= decoder.embedding.table.outputs, 'too few embeddings');
}

function isSized({ own, cross, inner, outer, norm }: LayerWeights, width: number): boolean {
	const attentions = [own, ...(cross ? [cross] : [])];
	const squares = attentions.flatMap(({ query, key, value, output }) => [
		query,
		key,
		value,
		output
	]);
	const norms = [norm, ...attentions.map((each) => each.norm)];
	return (
		squares.every(({ inputs, outputs }) => inputs === width && outputs === width) &&
		norms.every(({ weight, bias }) => weight.length === width && bias.length === width) &&
		inner.inputs === width &&
		inner.outputs % columns === 0 &&
		inner.outputs <= mostInputs &&
		outer.inputs === inner.outputs &&
		outer.outputs === width
	);
}
