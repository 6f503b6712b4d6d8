/**
 * Prints the processor time of importing a megabyte of short paragraphs: `npx tsx
 * bench/dense-texts.ts [kind …]`.
 */
import { importText } from '../src/lib/core/import/import';

/** Characters of each text. */
const size = 1_000_000;

const pieces: Readonly<Record<string, string>> = {
	'one-letter paragraphs': 'a\n\n',
	'dashes of a list': '- a\n',
	'rows of a table': '| a | b | c |\n',
	'numbers alone': '1\n\n',
	'numbered items': '1. A.\n\n',
	'pages of one letter': 'a\f',
	prose: 'Det var en gång en flicka som gick i skogen. Hon hade en röd mössa.\n\n'
};

const wanted = process.argv.slice(2);
for (const [kind, piece] of Object.entries(pieces)) {
	if (wanted.length > 0 && !wanted.includes(kind)) continue;
	const bytes = new TextEncoder().encode(piece.repeat(Math.ceil(size / piece.length)));
	const began = process.cpuUsage();
	const read = importText(bytes, { lang: 'sv' });
	const { user, system } = process.cpuUsage(began);
	const said = read.ok ? `${read.value.article.blocks.length} blocks` : read.failure.kind;
	console.log(`${kind.padEnd(24)}${((user + system) / 1e6).toFixed(2)} s  ${said}`);
}
