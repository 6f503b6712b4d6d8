import { widest } from './beadTypes';
import { classOf, maxTokens } from './side';
import { within, type Totals } from './totals';

/** The most that a single word can contribute, in nats. */
const mostGain = 5;

/** Sums the evidence of a bead’s words on one side. */
export class BeadEvidence {
	readonly #sum = new Float64Array(widest * maxTokens);
	readonly #touched = new Uint16Array(widest * maxTokens);
	#count = 0;
	gain = 0;
	matched = 0;
	numbers = 0;
	names = 0;
	/** The gain of each sentence of the side. */
	readonly parts = new Float64Array(widest);

	add(token: number, lift: number): void {
		const before = this.#sum[token] ?? 0;
		if (before === 0) this.#touched[this.#count++] = token;
		this.#sum[token] = before + lift;
	}

	/** Adds up the words of sentences `from` to `end`, and resets their counts. */
	settle(totals: Totals, from: number, end: number, unanswered: number): void {
		const { classes } = totals;
		const { starts } = totals.side;
		const start = starts[from] ?? 0;
		const silence = Math.log(unanswered);
		this.numbers = this.names = 0;
		this.matched = this.#count;
		this.gain = 0;
		for (let part = from; part < end; part++)
			this.parts[part - from] = within(totals.known, part, part + 1) * silence;
		for (let k = 0; k < this.#count; k++) {
			const token = this.#touched[k] ?? 0;
			const lift = this.#sum[token] ?? 0;
			this.#sum[token] = 0;
			const gain = Math.min(mostGain, Math.log(unanswered + (1 - unanswered) * lift)) - silence;
			let part = 0;
			while (from + part + 1 < end && start + token >= (starts[from + part + 1] ?? 0)) part++;
			this.parts[part] = (this.parts[part] ?? 0) + gain;
			const kind = classes[start + token];
			if (kind === classOf.number) this.numbers++;
			else if (kind === classOf.name) this.names++;
		}
		this.#count = 0;
		for (let part = from; part < end; part++) this.gain += this.parts[part - from] ?? 0;
	}
}
