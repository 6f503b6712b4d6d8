/** Footnote markers in the text, in every form that copying leaves them in. */
import { superscripts, type Definition, type Form } from './definitions';

export interface Reference {
	/** Index of its piece, and where in the text it stands. */
	readonly at: number;
	readonly start: number;
	readonly end: number;
	readonly form: Form;
	/** As printed, in plain figures; `?` for each figure that is lost. */
	readonly mark: string;
}

type Pattern = readonly [form: Form, pattern: RegExp];

const labelled: Pattern = ['labelled', /\[\^(?<mark>[^\s[\]^]{1,16})\](?!:)/gu];
const superscript: Pattern = [
	'superscript',
	new RegExp(`(?<=\\S)(?<mark>[${superscripts}]+[0-9?]?)`, 'gu')
];
const bracketed: Pattern = ['bracketed', /(?<=\S) ?\[(?<mark>\d{1,3})\](?!\()/gu];
/** Glued to a word of three letters, or to the mark that ends a sentence or a quotation. */
const figure: Pattern = [
	'figure',
	/(?<=\p{L}{3}|[\p{L}”“"’')*][.,;:!?]|[.,!?]["”’*)]{1,3}|\p{L}["”’*)]{1,2})(?<mark>\d{1,3})(?![\p{L}\p{N}%+]|[.,:]\d)/gu
];
/** A question mark where none can stand: before a comma, or after a sentence’s end. */
const lost: Pattern = [
	'lost',
	/(?:(?<=[\p{L})”"’*])(?=\?(?:[,;:]|\.(?:\s|$)))|(?<=[.!?…]["”’]?\*?["”’]?\*?)(?=\?(?:\s|$)))(?<mark>\?)/gu
];

/** `km²`, `m³`: powers of units. */
const unit = /(?<!\p{L})(?:[kcdm]?m|in|ft|yd|mi|s)$/u;

/** Finds in a text, of the piece `at`, whatever may refer to one of the definitions, in order. */
export type FindReferences = (text: string, at: number) => Reference[];

export function finderOf(definitions: readonly Definition[]): FindReferences {
	const marks = new Set(definitions.map(({ mark }) => mark));
	const patterns = patternsFor(new Set(definitions.map(({ form }) => form)));
	return (text, at) => {
		const found = patterns.flatMap(([form, pattern]) =>
			[...text.matchAll(pattern)].flatMap((match) => {
				const start = match.index;
				const mark = knownMark(form, match.groups?.mark ?? '', marks);
				if (mark === null || isPower(form, text, start)) return [];
				const end = start + match[0].length - (match.groups?.mark ?? '').length + mark.length;
				return [{ at, start, end, form, mark: mark.normalize('NFKC') }];
			})
		);
		return withoutOverlap(found);
	};
}

function patternsFor(forms: ReadonlySet<Form>): readonly Pattern[] {
	const patterns: (Pattern | false)[] = [
		labelled,
		superscript,
		(forms.has('bracketed') || forms.has('item')) && bracketed,
		(forms.has('figure') || forms.has('item')) && figure,
		forms.has('lost') && lost
	];
	return patterns.filter((pattern) => pattern !== false);
}

/**
 * The part of a printed mark that a definition bears, null for none. What follows superscripts is
 * theirs only where a definition has it too: `Almaty¹?` is else a question.
 */
function knownMark(form: Form, printed: string, marks: ReadonlySet<string>): string | null {
	if (marks.has(printed.normalize('NFKC'))) return printed;
	if (form !== 'superscript') return null;
	const bare = printed.replace(/[0-9?]$/, '');
	return bare !== '' && marks.has(bare.normalize('NFKC')) && bare !== printed ? bare : null;
}

const isPower = (form: Form, text: string, start: number): boolean =>
	form === 'superscript' && unit.test(text.slice(Math.max(0, start - 12), start));

const withoutOverlap = (references: Reference[]): Reference[] =>
	references
		.sort((a, b) => a.start - b.start)
		.filter((reference, i, all) => i === 0 || reference.start >= (all[i - 1]?.end ?? 0));
