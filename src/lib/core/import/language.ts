/**
 * A text’s language by its words: the share of its words that are a language’s commonest. Prose
 * has a third or more of them, whatever it is about; names, figures and quotations do not disturb.
 */
import type { Lang } from '../text/article';

/** The languages that the reader is made for. */
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

/** Letters of other scripts, and a language that is often written in each. */
const scripts: readonly (readonly [Lang, RegExp])[] = [
	['ru', /\p{Script=Cyrillic}/gu],
	['el', /\p{Script=Greek}/gu],
	['ar', /\p{Script=Arabic}/gu],
	['he', /\p{Script=Hebrew}/gu],
	['zh', /\p{Script=Han}/gu]
];

/** At least this share of the words must be a language’s commonest. */
const enoughShare = 0.12;
/** Read from the beginning, the middle and the end of a long text, in UTF-16 units. */
const sampleLength = 40_000;

/** What somebody else says at length, which may be in another language. */
const quotation = /["“”„»«](?:[^"“”„»«\n]|\n(?!\s*\n)){80,3000}["“”«»]/g;
/** So many words of the writer’s own tell the language. */
const minOwn = 20;

/** The language of the writer’s own words, or of all where these are few; null where they point nowhere. */
export function detectLanguage(text: string): Lang | null {
	const part = sample(text);
	const own = part.replace(quotation, ' ');
	const enough = own.length < part.length && (own.match(/\p{L}+/gu)?.length ?? 0) >= minOwn;
	return (enough ? languageOf(own) : null) ?? languageOf(part);
}

/** The language that the words point to; null where they point nowhere. */
function languageOf(part: string): Lang | null {
	const words = part.toLowerCase().match(/\p{L}+/gu) ?? [];
	const ranked = lists
		.map(([lang, list]) => ({ lang, hits: words.filter((word) => list.has(word)).length }))
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
