/** How Swedish says what is written in figures, signs and abbreviations. */
import { swedishNumerals as numerals } from './numerals';
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

const months = anyOf([
	...['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti'],
	...['september', 'oktober', 'november', 'december']
]);
const monthNames = months.slice(3, -1).split('|');

const short: Readonly<Record<string, string>> = {
	't.ex': 'till exempel',
	'bl.a': 'bland annat',
	'bl.a.a': 'bland annat annat',
	'd.v.s': 'det vill säga',
	dvs: 'det vill säga',
	'o.s.v': 'och så vidare',
	osv: 'och så vidare',
	'm.m': 'med mera',
	'm.fl': 'med flera',
	's.k': 'så kallade',
	'f.d': 'före detta',
	'fr.o.m': 'från och med',
	'fr.a': 'framför allt',
	't.o.m': 'till och med',
	'p.g.a': 'på grund av',
	pga: 'på grund av',
	'm.a.o': 'med andra ord',
	'o.d': 'och dylikt',
	'o.dyl': 'och dylikt',
	's.a.s': 'så att säga',
	't.h': 'till höger',
	't.v': 'till vänster',
	'i.st.f': 'i stället för',
	'i.o.m': 'i och med',
	'f.n': 'för närvarande',
	'f.ö': 'för övrigt',
	'e.d': 'eller dylikt',
	'a.a': 'anfört arbete',
	'e.Kr': 'efter Kristus',
	'f.Kr': 'före Kristus',
	'fil.dr': 'filosofie doktor',
	'c:a': 'cirka',
	ca: 'cirka',
	'etc.': 'et cetera',
	resp: 'respektive',
	'inkl.': 'inklusive',
	'exkl.': 'exklusive',
	'enl.': 'enligt',
	'ev.': 'eventuellt',
	jfr: 'jämför',
	'prof.': 'professor',
	'ung.': 'ungefär',
	'forts.': 'fortsättning',
	'sekr.': 'sekreterare',
	'tel.': 'telefon',
	'avd.': 'avdelning',
	'milj.': 'miljoner',
	mkr: 'miljoner kronor',
	tkr: 'tusen kronor'
};

const number = String.raw`\d[\d ]*(?:,\d+)?`;

/** What follows a figure: `5 km`. `one` is said after 1. */
const units: readonly (readonly [sign: string, one: string, many: string])[] = [
	['%', 'procent', 'procent'],
	['‰', 'promille', 'promille'],
	['(?:kr|SEK)', 'krona', 'kronor'],
	['€', 'euro', 'euro'],
	[String.raw`\$`, 'dollar', 'dollar'],
	['£', 'pund', 'pund'],
	['(?:mdr|mrd)', 'miljard', 'miljarder'],
	['mn', 'miljon', 'miljoner'],
	['°C', 'grad', 'grader'],
	['°', 'grad', 'grader'],
	['km/h', 'kilometer i timmen', 'kilometer i timmen'],
	['km²', 'kvadratkilometer', 'kvadratkilometer'],
	['m²', 'kvadratmeter', 'kvadratmeter'],
	['m³', 'kubikmeter', 'kubikmeter'],
	['km', 'kilometer', 'kilometer'],
	['cm', 'centimeter', 'centimeter'],
	['mm', 'millimeter', 'millimeter'],
	['m', 'meter', 'meter'],
	['kg', 'kilo', 'kilo'],
	['g', 'gram', 'gram'],
	['ha', 'hektar', 'hektar']
];

/** Units of which one says “en”, not “ett”. */
const common =
	/^(?:krona|dollar|euro|grad|promille|procent|miljard|miljon|kilometer|centimeter|millimeter|meter|kvadrat|kubik)/;

const unitRules: readonly SayingRule[] = units.flatMap(([sign, one, many]) => [
	rule(
		String.raw`(?<![\p{L}\p{N},.]|\d\s)1\s?${sign}${end}`,
		() => `${common.test(one) ? 'en' : 'ett'} ${one}`
	),
	rule(String.raw`(?<=\d)\s?${sign}${end}`, () => ` ${many}`)
]);

const hour = (hours: string, minutes: string | undefined): string => {
	const said = numerals.cardinal(Number(hours));
	if (minutes === undefined || minutes === '00') return said;
	return minutes.startsWith('0')
		? `${said} noll ${numerals.cardinal(Number(minutes))}`
		: `${said} ${numerals.cardinal(Number(minutes))}`;
};
const clock = String.raw`(?<h>[01]?\d|2[0-4])[.:](?<m>[0-5]\d)`;
const clock2 = String.raw`(?<h2>[01]?\d|2[0-4])(?:[.:](?<m2>[0-5]\d))?`;

const day = String.raw`(?<d>[12]?\d|3[01])`;
const ordinal = (text = ''): string => numerals.ordinal(Number(text));
const saidYear = (text = ''): string =>
	isYear(Number(text)) ? numerals.year(Number(text)) : numerals.cardinal(Number(text));

const times: readonly SayingRule[] = [
	rule(
		`${begin}[kK]l(?:\\.|ockan)?\\s?${clock}\\s?[-–]\\s?${clock2}${end}`,
		({ h = '', m, h2 = '', m2 }) => `klockan ${hour(h, m)} till ${hour(h2, m2)}`
	),
	rule(`${begin}[kK]l(?:\\.|ockan)?\\s?${clock}${end}`, ({ h = '', m }) => `klockan ${hour(h, m)}`),
	rule(
		`${begin}[kK]l\\.?\\s?(?<h>[01]?\\d|2[0-4])${end}`,
		({ h = '' }) => `klockan ${hour(h, undefined)}`
	),
	rule(`${begin}(?<h>[01]?\\d|2[0-4]):(?<m>[0-5]\\d)${end}`, ({ h = '', m }) => hour(h, m))
];

const dates: readonly SayingRule[] = [
	rule(
		`${begin}(?<y>(?:1[1-9]|20)\\d\\d)-(?<mo>0[1-9]|1[0-2])-(?<d>0[1-9]|[12]\\d|3[01])${end}`,
		({ y, mo, d }) => `den ${ordinal(d)} ${monthNames[Number(mo) - 1] ?? ''} ${saidYear(y)}`
	),
	rule(
		`${begin}${day}\\s?[-–]\\s?(?<d2>[12]?\\d|3[01])\\s(?<mo>${months})${end}`,
		({ d, d2, mo = '' }) => `${ordinal(d)} till ${ordinal(d2)} ${mo}`
	),
	rule(`${begin}${day}\\s(?<mo>${months})${end}`, ({ d, mo = '' }) => `${ordinal(d)} ${mo}`)
];

const years: readonly SayingRule[] = [
	rule(
		`${begin}(?<y>(?:1[1-9]|20)\\d0)-(?<tal>tal(?:et|ets|en|ens|s)?)${end}`,
		({ y, tal = '' }) => `${saidDecade(Number(y))}${tal}`
	),
	rule(
		`${begin}(?<y>[2-9]0)-(?<tal>tal(?:et|ets|en|ens|s)?)${end}`,
		({ y, tal = '' }) => `${numerals.cardinal(Number(y))}${tal}`
	),
	rule(
		`${begin}(?<y>(?:1[1-9]|20)\\d\\d)\\s?[-–]\\s?(?<y2>(?:1[1-9]|20)\\d\\d)${end}`,
		({ y, y2 }) => `${saidYear(y)} till ${saidYear(y2)}`
	),
	rule(fourDigits, ({ year }) => saidYear(year))
];

const saidDecade = (n: number): string =>
	n === 2000 ? 'tjugohundra' : numerals.year(n).replaceAll(' ', '');

const law: readonly SayingRule[] = [
	rule(`${begin}(?<n>[1-9]\\d?)\\s?kap\\.(?=\\s\\d)`, ({ n }) => `${ordinal(n)} kapitlet`),
	rule(`${begin}kap\\.\\s(?=\\d)`, () => 'kapitel '),
	rule(`${begin}(?<n>[1-9]\\d?)\\s?§(?!§)`, ({ n }) => `${ordinal(n)} paragrafen`),
	rule(`§{1,2}\\s?(?=\\d)`, () => 'paragraf '),
	rule(`§{1,2}`, () => 'paragraf'),
	rule(`${begin}(?<n>[1-9]\\d?):[ae]${end}`, ({ n }) => ordinal(n)),
	rule(`${begin}[nN]r\\.?\\s(?=\\d)`, () => 'nummer '),
	rule(`${begin}s\\.\\s?(?=\\d)`, () => 'sidan ')
];

const signs: readonly SayingRule[] = [
	rule(String.raw`(?<=(?:miljon|miljoner|miljard|miljarder|tusen)\s)kr${end}`, () => 'kronor'),
	...signRules(number, {
		to: ' till ',
		andAHalf: ' och en halv',
		half: 'en halv',
		quarter: 'en fjärdedel',
		threeQuarters: 'tre fjärdedelar',
		and: ' och ',
		equals: ' är lika med '
	})
];

const numbers: readonly SayingRule[] = [
	rule(`${begin}(?<whole>\\d{1,3}(?: \\d{3})+|\\d+),(?<rest>\\d+)${end}`, ({ whole = '', rest }) =>
		sayNumber(whole, rest, 'komma', false, numerals)
	),
	rule(`${begin}(?<whole>\\d{1,3}(?: \\d{3})+)${end}`, ({ whole = '' }) =>
		sayNumber(whole, undefined, 'komma', false, numerals)
	)
];

/** In the order in which they are applied. */
export const swedishRules: readonly SayingRule[] = [
	...abbreviations(short),
	...times,
	...dates,
	...law,
	...unitRules,
	...years,
	...signs,
	...numbers
];
