/** Reads people’s names as bylines print them. */
import type { PieceEvidence } from './piece';

const particle = '(?:von|van|der|den|de|la|le|du|da|di|del|af|av|bin|ibn|al|el|y)';
const word = "(?:\\p{Lu}[\\p{L}\\p{M}'’?]*(?:-\\p{L}[\\p{L}\\p{M}'’?]*)*|\\p{Lu}\\.)";
const namePattern = `${word}(?:\\s(?:${particle}\\s){0,2}${word}){1,3}`;
const between = '(?:\\s*[,;/]\\s*(?:och\\s|and\\s)?|\\s+(?:och|and|&)\\s+)';
export const namesPattern = `${namePattern}(?:${between}${namePattern}){0,7}`;

const wholly = new RegExp(`^${namesPattern}$`, 'u');

/** Splits `Anna Ek, Bo von Alm och Cia Dal` into its names. */
export const splitNames = (text: string): string[] =>
	text
		.split(new RegExp(between, 'u'))
		.map((name) => name.trim())
		.filter((name) => name !== '');

/**
 * Returns the names of a line that holds only names; otherwise null. A word that the text also
 * uses in lower case is no name: `Crony Capitalism` is a heading.
 */
export function parseNames(line: string, { words }: Pick<PieceEvidence, 'words'>): string[] | null {
	if (line.length > 200 || !wholly.test(line) || genre.test(line)) return null;
	if (/^(?:the|an?|den|det|de|en|ett)\s/i.test(line)) return null;
	const tokens = line.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
	const known = tokens.filter(
		(token) => words.has(token) && !/^(?:och|and|von|van|den|der|del|bin|ibn)$/.test(token)
	);
	return known.length > 0 ? null : splitNames(line);
}

/** The genre in a byline: `Krönika av Anna Ek`. */
const genres =
	'(?:krönika|kåseri|ledare|debatt(?:artikel)?|essä|recension|reportage|analys|kommentar|rapport|novell|dikt|artikel|intervju|story|report|review|essay|analysis|opinion|article|column|commentary|interview)';
const genre = new RegExp(`^${genres}\\s(?:av|by)\\s`, 'iu');
/** The credit for pictures that may follow the writer’s name. */
const pictures =
	/[\s,;.|/]+(?:och\s|and\s)?(?:foto(?:graf(?:i|er)?)?|bild(?:er)?|photos?|photograph(?:s|y|er)?|pictures?|illustration(?:er|s)?)(?:\s*:|\s(?:av|by)\s|\s(?=\p{Lu})).*$/iu;

const introduced =
	/^(?:av|by|reporter|journalist|skribent|text(?:\s+och\s+foto)?|skriven av|skrivet av|written by|words by|author|authors|författare)\s*[:\s]\s*(?<names>\S.*)$/iu;

/** Returns the names in `By Jane Doe`, `Av Anna Ek`, `Text: Bo Alm`; null for any other line. */
export function introducedNames(line: string): string[] | null {
	if (line.length > 200) return null;
	const said = introduced.exec(line.replace(genre, 'By '))?.groups?.names;
	const names = said?.replace(pictures, '').replace(/[.,]$/, '');
	if (names === undefined) return null;
	const bare = names.replace(/\s(?:och|and)\s/gu, ' ');
	const cased = bare === bare.toUpperCase() ? capitalise(names) : names;
	return wholly.test(cased) || isSingleName(cased) ? splitNames(cased) : null;
}

/**
 * Returns the names at the start of a line, before a place or a publication: `By Jane Doe, New
 * York`, `by Jane Doe in London`. Only an `and` tells a list of names from a name and a place.
 */
export function leadingNames(line: string): string[] | null {
	const listed = /\s(?:och|and|&)\s/u.test(line) ? introducedNames(line) : null;
	return listed ?? introducedNames(line.split(/\s*[,·|]\s*|\s(?:i|in|för|for)\s/u)[0] ?? '');
}

const profession =
	/^\p{Ll}*(?:korrespondent|reporter|redaktör|journalist|skribent|författare|krönikör|forskare|professor|docent|correspondent|editor|writer|columnist|author|researcher)$/u;

/** Returns whether a line holds only a profession at a paper: `Utrikeskorrespondent`. */
export const isProfession = (line: string): boolean => profession.test(line.toLowerCase());

/**
 * Returns the writer’s name from a name with a profession (`Anna Ek, utrikeskorrespondent`);
 * null for any other line.
 */
export function titledName(line: string): string[] | null {
	const [name = '', role = '', more] = line.split(/,\s+/u);
	const known =
		more === undefined && wholly.test(name) && profession.test(role.split(/\s/u)[0] ?? '');
	return known && role.split(/\s/u).length <= 5 ? [name] : null;
}

const isSingleName = (text: string): boolean => new RegExp(`^${word}$`, 'u').test(text);

/** Turns `MIKE O'NEIL` into `Mike O'Neil`. */
const capitalise = (name: string): string =>
	name
		.toLowerCase()
		.replace(/(?<![\p{L}\p{M}])(?!(?:och|and)\s)\p{L}/gu, (letter) => letter.toUpperCase());

const reporting =
	'reports|writes|argues|explains|explores|asks|looks|considers|examines|investigates|reviews|analyses';
const inCapitals = new RegExp(
	`(?<![\\p{L}])(?<name>\\p{Lu}{2,}(?:[ -]\\p{Lu}[\\p{Lu}'’]+){1,3})(?:,[^.]{1,200},|\\s)\\s?(?:${reporting})(?!\\p{L})`,
	'u'
);
const skriver = new RegExp(`skriver\\s(?<names>${namesPattern})(?=[,.])`, 'u');

/**
 * Returns the writers that a standfirst names: `… skriver Anna Ek.`, `JANE DOE, of the union,
 * reports.`
 */
export function namesInStandfirst(text: string): string[] | null {
	if (text.length > 2000) return null;
	const english = inCapitals.exec(text)?.groups?.name;
	if (english) return [capitalise(english)];
	const swedish = skriver.exec(text)?.groups?.names;
	return swedish ? splitNames(swedish) : null;
}
