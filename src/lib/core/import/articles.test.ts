/**
 * Imports the five articles of the project's first reader, whole and as copying damages them.
 * Their text does not belong to the repository: this file contains counts only, and skips if the
 * articles are missing.
 */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Article } from '../text/article';
import { references, parseInline } from '../text/inline';
import { importText } from './import';
import type { Imported } from './imported';
import { toWindows1252, wrap } from './damage.fixture';

const folder = new URL('../../../../../shared/articles/', import.meta.url);
const there = existsSync(folder);
if (!there) console.warn(`articles.test.ts skipped: ${folder.pathname} is not here`);

const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function imported(bytes: Uint8Array): Imported {
	const result = importText(bytes);
	if (!result.ok) throw new Error(`not imported: ${result.failure.kind}`);
	return result.value;
}

/** Counts the blocks of each kind, and headings by level. */
function counts({ blocks }: Article): Record<string, number> {
	const found: Record<string, number> = {};
	for (const block of blocks) {
		const kind = block.kind === 'heading' ? `heading ${block.level}` : block.kind;
		found[kind] = (found[kind] ?? 0) + 1;
	}
	return found;
}

const articles = [
	{
		file: 'brutal-repression.en.txt',
		counts: { standfirst: 1, paragraph: 40, 'heading 2': 5 },
		about: { authors: 1, issued: '2014-10', publication: true, title: true },
		leftOut: ['masthead', 'masthead', 'navigation']
	},
	{
		file: 'bulletin-21-kazakhstan.en.txt',
		counts: { standfirst: 1, paragraph: 6, footnote: 10 },
		about: { authors: 2, issued: '2022-01-15', publication: true, title: true },
		leftOut: ['byline', 'masthead', 'date', 'date']
	},
	{
		file: 'failed-coup-attempts.en.txt',
		counts: { paragraph: 30, quote: 7 },
		about: { authors: 0, issued: undefined, publication: false, title: false },
		leftOut: []
	},
	{
		file: 'ryskledda-insatsen.sv.txt',
		// The last paragraph is the note on the authors.
		counts: { caption: 5, standfirst: 3, paragraph: 15, 'heading 2': 3 },
		about: { authors: 2, issued: '2022-01-15', publication: false, title: true },
		leftOut: ['repeated-title', 'date', 'picture', 'picture', 'picture', 'picture', 'byline']
	},
	{
		file: 'vad-hander-i-kazakstan.sv.txt',
		// 61 paragraphs of the text, preceded by the note on the author.
		counts: { caption: 3, 'heading 2': 3, 'heading 3': 5, paragraph: 62, quote: 4 },
		about: { authors: 1, issued: '2022-01-17/2022-01-21', publication: true, title: true },
		leftOut: ['byline', 'masthead', 'navigation']
	}
] as const;

describe.skipIf(!there).each(articles)('$file', ({ file, counts: expected, about, leftOut }) => {
	const text = there ? read(file) : '';
	const original = there ? imported(utf8(text)) : null;

	it('has every block, each of its kind', () => {
		expect(original && counts(original.article)).toEqual(expected);
	});

	it('has its title, writers, publication and date', () => {
		const { title, authors, publication, issued } = original?.article ?? {};
		expect({
			title: title !== undefined,
			authors: authors?.length ?? 0,
			publication: publication !== undefined,
			issued
		}).toEqual(about);
	});

	it('leaves out text that is not the article’s, with the reason', () => {
		expect(original?.leftOut.map(({ reason }) => reason)).toEqual(leftOut);
	});

	it('connects every footnote with one place in the text', () => {
		const blocks = original?.article.blocks ?? [];
		const notes = blocks.flatMap((block) => (block.kind === 'footnote' ? [block.marker] : []));
		const referred = blocks.flatMap((block) => references(parseInline(block.text)));
		expect(referred).toEqual(notes);
	});

	const fingerprints = ({ article }: Imported) => article.blocks.map((block) => block.fingerprint);

	it.each<[string, (text: string) => Uint8Array]>([
		['wrapped at 72 columns', (t) => utf8(wrap(t, 72))],
		['with CRLF and a byte-order mark', (t) => utf8(`\ufeff${t.replaceAll('\n', '\r\n')}`)],
		['with straight quotes', (t) => utf8(t.replace(/[“”]/g, '"').replace(/[‘’]/g, "'"))],
		['decomposed', (t) => utf8(t.normalize('NFD'))],
		['with three dots for an ellipsis', (t) => utf8(t.replaceAll('…', '...'))],
		['with common spaces', (t) => utf8(t.replaceAll('\u00a0', ' '))]
	])('is the same %s', (_, damage) => {
		expect(original && fingerprints(imported(damage(text)))).toEqual(
			original && fingerprints(original)
		);
	});

	// One paragraph has a letter that windows-1252 lacks: it cannot be recovered.
	const unsaved = file.startsWith('brutal') ? 1 : 0;

	it.each(['?', '', 'figures'] as const)(
		'is the same in windows-1252 with %j for the characters it lacks',
		(loss) => {
			const again = imported(toWindows1252(text.replaceAll('\n', '\r\n'), loss));
			const known = new Set(fingerprints(again));
			const lost = original ? fingerprints(original).filter((print) => !known.has(print)) : [];
			expect(lost).toHaveLength(unsaved);
			expect(again.article.blocks).toHaveLength(original?.article.blocks.length ?? 0);
		}
	);
});
