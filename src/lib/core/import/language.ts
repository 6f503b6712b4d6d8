/**
 * Detects a text’s language: the share of its words that are a language’s commonest. In prose
 * this is a third or more, whatever the subject; names, figures and quotations hardly change it.
 */
import type { Lang } from '../text/article';

/** The languages that can be imported. */
export const importLangs = ['sv', 'en'] as const;

const commonest: Readonly<Record<string, string>> = {
	sv: 'och att det som en är på för med den av inte till har de ett om var men sig från så vi kan när man nu också ska skulle eller efter vid hade över bara under mot denna detta dess där här varit jag han hon inom mellan genom sin sitt samt utan blev vad',
	en: 'the of and to in is that it was for on as with he be by at his this had not are but from or have an they which you were her she there been their has will would when who more no if out so said what up its about into than them can only other new some could these two may then do first any my now such like our over me even most after also did many before must through',
	no: 'og ikke det en er på som for med av til har de et om var men seg fra så vi kan når jeg hun blir etter ved hadde over bare under mot denne dette noe også skal ville eller være hva hvor noen mellom gjennom sin sitt uten ble',
	da: 'og ikke det en er på som for med af til har de et om var men sig fra så vi kan når jeg hun bliver efter ved havde over kun under mod denne dette noget også skal ville eller være hvad hvor nogle mellem gennem sin sit uden blev',
	de: 'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum war haben nur oder aber vor zur bis mehr durch man',
	fr: 'de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la avec ou aux mais comme nous ont cette son ses été elle leur deux être même fait aussi sans',
	es: 'de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy',
	fi: 'ja on ei että se hän oli joka mutta ovat kun myös niin kuin tai jos vain sen ole sitä olla mukaan hänen voi jo sekä nyt ne tämä mitä jotka',
	nl: 'de van een het en in is dat op te zijn met voor niet aan er om ook als dan maar bij nog uit werd door over ze hij wordt naar deze heeft worden'
};

const lists = Object.entries(commonest).map(
	([lang, words]) => [lang, new Set(words.split(' '))] as const
);

const anyCommon = new Set(lists.flatMap(([, words]) => [...words]));

/** Letters of other scripts, and a language that often uses each. */
const scripts: readonly (readonly [Lang, RegExp])[] = [
	['ru', /\p{Script=Cyrillic}/gu],
	['el', /\p{Script=Greek}/gu],
	['ar', /\p{Script=Arabic}/gu],
	['he', /\p{Script=Hebrew}/gu],
	['zh', /\p{Script=Han}/gu]
];

/** Least share of a language’s commonest words. Below it the language is unknown. */
const enoughShare = 0.12;
/**
 * Length of a sample in UTF-16 units. A longer text is read at its beginning, middle and end
 * only.
 */
const sampleLength = 40_000;

/** A long quotation of another writer, which may be in another language. */
const quotation = /["“”„»«](?:[^"“”„»«\n]|\n(?!\s*\n)){80,3000}["“”«»]/g;
/** Least number of the writer’s own words; with fewer, all words are read. */
const minOwn = 20;

/**
 * Returns the language of the writer’s own words, or of all words if these are few; null if it
 * is unclear.
 */
export function detectLanguage(text: string): Lang | null {
	const part = sample(text);
	const own = part.replace(quotation, ' ');
	const enough = own.length < part.length && (own.match(/\p{L}+/gu)?.length ?? 0) >= minOwn;
	return (enough ? languageOf(own) : null) ?? languageOf(part);
}

/** Returns whether a word, in lower case, is one of a language’s commonest. */
export const isCommonWord = (lang: Lang, word: string): boolean =>
	lists.some(([name, words]) => name === lang && words.has(word));

/** Returns the language that the words indicate; null if it is unclear. */
function languageOf(part: string): Lang | null {
	const words = part.toLowerCase().match(/\p{L}+/gu) ?? [];
	const counts = new Map<string, number>();
	for (const word of words) if (anyCommon.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
	const ranked = lists
		.map(([lang, list]) => ({
			lang,
			hits: [...counts].reduce((sum, [word, count]) => sum + (list.has(word) ? count : 0), 0)
		}))
		.sort((a, b) => b.hits - a.hits);
	const best = ranked[0];
	if (best && best.hits >= 2 && best.hits >= words.length * enoughShare) return best.lang;
	return (
		scripts.find(([, letters]) => (part.match(letters)?.length ?? 0) > part.length / 4)?.[0] ?? null
	);
}

export const isImportLang = (lang: Lang | null): lang is (typeof importLangs)[number] =>
	(importLangs as readonly (string | null)[]).includes(lang);

function sample(text: string): string {
	if (text.length <= 3 * sampleLength) return text;
	const middle = Math.floor(text.length / 2);
	return [
		text.slice(0, sampleLength),
		text.slice(middle, middle + sampleLength),
		text.slice(-sampleLength)
	].join(' ');
}
