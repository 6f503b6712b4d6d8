/** People’s names as bylines print them. */
import type { Evidence } from './piece';

const particle = '(?:von|van|der|den|de|la|le|du|da|di|del|af|av|bin|ibn|al|el|y)';
const word = "(?:\\p{Lu}[\\p{L}\\p{M}'’?]*(?:-\\p{L}[\\p{L}\\p{M}'’?]*)*|\\p{Lu}\\.)";
export const namePattern = `${word}(?:\\s(?:${particle}\\s){0,2}${word}){1,3}`;
const between = '(?:\\s*[,;/]\\s*(?:och\\s|and\\s)?|\\s+(?:och|and|&)\\s+)';
export const namesPattern = `${namePattern}(?:${between}${namePattern}){0,7}`;

const wholly = new RegExp(`^${namesPattern}$`, 'u');

/** `Anna Ek, Bo von Alm och Cia Dal` to its names. */
export const splitNames = (text: string): string[] =>
	text
		.split(new RegExp(between, 'u'))
		.map((name) => name.trim())
		.filter((name) => name !== '');

/**
 * The names of a line that holds nothing else; null where it holds anything else. A word that the
 * text also uses in lower case is no name: `Crony Capitalism` is a heading.
 */
export function parseNames(line: string, { words }: Pick<Evidence, 'words'>): string[] | null {
	if (line.length > 200 || !wholly.test(line)) return null;
	const tokens = line.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
	const known = tokens.filter(
		(token) => words.has(token) && !/^(?:och|and|von|van|den|der|del|bin|ibn)$/.test(token)
	);
	return known.length > 0 ? null : splitNames(line);
}

const introduced =
	/^(?:av|by|text(?:\s+och\s+foto)?|skriven av|skrivet av|written by|words by|author|authors|författare)\s*[:\s]\s*(?<names>\S.*)$/iu;

/** `By Jane Doe`, `Av Anna Ek`, `Text: Bo Alm`: the names; null for any other line. */
export function introducedNames(line: string): string[] | null {
	if (line.length > 200) return null;
	const names = introduced.exec(line)?.groups?.names?.replace(/[.,]$/, '');
	if (names === undefined) return null;
	const cased = names === names.toUpperCase() ? capitalise(names) : names;
	return wholly.test(cased) || isSingleName(cased) ? splitNames(cased) : null;
}

/**
 * The names that a line begins with, before a place or a publication: `By Jane Doe, New York`. Only
 * an `and` tells a list of names from a name and a place.
 */
export function leadingNames(line: string): string[] | null {
	const listed = /\s(?:och|and|&)\s/u.test(line) ? introducedNames(line) : null;
	return listed ?? introducedNames(line.split(/\s*[,·|]\s*/u)[0] ?? '');
}

const isSingleName = (text: string): boolean => new RegExp(`^${word}$`, 'u').test(text);

/** `MIKE O'NEIL` to `Mike O'Neil`. */
export const capitalise = (name: string): string =>
	name.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase());

const reporting =
	'reports|writes|argues|explains|explores|asks|looks|considers|examines|investigates|reviews|analyses';
const inCapitals = new RegExp(
	`(?<![\\p{L}])(?<name>\\p{Lu}{2,}(?:[ -]\\p{Lu}[\\p{Lu}'’]+){1,3})(?:,[^.]{1,200},|\\s)\\s?(?:${reporting})(?!\\p{L})`,
	'u'
);
const skriver = new RegExp(`skriver\\s(?<names>${namesPattern})(?=[,.])`, 'u');

/** The writers that a standfirst names, `… skriver Anna Ek.`, `JANE DOE, of the union, reports.` */
export function namesInStandfirst(text: string): string[] | null {
	if (text.length > 2000) return null;
	const english = inCapitals.exec(text)?.groups?.name;
	if (english) return [capitalise(english)];
	const swedish = skriver.exec(text)?.groups?.names;
	return swedish ? splitNames(swedish) : null;
}
