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
const bracketed: Pattern = ['bracketed', /(?<=\S ?)\[(?<mark>\d{1,3})\](?!\()/gu];
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

/** Everything in a text that may refer to one of the definitions. */
export function referencesIn(
	text: string,
	at: number,
	definitions: readonly Definition[]
): Reference[] {
	const marks = new Set(definitions.map(({ mark }) => mark));
	return patternsFor(definitions)
		.flatMap(([form, pattern]) =>
			[...text.matchAll(pattern)].map((match) => {
				const printed = match.groups?.mark ?? '';
				return {
					at,
					start: match.index,
					end: match.index + match[0].length,
					form,
					mark: printed.normalize('NFKC')
				};
			})
		)
		.map((reference) => withoutSuffix(reference, marks))
		.filter(
			({ form, start, mark }) =>
				marks.has(mark) && !(form === 'superscript' && unit.test(text.slice(0, start).slice(-12)))
		)
		.sort((a, b) => a.start - b.start)
		.filter((reference, i, all) => i === 0 || reference.start >= (all[i - 1]?.end ?? 0));
}

function patternsFor(definitions: readonly Definition[]): Pattern[] {
	const has = (form: Form) => definitions.some((definition) => definition.form === form);
	return [
		labelled,
		superscript,
		...(has('bracketed') || has('item') ? [bracketed] : []),
		...(has('figure') || has('item') ? [figure] : []),
		...(has('lost') ? [lost] : [])
	];
}

/** `Almaty¹?` is a question, unless a definition bears just this mark. */
function withoutSuffix(reference: Reference, marks: ReadonlySet<string>): Reference {
	const { form, mark, end } = reference;
	if (form !== 'superscript' || marks.has(mark) || mark.length < 2 || !/[0-9?]$/.test(mark))
		return reference;
	return { ...reference, mark: mark.slice(0, -1), end: end - 1 };
}
