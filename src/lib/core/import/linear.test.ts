/**
 * Checks that an import takes linear time, whatever the text: each of these made some rule, or some
 * pattern, do work in proportion to the square of its length.
 */
import { describe, expect, it } from 'vitest';
import { expectLinear, repeated } from '../../../../tests/linear';
import { importText } from './import';

/** Characters of the shorter text. The longer one has 16 times as many. */
const size = 4000;

/** A text around which a piece is repeated. */
const between =
	(start: string, piece: string, end: string) =>
	(length: number): string =>
		start + repeated(piece)(length) + end;

const paragraphs = {
	'one-letter paragraphs': repeated('a\n\n'),
	'capital letters': repeated('D\n\net är.\n\n'),
	'list items': repeated('- a\n'),
	'numbered items': repeated('1. A.\n\n'),
	'one-letter lines': repeated('a\n'),
	'lines of a page each': repeated('a\f'),
	'page numbers': repeated('1\n\n'),
	'roman numerals': repeated('vii\n\n'),
	'running heads': repeated('en sida som\n\nFÖRORD   ix\n\ngår vidare\n\n'),
	headings: repeated('Kapitel 1\n\nDet är så.\n\n'),
	'headings with numbers': repeated('Brev 2\n\n'),
	speakers: repeated('Anna Ek: ja.\n\n'),
	ornaments: repeated('* * *\n\n'),
	menus: repeated('Meny\n\nSport\n\n'),
	'announced quotations': repeated('Hon säger:\n\n”Ja det är så.\n\n'),
	'table rows': repeated('| a | b | c |\n'),
	'table rows without bars': repeated('a | b\n--- | ---\n'),
	'rows with tabs': repeated('a\tb\tc\n'),
	columns: repeated('en rad som står i vänster spalt      och en som står i höger spalt\n'),
	'hyphens at line ends': repeated('ord som bry-\nts mitt i\n'),
	'underlined headings': repeated('A\n===\n')
};

const notes = {
	'notes on each page': repeated('ordet¹ är.\n\n¹ En not.\n\n'),
	'notes of chapters': repeated('Kapitel 1\n\nOrdet¹ är så.\n\nNoter\n\n1. En not är det.\n\n'),
	'gathered notes': (length: number) =>
		repeated('Kapitel 1\n\nordet¹ är så.\n\n')(length / 2) +
		repeated('Noter till kapitel 1\n\n1. En not.\n\n')(length / 2),
	'references to one note': between('', 'ordet¹ är det.\n\n', '¹ En not.'),
	'notes without references': between('ordet¹ är.\n\n', '1 En not.\n\n', ''),
	'notes with a star': repeated('ordet* är.\n\n* En not.\n\n'),
	'inline notes': repeated('ord^[not] '),
	'reference links': between('[a]: https://example.org\n\n', '[a][a] ', ''),
	'definitions of links': repeated('[a]: https://example.org\n')
};

const marks = Object.fromEntries(
	[
		'[',
		']',
		'[^',
		'^[',
		'[a](',
		'(',
		'*',
		'_a ',
		'a* ',
		'#',
		'"',
		'”',
		'-',
		'|',
		' | ',
		'|-',
		'>',
		'1',
		'1 ',
		'¹',
		'a¹ ',
		'<',
		'<http://',
		'\\',
		'.',
		'…',
		':',
		'a, ',
		'A ',
		'Ab ',
		'å',
		'Ã',
		'Ã¥',
		'a\u00ad',
		'a    ',
		'a@b.se ',
		'https://example.org ',
		'Av Anna Ek och ',
		'1 maj 2020 '
	].map((mark) => [JSON.stringify(mark), repeated(mark)])
);

const runs = {
	blanks: between('a', ' ', 'b'),
	'blanks before a figure': between('A', ' ', '1'),
	tabs: between('a', '\t', '1'),
	newlines: between('a', '\n', 'b'),
	'lines of blanks': repeated(' \n'),
	'front matter': between('---\n', 'a: b\n', '')
};

describe.each(Object.entries({ paragraphs, notes, marks, runs }))(
	'an import of %s is linear',
	(_, texts) => {
		it.each(Object.entries(texts))('%s', { timeout: 60_000 }, (__, make) => {
			expectLinear(
				(length) => new TextEncoder().encode(make(length)),
				(bytes) => expect(importText(bytes, { lang: 'sv' })).toBeDefined(),
				size
			);
		});
	}
);
