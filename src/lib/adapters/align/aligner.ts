/** Aligns the two sides of a draft in a worker, so that the page stays responsive. */
import type { Lexicon } from '../../core/align/wordLinks';
import type { AlignmentDraft, Link } from '../../core/links/draft';
import { rememberSentences } from '../../core/links/draftText';
import type { Relinked } from '../../core/links/relinked';
import { ok, type Result } from '../../core/result';
import type { Lang } from '../../core/text/article';
import { Calls, type CallOptions } from '../worker/calls';
import type { ToWorker } from '../worker/protocol';
import type { Start } from '../worker/running';
import {
	parseReply,
	type AligningFailure,
	type AlignRequest,
	type AlignValue,
	type LearnRequest,
	type RelinkRequest,
	type TextsRequest
} from './protocol';

export type { AligningFailure };
export type AlignOutcome = Result<readonly Link[], AligningFailure>;

export type AlignOptions = CallOptions;

/** What is aligned of a draft; `related`: whatever the texts look like; `learnt`: see the request. */
export type Aligning = Pick<AlignmentDraft, 'source' | 'target' | 'links'> &
	Pick<TextsRequest, 'related' | 'learnt'>;

export class Aligner {
	readonly #calls: Calls<AlignRequest, AlignValue, AligningFailure>;

	constructor(start: Start<ToWorker<AlignRequest>>) {
		this.#calls = new Calls(start, parseReply, { failureOf: (failure) => failure });
	}

	/** Loads ahead of time what aligning these two languages needs. Aligns nothing. */
	async wake(source: Lang, target: Lang): Promise<void> {
		const side = (lang: Lang) => ({ lang, blocks: [] });
		await this.align({ source: side(source), target: side(target), links: [] });
	}

	/** Returns links for the draft’s texts: keeps the fixed links and finds the others anew. */
	async align(draft: Aligning, options: AlignOptions = {}): Promise<AlignOutcome> {
		const found = await this.#call('align', draft, options);
		return found.ok ? ok(found.value.links) : found;
	}

	/** Cuts the draft’s texts into sentences, so that `alignText` has them at once. */
	async cut(draft: Aligning): Promise<void> {
		await this.#call('cut', draft, {});
	}

	/** Finds the links of a saved translation again; null where the worker cannot. */
	async relink(request: Omit<RelinkRequest, 'kind'>): Promise<Relinked | null> {
		const found = await this.#calls.call({ kind: 'relink', ...request }, {});
		if (!found.ok || !found.value.relinked) return null;
		const { relinked, texts } = found.value;
		rememberSentences(request.source, texts.source);
		rememberSentences(relinked.target, texts.target);
		return relinked;
	}

	/** Learns words of aligned texts; none where the worker cannot. */
	async learn(request: Omit<LearnRequest, 'kind'>, options: AlignOptions = {}): Promise<Lexicon> {
		const found = await this.#calls.call({ kind: 'learn', ...request }, options);
		return found.ok ? (found.value.learnt ?? []) : [];
	}

	async #call(
		kind: TextsRequest['kind'],
		{ source, target, links, related, learnt }: Aligning,
		options: AlignOptions
	) {
		const found = await this.#calls.call(
			{ kind, source, target, links, ...(related && { related }), ...(learnt && { learnt }) },
			options
		);
		if (found.ok) {
			rememberSentences(source, found.value.texts.source);
			rememberSentences(target, found.value.texts.target);
		}
		return found;
	}
}
