import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '../lib/core/result';
import { answer, parseRequest, type Aligned, type AlignRequest } from './alignRequest';
import type { Command } from './command';
import { doubtfulBelow } from '../lib/core/links/doubt';
import { messageOf } from '../lib/core/errorMessage';

export const alignCommand: Command = {
	summary: 'link the paragraphs and sentences of a text and its translation',
	help: [
		'Usage: jamsides align A B --from LANG --to LANG [--json] [--raw] [--force]',
		'       jamsides align --jsonl',
		'',
		'Links the sentences of two UTF-8 files, the text A and its translation B. Paragraphs are',
		'parted by blank lines; a sentence stands on a line of its own.',
		'',
		'  --from LANG  the language of A, such as sv',
		'  --to LANG    the language of B, such as en',
		'  --raw        cut the sentences here: lines mean nothing',
		'  --force      link them also where they do not look like translations of each other',
		'  --json       print { paragraphs, sentences, confidence }: beads by index from 0 in the order',
		'               of the text, and the probability of each sentence bead',
		'  --jsonl      read requests from standard input, a JSON object a line,',
		'               { src, tgt, srcLang, tgtLang, raw, force }, and answer each with one line',
		'               { beads, paragraphs, ms }, with `raw` also { src, tgt }, the sentences as cut;',
		'               bad input: { error: { kind, message } }, and the next request is served.',
		'               Texts without anything in common are such an error, with beads that link nothing'
	].join('\n'),
	async run(args) {
		const parsed = parseAlignArgs(args);
		if (!parsed.ok) return parsed;
		if (parsed.value.kind === 'serve') {
			await serve(process.stdin, process.stdout);
			return ok('');
		}
		const aligned = await answer(parsed.value.request);
		if (!aligned.ok) return fail(aligned.failure.message);
		return ok(parsed.value.json ? toJson(aligned.value) : summary(aligned.value));
	}
};

type AlignArgs =
	| { readonly kind: 'serve' }
	| { readonly kind: 'files'; readonly request: AlignRequest; readonly json: boolean };

function parseAlignArgs(args: readonly string[]): Result<AlignArgs, string> {
	try {
		const { values, positionals } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: {
				from: { type: 'string' },
				to: { type: 'string' },
				json: { type: 'boolean', default: false },
				jsonl: { type: 'boolean', default: false },
				raw: { type: 'boolean', default: false },
				force: { type: 'boolean', default: false }
			}
		});
		const { from, to, json, jsonl, raw, force } = values;
		if (jsonl)
			return positionals.length === 0
				? ok({ kind: 'serve' })
				: fail('--jsonl reads the names of files from standard input');
		const [src, tgt, ...more] = positionals;
		if (src === undefined || tgt === undefined || more.length > 0) return fail('name two files');
		if (from === undefined || to === undefined)
			return fail('say in which languages they are: --from sv --to en');
		const asked = { src, tgt, srcLang: from, tgtLang: to, raw, force };
		const request = parseRequest(JSON.stringify(asked));
		return request.ok
			? ok({ kind: 'files', request: request.value, json })
			: fail(request.failure.message);
	} catch (error) {
		return fail(messageOf(error));
	}
}

const toJson = ({ paragraphs, sentences, confidence }: Aligned): string =>
	JSON.stringify({ paragraphs, sentences, confidence: confidence.map(rounded) });

const rounded = (probability: number): number => Math.round(probability * 1e4) / 1e4;

function summary({ sentences, confidence, source, target }: Aligned): string {
	const linked = sentences.filter(([left, right]) => left.length > 0 && right.length > 0);
	const doubts = sentences.filter((_, at) => (confidence[at] ?? 0) < doubtfulBelow);
	const counts = [source, target].map(({ paragraphs }) => paragraphs.flat().length);
	return [
		`${counts.join(' and ')} sentences in ${linked.length} beads; ${sentences.length - linked.length} sentences have no counterpart.`,
		...doubts.map(([left, right]) => `Doubtful: ${numbers(left)} – ${numbers(right)}`)
	].join('\n');
}

const numbers = (side: readonly number[]): string =>
	side.length === 0 ? 'nothing' : side.map((at) => at + 1).join(', ');

/** Answers every line of `input` with one line, in order. */
export async function serve(input: Readable, output: Writable): Promise<void> {
	for await (const line of createInterface({ input, crlfDelay: Infinity }))
		output.write(`${JSON.stringify(await respond(line))}\n`);
}

async function respond(line: string): Promise<object> {
	const start = performance.now();
	const request = parseRequest(line);
	if (!request.ok) return { error: request.failure };
	try {
		const aligned = await answer(request.value);
		const ms = Math.round((performance.now() - start) * 10) / 10;
		if (aligned.ok) return responseTo(request.value, aligned.value, ms);
		const { kind, message, ...rest } = aligned.failure;
		return { ...rest, error: { kind, message } };
	} catch (error) {
		// A bug is reported on its line, so that later requests are still answered.
		return {
			error: { kind: 'bug', message: messageOf(error) }
		};
	}
}

function responseTo({ raw }: AlignRequest, aligned: Aligned, ms: number): object {
	const { sentences: beads, paragraphs, source, target } = aligned;
	const texts = { src: source.paragraphs.flat(), tgt: target.paragraphs.flat() };
	return { beads, paragraphs, ms, ...(raw ? texts : {}) };
}
