/** Numbers as a language says them: cardinals, ordinals up to 99, years. */
const svSmall =
	'noll ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton'.split(
		' '
	);
const svTens = 'tjugo trettio fyrtio femtio sextio sjuttio åttio nittio'.split(' ');
const svOrdinals =
	'nollte första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte trettonde fjortonde femtonde sextonde sjuttonde artonde nittonde'.split(
		' '
	);
const enSmall =
	'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
		' '
	);
const enTens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const enOrdinals =
	'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
		' '
	);

/** How a language says numbers. Every argument is a whole number from 0. */
export interface Numerals {
	/** Up to `largestCardinal`. */
	cardinal(n: number): string;
	/** Up to 99. */
	ordinal(n: number): string;
	/** From 1100 to 2099. */
	year(n: number): string;
	/** The digits of a text, one by one. */
	digits(text: string): string;
}

/** Beyond it the digits are left to the voice. */
export const largestCardinal = 999_999_999_999;

/** Cuts a number in groups of thousands, the largest first, with the power of each. */
function groups(n: number): readonly (readonly [value: number, power: number])[] {
	const found: [number, number][] = [];
	for (let power = 0, rest = n; rest > 0; power++, rest = Math.floor(rest / 1000))
		if (rest % 1000 > 0) found.unshift([rest % 1000, power]);
	return found;
}

const below100 = (
	n: number,
	small: readonly string[],
	tens: readonly string[],
	joint: string
): string =>
	n < 20
		? (small[n] ?? '')
		: (tens[Math.floor(n / 10) - 2] ?? '') + (n % 10 > 0 ? joint + (small[n % 10] ?? '') : '');

function svBelow1000(n: number): string {
	const rest = n % 100;
	const hundreds = n >= 100 ? `${svSmall[Math.floor(n / 100)] ?? ''}hundra` : '';
	return hundreds + (rest > 0 || n === 0 ? below100(rest, svSmall, svTens, '') : '');
}

function svGroup(value: number, power: number): string {
	if (power === 0) return svBelow1000(value);
	if (power === 1) return value === 1 ? 'ettusen' : `${svBelow1000(value)}tusen`;
	const name = power === 2 ? 'miljon' : 'miljard';
	return value === 1 ? `en ${name}` : `${svBelow1000(value)} ${name}er`;
}

export const swedishNumerals: Numerals = {
	cardinal: (n) =>
		n === 0
			? 'noll'
			: groups(n)
					.map(([value, power]) => svGroup(value, power))
					.join(' '),
	ordinal(n) {
		if (n < 20) return svOrdinals[n] ?? '';
		const ten = svTens[Math.floor(n / 10) - 2] ?? '';
		return n % 10 === 0 ? `${ten}nde` : ten + (svOrdinals[n % 10] ?? '');
	},
	year(n) {
		if (n === 2000) return 'tvåtusen';
		const rest = n % 100;
		const century = `${below100(Math.floor(n / 100), svSmall, svTens, '')}hundra`;
		return rest === 0 ? century : `${century} ${below100(rest, svSmall, svTens, '')}`;
	},
	digits: (text) => [...text].map((digit) => svSmall[Number(digit)] ?? digit).join(' ')
};

function enBelow1000(n: number): string {
	const rest = n % 100;
	const small = below100(rest, enSmall, enTens, '-');
	if (n < 100) return small;
	const hundreds = `${enSmall[Math.floor(n / 100)] ?? ''} hundred`;
	return rest === 0 ? hundreds : `${hundreds} and ${small}`;
}

const enPowers = ['', ' thousand', ' million', ' billion'];

export const englishNumerals: Numerals = {
	cardinal(n) {
		if (n === 0) return 'zero';
		const said = groups(n).map(([value, power], at, all) => {
			const and = at > 0 && at === all.length - 1 && power === 0 && value < 100 ? 'and ' : '';
			return and + enBelow1000(value) + (enPowers[power] ?? '');
		});
		return said.join(' ');
	},
	ordinal(n) {
		if (n < 20) return enOrdinals[n] ?? '';
		const ten = enTens[Math.floor(n / 10) - 2] ?? '';
		return n % 10 === 0 ? ten.replace(/y$/, 'ieth') : `${ten}-${enOrdinals[n % 10] ?? ''}`;
	},
	year(n) {
		const rest = n % 100;
		if (n >= 2000 && n < 2010)
			return rest === 0 ? 'two thousand' : `two thousand and ${enSmall[rest] ?? ''}`;
		const century = below100(Math.floor(n / 100), enSmall, enTens, '-');
		if (rest === 0) return `${century} hundred`;
		return rest < 10
			? `${century} oh ${enSmall[rest] ?? ''}`
			: `${century} ${below100(rest, enSmall, enTens, '-')}`;
	},
	digits: (text) => [...text].map((digit) => enSmall[Number(digit)] ?? digit).join(' ')
};
