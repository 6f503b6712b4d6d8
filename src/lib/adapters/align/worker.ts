/** The aligning worker: cuts sentences and links them, away from the page. */
import { alignText } from '../../core/align/draftText';
import { learntFrom } from '../../core/align/learnt';
import { realigning } from '../../core/align/realign';
import { seedOf } from '../../core/align/seed';
import { fail, ok } from '../../core/result';
import type { Envelope } from '../worker/calls';
import type { AlignReply, AlignRequest } from './protocol';

const reply = (message: AlignReply) => self.postMessage(message);

self.onmessage = async ({ data }: MessageEvent<AlignRequest & Envelope>) => {
	const { id } = data;
	try {
		reply({ type: 'settled', id, result: await realigned(data) });
	} catch (error) {
		const failure = { kind: 'broken', message: String(error) } as const;
		reply({ type: 'settled', id, result: fail(failure) });
	}
};

/** Progress is told a hundred times at most: a page has no use for more. */
const leastProgress = 0.01;

async function realigned({ id, source, target, links, aligned }: AlignRequest & Envelope) {
	const seed = await seedOf(source.lang, target.lang);
	const lexicon = learntFrom(aligned, seed);
	const steps = realigning(alignText(source), alignText(target), links, { seed, lexicon });
	let told = 0;
	let step = steps.next();
	for (; !step.done; step = steps.next())
		if (step.value - told >= leastProgress) {
			told = step.value;
			reply({ type: 'progress', id, done: told });
		}
	return step.value.ok ? ok(step.value.value.links) : step.value;
}
