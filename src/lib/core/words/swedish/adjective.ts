import type { LexiconEntry } from '../entry';
import { each, further, inflected, type Inflected } from '../inflected';
import { genitive } from './noun';
import { dropped, vowel, withEnding } from './spelling';

/** Returns the forms of a Swedish adjective, those that stand for a noun too (`de ungas`). */
export function adjectiveForms({ head, code, forms }: LexiconEntry): readonly Inflected[] {
	if (code === 'a0') return [inflected(head), ...compared(forms[0], forms[1])];
	const [neuter, plural, comparative, superlative] = forms;
	const strong = plural ? [plural] : plurals(head, code);
	const more = comparative ? [comparative] : comparatives(head, code);
	const most = superlative ? [superlative] : more.map((form) => form.replace(/re$/, 'st'));
	return [
		inflected(head),
		...each(neuter ? [neuter] : neuters(head), 'neuter'),
		...inflectedWeak(head === 'liten' ? [...strong, 'lilla'] : strong),
		...more.flatMap((form, at) => compared(form, most[at]))
	];
}

/** Returns the plural and definite forms of an adjective or a participle. */
export function inflectedWeak(plurals: readonly string[]): readonly Inflected[] {
	const weak = plurals.map((form) => inflected(form, 'plural', 'definite'));
	return [
		...weak,
		...further(weak, 'genitive', genitive),
		...each(plurals.map(masculine), 'definite', 'masculine'),
		...each(plurals.map(masculine).map(genitive), 'definite', 'masculine', 'genitive')
	];
}

const masculine = (plural: string): string => plural.replace(/a$/, 'e');

export function compared(
	comparative: string | null | undefined,
	superlative: string | null | undefined
): readonly Inflected[] {
	const most = superlative ? superlatives(superlative) : [];
	return [
		...(comparative ? each([comparative, genitive(comparative)], 'comparative') : []),
		...most,
		...further(most.slice(1), 'genitive', genitive)
	];
}

function superlatives(form: string): readonly Inflected[] {
	const weak = /ast$/.test(form) ? [`${form}e`] : [`${form}a`, `${form}e`];
	return [inflected(form, 'superlative'), ...each(weak, 'superlative', 'definite')];
}

const lastVowel = new RegExp(`[${vowel}]$`);
const shortEnd = new RegExp(`(?<=[${vowel}])[dt]$`);

/** Returns the neuter: `snabbt`, `vitt`, `hårt`, `nytt`, `sant`, `öppet`, `älskat`. */
export function neuters(head: string): readonly string[] {
	if (/(?<=.[^aeiouyåäö])en$/.test(head)) return [`${head.slice(0, -1)}t`, `${head}t`];
	if (/ad$/.test(head)) return [`${head.slice(0, -1)}t`, `${head.slice(0, -1)}tt`];
	if (/[ae]$|[aeiouyåäö].*[aeiouyåäö]t$/.test(head)) return [head];
	if (shortEnd.test(head)) return [`${head.slice(0, -1)}tt`];
	if (/dd$/.test(head)) return [`${head.slice(0, -2)}tt`];
	if (/t$/.test(head)) return [head];
	if (/d$/.test(head)) return [`${head.slice(0, -1)}t`];
	if (/(?:nn|mm)$/.test(head)) return [`${head.slice(0, -1)}t`];
	if (lastVowel.test(head)) return [`${head}tt`, `${head}t`];
	return [`${head}t`];
}

/** Returns the plural: `snabba`, `öppna`, `skrivna`, `älskade`, `dumma`, `blå`. */
function plurals(head: string, code: string): readonly string[] {
	if (code !== 'a1' && /[eao](?:[lr]|n)$/.test(head))
		return [`${dropped(head)}a`, ...withEnding(head, 'a')];
	if (/..ad$/.test(head)) return [code === 'a1' && head.length < 5 ? `${head}a` : `${head}e`];
	if (/[åöä]$/.test(head)) return [`${head}a`, head];
	if (/[ae]$/.test(head)) return [head];
	return withEnding(head, 'a');
}

const comparatives = (head: string, code: string): readonly string[] =>
	plurals(head, code)
		.filter((form) => /a$/.test(form))
		.map((form) => `${form}re`)
		.concat(/[åöä]$/.test(head) ? [`${head}are`] : []);
