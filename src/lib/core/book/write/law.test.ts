/** Laws of the writers, and EPUBCheck where it is installed. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dear } from '../../laws.fixture';
import type { BlockShape } from '../../text/article';
import { layouts, sidesFirst, type BilingualBook } from './bilingualBook';
import {
	ai,
	bookOf,
	bookRow,
	chapterOf,
	filesIn,
	options,
	person,
	pixel,
	tagsIn
} from './book.fixture';
import { bookFormats, writeBook } from './write';

/** Text of any characters round a word that is nowhere else. */
const hostile = fc.constantFrom(
	...['', ']]>', '&amp;', '<b>', '"\'', '\u0000\u0008', '\ud800', '\ufffe', '*', '[^1]', '\\\n'],
	...['[x](https://exempel.se/?a=b&c[]=%zz#d#e)', '<mailto:a@b.se>', '\u2028', '{{x}}', '--', '|']
);

const shape = fc.constantFrom<BlockShape>(
	{ kind: 'paragraph' },
	{ kind: 'paragraph' },
	{ kind: 'standfirst' },
	{ kind: 'heading', level: 2 },
	{ kind: 'heading', level: 6 },
	{ kind: 'quote' },
	{ kind: 'list-item' },
	{ kind: 'caption' },
	{ kind: 'footnote', marker: '1' },
	{ kind: 'footnote', marker: '*' }
);

const side = fc.constantFrom(0, 1, 1, 1, 2);

const row = fc.record({
	shape,
	before: hostile,
	after: hostile,
	originals: side,
	translations: side,
	by: fc.constantFrom(ai, person)
});

type RowPlan = typeof row extends fc.Arbitrary<infer Plan> ? Plan : never;

interface Planned {
	readonly book: BilingualBook;
	readonly words: readonly string[];
}

const plan: fc.Arbitrary<Planned> = fc
	.array(fc.array(row, { maxLength: 6 }), { minLength: 1, maxLength: 3 })
	.map((chapters) => {
		const words: string[] = [];
		const paragraphs = (count: number, { before, after }: RowPlan) =>
			Array.from({ length: count }, () => {
				const word = `ord${words.length}x`;
				words.push(word);
				return `${before} ${word} ${after}`.trim();
			});
		const made = chapters.map((rows) =>
			chapterOf(
				rows.map((one) => {
					const original = paragraphs(one.originals, one);
					const translation = paragraphs(one.translations, one);
					return bookRow({
						...{ shape: one.shape, original, by: one.by },
						translation: translation.length > 0 ? translation : null
					});
				})
			)
		);
		return { book: bookOf(made), words };
	});

/** Counts how often each word stands in a text. */
function counts(text: string): ReadonlyMap<string, number> {
	const found = new Map<string, number>();
	for (const [word] of text.matchAll(/ord\d+x/g)) found.set(word, (found.get(word) ?? 0) + 1);
	return found;
}

describe.each(layouts)('in the layout %s', (layout) => {
	it.each(sidesFirst)('every word of every row is in the chapters once, %s first', (first) => {
		fc.assert(
			fc.property(plan, ({ book, words }) => {
				const files = filesIn(writeBook('epub', book, options(layout, first)));
				const chapters = [...files].filter(([name]) => name.includes('chapter-'));
				const found = counts(chapters.map(([, text]) => tagsIn(text).at(-1)?.text ?? '').join(' '));
				expect([...found.keys()].toSorted()).toEqual(words.toSorted());
				expect([...found.values()].every((count) => count === 1)).toBe(true);
			}),
			dear()
		);
	});

	it('every word is in the DOCX once, in its text or its footnotes, and the parts are well-formed', () => {
		fc.assert(
			fc.property(plan, ({ book, words }) => {
				const files = filesIn(writeBook('docx', book, options(layout)));
				for (const text of files.values()) tagsIn(text);
				const parts = ['word/document.xml', 'word/footnotes.xml'].map(
					(name) => files.get(name) ?? ''
				);
				const found = counts(parts.join(' '));
				expect([...found.keys()].toSorted()).toEqual(words.toSorted());
				expect([...found.values()].every((count) => count === 1)).toBe(true);
			}),
			dear()
		);
	});

	it.each(bookFormats)('equal books have equal bytes: %s', (format) => {
		fc.assert(
			fc.property(plan, ({ book }) => {
				const write = (one: BilingualBook) => writeBook(format, one, options(layout));
				expect(write(structuredClone(book))).toEqual(write(book));
			}),
			{ numRuns: 5 }
		);
	});
});

const checker = '/usr/share/java/epubcheck.jar';
const hasChecker = existsSync(checker) && existsSync('/usr/bin/java');
if (!hasChecker) console.log('skipped: EPUBCheck (apt-get install epubcheck) is not installed');

/** Returns what EPUBCheck says against a book; its exit status is 0 for warnings too. */
function complaints(bytes: Uint8Array): string {
	const folder = mkdtempSync(join(tmpdir(), 'jamsides-'));
	try {
		writeFileSync(join(folder, 'book.epub'), bytes);
		return execFileSync('java', ['-jar', checker, join(folder, 'book.epub')], {
			encoding: 'utf8',
			stdio: 'pipe'
		});
	} catch (error) {
		const { stdout, stderr } = error as { stdout: string; stderr: string };
		return stdout + stderr;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

describe.runIf(hasChecker)('EPUBCheck', { timeout: 300_000 }, () => {
	/** Books with all that is hostile: drawn from one seed, so that a failure comes again. */
	const chapters = fc.sample(plan, { seed: 7, numRuns: 12 }).flatMap(({ book }) => book.chapters);
	const long = 'långt ord '.repeat(1200).trim();
	const caption = { kind: 'caption', picture: pixel.name } as const;
	const more = chapterOf([
		bookRow({ original: long, translation: long }),
		bookRow({ shape: caption, original: '', translation: '' }),
		bookRow({ shape: { kind: 'footnote', marker: '"<1>' }, original: long, translation: '' }),
		bookRow({ original: 'Se[^"<1>] [a](https://é.se:99/ "t") [b](mailto:)', translation: 'See.' })
	]);
	const part = chapterOf([], { title: { original: '', translation: '' } });
	const webp = { ...pixel, name: 'b', type: 'image/webp' } as const;
	const book = bookOf([part, more, ...chapters.map((one) => ({ ...one, level: 2 }))], {
		pictures: [pixel, webp],
		cover: pixel.name,
		original: { lang: 'sv', title: '<&"]]>', issued: '2022-01-17/2022-01-21', authors: ['"'] },
		translated: { lang: 'en', title: ']]>&', authors: ['<&'], translators: [] }
	});

	it.each(layouts)('has no message: %s', (layout) => {
		const said = complaints(writeBook('epub', book, options(layout)));
		expect(said).toContain('Messages: 0 fatals / 0 errors / 0 warnings / 0 infos');
	});

	it('has one for a fault, so that the test above can fail', () => {
		const broken = { ...book, modified: 'yesterday' };
		expect(complaints(writeBook('epub', broken, options()))).toMatch(
			/Messages: 0 fatals \/ [1-9]\d* error/
		);
	});
});
