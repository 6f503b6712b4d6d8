/**
 * How each language writes numbers, as data. A word list is space-separated, in the order of its
 * numbers. For other languages digits are read as in English, and number words not at all.
 */
import { primaryLang } from '../../text/languageTag';

export interface Numerals {
	/** The separators between thousands: the inside of a character class. */
	readonly grouping: string;
	/** Words for 0 to 19. */
	readonly small: string;
	/** Words for 20, 30 … 90. */
	readonly tens: string;
	readonly hundred: string;
	readonly thousand: string;
	/** `and` in `a hundred and five`; empty if the language has none. */
	readonly and: string;
	/** True if number words are joined to each other and to the counted word: `tvåårig`. */
	readonly compounds: boolean;
	/**
	 * Forms of 1 that are mostly articles or pronouns: they count only before a scale or a unit.
	 */
	readonly one: string;
	/** Words for a million and above, with their power of ten. */
	readonly scales: Readonly<Record<string, number>>;
	/** Words from 1: `first`, `second` … They may match a figure but need no match. */
	readonly ordinals: string;
	/** Other words that may match a figure, such as `both`. */
	readonly loose: Readonly<Record<string, number>>;
	/** Units that may follow a number; longest first. */
	readonly units: readonly { readonly after: RegExp; readonly unit: MeasureUnit }[];
	/** Names from January, and from Monday. */
	readonly months: string;
	readonly weekdays: string;
	/** Patterns of decades and centuries: the first group is the number that they begin with. */
	readonly decade: RegExp;
	readonly century: RegExp;
	/** 1: `20th century` begins in 1900. 0: `1900-talet` does. */
	readonly centuriesFrom: 0 | 1;
}

/** `mil` is ten kilometres: the number is converted to kilometres. */
type MeasureUnit = '%' | '$' | '€' | '£' | 'mil';

const sv: Numerals = {
	grouping: ' .',
	small:
		'noll ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton',
	tens: 'tjugo trettio fyrtio femtio sextio sjuttio åttio nittio',
	hundred: 'hundra',
	thousand: 'tusen',
	and: '',
	compounds: true,
	one: 'en ett',
	scales: {
		miljon: 6,
		miljoner: 6,
		miljard: 9,
		miljarder: 9,
		biljon: 12,
		biljoner: 12
	},
	ordinals:
		'första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte trettonde fjortonde femtonde sextonde sjuttonde artonde nittonde tjugonde',
	loose: {
		båda: 2,
		bägge: 2,
		par: 2,
		dubbla: 2,
		dubbelt: 2,
		dubbel: 2,
		tvåa: 2,
		tvåan: 2,
		tredjedel: 3,
		tredjedelar: 3,
		fjärdedel: 4,
		kvart: 4,
		femtedel: 5,
		tiondel: 10,
		decennium: 10,
		decennier: 10,
		årtionde: 10,
		årtionden: 10,
		dussin: 12,
		dussintals: 12,
		sekel: 100,
		hundratals: 100,
		tusentals: 1000
	},
	units: [
		{ after: /^[\s-]?(?:%|procent)/, unit: '%' },
		{ after: /^[\s-](?:US-|amerikanska )?dollar/i, unit: '$' },
		{ after: /^[\s-]euro/i, unit: '€' },
		{ after: /^[\s-](?:brittiska )?pund/i, unit: '£' },
		{ after: /^\smil(?!\p{L})/u, unit: 'mil' }
	],
	months: 'januari februari mars april maj juni juli augusti september oktober november december',
	weekdays: 'måndag tisdag onsdag torsdag fredag lördag söndag',
	decade: /(?<!\p{N})(\d{0,2}\d0)-tal/gu,
	century: /(?<!\p{N})(\d{1,2}00)-tal/gu,
	centuriesFrom: 0
};

const en: Numerals = {
	grouping: ',',
	small:
		'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
	tens: 'twenty thirty forty fifty sixty seventy eighty ninety',
	hundred: 'hundred',
	thousand: 'thousand',
	and: 'and',
	compounds: false,
	one: 'a an one',
	scales: { million: 6, m: 6, billion: 9, bn: 9, trillion: 12 },
	ordinals:
		'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth',
	loose: {
		both: 2,
		couple: 2,
		pair: 2,
		twice: 2,
		double: 2,
		doubled: 2,
		doubling: 2,
		thirds: 3,
		quarter: 4,
		quarters: 4,
		fifths: 5,
		tenths: 10,
		decade: 10,
		decades: 10,
		dozen: 12,
		dozens: 12,
		century: 100,
		centuries: 100,
		hundreds: 100,
		thousands: 1000
	},
	units: [
		{ after: /^[\s-]?(?:%|per ?cent)/, unit: '%' },
		{ after: /^[\s-](?:US )?dollars?/i, unit: '$' },
		{ after: /^[\s-]euros?/i, unit: '€' },
		{ after: /^[\s-]pounds?/i, unit: '£' }
	],
	months: 'January February March April May June July August September October November December',
	weekdays: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday',
	decade: /(?<!\p{N})(\d{0,2}\d0)[’']?s(?!\p{L})/gu,
	century: /(?<!\p{N})(\d{1,2})(?:st|nd|rd|th)[\s-]centur/gu,
	centuriesFrom: 1
};

const languages: Readonly<Record<string, Numerals>> = { sv, en };

/** Returns the numerals for the first subtag of a language. */
export function numeralsOf(lang: string): Numerals {
	const language = primaryLang(lang);
	return (Object.hasOwn(languages, language) ? languages[language] : undefined) ?? en;
}
