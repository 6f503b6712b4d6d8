/** Writes the paragraphs of one side of a row as XHTML. */
import { paragraphsOf, type BookParagraph, type BookRow, type Side } from './bilingualBook';
import { headingId, langOf, type ChapterContext } from './chapterContext';
import { inlineMarkup, type WriteReference } from './inlineMarkup';
import { element, empty, escaped, inLang, type Attributes } from './markup';

/** Writes words of the file itself, in the language of the interface; nothing for no words. */
export const ownWords = (
	{ book: { words } }: ChapterContext,
	name: string,
	attributes: Attributes,
	text: string
): string =>
	text === '' ? '' : element(name, { ...attributes, ...inLang(words.lang) }, escaped(text));

/** Returns the sides that a row has words on. */
export const sidesOf = ({ row }: BookRow): readonly Side[] =>
	(['original', 'translation'] as const).filter((side) =>
		side === 'original' ? row.originals.length > 0 : row.shown.kind === 'translated'
	);

/** Writes one side of the row at `at`. `after` is added to its last paragraph. */
export function sideMarkup(context: ChapterContext, at: number, side: Side, after = ''): string {
	const row = context.chapter.rows[at];
	if (!row) return '';
	const paragraphs = paragraphsOf(row, side);
	const heading = headingOf(context, at, side);
	return paragraphs
		.map((paragraph, nth) =>
			paragraphMarkup(context, paragraph, side, {
				heading: nth === 0 ? heading : heading && { ...heading, id: null },
				after: nth === paragraphs.length - 1 ? after : ''
			})
		)
		.join('');
}

interface Heading {
	readonly level: number;
	readonly id: string | null;
}

/**
 * Returns what a heading is; null for no heading, and for the side that repeats it in the other
 * language: a list of headings has each once.
 */
function headingOf(context: ChapterContext, at: number, side: Side): Heading | null {
	const { chapter, options, hasTitleRow, target } = context;
	const row = chapter.rows[at];
	if (row?.row.shape.kind !== 'heading') return null;
	const sides = sidesOf(row);
	const leading = options.layout === 'notes' ? 'original' : options.first;
	if (side !== (sides.includes(leading) ? leading : sides[0])) return null;
	const { level } = row.row.shape;
	return {
		level: at === 0 && hasTitleRow ? 1 : Math.min(6, Math.max(2, level)),
		id: target.id(headingId(at))
	};
}

interface Around {
	readonly heading: Heading | null;
	/** Markup at the end of the paragraph. */
	readonly after: string;
}

function paragraphMarkup(
	context: ChapterContext,
	paragraph: BookParagraph,
	side: Side,
	{ heading, after }: Around
): string {
	const { shape, inline, isInLines, credit } = paragraph;
	const words = inlineMarkup(inline, referenceIn(context, side));
	const lang = inLang(langOf(context, side));
	const named = (...more: readonly string[]): Attributes => ({
		class: [side, isInLines && shape.kind !== 'heading' ? 'lines' : '', ...more]
			.filter(Boolean)
			.join(' '),
		...lang
	});
	switch (shape.kind) {
		case 'heading':
			return heading
				? element(`h${heading.level}`, { id: heading.id, ...named() }, words + after)
				: element('p', named('heading'), words + after);
		case 'quote':
			return element('blockquote', lang, element('p', named(), words + after));
		case 'caption': {
			const caption = withCredit(words, credit);
			const written = caption + after === '' ? '' : element('p', named('caption'), caption + after);
			return pictureMarkup(context, paragraph) + written;
		}
		case 'standfirst':
			return element('p', named('standfirst'), words + after);
		case 'footnote':
		case 'list-item':
		case 'paragraph':
			return element('p', named(), words + after);
	}
}

const withCredit = (words: string, credit: string | null): string =>
	credit === null
		? words
		: [words, element('span', { class: 'credit' }, escaped(credit))].filter(Boolean).join(' ');

function pictureMarkup({ target }: ChapterContext, { picture }: BookParagraph): string {
	const shown = picture === null ? null : target.picture(picture);
	return shown ? element('p', { class: 'picture' }, empty('img', { ...shown })) : '';
}

/** Writes the references of one side. A marker that no note has is printed without a link. */
export const referenceIn =
	({ ids, target, options }: ChapterContext, side: Side): WriteReference =>
	(marker) => {
		// A link within a note that is open over the page leads nowhere on most e-readers.
		const isOpened = options.layout === 'notes' && side === 'translation';
		const note = isOpened ? null : ids[side].note(marker);
		if (note === null) return element('sup', {}, escaped(marker));
		const id = ids[side].reference(marker);
		return noteLink(target, { marker, to: note, id });
	};

/** Writes a link to a note, as e-readers know it. */
export const noteLink = (
	target: ChapterContext['target'],
	link: {
		readonly marker: string;
		readonly to: string;
		readonly id: string | null;
		readonly title?: string;
		readonly className?: string;
	}
): string =>
	element(
		'sup',
		{ class: link.className },
		element(
			'a',
			{
				...target.type('noteref'),
				role: 'doc-noteref',
				id: link.id === null ? null : target.id(link.id),
				href: `#${target.id(link.to)}`,
				title: link.title
			},
			escaped(link.marker)
		)
	);
