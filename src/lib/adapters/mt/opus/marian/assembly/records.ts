/**
 * The records that TypeScript writes into the memory (`../records.ts`) and the functions here read.
 * Every field has four bytes; a `usize` is an address.
 */

/** A linear layer: outputs = inputs · weights + bias. */
@unmanaged
export class Linear {
	/** Packed by `pack.ts`. */
	weights: usize = 0;
	/** [outputs] float32: the step between two weights of a column. */
	scales: usize = 0;
	/** [outputs] float32 */
	bias: usize = 0;
	/** [outputs] int32: the weight that stands for zero in a column. */
	zeros: usize = 0;
	/** A multiple of 8. */
	inputs: i32 = 0;
	/** A multiple of 16. */
	outputs: i32 = 0;
	/** [outputs] int32: the sums of the columns, where they are packed by fours; else 0. */
	sums: usize = 0;
}

/** Layer normalisation. */
@unmanaged
export class Norm {
	/** [width] float32 */
	weight: usize = 0;
	bias: usize = 0;
	epsilon: f32 = 0;
}

/** A layer of the encoder or of the decoder. The encoder’s have no `cross…`. */
@unmanaged
export class Layer {
	/** Query (already scaled), key and value beside each other. */
	ownProjections: Linear = changetype<Linear>(0);
	ownOutput: Linear = changetype<Linear>(0);
	ownNorm: Norm = changetype<Norm>(0);
	crossQuery: Linear = changetype<Linear>(0);
	/** Key and value beside each other. */
	crossMemory: Linear = changetype<Linear>(0);
	crossOutput: Linear = changetype<Linear>(0);
	crossNorm: Norm = changetype<Norm>(0);
	inner: Linear = changetype<Linear>(0);
	outer: Linear = changetype<Linear>(0);
	lastNorm: Norm = changetype<Norm>(0);
}

/** An encoder or a decoder. */
@unmanaged
export class Stack {
	/** `Layer` records, one after another. */
	layers: usize = 0;
	layerCount: i32 = 0;
	width: i32 = 0;
	heads: i32 = 0;
	/** 0: ReLU, 1: swish. */
	activation: i32 = 0;
	/** The token embedding: a packed table, [vocabulary, width] turned. */
	embedding: Linear = changetype<Linear>(0);
	/** Multiplies an embedding before the position is added. */
	embeddingFactor: f32 = 0;
	/** [positions, width] float32 */
	positions: usize = 0;
	/** The decoder’s output layer. */
	output: Linear = changetype<Linear>(0);
}

/** Memory for intermediate results. */
@unmanaged
export class Scratch {
	/** [rows, width] float32: the vectors between the layers. Each thread has its own. */
	vectors: usize = 0;
	/** [rows, widest] int16. Each thread has its own. */
	rounded: usize = 0;
	/** [rows] of scale and sum. Each thread has its own. */
	steps: usize = 0;
	/** [most positions] float32. Each thread has its own. */
	weights: usize = 0;
	/** [rows, widest] float32: projections and the inner layer. Shared. */
	wide: usize = 0;
	/** [rows, width] float32: what attention read. Shared. */
	read: usize = 0;
	/** [rows, width] float32: what a sublayer adds. Shared. */
	added: usize = 0;
}

/** A step of a batch: one token for each row. */
@unmanaged
export class Step {
	stack: Stack = changetype<Stack>(0);
	rows: i32 = 0;
	/** [rows] int32: the last token of each row. */
	tokens: usize = 0;
	/** [rows] int32: tokens before it. */
	lengths: usize = 0;
	/** [rows]: addresses of each row’s list of pages with its own keys and values. */
	pages: usize = 0;
	/** [rows]: the same for its sentence. */
	sentencePages: usize = 0;
	/** [rows] int32: tokens of its sentence. */
	sentenceLengths: usize = 0;
	/** [rows, outputs] float32: the result. */
	scores: usize = 0;
	/** [rows] int32: the likeliest token of each row. */
	best: usize = 0;
	/** [rows + 1] int32: where each row’s barred tokens begin in `barred`. */
	barredStarts: usize = 0;
	barred: usize = 0;
	/** Number of tokens that can be chosen: outputs without those that fill the last panel. */
	vocabulary: i32 = 0;
}
