import { describe, expect, it } from 'vitest';
import { parseInline, references } from '../text/inline';
import { read } from './outline.fixture';

/** How a reference and its note are printed. */
const forms = {
	'1.': [(n: number) => sup(n), (n: number) => `${n}. `],
	'1)': [(n: number) => sup(n), (n: number) => `${n}) `],
	'1': [(n: number) => sup(n), (n: number) => `${n} `],
	'¹': [(n: number) => sup(n), (n: number) => `${sup(n)} `],
	'[1]': [(n: number) => `[${n}]`, (n: number) => `[${n}] `],
	'(1)': [(n: number) => `(${n})`, (n: number) => `(${n}) `],
	'*': [(n: number) => symbols[n - 1] ?? '', (n: number) => `${symbols[n - 1] ?? ''} `]
} as const;
const symbols = ['*', '†', '‡'];
const sup = (n: number): string => '⁰¹²³⁴⁵⁶⁷⁸⁹'[n] ?? '';
type Form = keyof typeof forms;

const layouts = [
	'gathered, each chapter named',
	'gathered as notes to a chapter',
	'gathered without names',
	'after the chapter, headed',
	'after the chapter'
] as const;
type Layout = (typeof layouts)[number];

const words = ['fyren', 'bryggan', 'hamnen', 'båten', 'kajen', 'viken', 'skäret', 'udden'];
const chapters = [2, 3, 2];
/** `reference 2.1` is that of the first note of chapter 2. */
type Missing = `${'reference' | 'note'} ${number}.${number}` | 'nothing';

/** Writes a text of three chapters whose notes begin again at 1 in each. */
function book(form: Form, layout: Layout, missing: Missing): string {
	const [reference, note] = forms[form];
	const has = (what: 'reference' | 'note', c: number, n: number) => missing !== `${what} ${c}.${n}`;
	const parts = chapters.map((count, k) => {
		const c = k + 1;
		const text = numbersTo(count).map(
			(n) =>
				`Där stod ${words[3 * k + n - 1] ?? ''} som alla i byn kände${has('reference', c, n) ? reference(n) : ''} och ingen visste vem som hade byggt den.`
		);
		const notes = numbersTo(count)
			.filter((n) => has('note', c, n))
			.map((n) => `${note(n)}Noten ${c}${'abc'[n - 1] ?? ''} handlar om den saken.`);
		return { c, body: `Kapitel ${c}\n\n${text.join(' ')}`, notes: notes.join('\n') };
	});
	switch (layout) {
		case 'after the chapter, headed':
			return parts.map(({ body, notes }) => `${body}\n\nNoter\n\n${notes}`).join('\n\n');
		case 'after the chapter':
			return parts.map(({ body, notes }) => `${body}\n\n${notes}`).join('\n\n');
		default: {
			const head = (c: number) =>
				layout === 'gathered, each chapter named'
					? `Kapitel ${c}\n\n`
					: layout === 'gathered as notes to a chapter'
						? `Noter till kapitel ${c}\n\n`
						: '';
			return [
				...parts.map(({ body }) => body),
				'Noter',
				...parts.map(({ c, notes }) => `${head(c)}${notes}`)
			].join('\n\n');
		}
	}
}

const numbersTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);

/** Lists what each reference of the text opens: `2a` is the first note of chapter 2; `–` none. */
function opened(text: string): string[][] {
	const { blocks } = read(text).article;
	const notes = new Map(
		blocks.flatMap((block) => (block.kind === 'footnote' ? [[block.marker, block.text]] : []))
	);
	return blocks
		.filter(({ kind }) => kind === 'paragraph')
		.map(({ text: words }) =>
			references(parseInline(words)).map(
				(marker) => /Noten (\d\w)/.exec(notes.get(marker) ?? '')?.[1] ?? '–'
			)
		);
}

const expected = (missing: Missing): string[][] =>
	chapters.map((count, k) =>
		numbersTo(count).flatMap((n) => {
			if (missing === `reference ${k + 1}.${n}`) return [];
			return [missing === `note ${k + 1}.${n}` ? '–' : `${k + 1}${'abc'[n - 1] ?? ''}`];
		})
	);

const missing: Missing[] = [
	'nothing',
	'reference 1.1',
	'reference 1.2',
	'reference 2.1',
	'reference 2.2',
	'reference 2.3',
	'reference 3.1',
	'reference 3.2',
	'note 1.1',
	'note 1.2',
	'note 2.1',
	'note 2.2',
	'note 2.3',
	'note 3.1',
	'note 3.2'
];

describe.each(layouts)('numbers that restart in each chapter, %s', (layout) => {
	describe.each(Object.keys(forms) as Form[])('as %s', (form) => {
		it.each(missing)('each reference opens its own note, missing: %s', (what) => {
			expect(opened(book(form, layout, what))).toEqual(expected(what));
		});
	});
});
