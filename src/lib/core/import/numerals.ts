/** Reads the numerals of chapters: `12`, `XII`, `twelve`, `tolfte`, `TJUGUFÖRSTA`. */

/**
 * The words of each number from 1 to 19, cardinal and ordinal, with the spellings of older print.
 */
const small = [
	'ett en första förste one first',
	'två tu andra andre two second',
	'tre tredje three third',
	'fyra fjärde fjerde four fourth',
	'fem femte five fifth',
	'sex sjätte sjette six sixth',
	'sju sjunde seven seventh',
	'åtta åttonde eight eighth',
	'nio nionde nine ninth',
	'tio tionde ten tenth',
	'elva elfva elfte eleven eleventh',
	'tolv tolf tolfte twelve twelfth',
	'tretton trettonde thirteen thirteenth',
	'fjorton fjortonde fourteen fourteenth',
	'femton femtonde fifteen fifteenth',
	'sexton sextonde sixteen sixteenth',
	'sjutton sjuttonde seventeen seventeenth',
	'arton aderton artonde adertonde eighteen eighteenth',
	'nitton nittonde nineteen nineteenth'
];
const tens = [
	'tjugo tjugu tjugonde tjugunde twenty twentieth',
	'trettio trettionde thirty thirtieth',
	'fyrtio fyrtionde forty fortieth',
	'femtio femtionde fifty fiftieth',
	'sextio sextionde sixty sixtieth',
	'sjuttio sjuttionde seventy seventieth',
	'åttio åttionde eighty eightieth',
	'nittio nittionde ninety ninetieth'
];

const units = new Map(small.flatMap((words, i) => words.split(' ').map((word) => [word, i + 1])));
const decades = new Map(
	tens.flatMap((words, i) => words.split(' ').map((word) => [word, (i + 2) * 10]))
);

/** Matches a number written out; `numeralOf` tells its value. */
export const writtenNumber = (() => {
	const unit = [...units.keys()].sort((a, b) => b.length - a.length).join('|');
	const ten = [...decades.keys()].sort((a, b) => b.length - a.length).join('|');
	return `(?:(?:${ten})(?:[\\s-]?(?:${unit}))?|${unit})`;
})();

/** Matches figures or a roman number in capitals. */
export const figures = '(?:\\d{1,3}|[IVXLC]{1,8})';

/** Returns the value of a numeral, in figures, roman or written out; null for anything else. */
export function numeralOf(text: string): number | null {
	if (/^\d{1,3}$/.test(text)) return Number(text);
	if (/^[IVXLC]{1,8}$/.test(text)) return romanOf(text);
	const word = text.toLowerCase().replace(/[\s-]/g, '');
	const whole = units.get(word) ?? decades.get(word);
	if (whole !== undefined) return whole;
	for (const [ten, value] of decades) {
		const unit = word.startsWith(ten) ? units.get(word.slice(ten.length)) : undefined;
		if (unit !== undefined && unit < 10) return value + unit;
	}
	return null;
}

const digits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

/** Returns the value of a roman number as print has it, `IIII` too; null for no number: `IVX`. */
function romanOf(text: string): number | null {
	if (!/^C{0,4}(?:XC|XL|L?X{0,4})(?:IX|IV|V?I{0,4})$/.test(text)) return null;
	const values = [...text].map((letter) => digits[letter] ?? 0);
	return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}
