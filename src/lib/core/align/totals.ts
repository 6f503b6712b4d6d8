import { classOf, type Side } from './side';

/** Prefix sums of one side, which make the sum over a run of sentences as cheap as over one. */
export class Totals {
	readonly tokens: Uint32Array;
	readonly known: Uint32Array;
	readonly numbers: Uint32Array;
	readonly names: Uint32Array;
	readonly letters: Float64Array;
	readonly opens: Uint32Array;
	/** The class of each token; a name that the other text has nowhere is a word. */
	readonly classes: Uint8Array;

	/** @param shared 1 for kinds that are names in both texts */
	constructor(
		readonly side: Side,
		known: Uint8Array,
		shared: Uint8Array
	) {
		const { count, starts, tokens } = side;
		const classes = side.classes.map((type, at) =>
			type === classOf.name && !shared[tokens[at] ?? 0] ? classOf.word : type
		);
		this.classes = classes;
		this.tokens = starts;
		this.known = new Uint32Array(count + 1);
		this.numbers = new Uint32Array(count + 1);
		this.names = new Uint32Array(count + 1);
		this.letters = new Float64Array(count + 1);
		this.opens = new Uint32Array(count + 1);
		for (let i = 0; i < count; i++) {
			let [k, num, nam] = [0, 0, 0];
			for (let at = starts[i] ?? 0; at < (starts[i + 1] ?? 0); at++) {
				k += known[tokens[at] ?? 0] ?? 0;
				if (classes[at] === classOf.number) num++;
				if (classes[at] === classOf.name) nam++;
			}
			this.known[i + 1] = (this.known[i] ?? 0) + k;
			this.numbers[i + 1] = (this.numbers[i] ?? 0) + num;
			this.names[i + 1] = (this.names[i] ?? 0) + nam;
			this.letters[i + 1] = (this.letters[i] ?? 0) + (side.lengths[i] ?? 0);
			this.opens[i + 1] = (this.opens[i] ?? 0) + (side.opens[i] ?? 0);
		}
	}
}

/** Returns the sum of the items from `from` to before `end`. */
export const within = (all: Uint32Array | Float64Array, from: number, end: number): number =>
	(all[end] ?? 0) - (all[from] ?? 0);
