/** Aligns the two sides of a draft in a worker, so that the page stays free. */
import type { AlignmentDraft, Link } from '../../core/align/draft';
import type { Aligned } from '../../core/align/aligned';
import type { Result } from '../../core/result';
import type { Lang } from '../../core/text/article';
import { Calls, type CallFailure, type CallOptions, type Envelope } from '../worker/calls';
import type { Start } from '../worker/running';
import { parseReply, type AlignRequest, type WorkFailure } from './protocol';

export type AligningFailure = WorkFailure | CallFailure;
export type AlignOutcome = Result<readonly Link[], AligningFailure>;

export interface AlignOptions extends CallOptions {
	/** Texts in the same two languages that are aligned already: their words are learnt from. */
	readonly aligned?: readonly Aligned[];
}

export class Aligner {
	readonly #calls: Calls<AlignRequest, readonly Link[], WorkFailure>;

	constructor(start: Start<AlignRequest & Envelope>) {
		this.#calls = new Calls(start, parseReply);
	}

	/** Brings what aligning these two languages needs, before it is asked for: nothing is aligned. */
	async wake(source: Lang, target: Lang): Promise<void> {
		const side = (lang: Lang) => ({ lang, blocks: [] });
		await this.align({ source: side(source), target: side(target), links: [] });
	}

	/** Links for the draft’s texts: those that are fixed are kept, the others found anew. */
	align(
		{ source, target, links }: Pick<AlignmentDraft, 'source' | 'target' | 'links'>,
		{ aligned = [], ...options }: AlignOptions = {}
	): Promise<AlignOutcome> {
		return this.#calls.call({ source, target, links, aligned }, options);
	}
}
