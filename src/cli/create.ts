/** `translations create`: a stored translation from an original and a file with its translation. */
import { metadataOf } from '../lib/content/read';
import { seedOf } from '../lib/core/align/seed';
import type { DraftSide, Link } from '../lib/core/links/draft';
import { alignText } from '../lib/core/links/draftText';
import { findMismatches, isBlocking, type Mismatch } from '../lib/core/links/mismatch';
import { realigning } from '../lib/core/links/realign';
import { unitsOf } from '../lib/core/links/units';
import { fail, ok, unreachable, type Result } from '../lib/core/result';
import { runSteps } from '../lib/core/steps';
import { ofPerson } from '../lib/core/translation/exchange/machine';
import { formatTranslation } from '../lib/core/translation/format';
import { describeFailure, parseTranslation } from '../lib/core/translation/schema';
import type { Origin, Translation } from '../lib/core/translation/unit';
import type { Remark } from './command';
import { parseCreateArgs, type CreateArgs } from './createArgs';
import { doubtsOf } from './createReport';
import { write } from './file';
import { originalText, type OriginalText } from './originalText';
import { translationText, type TranslationText } from './translationText';

export async function runCreate(
	args: readonly string[],
	remark: Remark = () => {}
): Promise<Result<string, string>> {
	const asked = parseCreateArgs(args);
	if (!asked.ok) return asked;
	const { original: name, translation: file, lang, out } = asked.value;
	const original = await originalText(name);
	if (!original.ok) return original;
	const text = await translationText(file, original.value.article, lang);
	if (!text.ok) return text;
	const origin = originOf(asked.value, text.value);
	if (!origin.ok) return origin;
	const { lang: from, blocks } = original.value.article;
	const source = { lang: from, blocks };
	const links = await linksOf(source, text.value, asked.value);
	if (!links.ok) return links;
	const made = translationOf(asked.value, original.value, text.value, origin.value, links.value);
	if (!made.ok) return fail(`${file}: ${made.failure}`);
	const { written, translated, passages, remarks } = made.value;
	if (out !== null) {
		const kept = write(out, written);
		if (!kept.ok) return kept;
	}
	const { target, leftOut } = text.value;
	const created = { source, target, leftOut, passages, translated, remarks, links: links.value };
	for (const line of doubtsOf(created)) remark(line);
	return ok(out ?? written.trimEnd());
}

/**
 * Returns whose words they are. What the file says is believed: a machine’s are saved as a person’s
 * only where the file is unclear and the caller says so.
 */
function originOf(
	{ origin, by, translation: file }: CreateArgs,
	{ machine, target }: TranslationText
): Result<Origin, string> {
	const named = ofPerson(by);
	if (named?.certain && (origin ?? 'human') === 'human')
		return fail(`--by ${by} names a machine: say --origin machine or --origin ai`);
	if (!machine) return ok(origin ?? 'human');
	const { certain, unclear, name } = machine;
	const engine = name === '' ? '' : ` (${name})`;
	const count = (some: number) => `${some} of ${target.blocks.length} paragraphs`;
	if (certain.length > 0 && origin !== 'machine' && origin !== 'ai')
		return fail(
			`${file}: according to the file a machine translated ${count(certain.length)}${engine}: say --origin machine, or --origin ai for a draft by an AI`
		);
	return unclear.length > 0 && origin === null
		? fail(
				`${file}: according to the file a machine may have translated ${count(unclear.length)}${engine}: say --origin human or --origin machine`
			)
		: ok(origin ?? 'human');
}

/** Returns the links that the file gives, else those that the aligner finds. */
async function linksOf(
	source: DraftSide,
	{ target, links }: TranslationText,
	{ translation: file, force }: CreateArgs
): Promise<Result<readonly Link[], string>> {
	const misfit = findMismatches(source, target).find(
		(one) => isBlocking(one) && (!force || one.kind === 'empty')
	);
	if (misfit) {
		const way = misfit.kind === 'empty' ? '' : anyway;
		return fail(`${file}: ${describeMismatch(misfit)}${way}`);
	}
	if (links.length > 0) return ok(links);
	const seed = await seedOf(source.lang, target.lang);
	const found = runSteps(
		realigning(alignText(source), alignText(target), [], { seed, related: force })
	);
	return found.ok
		? ok(found.value.links)
		: fail(`${file}: hardly anything in it answers the original${anyway}`);
}

const anyway = ' (--force matches them anyway)';

function describeMismatch(misfit: Mismatch): string {
	switch (misfit.kind) {
		case 'empty':
			return misfit.side === 'source' ? 'the original has no text' : 'there is no text in it';
		case 'same':
			return 'it is the original itself, not a translation of it';
		case 'own-language':
			return 'a translation must be in another language than the original (--lang)';
		case 'looks-original':
			return `it looks like “${misfit.lang}”, the original’s language`;
		case 'swapped':
			return `it looks like “${misfit.lang}”, and the original like “${misfit.original}”`;
		case 'looks-other':
			return `it looks like “${misfit.lang}”`;
		case 'lopsided':
			return `one of the two is ${misfit.times} times as long as the other`;
		default:
			return unreachable(misfit);
	}
}

interface Made {
	/** The file’s text. */
	readonly written: string;
	/** The paragraphs of the original that have a translation. */
	readonly translated: ReadonlySet<string>;
	/** Texts that answer nothing in the original: a stored translation has no place for them. */
	readonly passages: readonly string[];
	readonly remarks: readonly string[];
}

function translationOf(
	{ by, date, lang, title, publication, licence }: CreateArgs,
	{ id, article }: OriginalText,
	text: TranslationText,
	origin: Origin,
	links: readonly Link[]
): Result<Made, string> {
	const contributor = { origin, name: by, date };
	const linked = unitsOf(article, text.target, links, contributor);
	const all = linked.map(({ unit }) => unit);
	const units = all.filter(({ source }) => source.length > 0);
	if (units.length === 0) return fail('nothing in it answers the original');
	const found = title ?? (text.title || null);
	const from = publication ?? text.publication;
	const translation: Translation = {
		article: id,
		original: metadataOf(article),
		translated: {
			...{ lang, title: found ?? article.title ?? id },
			...(from !== '' && { publication: from }),
			...(licence !== null && { rights: licence })
		},
		units
	};
	const written = formatTranslation(translation);
	const fault = parseTranslation(JSON.parse(written));
	if (!fault.ok) return fail(describeFailure(fault.failure));
	return ok({
		written,
		translated: new Set(units.flatMap((unit) => unit.source)),
		passages: all.filter((unit) => !units.includes(unit)).flatMap(({ text }) => text),
		remarks: found === null ? ['the file has no title: the original’s is used (--title TITLE)'] : []
	});
}
