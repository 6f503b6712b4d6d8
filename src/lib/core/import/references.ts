/** Finds footnote markers in the text, in every form that copying produces. */
import { superscripts, type Definition, type MarkerForm } from './definitions';

export interface Reference {
	/** Index of the reference’s piece, and its position in the text. */
	readonly at: number;
	readonly start: number;
	readonly end: number;
	readonly form: MarkerForm;
	/** The mark as printed, in plain figures; `?` for each figure that is lost. */
	readonly mark: string;
	/** A definition has this mark. One without may be a reference whose note is missing. */
	readonly known: boolean;
}

type Pattern = readonly [form: MarkerForm, pattern: RegExp];

const labelled: Pattern = ['labelled', /\[\^(?<mark>[^\s[\]^]{1,16})\](?!:)/gu];
const superscript: Pattern = [
	'superscript',
	new RegExp(`(?<=\\S)(?<mark>[${superscripts}]+[0-9?]?)`, 'gu')
];
const bracketed: Pattern = ['bracketed', /(?<=\S) ?\[(?<mark>\d{1,3})\](?!\()/gu];
const parenthesis: Pattern = ['parenthesis', /(?<=[\p{L}.,;:!?”“"’»]) ?\((?<mark>\d{1,3})\)/gu];
/** Without parentheses around the notes’ numbers: a space may begin a remark. */
const glued: Pattern = ['parenthesis', /(?<=[\p{L}\p{N}.,;:!?”“"’»])\((?<mark>\d{1,3})\)/gu];
/** After a word or a mark, before a space or a mark. `*` may also close emphasis: see `openStars`. */
const symbol: Pattern = [
	'symbol',
	/(?<=[\p{L}\p{N}.,;:!?”“"’)»_])(?<mark>\*{1,3}|[†‡§‖¶]{1,2})(?=[\s.,;:!?)”“"’»–—]|$)/gu
];
/**
 * A figure glued to a word of three letters, or to the mark that ends a sentence or a quotation.
 */
const figure: Pattern = [
	'figure',
	/(?<!\d\.\p{L}\.)(?<=\p{L}{3}|[\p{L}”“"’')*][.,;:!?]|[.,!?]["”’*)]{1,3}|\p{L}["”’*)]{1,2})(?<mark>\d{1,3})(?![\p{L}\p{N}%+]|[.,:]\d)/gu
];
/** A question mark where none is possible: before a comma, or after a sentence’s end. */
const lost: Pattern = [
	'lost',
	/(?:(?<=[\p{L})”"’*])(?=\?(?:[,;:]|\.(?:\s|$)))|(?<=[.!?…]["”’]?\*?["”’]?\*?)(?=\?(?:\s|$)))(?<mark>\?)/gu
];

/** Units that take a power: `km²`, `m³`. */
const unit = /(?<!\p{L})(?:[kcdm]?m|in|ft|yd|mi|s)$/u;

/**
 * Finds everything in the text of piece `at` that may refer to one of the definitions, in order,
 * and superscripts and numbers in brackets that look like references to a missing one.
 */
export type FindReferences = (text: string, at: number) => Reference[];

export function finderOf(definitions: readonly Definition[]): FindReferences {
	const marks = new Set(definitions.map(({ mark }) => mark));
	const patterns = patternsFor(new Set(definitions.map(({ form }) => form)));
	return (text, at) => {
		const closing = text.includes('*') ? closingStars(text) : new Set<number>();
		const found = patterns.flatMap(([form, pattern]) =>
			[...text.matchAll(pattern)].flatMap((match) => {
				const start = match.index;
				const printed = match.groups?.mark ?? '';
				const known = knownMark(form, printed, marks);
				const mark =
					known ?? unknownMark(form, printed, text.slice(Math.max(0, start - 12), start));
				if (mark === null || isPower(form, text, start) || closing.has(start)) return [];
				const end = start + match[0].length - printed.length + mark.length;
				return [{ at, start, end, form, mark: mark.normalize('NFKC'), known: known !== null }];
			})
		);
		return withoutOverlap(found);
	};
}

function patternsFor(forms: ReadonlySet<MarkerForm>): readonly Pattern[] {
	const listed = forms.has('item') || forms.has('figure');
	const patterns: (Pattern | false)[] = [
		labelled,
		superscript,
		(forms.has('bracketed') || listed) && bracketed,
		forms.has('parenthesis') ? parenthesis : listed && glued,
		forms.has('symbol') && symbol,
		listed && figure,
		forms.has('lost') && lost
	];
	return patterns.filter((pattern) => pattern !== false);
}

/**
 * Returns the part of a printed mark that matches a definition, or null. A character after
 * superscripts belongs to the mark only if a definition has it too: otherwise `Almaty¹?` ends a
 * question.
 */
function knownMark(form: MarkerForm, printed: string, marks: ReadonlySet<string>): string | null {
	if (marks.has(printed.normalize('NFKC'))) return printed;
	if (form !== 'superscript') return null;
	const bare = printed.replace(/[0-9?]$/, '');
	return bare !== '' && marks.has(bare.normalize('NFKC')) && bare !== printed ? bare : null;
}

/** Returns a mark without a definition if it stands where references do: `e²` is a power. */
function unknownMark(form: MarkerForm, printed: string, before: string): string | null {
	if (form === 'bracketed' || form === 'parenthesis' || form === 'symbol') return printed;
	if (form !== 'superscript' || !/(?:\p{L}{3}|[.,;:!?”“"’)»])$/u.test(before)) return null;
	return printed.replace(/[0-9?]$/, '') || null;
}

const isPower = (form: MarkerForm, text: string, start: number): boolean =>
	form === 'superscript' && unit.test(text.slice(Math.max(0, start - 12), start));

/** Returns the positions of asterisks that close emphasis which an earlier one opened. */
function closingStars(text: string): ReadonlySet<number> {
	const closing = new Set<number>();
	let open = 0;
	for (const { 0: stars, index } of text.matchAll(/\*+/g)) {
		const after = text[index + stars.length] ?? ' ';
		const before = text[index - 1] ?? ' ';
		if (open > 0 && /\S/.test(before)) {
			closing.add(index);
			open--;
		} else if (/[\p{L}\p{N}”“"'’([]/u.test(after) && !/[\p{L}\p{N}]/u.test(before)) open++;
	}
	return closing;
}

const withoutOverlap = (references: Reference[]): Reference[] =>
	references
		.sort((a, b) => a.start - b.start)
		.filter((reference, i, all) => i === 0 || reference.start >= (all[i - 1]?.end ?? 0));
