/** Reads single values of XML without a tree, for every entry of a large file. */

const named: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'"
};

/** Decodes the entities of XML. */
export const unescapeXml = (text: string): string =>
	text.includes('&')
		? text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
				if (name !== undefined) return named[name] ?? whole;
				const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
				return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
			})
		: text;

/** Longest content of an element that holds a word, in UTF-16 units: the rest is left out. */
const maxWord = 2000;

/** Matches an element with its content, up to the next tag of its name: in linear time. */
export const xmlElement = (name: string): RegExp => {
	const tag = `(?:\\w{1,20}:)?${name}\\b`;
	return new RegExp(`<${tag}[^<>]*>((?:[^<]|<(?!/?${tag}))*)</${tag}>`, 'g');
};

/** Returns the words of all elements of a name. */
export function xmlValues(markup: string, name: string): readonly string[] {
	let element = elementOf.get(name);
	if (!element) elementOf.set(name, (element = xmlElement(name)));
	return [...markup.matchAll(element)]
		.map(([, content = '']) => plainXml(content.slice(0, maxWord)))
		.filter((word) => word !== '');
}

const elementOf = new Map<string, RegExp>();

/** Returns text without tags and comments, its entities decoded and its spaces joined. */
const plainXml = (markup: string): string =>
	unescapeXml(markup.replace(/<!--.*?-->|<!\[CDATA\[(.*?)\]\]>|<[^>]*>/gs, '$1'))
		.replace(/\s+/g, ' ')
		.trim();
