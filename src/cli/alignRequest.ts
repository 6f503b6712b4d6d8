import * as v from 'valibot';
import {
	align,
	type AlignFailure,
	type AlignmentResult,
	type AlignText
} from '../lib/core/align/align';
import type { Beads } from '../lib/core/align/bead';
import { pairFault, type PairFault } from '../lib/core/links/fault';
import { seedOf } from '../lib/core/align/seed';
import { fail, ok, unreachable, type Result } from '../lib/core/result';
import { readAlignText } from './alignText';

const langTag = v.pipe(
	v.string(),
	v.regex(/^[a-z]{2,3}(?:-[a-z\d]{1,8})*$/i, 'is no language tag')
);

/** A line that `align --jsonl` reads. */
const requestSchema = v.object({
	src: v.pipe(v.string(), v.minLength(1)),
	tgt: v.pipe(v.string(), v.minLength(1)),
	srcLang: langTag,
	tgtLang: langTag,
	raw: v.optional(v.boolean(), false),
	/** Links texts that do not look like translations of each other. */
	force: v.optional(v.boolean(), false)
});

export type AlignRequest = v.InferOutput<typeof requestSchema>;

export type AlignError =
	| { readonly kind: 'request' | 'file'; readonly message: string }
	| { readonly kind: PairFault; readonly message: string }
	| { readonly kind: AlignFailure['kind']; readonly message: string; readonly beads: Beads };

export interface Aligned extends AlignmentResult {
	readonly source: AlignText;
	readonly target: AlignText;
}

/** Reads a line as a request. */
export function parseRequest(line: string): Result<AlignRequest, AlignError> {
	try {
		const parsed = v.safeParse(requestSchema, JSON.parse(line));
		if (parsed.success) return ok(parsed.output);
		const [issue] = parsed.issues;
		const path = v.getDotPath(issue);
		return refused(path === null ? issue.message : `${path}: ${issue.message}`);
	} catch {
		return refused('the line is no JSON');
	}
}

const refused = (message: string) => fail({ kind: 'request', message } as const);

/** Reads both files and aligns them. */
export async function answer(request: AlignRequest): Promise<Result<Aligned, AlignError>> {
	const { src, tgt, srcLang, tgtLang, raw, force } = request;
	const source = await readAlignText(src, srcLang, raw);
	if (!source.ok) return fail({ kind: 'file', message: source.failure });
	const target = await readAlignText(tgt, tgtLang, raw);
	if (!target.ok) return fail({ kind: 'file', message: target.failure });
	const fault = force ? null : pairFault(source.value, target.value);
	if (fault !== null) return fail({ kind: fault, message: faultMessage(fault, request) });
	const seed = await seedOf(srcLang, tgtLang);
	const aligned = align(source.value, target.value, { seed, related: force });
	return aligned.ok
		? ok({ ...aligned.value, source: source.value, target: target.value })
		: fail({
				kind: aligned.failure.kind,
				message: failureMessage(aligned.failure, request),
				beads: omissions(source.value, target.value)
			});
}

function faultMessage(fault: PairFault, { src, tgt, srcLang, tgtLang }: AlignRequest): string {
	switch (fault) {
		case 'same':
			return `${src} and ${tgt} are the same text: one of them is not in the language that it should be`;
		case 'swapped':
			return `${src} looks like “${tgtLang}” and ${tgt} like “${srcLang}”: exchange the two languages`;
		default:
			return unreachable(fault);
	}
}

function failureMessage(failure: AlignFailure, { src, tgt }: AlignRequest): string {
	switch (failure.kind) {
		case 'empty':
			return failure.side === 'both'
				? `${src} and ${tgt} have no text`
				: `${failure.side === 'source' ? src : tgt} has no text`;
		case 'unrelated':
			return `${tgt} does not look like a translation of ${src}: hardly anything in the one answers the other; force links them all the same`;
		case 'cancelled':
			return 'cancelled';
		default:
			return unreachable(failure);
	}
}

/** Returns every sentence alone: the result if nothing could be linked. */
function omissions(source: AlignText, target: AlignText): Beads {
	return [
		...source.paragraphs.flat().map((_, at) => [[at], []] as const),
		...target.paragraphs.flat().map((_, at) => [[], [at]] as const)
	];
}
