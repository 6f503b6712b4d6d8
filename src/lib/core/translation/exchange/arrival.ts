/**
 * Imports a file of a translator’s tool as a translation. If the file names the paragraph of each
 * unit, these links are used; if it has source texts, its units are put beside them (`placing.ts`);
 * else its texts are aligned like any other’s.
 */
import type { DraftSide, Link, MachineWords, TranslationCredit } from '../../links/draft';
import { linksOf } from '../../links/relinked';
import { textOf } from '../../links/units';
import { fail, ok, type Result } from '../../result';
import type { Block, Lang } from '../../text/article';
import { fingerprint, type Fingerprint } from '../../text/fingerprint';
import type { Contributor, Unit } from '../unit';
import { titleId, type ExchangeDocument, type ExchangeUnit } from './document';
import { strongest, type MachineClaim } from './machine';
import { translationOf } from './placedTranslation';
import { place } from './placing';
import { sameLanguage } from './reader';
import { keyOf, SourceText } from './sourceText';

export interface Arrived {
	readonly target: DraftSide;
	/** Empty if the file does not say what its texts translate. */
	readonly links: readonly Link[];
	readonly credit: Partial<TranslationCredit>;
	/** Null if the file says nothing of machine translation. */
	readonly machine: MachineWords | null;
	/** Texts of the file that are no part of the translation. */
	readonly leftOut: readonly string[];
}

/** The original, and its title if it has one. */
export type TitledSide = DraftSide & { readonly title?: string | undefined };

export type ArrivalFailure =
	| { readonly kind: 'nothing' }
	| {
			readonly kind: 'languages';
			readonly expected: readonly [source: string, target: string];
			readonly found: readonly [source: string, target: string];
	  }
	/** The file says that it is the work of a machine, or an AI draft, corrected or not. */
	| { readonly kind: 'no-person'; readonly name: string };

export interface ArrivalOptions {
	/** Whether drafts that this project exported are read: the caller says whose words they are. */
	readonly drafts?: boolean;
}

const nobody: Contributor = { origin: 'human', name: '', date: '' };

export function arrived(
	document: ExchangeDocument,
	source: TitledSide,
	{ drafts = false }: ArrivalOptions = {}
): Result<Arrived, ArrivalFailure> {
	const { original, translated, units, otherLanguages = [] } = document;
	if (!sameLanguage(original.lang, source.lang))
		return fail({
			kind: 'languages',
			expected: [source.lang, translated.lang],
			found: [original.lang, translated.lang]
		});
	const isOurs = units.some((unit) => unit.source.length > 0 || unit.base !== null);
	const all = units.filter((unit) => !(isOurs && isTitle(unit)));
	const texts = all.filter(({ text }) => text.length > 0);
	if (texts.length === 0) return fail({ kind: 'nothing' });
	const machine = texts.find(isMachines)?.by;
	if (machine && !drafts) return fail({ kind: 'no-person', name: machine.model ?? machine.name });
	// The reader is asked for a language without its region (en for en-GB).
	const [lang = translated.lang] = translated.lang.split('-');
	const leftOut = [...units.flatMap(({ untranslated }) => untranslated), ...otherLanguages];
	const credit = creditOf({ translated, units }, texts);
	const named = texts.every((unit) => unit.source.length > 0);
	const placed = named ? null : besideSource(all, source, lang);
	if (placed) {
		const { target, links, claims, title, left } = placed;
		return ok({
			...{ target, links, machine: machineWords(target.blocks, claims) },
			credit: { ...credit, ...(title !== null && { title }) },
			leftOut: [...left, ...leftOut]
		});
	}
	const told = texts.map(asUnit);
	const again = named
		? linksOf(
				told.map((unit) => ({ unit, links: [] })),
				source,
				lang
			)
		: null;
	const target = textOf(told, lang);
	const claims = texts.flatMap(({ text, machine: claim }) => text.map(() => claim));
	return ok({
		...{ target, credit, leftOut },
		links: again?.changed === 0 ? again.links : [],
		machine: machineWords(target.blocks, claims)
	});
}

/** Tells whether a unit is the title in a file of this project: other files may use its name. */
const isTitle = ({ id, source }: ExchangeUnit): boolean => id === titleId && source.length === 0;

/** The least share of a document’s text, or of the original’s, that must have a place. */
const leastPlaced = 0.4;

/**
 * Puts a file’s texts beside the original by their source texts; null if too few are found, or the
 * file has no source texts.
 */
function besideSource(all: readonly ExchangeUnit[], side: TitledSide, lang: Lang) {
	const titleKey = side.title === undefined ? '' : keyOf([side.title]);
	const source = new SourceText(side);
	const hasTitle = (unit: ExchangeUnit) =>
		titleKey !== '' && unit.original !== null && keyOf(unit.original) === titleKey;
	const titles = source.text.startsWith(titleKey) ? [] : all.filter(hasTitle);
	const units = all.filter((unit) => !titles.includes(unit));
	const { placed, left } = place(units, source);
	const length = (found: readonly { readonly from: number; readonly to: number }[]) =>
		found.reduce((sum, { from, to }) => sum + to - from, 0);
	const found = length(placed.filter(({ piece }) => piece.text.length > 0));
	const unplaced = left.reduce((sum, { key }) => sum + key.length, 0);
	const isMemory = units.some(({ memory }) => memory !== null);
	const share = isMemory ? 1 : found / (found + unplaced || 1);
	if (found === 0 || Math.max(share, found / source.text.length) < leastPlaced) return null;
	const { target, links, machine: claims } = translationOf(placed, side, source, lang);
	return {
		...{ target, links, claims },
		title: titles.find(({ text }) => text.length > 0)?.text[0] ?? null,
		left: left.flatMap(({ text }) => text)
	};
}

/** Returns which paragraphs a machine wrote, or may have written; null for none. */
function machineWords(
	blocks: readonly Block[],
	claims: readonly (MachineClaim | null)[]
): MachineWords | null {
	const claim = strongest(claims);
	if (!claim) return null;
	const of = (certain: boolean) => [
		...new Set(
			blocks.flatMap(({ fingerprint: print }, at) =>
				claims[at]?.certain === certain ? [print] : []
			)
		)
	];
	const { origin, name } = claim;
	return { origin, name, certain: of(true), unclear: of(false), answer: null };
}

/**
 * Tells whether the words are a draft’s, or began as one. Whoever corrected them, they are not a
 * person’s translation: they come back as corrections (`mergePlan.ts`), which compares them.
 */
const isMachines = ({ by }: ExchangeUnit): boolean => by !== null && by.origin !== 'human';

function asUnit({ shape, source, original, text, spans }: ExchangeUnit): Unit {
	const prints: readonly Fingerprint[] =
		source.length > 0 ? source : (original ?? []).map((words) => fingerprint(words));
	const bare = shape ?? ({ kind: 'paragraph' } as const);
	return { ...bare, source: prints, text, by: nobody, review: null, ...(spans && { spans }) };
}

/**
 * Returns the title and publication in the file, and its translator if one person wrote all of it.
 */
function creditOf(
	{ translated, units }: Pick<ExchangeDocument, 'translated' | 'units'>,
	texts: readonly ExchangeUnit[]
): Partial<TranslationCredit> {
	const people = texts.filter(({ machine }) => machine === null);
	const names = new Set(people.map(({ by, changer }) => changer?.name ?? by?.name ?? ''));
	const [only = ''] = names;
	const title = translated.title ?? units.find(({ id }) => id === titleId)?.text[0] ?? '';
	const { publication = '' } = translated;
	return { title, publication, translator: names.size === 1 ? only : '' };
}

/** Tells by its name or its first characters whether a file is from a translator’s tool. */
export const isExchange = (name: string, start: string): boolean =>
	/\.(?:xlf|(?:sdl|mq|m)?xliff|txlf|tmx|json)$/i.test(name) ||
	/^\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!(?:DOCTYPE|--)[^>]*>\s*)*<(?:xliff|tmx)\b/i.test(start);
