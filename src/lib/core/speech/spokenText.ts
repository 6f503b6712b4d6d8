/**
 * What a voice is given to say for a sentence: the words alone. Marks of footnotes and what no
 * voice can say go; figures, signs and abbreviations become words where voices read them wrongly
 * (espeak-ng 1.51 says “3,5” in Swedish as “tre punkt fem”). Plain whole numbers are left to the
 * voice.
 *
 * Laws (`spokenText.test.ts`): never throws; words of letters alone come back as they are; what has
 * a letter or a figure is never silent.
 */
import { primaryLang } from '../text/languageTag';
import { englishRules } from './english';
import { apply, rule, type SayingRule } from './rule';
import { swedishRules } from './swedish';

const rules: Readonly<Record<string, readonly SayingRule[]>> = {
	sv: swedishRules,
	en: englishRules
};

const everyLanguage: readonly SayingRule[] = [
	// Soft hyphens, zero-width characters; then every kind of space.
	rule(String.raw`[\u00AD\u200B-\u200D\u2060\uFEFF]`, () => ''),
	rule(String.raw`\s+`, () => ' '),
	// The host of an address says where it leads.
	rule(String.raw`https?://(?:www\.)?(?<host>[^\s/?#)]+)[^\s)]*`, ({ host = '' }) => host),
	// Marks of footnotes that are part of the text: [12], ¹².
	rule(String.raw`(?<=\S) ?\[\d{1,3}\]`, () => ''),
	rule(String.raw`(?<=[\p{L}.,;:!?”"’)])(?<!(?:^|[^\p{L}])(?:[kcm]?m))[¹²³⁰⁴-⁹]+`, () => '')
];

/** Returns what is said for a sentence of plain text (see `plain` in core/text/inline). */
export function spokenText(text: string, lang: string): string {
	const ofLang = rules[primaryLang(lang)] ?? [];
	return [...everyLanguage, ...ofLang].reduce(apply, text).replace(/\s+/g, ' ').trim();
}

/** Whether there is anything to say: a break between scenes has no words. */
export const isSayable = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
