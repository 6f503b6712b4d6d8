/**
 * Reads characters of symbol fonts, which files save as private ones: U+F000 and a byte. The table
 * of Symbol is Adobe’s (https://unicode.org/Public/MAPPINGS/VENDORS/ADOBE/symbol.txt).
 */

/** From 0x41 on; `_` where the font has none. */
const symbolLetters = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥__αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼';
/** From 0xA0 on. */
const symbolSigns =
	'€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…__↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑_________〉∫⌠_⌡';
const others: ReadonlyMap<string, string> = new Map([
	['symbol:22', '∀'],
	['symbol:24', '∃'],
	['symbol:27', '∋'],
	['symbol:2a', '∗'],
	['symbol:2d', '−'],
	['symbol:40', '≅'],
	['wingdings:28', '☎'],
	['wingdings:2a', '✉'],
	['wingdings:4a', '☺'],
	['wingdings:4c', '☹'],
	['wingdings:6c', '●'],
	['wingdings:6e', '■'],
	['wingdings:6f', '□'],
	['wingdings:71', '❑'],
	['wingdings:76', '❖'],
	['wingdings:9f', '•'],
	['wingdings:a7', '▪'],
	['wingdings:a8', '◻'],
	['wingdings:ab', '★'],
	['wingdings:d8', '➢'],
	['wingdings:df', '←'],
	['wingdings:e0', '→'],
	['wingdings:e1', '↑'],
	['wingdings:e2', '↓'],
	['wingdings:e8', '➔'],
	['wingdings:f0', '⇨'],
	['wingdings:fb', '✗'],
	['wingdings:fc', '✓'],
	['wingdings:fd', '☒'],
	['wingdings:fe', '☑']
]);

/** Returns a symbol by its font and its code in hexadecimal digits; empty where it is not known. */
export function symbol(font: string, hex: string): string {
	const code = parseInt(hex, 16);
	if (!(code >= 0x20 && code <= 0xffff)) return '';
	return isPrivate(code) ? ofFont(font.toLowerCase(), code & 0xff) : ofCode(font, code);
}

/** A code below 0x100 is one of the font’s if the font is one of symbols. */
function ofCode(font: string, code: number): string {
	const isSymbols = code < 0x100 && /^(?:symbol$|wingdings)/i.test(font);
	return isSymbols ? ofFont(font.toLowerCase(), code) : String.fromCharCode(code);
}

function ofFont(font: string, code: number): string {
	const known = others.get(`${font}:${code.toString(16)}`);
	if (known !== undefined) return known;
	if (font !== 'symbol') return '';
	const table = code >= 0xa0 ? symbolSigns : symbolLetters;
	const sign = code < 0x41 ? String.fromCharCode(code) : table[code - (code >= 0xa0 ? 0xa0 : 0x41)];
	return sign === '_' ? '' : (sign ?? '');
}

const isPrivate = (code: number): boolean => code >= 0xf000 && code <= 0xf0ff;

/** Replaces the private characters of a text that is set in a symbol font. */
export const withSymbols = (text: string, font: string | null): string =>
	/[\uf000-\uf0ff]/.test(text)
		? text.replace(/[\uf000-\uf0ff]/g, (char) =>
				symbol(font ?? '', char.charCodeAt(0).toString(16))
			)
		: text;
