/** Makes files of office documents for tests, and shows what was read of them. */
import { strToU8, zipSync } from 'fflate';
import { markdownOf } from '../../import/tidyInline';
import { plainOf } from '../../text/inline';
import type { Result } from '../../result';
import { openArchive, type Archive } from '../archive';
import type { BookFailure } from '../failure';
import type { Flow, FlowBlock } from '../flow';
import type { Steps } from '../../steps';

export function archiveOf(files: Readonly<Record<string, string | Uint8Array>>): Archive {
	const bytes = zipSync(
		Object.fromEntries(
			Object.entries(files).map(([name, file]) => [
				name,
				typeof file === 'string' ? strToU8(file) : file
			])
		)
	);
	const archive = openArchive(bytes);
	if (!archive.ok) throw new Error(`no archive: ${JSON.stringify(archive.failure)}`);
	return archive.value;
}

export function resultOf(steps: Steps<Result<Flow, BookFailure>>): Result<Flow, BookFailure> {
	let step = steps.next();
	while (!step.done) step = steps.next();
	return step.value;
}

export function flowOf(steps: Steps<Result<Flow, BookFailure>>): Flow {
	const result = resultOf(steps);
	if (!result.ok) throw new Error(`not read: ${JSON.stringify(result.failure)}`);
	return result.value;
}

/** Shows a block: `heading 1: words`, `hidden: words` for text that is left out. */
function shownBlock({ shape, inline, reason, lang }: FlowBlock): string {
	const words = markdownOf(inline).replaceAll('\\\n', ' / ');
	const language = lang === null ? '' : ` (${lang})`;
	if (shape.kind === 'picture') return `picture ${shape.picture}: ${shape.alt}${words}`;
	const kind = shape.kind === 'heading' ? `heading ${shape.level}` : shape.kind;
	return `${reason ?? kind}${language}: ${words}`;
}

export const shown = (flow: Flow): readonly string[] => flow.blocks.map(shownBlock);

export const shownNotes = (flow: Flow): readonly string[] =>
	flow.notes.map(
		({ key, before, blocks }) => `${key} at ${before}: ${blocks.map(shownBlock).join(' ‖ ')}`
	);

/** Returns all words that were read, in blocks and in notes, in any order. */
export const wordsOf = (flow: Flow): readonly string[] =>
	[...flow.blocks, ...flow.notes.flatMap(({ blocks }) => blocks)]
		.flatMap(({ inline }) => plainOf(inline).match(/[\p{L}\p{N}]+/gu) ?? [])
		.sort();

/** The first bytes of a picture. */
export const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13);
