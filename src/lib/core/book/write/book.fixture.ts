/** Books for tests of the writers, and readers of what they write. */
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import type { BlockShape } from '../../text/article';
import { block } from '../../text/block';
import type { Contributor } from '../../translation/unit';
import type { Row } from '../../translation/row';
import type { Picture } from '../book';
import type {
	BilingualBook,
	BilingualChapter,
	BookRow,
	Layout,
	Side,
	WriteOptions
} from './bilingualBook';

export const ai: Contributor = { origin: 'ai', name: 'A model', date: '2026-01-02' };
export const person: Contributor = { origin: 'human', name: 'Ada Ek', date: '2026-01-03' };

const saidOf = ({ origin, name }: Contributor): string =>
	origin === 'human' ? `Translated by ${name}` : `AI draft by ${name}`;

interface RowParts {
	readonly shape?: BlockShape;
	readonly original?: string | readonly string[] | null;
	readonly translation?: string | readonly string[] | null;
	readonly by?: Contributor;
	readonly more?: object;
}

/** Makes a row. `null` on a side means that it has no words there. */
export function bookRow({
	shape = { kind: 'paragraph' },
	original = 'Ett.',
	translation = 'One.',
	by = ai,
	more = {}
}: RowParts): BookRow {
	const originals = [original ?? []].flat().map((text) => block(shape, text));
	const text = [translation ?? []].flat();
	const id = block(shape, originals[0]?.text ?? text[0] ?? '').fingerprint;
	const shown: Row['shown'] =
		translation === null
			? { kind: 'missing' }
			: {
					kind: 'translated',
					...{ text, by, review: null, spans: null, stale: false, own: false },
					...more
				};
	return {
		row: { id, source: originals.map(({ fingerprint }) => fingerprint), shape, originals, shown },
		said: translation === null ? 'No translation yet.' : saidOf(by)
	};
}

export const note = (marker: string, original: string | null, translation: string | null) =>
	bookRow({ shape: { kind: 'footnote', marker }, original, translation });

export const chapterOf = (
	rows: readonly BookRow[],
	more: Partial<BilingualChapter> = {}
): BilingualChapter => ({
	langs: { original: 'sv', translation: 'en' },
	langNames: { original: 'Swedish', translation: 'English' },
	title: { original: 'Vägen hem', translation: 'The way home' },
	level: 1,
	about: null,
	authors: '',
	lines: [],
	rows,
	...more
});

export const bookOf = (
	chapters: readonly BilingualChapter[],
	more: Partial<BilingualBook> = {}
): BilingualBook => ({
	id: 'vagen-hem',
	langs: { original: 'sv', translation: 'en' },
	original: { lang: 'sv', title: 'Vägen hem', authors: ['Bo Ek'] },
	translated: { lang: 'en', title: 'The way home', translators: [] },
	modified: '2026-01-03',
	chapters,
	pictures: [],
	cover: null,
	about: null,
	credits: { lines: ['Translated by Ada Ek'], ownUse: 'For your own use.' },
	words: {
		lang: 'en',
		contents: 'Contents',
		cover: 'Cover',
		notes: 'Notes',
		back: 'Back to the text',
		translation: 'Translation',
		translatorsNote: 'Translator’s note',
		stale: 'The original has changed.',
		accessibility: 'Two languages, each marked.',
		untitled: 'Untitled'
	},
	...more
});

export const bookOfRows = (...rows: readonly BookRow[]): BilingualBook => bookOf([chapterOf(rows)]);

export const options = (layout: Layout = 'stacked', first: Side = 'original'): WriteOptions => ({
	layout,
	first
});

/** A PNG of one pixel. */
export const pixel: Picture = {
	name: 'pixel.png',
	alt: 'En båt',
	type: 'image/png',
	bytes: new Uint8Array(
		'89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c020000000b4944415478da6364600000000600023081d02f0000000049454e44ae426082'
			.match(/../g)
			?.map((pair) => parseInt(pair, 16)) ?? []
	)
};

/** Unpacks the files of text in an archive. */
export const filesIn = (bytes: Uint8Array): ReadonlyMap<string, string> =>
	new Map(Object.entries(unzipSync(bytes)).map(([name, file]) => [name, strFromU8(file)]));

export interface Tag {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
	/** All text in it. */
	readonly text: string;
	/** The names of the elements around it, the root’s first. */
	readonly within: readonly string[];
}

/** Parses XML strictly and returns all elements, each when it ends. */
export function tagsIn(xml: string): readonly Tag[] {
	const parser = new SaxesParser();
	const open: { name: string; attributes: Record<string, string>; text: string }[] = [];
	const found: Tag[] = [];
	parser.on('error', (error) => {
		throw error;
	});
	parser.on('opentag', ({ name, attributes }) => open.push({ name, attributes, text: '' }));
	parser.on('text', (text) => open.forEach((tag) => (tag.text += text)));
	parser.on('closetag', () => {
		const tag = open.pop();
		if (tag) found.push({ ...tag, within: open.map(({ name }) => name) });
	});
	parser.write(xml).close();
	return found;
}
