/**
 * A file of a translator’s tool as a translation on its way in. Where it says which paragraph each
 * unit translates, its own links stand; else its texts are aligned like any other’s.
 */
import type { DraftSide, Link, TranslationCredit } from '../../align/draft';
import { linksOf } from '../../align/relinked';
import { textOf } from '../../align/units';
import { fail, ok, type Result } from '../../result';
import { fingerprint, type Fingerprint } from '../../text/fingerprint';
import type { Contributor, Unit } from '../unit';
import { textDigest } from './base';
import { titleId, type ExchangeDocument, type ExchangeUnit } from './document';
import { sameLanguage } from './reader';

export interface Arrived {
	readonly target: DraftSide;
	/** None where the file does not say. */
	readonly links: readonly Link[];
	readonly credit: Partial<TranslationCredit>;
}

export type ArrivalFailure =
	| { readonly kind: 'nothing' }
	| {
			readonly kind: 'languages';
			readonly expected: readonly [source: string, target: string];
			readonly found: readonly [source: string, target: string];
	  }
	/** By its own word it is the work of a machine, or an AI draft: no person’s translation. */
	| { readonly kind: 'no-person'; readonly name: string };

const nobody: Contributor = { origin: 'human', name: '', date: '' };

export function arrived(
	{ original, translated, units }: ExchangeDocument,
	source: DraftSide
): Result<Arrived, ArrivalFailure> {
	if (!sameLanguage(original.lang, source.lang))
		return fail({
			kind: 'languages',
			expected: [source.lang, translated.lang],
			found: [original.lang, translated.lang]
		});
	const texts = units.filter(({ id, text }) => id !== titleId && text.length > 0);
	if (texts.length === 0) return fail({ kind: 'nothing' });
	const machine = texts.find(isMachines)?.by;
	if (machine) return fail({ kind: 'no-person', name: machine.model ?? machine.name });
	const told = texts.map(asUnit);
	// Of a language and its region (en-GB), what a reader is asked for is the language.
	const [lang = translated.lang] = translated.lang.split('-');
	const again = told.every((unit) => unit.source.length > 0)
		? linksOf(
				told.map((unit) => ({ unit, links: [] })),
				source,
				lang
			)
		: null;
	return ok({
		target: textOf(told, lang),
		links: again?.changed === 0 ? again.links : [],
		credit: creditOf({ translated, units }, texts)
	});
}

/** A tool may name somebody, or the draft itself, where no word has changed: then it is the draft’s. */
const isMachines = ({ by, changer, text, base }: ExchangeUnit): boolean =>
	by !== null &&
	by.origin !== 'human' &&
	(!changer || changer.name === by.name || textDigest(text) === base?.text);

function asUnit({ shape, source, original, text, spans }: ExchangeUnit): Unit {
	const prints: readonly Fingerprint[] =
		source.length > 0 ? source : (original ?? []).map((words) => fingerprint(words));
	const bare = shape ?? ({ kind: 'paragraph' } as const);
	return { ...bare, source: prints, text, by: nobody, review: null, ...(spans && { spans }) };
}

/** What the file says of it; its translator where all of it is one person’s. */
function creditOf(
	{ translated, units }: Pick<ExchangeDocument, 'translated' | 'units'>,
	texts: readonly ExchangeUnit[]
): Partial<TranslationCredit> {
	const names = new Set(texts.map(({ by, changer }) => changer?.name ?? by?.name ?? ''));
	const [only = ''] = names;
	const title = translated.title ?? units.find(({ id }) => id === titleId)?.text[0] ?? '';
	const { publication = '' } = translated;
	return { title, publication, translator: names.size === 1 ? only : '' };
}

/** Whether a file is one of a translator’s tool: by its name, or by how it begins. */
export const isExchange = (name: string, start: string): boolean =>
	/\.(?:xlf|xliff|tmx|json)$/i.test(name) ||
	/^\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!(?:DOCTYPE|--)[^>]*>\s*)*<(?:xliff|tmx)\b/i.test(start);
