/**
 * Highlights as a Markdown file: for each text its citation, then every highlight as a quotation in
 * both languages, with the reader’s note and the address of its paragraph.
 */

/** A text and its highlights; parts that are not known are empty. */
export interface HighlightedText {
	readonly title: string;
	readonly translatedTitle: string;
	/** Authors, publication and date, in one line. */
	readonly source: string;
	readonly address: string;
	readonly highlights: readonly ExportedHighlight[];
}

export interface ExportedHighlight {
	/** One string per paragraph. */
	readonly words: readonly string[];
	/** What answers the words in the other language. */
	readonly counterpart: string;
	/** Whose translation it is. */
	readonly by: string;
	/** The colour, and that the words are not found where they are not. */
	readonly about: string;
	readonly note: string;
	/** The address of the paragraph. */
	readonly address: string;
}

interface MarkdownLabels {
	readonly title: string;
	readonly note: string;
	readonly paragraph: string;
}

export function highlightsMarkdown(
	texts: readonly HighlightedText[],
	labels: MarkdownLabels
): string {
	const parts = texts.map((text) =>
		[...head(text), ...text.highlights.map((one) => highlight(one, labels))].join('\n\n')
	);
	return `${[`# ${escapeText(labels.title)}`, ...parts].join('\n\n')}\n`;
}

const head = ({ title, translatedTitle, source, address }: HighlightedText): readonly string[] =>
	[
		`## ${escapeText(title)}`,
		translatedTitle && translatedTitle !== title ? `*${escapeText(translatedTitle)}*` : '',
		[escapeText(source), linkOf(address)].filter((part) => part).join('. ')
	].filter((part) => part);

function highlight(one: ExportedHighlight, labels: MarkdownLabels): string {
	const by = one.by ? ` (${escapeText(one.by)})` : '';
	const quoted = [
		...one.words.map(escapeLines),
		...(one.counterpart ? [`*${escapeLines(one.counterpart)}*${by}`] : [])
	];
	const place = one.address ? `[${escapeText(labels.paragraph)}](<${one.address}>)` : '';
	return [
		quoted.map((text) => text.replace(/^/gm, '> ')).join('\n>\n'),
		one.note.trim() ? `**${escapeText(labels.note)}:** ${escapeLines(one.note)}` : '',
		[escapeText(one.about), place].filter((part) => part).join(' · ')
	]
		.filter((part) => part)
		.join('\n\n');
}

const linkOf = (address: string): string =>
	/^https?:\/\/[^\s<>]+$/.test(address) ? `<${address}>` : '';

/** Writes the lines of a note or a verse as they are: each stays a line. */
const escapeLines = (text: string): string =>
	text
		.trim()
		.split(/\r?\n/)
		.map((line) => escapeText(line))
		.join('  \n');

/** Escapes what Markdown would read as marks, and puts the text on one line. */
const escapeText = (text: string): string =>
	text
		.replace(/\s+/g, ' ')
		.trim()
		.replace(/[\\`*_[\]<>~|]/g, '\\$&')
		.replace(/^(#{1,6}|[-+]|\d+(?=[.)]))(?=[\s.)]|$)/, (mark) =>
			/^\d/.test(mark) ? mark : `\\${mark}`
		)
		.replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
