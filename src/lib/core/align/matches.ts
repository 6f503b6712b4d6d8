/** Finds which tokens of a source sentence match which of the target sentences beside it. */
import type { WordLinks } from './wordLinks';
import { maxTokens, type Side } from './side';

/** Links by the target: for each of its kinds the kinds of the source, and the lifts. */
export class Backlinks {
	readonly starts: Uint32Array;
	readonly to: Uint32Array;
	/** p(t | s) / p(t) and p(s | t) / p(s): how much more often than by chance. */
	readonly liftTarget: Float32Array;
	readonly liftSource: Float32Array;

	constructor(source: Side, target: Side, links: WordLinks) {
		const starts = new Uint32Array(target.kinds.length + 1);
		for (const t of links.to) starts[t + 1] = (starts[t + 1] ?? 0) + 1;
		for (let t = 0; t < target.kinds.length; t++)
			starts[t + 1] = (starts[t + 1] ?? 0) + (starts[t] ?? 0);
		this.starts = starts.slice();
		this.to = new Uint32Array(links.to.length);
		this.liftTarget = new Float32Array(links.to.length);
		this.liftSource = new Float32Array(links.to.length);
		for (let s = 0; s < source.kinds.length; s++)
			for (let at = links.starts[s] ?? 0; at < (links.starts[s + 1] ?? 0); at++) {
				const t = links.to[at] ?? 0;
				const here = starts[t] ?? 0;
				starts[t] = here + 1;
				const weight = links.weights[at] ?? 0;
				this.to[here] = s;
				this.liftTarget[here] = weight / (target.chances[t] ?? 1);
				this.liftSource[here] = weight / (source.chances[s] ?? 1);
			}
	}
}

/** The most words of one kind in a sentence that are matched; further ones are ignored. */
const mostAlike = 4;

/** The matches of one source sentence with a run of target sentences. */
export class MatchRow {
	/** The first target sentence, and where the matches of each begin. */
	first = 0;
	starts = new Uint32Array(1);
	/** The token of the source sentence and that of the target sentence, each from 0. */
	from = new Uint16Array(256);
	to = new Uint16Array(256);
	liftTarget = new Float32Array(256);
	liftSource = new Float32Array(256);
	/** By source kind: 1 + the index of its first token in the sentence that was read last. */
	readonly #first: Uint16Array;
	readonly #next = new Uint16Array(maxTokens);
	#count = 0;

	constructor(readonly source: Side) {
		this.#first = new Uint16Array(source.kinds.length);
	}

	/** Matches source sentence `i` with the target sentences from `first` to before `end`. */
	read(i: number, first: number, end: number, target: Side, links: Backlinks): void {
		const size = this.#mark(i);
		this.first = first;
		this.#count = 0;
		if (this.starts.length < end - first + 1) this.starts = new Uint32Array(end - first + 65);
		for (let j = first; j < end; j++) {
			this.starts[j - first] = this.#count;
			this.#match(target, j, links);
		}
		this.starts[end - first] = this.#count;
		this.#unmark(i, size);
	}

	/** Chains the tokens of each kind in the sentence. */
	#mark(i: number): number {
		const start = this.source.starts[i] ?? 0;
		const size = (this.source.starts[i + 1] ?? 0) - start;
		for (let a = size - 1; a >= 0; a--) {
			const kind = this.source.tokens[start + a] ?? 0;
			this.#next[a] = this.#first[kind] ?? 0;
			this.#first[kind] = a + 1;
		}
		return size;
	}

	#unmark(i: number, size: number): void {
		const start = this.source.starts[i] ?? 0;
		for (let a = 0; a < size; a++) this.#first[this.source.tokens[start + a] ?? 0] = 0;
	}

	#match(target: Side, j: number, links: Backlinks): void {
		const start = target.starts[j] ?? 0;
		const size = (target.starts[j + 1] ?? 0) - start;
		for (let b = 0; b < size; b++) {
			const kind = target.tokens[start + b] ?? 0;
			const end = links.starts[kind + 1] ?? 0;
			for (let at = links.starts[kind] ?? 0; at < end; at++) {
				let a = this.#first[links.to[at] ?? 0] ?? 0;
				for (let turn = 0; a > 0 && turn < mostAlike; turn++) {
					this.#keep(a - 1, b, at, links);
					a = this.#next[a - 1] ?? 0;
				}
			}
		}
	}

	#keep(a: number, b: number, at: number, links: Backlinks): void {
		if (this.#count === this.from.length) this.#grow();
		const here = this.#count++;
		this.from[here] = a;
		this.to[here] = b;
		this.liftTarget[here] = links.liftTarget[at] ?? 0;
		this.liftSource[here] = links.liftSource[at] ?? 0;
	}

	#grow(): void {
		const size = this.from.length * 2;
		const [from, to, ours, theirs] = [this.from, this.to, this.liftTarget, this.liftSource];
		this.from = new Uint16Array(size);
		this.to = new Uint16Array(size);
		this.liftTarget = new Float32Array(size);
		this.liftSource = new Float32Array(size);
		this.from.set(from);
		this.to.set(to);
		this.liftTarget.set(ours);
		this.liftSource.set(theirs);
	}
}
