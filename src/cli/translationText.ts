/**
 * Reads the file of a new translation: one of a translator’s tool, or a text as `import` reads it.
 * Every other kind of text (HTML) comes in through `importFile`.
 */
import { open } from 'node:fs/promises';
import { messageOf } from '../lib/core/errorMessage';
import type { DraftSide, Link, MachineWords } from '../lib/core/links/draft';
import { fail, ok, unreachable, type Result } from '../lib/core/result';
import type { Article, Lang } from '../lib/core/text/article';
import { arrived, isExchange, type ArrivalFailure } from '../lib/core/translation/exchange/arrival';
import { readExchange } from '../lib/core/translation/exchange/exchange';
import { describeExchangeFailure } from '../lib/core/translation/exchange/failure';
import { sizeFailure } from '../lib/core/translation/exchange/limit';
import { claimsOfText } from '../lib/core/translation/exchange/claims';
import { claimedWords } from '../lib/core/translation/exchange/machineNotice';
import { importFile } from './file';

export interface TranslationText {
	readonly target: DraftSide;
	/** Empty where the file does not say which sentences translate which. */
	readonly links: readonly Link[];
	readonly title: string;
	readonly publication: string;
	readonly machine: MachineWords | null;
	/** Text of the file that is no part of the translation. */
	readonly leftOut: readonly string[];
}

export async function translationText(
	file: string,
	original: Article,
	lang: Lang
): Promise<Result<TranslationText, string>> {
	try {
		const opened = await open(file);
		try {
			const start = await opened.read(Buffer.alloc(startBytes), 0, startBytes, 0);
			if (!isExchange(file, start.buffer.toString('utf8', 0, start.bytesRead)))
				return await imported(file, lang);
			const tooLarge = sizeFailure((await opened.stat()).size);
			if (tooLarge) return fail(`${file}: ${describeExchangeFailure(tooLarge)}`);
			return exchanged(file, await opened.readFile(), original, lang);
		} finally {
			await opened.close();
		}
	} catch (error) {
		return fail(messageOf(error));
	}
}

/** Bytes that tell what kind of file it is. */
const startBytes = 1000;

function exchanged(
	file: string,
	bytes: Uint8Array,
	original: Article,
	lang: Lang
): Result<TranslationText, string> {
	const read = readExchange(bytes, { source: original.lang, target: lang });
	if (!read.ok) return fail(`${file}: ${describeExchangeFailure(read.failure)}`);
	const { document } = read.value;
	const came = arrived(document, original, { drafts: true });
	if (!came.ok) return fail(`${file}: ${describeArrivalFailure(came.failure)}`);
	if (came.value.target.lang !== lang.split('-')[0])
		return fail(`${file}: it is into “${document.translated.lang}”, not “${lang}”`);
	const { target, links, credit, leftOut } = came.value;
	const draft = document.units.find(({ by }) => by !== null && by.origin !== 'human')?.by;
	const machine: MachineWords | null = draft
		? {
				origin: draft.origin === 'ai' ? 'ai' : 'machine',
				name: draft.model ?? draft.name,
				certain: target.blocks.map(({ fingerprint }) => fingerprint),
				...{ unclear: [], answer: null }
			}
		: came.value.machine;
	const { title = '', publication = '' } = credit;
	return ok({ target: { ...target, lang }, links, title, publication, machine, leftOut });
}

async function imported(file: string, lang: Lang): Promise<Result<TranslationText, string>> {
	const primary = lang.split('-')[0];
	const read = await importFile(
		file,
		primary === 'sv' || primary === 'en' ? { lang: primary } : {}
	);
	if (!read.ok) return read;
	const { article, leftOut } = read.value;
	const { blocks } = article;
	return ok({
		target: { lang, blocks },
		...{ links: [], title: article.title ?? '', publication: article.publication ?? '' },
		leftOut: leftOut.map(({ text }) => text),
		machine: claimedWords(blocks, claimsOfText(read.value).machine)
	});
}

function describeArrivalFailure(failure: ArrivalFailure): string {
	switch (failure.kind) {
		case 'nothing':
			return 'there is no translation in it';
		case 'languages': {
			const [from, to] = failure.found;
			return `it is from “${from}” into “${to}”, but the original is in “${failure.expected[0]}”`;
		}
		case 'no-person':
			return `it is the work of ${failure.name}`;
		default:
			return unreachable(failure);
	}
}
