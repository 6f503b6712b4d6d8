import type { Imported } from '../lib/core/import/imported';
import { ok } from '../lib/core/result';
import type { Block } from '../lib/core/text/article';
import { plain } from '../lib/core/text/inline';
import { oneLine } from '../lib/core/text/line';
import { identify, type Identified } from '../lib/core/translation/identify';
import { knownArticle } from '../lib/core/translation/recognise';
import { resolve } from '../lib/core/translation/resolve';
import type { Shown } from '../lib/core/translation/row';
import type { StoredArticle } from '../lib/core/translation/stored';
import type { Command } from './command';
import { content } from './content';
import { importFile, parseFileArgs } from './file';

export const recogniseCommand: Command = {
	summary: 'say whether a stored translation knows a text',
	help: [
		'Usage: jamsides recognise FILE [--json] [--lang sv|en]',
		'',
		'Reads a text file as `jamsides import` does and looks for the stored article that it is.',
		'',
		'  --json       print { article, paragraphs, covered, changed, missing }: its id or null; how',
		'               many blocks the text has (as import prints them), how many of them are',
		'               translated, how many show a translation of an older text; the fingerprints',
		'               of those that have neither',
		'  --lang LANG  take the text for Swedish or English whatever its words say'
	].join('\n'),
	async run(args) {
		const parsed = parseFileArgs(args);
		if (!parsed.ok) return parsed;
		const { file, json, options } = parsed.value;
		const imported = await importFile(file, options);
		if (!imported.ok) return imported;
		const report = recognised(imported.value, content());
		return ok(json ? JSON.stringify(report, null, 2) : summary(report, imported.value));
	}
};

export interface Recognised {
	readonly article: string | null;
	readonly paragraphs: number;
	readonly covered: number;
	readonly changed: number;
	readonly missing: readonly string[];
}

/** Law: `covered + changed + missing.length === paragraphs`, the blocks that `import` prints. */
export function recognised(
	{ article }: Pick<Imported, 'article'>,
	stored: readonly StoredArticle[]
): Recognised {
	const index = stored.map(({ id, translations, original }) =>
		knownArticle(id, translations, original)
	);
	const identified = identify(article.blocks, index);
	const found = stored.find(({ id }) => id === identified.recognition?.article);
	const states = blockStates(article.blocks, identified, found);
	const counted = article.blocks
		.map((block, at) => ({ block, state: states[at] ?? 'missing' }))
		.filter(({ block }) => block.kind !== 'standfirst');
	const of = (wanted: RecognisedState) => counted.filter(({ state }) => state === wanted);
	return {
		article: found?.id ?? null,
		paragraphs: counted.length,
		covered: of('covered').length,
		changed: of('changed').length,
		missing: of('missing').map(({ block }) => block.fingerprint)
	};
}

const states = ['covered', 'changed', 'missing'] as const;
type RecognisedState = (typeof states)[number];

/**
 * Returns the state of each imported block. A block that was split or joined to be recognised has
 * the worst state of the results.
 */
function blockStates(
	blocks: readonly Block[],
	{ blocks: mended }: Identified,
	found: StoredArticle | undefined
): readonly RecognisedState[] {
	const lang = found?.translations[0]?.translated.lang ?? '';
	const sources = { stored: found?.translations ?? [], words: [], reviews: [] };
	const rows = resolve(
		mended.map(({ block }) => block),
		sources,
		{ lang }
	);
	const ofMended = rows.flatMap(({ originals, shown }) => originals.map(() => stateOf(shown)));
	const became = blocks.map((): RecognisedState[] => []);
	for (const [index, { from }] of mended.entries())
		for (const at of from) became[at]?.push(ofMended[index] ?? 'missing');
	return became.map(worst);
}

function stateOf(shown: Shown): RecognisedState {
	if (shown.kind === 'missing') return 'missing';
	return shown.stale ? 'changed' : 'covered';
}

const worst = (all: readonly RecognisedState[]): RecognisedState =>
	states.findLast((state) => all.includes(state)) ?? 'missing';

function summary(report: Recognised, { article }: Imported): string {
	const { paragraphs, covered, changed, missing } = report;
	const unknown = article.blocks.filter(({ fingerprint }) => missing.includes(fingerprint));
	return report.article === null
		? `No stored translation knows this text (${paragraphs} paragraphs).`
		: [
				`${report.article}: ${covered} of ${paragraphs} paragraphs are translated.`,
				...(changed > 0 ? [`${changed} have changed since they were translated.`] : []),
				...unknown.map(({ text }) => `Not translated: ${oneLine(plain(text)).slice(0, 70)}`)
			].join('\n');
}
