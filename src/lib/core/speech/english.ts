/** How English says what is written in figures, signs and abbreviations. */
import { englishNumerals as numerals } from './numerals';
import {
	abbreviations,
	anyOf,
	begin,
	end,
	fourDigits,
	isYear,
	rule,
	sayNumber,
	signRules,
	type SayingRule
} from './rule';

const monthNames = [
	...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August'],
	...['September', 'October', 'November', 'December']
];
const months = anyOf(monthNames);

const short: Readonly<Record<string, string>> = {
	'e.g': 'for example',
	'i.e': 'that is',
	'etc.': 'et cetera',
	'vs.': 'versus',
	'cf.': 'compare',
	'approx.': 'approximately',
	'et al.': 'and others',
	'Mr.': 'Mister',
	'Mrs.': 'Missus',
	'Prof.': 'Professor',
	'Gov.': 'Governor',
	'Sen.': 'Senator',
	'Gen.': 'General',
	'Lt.': 'Lieutenant',
	'Jr.': 'Junior',
	'Sr.': 'Senior',
	'dept.': 'department'
};

const numbered: readonly SayingRule[] = [
	rule(String.raw`${begin}No\.\s?(?=\d)`, () => 'number '),
	rule(String.raw`${begin}Nos\.\s?(?=\d)`, () => 'numbers '),
	rule(String.raw`${begin}pp\.\s?(?=\d)`, () => 'pages '),
	rule(String.raw`${begin}p\.\s?(?=\d)`, () => 'page '),
	rule(String.raw`${begin}vol\.\s?(?=\d)`, () => 'volume '),
	rule(String.raw`${begin}ch\.\s?(?=\d)`, () => 'chapter '),
	rule(String.raw`${begin}(?:ca?)\.\s?(?=\d)`, () => 'circa '),
	rule(String.raw`${begin}Dr\.\s(?=\p{Lu})`, () => 'Doctor '),
	rule(String.raw`${begin}St\.\s(?=\p{Lu})`, () => 'Saint '),
	rule(String.raw`§§\s?(?=\d)`, () => 'sections '),
	rule(String.raw`§\s?`, () => 'section ')
];

/** What follows a figure; `one` is said after 1. */
const units: readonly (readonly [sign: string, one: string, many: string])[] = [
	['%', 'percent', 'percent'],
	['‰', 'per mille', 'per mille'],
	['(?:kr|SEK)', 'krona', 'kronor'],
	['€', 'euro', 'euros'],
	['km/h', 'kilometre an hour', 'kilometres an hour'],
	['mph', 'mile an hour', 'miles an hour'],
	['km²', 'square kilometre', 'square kilometres'],
	['m²', 'square metre', 'square metres'],
	['m³', 'cubic metre', 'cubic metres'],
	['°C', 'degree Celsius', 'degrees Celsius'],
	['°F', 'degree Fahrenheit', 'degrees Fahrenheit'],
	['°', 'degree', 'degrees'],
	['km', 'kilometre', 'kilometres'],
	['cm', 'centimetre', 'centimetres'],
	['mm', 'millimetre', 'millimetres'],
	['kg', 'kilogram', 'kilograms']
];

const unitRules: readonly SayingRule[] = units.flatMap(([sign, one, many]) => [
	rule(String.raw`(?<![\p{L}\p{N},.]|\d\s)1\s?${sign}${end}`, () => `one ${one}`),
	rule(String.raw`(?<=\d)\s?${sign}${end}`, () => ` ${many}`)
]);

const amount = String.raw`(?<n>\d[\d,]*(?:\.\d+)?)(?<scale>\s(?:thousand|million|billion|trillion)|(?:m|bn)(?![\p{L}\p{N}]))?`;
const scales: Readonly<Record<string, string>> = { m: ' million', bn: ' billion' };

const money = (sign: string, one: string, many: string): SayingRule =>
	rule(`${sign}\\s?${amount}`, ({ n = '', scale = '' }) => {
		const said = n.replace(/,$/, '');
		const left = n.slice(said.length);
		return `${said}${scales[scale] ?? scale} ${said === '1' && scale === '' ? one : many}${left}`;
	});

const ordinal = (text = ''): string => numerals.ordinal(Number(text));
const saidYear = (text = ''): string =>
	isYear(Number(text)) ? numerals.year(Number(text)) : numerals.cardinal(Number(text));
const day = String.raw`(?<d>[12]?\d|3[01])(?:st|nd|rd|th)?`;
const day2 = String.raw`(?<d2>[12]?\d|3[01])(?:st|nd|rd|th)?`;

const dates: readonly SayingRule[] = [
	rule(
		`${begin}(?<y>(?:1[1-9]|20)\\d\\d)-(?<mo>0[1-9]|1[0-2])-(?<d>0[1-9]|[12]\\d|3[01])${end}`,
		({ y, mo, d }) => `the ${ordinal(d)} of ${monthNames[Number(mo) - 1] ?? ''} ${saidYear(y)}`
	),
	rule(
		`${begin}(?:the\\s)?${day}\\s?[-–]\\s?${day2}\\s(?<mo>${months})${end}`,
		({ d, d2, mo = '' }) => `the ${ordinal(d)} to the ${ordinal(d2)} of ${mo}`
	),
	rule(
		`${begin}(?:the\\s)?${day}\\s(?:of\\s)?(?<mo>${months})${end}`,
		({ d, mo = '' }) => `the ${ordinal(d)} of ${mo}`
	),
	rule(
		`${begin}(?<mo>${months})\\s${day}\\s?[-–]\\s?${day2}(?![\\p{L}\\p{N}]|[.,:]\\d)`,
		({ mo = '', d, d2 }) => `${mo} ${ordinal(d)} to ${ordinal(d2)}`
	),
	rule(
		`${begin}(?<mo>${months})\\s${day}(?![\\p{L}\\p{N}]|[.,:]\\d|\\s?%)`,
		({ mo = '', d }) => `${mo} ${ordinal(d)}`
	)
];

const plural = (words: string): string =>
	words.endsWith('y') ? `${words.slice(0, -1)}ies` : `${words}s`;

const years: readonly SayingRule[] = [
	rule(`${begin}(?<y>(?:1[1-9]|20)\\d0)['’]?s${end}`, ({ y }) => plural(saidYear(y))),
	rule(`${begin}['’‘]?(?<y>[2-9]0)['’]?s${end}`, ({ y }) => plural(numerals.cardinal(Number(y)))),
	rule(
		`${begin}(?<y>(?:1[1-9]|20)\\d\\d)\\s?[-–]\\s?(?<y2>(?:1[1-9]|20)\\d\\d)${end}`,
		({ y, y2 }) => `${saidYear(y)} to ${saidYear(y2)}`
	),
	rule(fourDigits, ({ year }) => saidYear(year))
];

const times: readonly SayingRule[] = [
	rule(
		`${begin}(?<h>[01]?\\d|2[0-4])[:.](?<m>[0-5]\\d)\\s?(?<half>[ap])\\.?\\s?m(?<stop>\\.$)?\\.?${end}`,
		({ h = '', m = '', half, stop = '' }) => `${time(h, m, '')} ${half} m${stop && '.'}`
	),
	rule(
		`${begin}(?<h>1?\\d)\\s?(?<half>[ap])\\.?\\s?m(?<stop>\\.$)?\\.?${end}`,
		({ h = '', half, stop = '' }) => `${numerals.cardinal(Number(h))} ${half} m${stop && '.'}`
	),
	rule(`${begin}(?<h>[01]?\\d|2[0-4]):(?<m>[0-5]\\d)${end}`, ({ h = '', m = '' }) =>
		time(h, m, Number(h) > 12 ? ' hundred' : ' o’clock')
	)
];

function time(hours: string, minutes: string, full: string): string {
	const said = numerals.cardinal(Number(hours));
	const rest = numerals.cardinal(Number(minutes));
	if (minutes === '00') return said + full;
	return minutes.startsWith('0') ? `${said} oh ${rest}` : `${said} ${rest}`;
}

const signs = signRules('\\d[\\d,]*(?:\\.\\d+)?', {
	to: ' to ',
	andAHalf: ' and a half',
	half: 'a half',
	quarter: 'a quarter',
	threeQuarters: 'three quarters',
	and: ' and ',
	equals: ' equals '
});

const numbers: readonly SayingRule[] = [
	rule(
		`${begin}(?<whole>\\d{1,3}(?:,\\d{3})+|\\d+)\\.(?<rest>\\d+)${end}(?!\\.\\d)`,
		({ whole = '', rest }) => sayNumber(whole, rest, 'point', true, numerals)
	),
	rule(`${begin}(?<whole>\\d{1,3}(?:,\\d{3})+)${end}`, ({ whole = '' }) =>
		sayNumber(whole, undefined, 'point', true, numerals)
	)
];

/** In the order in which they are applied. */
export const englishRules: readonly SayingRule[] = [
	...abbreviations(short),
	...numbered,
	...times,
	...dates,
	money(String.raw`(?<!\p{L})US\$`, 'US dollar', 'US dollars'),
	money(String.raw`\$`, 'dollar', 'dollars'),
	money('€', 'euro', 'euros'),
	money('£', 'pound', 'pounds'),
	...unitRules,
	...years,
	...signs,
	...numbers
];
