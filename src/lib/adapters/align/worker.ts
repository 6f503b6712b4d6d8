/** The aligning worker: splits texts into sentences and links them, off the main thread. */
import { alignedIn, type Aligned } from '../../core/links/aligned';
import { alignText } from '../../core/links/draftText';
import { learntFrom } from '../../core/links/learnt';
import { realigning } from '../../core/links/realign';
import { linksOf } from '../../core/links/relinked';
import { seedOf } from '../../core/align/seed';
import { ok } from '../../core/result';
import { runSteps } from '../../core/steps';
import type { Lang } from '../../core/text/article';
import { openStore } from '../db/store';
import { serve, type Context } from '../worker/serve';
import type {
	AlignReply,
	AlignRequest,
	LearnRequest,
	RelinkRequest,
	TextsRequest
} from './protocol';

/** Smallest share of the work between two progress messages. Smaller steps are not sent. */
const leastProgress = 0.01;

async function work(request: AlignRequest, context: Context) {
	switch (request.kind) {
		case 'relink':
			return relinked(request);
		case 'learn':
			return learnt(request);
		default:
			return realigned(request, context);
	}
}

async function learnt({ source, target, aligned }: LearnRequest) {
	const nothing = (lang: Lang) => ({ lang, paragraphs: [] });
	return ok({
		links: [],
		texts: { source: nothing(source), target: nothing(target) },
		learnt: await wordsOf(aligned ?? (await alignedBefore(source, target)), source, target)
	});
}

const wordsOf = async (aligned: readonly Aligned[], source: Lang, target: Lang) =>
	learntFrom(aligned, await seedOf(source, target));

function relinked({ source, units, lang }: RelinkRequest) {
	const found = linksOf(units, source, lang);
	const texts = { source: alignText(source), target: alignText(found.target) };
	return ok({ links: found.links, relinked: found, texts });
}

async function realigned(
	{ kind, source, target, links, related, learnt }: TextsRequest,
	{ progress }: Context
) {
	const texts = { source: alignText(source), target: alignText(target) };
	if (kind === 'cut') return ok({ links, texts });
	const seed = await seedOf(source.lang, target.lang);
	const lexicon = learnt ?? learntFrom(await alignedBefore(source.lang, target.lang), seed);
	const steps = realigning(texts.source, texts.target, links, {
		...{ seed, lexicon },
		...(related && { related })
	});
	let told = 0;
	const found = runSteps(steps, (done) => {
		if (done - told < leastProgress) return;
		told = done;
		progress(told);
	});
	return found.ok ? ok({ links: found.value.links, texts }) : found;
}

/**
 * Returns the texts in the same languages that the reader’s library has aligned: the aligner learns
 * words from them. None where the library cannot be read.
 */
async function alignedBefore(source: Lang, target: Lang): Promise<readonly Aligned[]> {
	const store = openStore();
	try {
		const library = await store.translatedTexts();
		return library.ok ? alignedIn(library.value, source, target) : [];
	} finally {
		store.close();
	}
}

const hear = serve(
	(message: AlignReply) => self.postMessage(message),
	work,
	(error) => ({ kind: 'broken' as const, message: String(error) })
);

self.onmessage = ({ data }) => hear(data);
