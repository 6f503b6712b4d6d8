/** The tasks of a page’s main thread, from a trace of the browser. */
import type { CDPSession } from 'playwright-core';

interface TraceEvent {
	readonly name: string;
	readonly pid: number;
	readonly tid: number;
	readonly dur?: number;
	readonly tdur?: number;
	readonly args: { readonly name?: string };
}

/** Runs `work` and returns the longest task of a main thread meanwhile, in ms of processor time. */
export async function longestTask(
	session: CDPSession,
	work: () => Promise<unknown>
): Promise<number> {
	const events: TraceEvent[] = [];
	const collect = ({ value }: { value: unknown[] }) => events.push(...(value as TraceEvent[]));
	session.on('Tracing.dataCollected', collect);
	await session.send('Tracing.start', {
		traceConfig: { includedCategories: ['toplevel', 'disabled-by-default-devtools.timeline'] },
		transferMode: 'ReportEvents'
	});
	await work();
	const ended = new Promise((done) => session.once('Tracing.tracingComplete', done));
	await session.send('Tracing.end');
	await ended;
	session.off('Tracing.dataCollected', collect);
	const main = new Set(
		events
			.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
			.map(({ pid, tid }) => `${pid} ${tid}`)
	);
	const tasks = events.filter(
		({ name, pid, tid }) =>
			(name === 'RunTask' || name === 'ThreadControllerImpl::RunTask') && main.has(`${pid} ${tid}`)
	);
	return tasks.reduce((most, { tdur, dur = 0 }) => Math.max(most, (tdur ?? dur) / 1000), 0);
}
