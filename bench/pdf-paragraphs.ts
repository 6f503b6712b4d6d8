/**
 * Measures how many paragraphs of a made-up book come out of its PDFs letter by letter and in order.
 * `npx tsx bench/pdf-paragraphs.ts [CHAPTERS]`. LibreOffice, Chromium and groff make the PDFs; what
 * is not installed is named and left out.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diffArrays } from 'diff';
import { chromium } from 'playwright-core';
import { findBrowser } from '../scripts/browsers.mjs';
import { openPdfInShell } from '../src/lib/adapters/pdf/shellPdf';
import type { Flow } from '../src/lib/core/book/flow';
import { pdfSteps } from '../src/lib/core/book/pdf/pdfSteps';
import type { Inline } from '../src/lib/core/text/inlineTree';
import { asFodt, asHtml, asRoff, pdfBook, type Part } from './pdf-books';

const folder = mkdtempSync(join(tmpdir(), 'pdf-paragraphs-'));
const chapters = Number(process.argv[2] ?? 12);
const show = process.argv.includes('--show');

interface Sample {
	readonly name: string;
	readonly kind: 'tagged' | 'typeset';
	readonly notes: boolean;
	/** Makes the file; null where the tool is not installed. */
	make(parts: readonly Part[]): Promise<string | null>;
}

const installed = (command: string): boolean => spawnSync(command, ['--version']).status === 0;

const office = (indent: boolean, tagged: boolean): Sample => ({
	name: `LibreOffice, ${indent ? 'indents' : 'gaps'}`,
	kind: tagged ? 'tagged' : 'typeset',
	notes: true,
	async make(parts) {
		if (!installed('soffice')) return null;
		const name = `office-${indent}-${tagged}`;
		writeFileSync(join(folder, `${name}.fodt`), asFodt(parts, indent));
		const filter = JSON.stringify({ UseTaggedPDF: { type: 'boolean', value: String(tagged) } });
		execFileSync(
			'soffice',
			[
				'--headless',
				`-env:UserInstallation=file://${folder}/profile`,
				'--convert-to',
				`pdf:writer_pdf_Export:${filter}`,
				'--outdir',
				folder,
				join(folder, `${name}.fodt`)
			],
			{ stdio: 'ignore' }
		);
		return join(folder, `${name}.pdf`);
	}
});

const indents =
	'p { margin: 0; text-indent: 1.2em; text-align: justify } blockquote { margin: 1em 2em } .verse { text-indent: 0; margin: 1em 2em; text-align: left }';
const columnsOf = 'body { columns: 2; column-gap: 2em }';

const browser = (name: string, tagged: boolean, style: string): Sample => ({
	name: `Chromium, ${name}`,
	kind: tagged ? 'tagged' : 'typeset',
	notes: false,
	async make(parts) {
		const found = await findBrowser('chromium');
		if (!found) return null;
		const launched = await chromium.launch(
			found.from === 'system' ? { executablePath: found.path } : {}
		);
		const page = await launched.newPage();
		await page.setContent(asHtml(parts, style));
		const path = join(folder, `chromium-${name.replace(/\W/g, '')}-${tagged}.pdf`);
		const edge = (content: string) =>
			`<div style="font-size: 8px; width: 100%; text-align: center">${content}</div>`;
		await page.pdf({
			path,
			format: style.includes('columns') ? 'A4' : 'A5',
			tagged,
			outline: tagged,
			displayHeaderFooter: true,
			headerTemplate: edge('Boken om staden'),
			footerTemplate: edge('<span class="pageNumber"></span>'),
			margin: { top: '2cm', bottom: '2cm', left: '2cm', right: '2cm' }
		});
		await launched.close();
		return path;
	}
});

const groff = (size: number, columns: 1 | 2): Sample => ({
	name: `groff, ${size} pt, ${columns === 1 ? 'one column' : 'two columns'}`,
	kind: 'typeset',
	notes: true,
	async make(parts) {
		if (!installed('groff')) return null;
		const pdf = execFileSync('groff', ['-k', '-Kutf8', '-ms', '-Tpdf'], {
			input: asRoff(parts, size, columns),
			stdio: ['pipe', 'pipe', 'ignore'],
			maxBuffer: 2 ** 28
		});
		const path = join(folder, `groff-${size}-${columns}.pdf`);
		writeFileSync(path, pdf);
		return path;
	}
});

const samples: readonly Sample[] = [
	office(true, true),
	office(false, true),
	browser('gaps', true, ''),
	browser('indents', true, indents),
	office(true, false),
	office(false, false),
	browser('gaps', false, ''),
	browser('indents', false, indents),
	browser('two columns', false, indents + columnsOf),
	groff(11, 1),
	groff(9, 1),
	groff(11, 2),
	groff(9, 2)
];

const plain = (inline: readonly Inline[]): string =>
	inline
		.map((node) => {
			switch (node.type) {
				case 'text':
					return node.text;
				case 'break':
					return ' ';
				case 'reference':
					return '';
				default:
					return plain(node.children);
			}
		})
		.join('');

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();

const read = async (path: string): Promise<{ flow: Flow; pages: number; ms: number }> => {
	const opened = await openPdfInShell(new Uint8Array(readFileSync(path)));
	if (!opened.ok) throw new Error(`${path}: ${opened.failure.kind}`);
	const { document, close } = opened.value;
	const started = performance.now();
	const steps = pdfSteps(document);
	let step = await steps.next();
	while (!step.done) step = await steps.next();
	const ms = performance.now() - started;
	await close();
	if (!step.value.ok) throw new Error(`${path}: ${step.value.failure.kind}`);
	return { flow: step.value.value, pages: document.pages, ms };
};

const expectedOf = (parts: readonly Part[]): readonly string[] =>
	parts.map((part) => fold(part.kind === 'verse' ? part.lines.join(' ') : part.text));

/** Counts what stands in both lists in the same order. */
function kept(expected: readonly string[], found: readonly string[]): number {
	const changes = diffArrays([...expected], [...found]);
	if (show)
		for (const { added, removed, value } of changes)
			if (added || removed) for (const text of value) console.log(removed ? '  -' : '  +', text);
	return changes
		.filter(({ added, removed }) => !added && !removed)
		.reduce((sum, { value }) => sum + value.length, 0);
}

const percent = (part: number, whole: number): string =>
	`${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;

async function report(sample: Sample, parts: readonly Part[]): Promise<void> {
	const name = `${sample.kind.padEnd(8)} ${sample.name.padEnd(28)}`;
	const path = await sample.make(parts);
	if (path === null) return console.log(`${name} skipped: not installed`);
	const { flow, pages, ms } = await read(path);
	const found = flow.blocks
		.filter(({ reason }) => reason === null)
		.map(({ inline }) => fold(plain(inline)));
	const expected = expectedOf(parts);
	const notes = parts.flatMap((part) =>
		part.kind === 'paragraph' && part.note ? [part.note] : []
	);
	const foundNotes = flow.notes.map(({ blocks }) =>
		fold(blocks.map(({ inline }) => plain(inline)).join(' '))
	);
	const tied = new Set(flow.blocks.flatMap(({ inline }) => referencesIn(inline))).size;
	const score = percent(kept(expected, found), expected.length);
	const scoreOfNotes = sample.notes
		? `notes ${percent(kept(notes, foundNotes), notes.length)}, tied ${percent(tied, notes.length)}`
		: '';
	console.log(
		`${name} ${score.padStart(7)} of ${expected.length}, ${found.length} found; ${pages} pages in ${Math.round(ms)} ms ${scoreOfNotes}`
	);
}

const referencesIn = (inline: readonly Inline[]): readonly string[] =>
	inline.flatMap((node) =>
		node.type === 'reference'
			? [node.marker]
			: 'children' in node
				? referencesIn(node.children)
				: []
	);

const parts = pdfBook(chapters);
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice(7);
console.log(folder);
for (const sample of samples)
	if (only === undefined || `${sample.kind} ${sample.name}`.includes(only))
		await report(sample, parts);
