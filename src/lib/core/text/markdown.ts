/**
 * An article as a Markdown file with front matter. `src/articles` keeps its publishable
 * originals this way, and a reader can hand on their own texts this way.
 *
 *     ---
 *     id: a-walk                      id, lang and title are required; the rest where known
 *     lang: sv
 *     title: "En promenad: till havet"
 *     authors: ["Bo Ek"]
 *     reads:                          the work that this article is a reading of
 *       title: Havet                  title is required; authors, publication, issued, address
 *     written:                        only where an AI wrote it
 *       by: ai
 *       from: 5                       how many works it was written from
 *     standfirst: "Kort sagt."        or a list of paragraphs
 *     ---
 *
 *     A paragraph; lines without a blank line between them belong together.
 *
 *     A verse: a line that ends in a backslash\
 *     (or in two spaces) is broken there.
 *
 *     ## A heading
 *     > A quotation
 *     - A list item
 *     : A caption
 *     :: and its credit
 *     [^1]: A footnote
 *     \- A paragraph that begins with a dash
 *
 * Laws (`markdown.test.ts`): `parseArticle(formatArticle(file))` returns `file`, with
 * standfirsts first; every file that parses is written in one form.
 */
import * as v from 'valibot';
import { fail, ok, type Result } from '../result';
import type { Article, Block, BlockShape, Metadata, Work, Written } from './article';
import { block } from './block';
import { lineBreak } from './lineBreaks';
import {
	formatFrontMatter,
	parseFrontMatter,
	type FrontMatter,
	type MarkdownFailure
} from './articleHeader';
import { idSchema, lineSchema, metadataEntries, paragraphSchema, workSchema } from './schema';

export interface ArticleFile {
	readonly id: string;
	readonly article: Article;
}

export function parseArticle(markdown: string): Result<ArticleFile, MarkdownFailure> {
	const lines = markdown.replace(/^\ufeff/, '').split(/\r?\n/);
	const front = parseFrontMatter(lines);
	if (!front.ok) return front;
	const body = parseBody(lines, front.value.length);
	if (!body.ok) return body;
	const head = parseHead(front.value);
	if (!head.ok) return head;
	const { id, standfirst = [], ...metadata } = head.value;
	const lead = [standfirst].flat().map((text) => block({ kind: 'standfirst' }, text));
	return ok({ id, article: { ...metadata, blocks: [...lead, ...body.value] } });
}

/** In front matter every value is text: `from` is a number in words of figures. */
const writtenFields: v.GenericSchema<unknown, Written> = v.pipe(
	v.strictObject({
		by: v.literal('ai'),
		from: v.pipe(v.string(), v.regex(/^\d{1,3}$/, 'must be a number'))
	}),
	v.transform(({ by, from }) => ({ by, from: Number(from) }))
);

const headSchema = v.strictObject({
	id: idSchema,
	...metadataEntries,
	title: lineSchema,
	reads: v.exactOptional(workSchema),
	written: v.exactOptional(writtenFields),
	standfirst: v.exactOptional(
		v.union([paragraphSchema, v.pipe(v.array(paragraphSchema), v.minLength(1))])
	)
});

type Head = Metadata & {
	readonly id: string;
	readonly reads?: Work;
	readonly written?: Written;
	readonly standfirst?: string | readonly string[];
};

function parseHead({ fields, lineOf }: FrontMatter): Result<Head, MarkdownFailure> {
	const checked = v.safeParse(headSchema, fields);
	if (checked.success) return ok(checked.output);
	const [issue] = checked.issues;
	const path = (v.getDotPath(issue) ?? '').split('.');
	const given = path.map((_, at) => path.slice(0, at + 1).join('.'));
	const key = given.findLast((one) => lineOf.has(one)) ?? '';
	const line = lineOf.get(key) ?? 1;
	return issue.input === undefined
		? fail({ line, message: `${path.join('.')} is missing` })
		: fail({ line, message: `${key}: ${issue.message}` });
}

/** The marks at the start of a block's first line. A backslash before a mark makes it text. */
const mark = String.raw`(?:(?<level>#{1,6}) |(?<quote>>) ?|(?<item>-) |(?<credit>::) |(?<caption>:) |\[\^(?<marker>[^\s[\]^]{1,16})\]: )`;
const marked = new RegExp(`^${mark}(?<rest>.*)$`, 'u');
const escaped = new RegExp(String.raw`^\\+(?=${mark})`, 'u');
const needsEscape = new RegExp(String.raw`^\\*${mark}`, 'u');

/** A block being read. It is `open` while the next line may continue it. */
interface OpenBlock {
	readonly shape: BlockShape;
	readonly text: string;
	readonly open: boolean;
	/** Its last line ends in a line break. */
	readonly broken: boolean;
}

function parseBody(
	lines: readonly string[],
	from: number
): Result<readonly Block[], MarkdownFailure> {
	const drafts: OpenBlock[] = [];
	for (const [index, raw] of lines.slice(from).entries()) {
		const line = raw.replace(/^[ \t]+|[ \t]+$/g, '');
		const last = drafts.at(-1);
		if (line === '') {
			if (last) drafts[drafts.length - 1] = { ...last, open: false };
			continue;
		}
		const next = read(line, last);
		if (typeof next === 'string') return fail({ line: from + index + 1, message: next });
		if (next.goesOn && last) drafts.pop();
		drafts.push(ended(next.draft, raw));
	}
	return ok(drafts.map(({ shape, text }) => block(shape, text)));
}

/** Whether a text ends in the backslash of a line break, and not in an escaped one. */
const endsInBackslash = (text: string): boolean => (/\\*$/.exec(text)?.[0].length ?? 0) % 2 === 1;

/** Notes how the line that was just read ends. A heading goes on only after a line break. */
function ended(draft: Omit<OpenBlock, 'broken'>, raw: string): OpenBlock {
	const broken = raw.endsWith('  ') || endsInBackslash(draft.text);
	return { ...draft, open: draft.open && (draft.shape.kind !== 'heading' || broken), broken };
}

/** Adds a line to the text of a block. */
function withLine({ text, broken }: OpenBlock, line: string): string {
	if (!broken) return `${text} ${line}`;
	return endsInBackslash(text) ? `${text}\n${line}` : text + lineBreak + line;
}

/**
 * Reads a line: it continues the block before it or begins a new one. Returns a message if it is
 * not allowed there.
 */
function read(
	line: string,
	last: OpenBlock | undefined
): { readonly draft: Omit<OpenBlock, 'broken'>; readonly goesOn: boolean } | string {
	const { groups } = marked.exec(line) ?? {};
	if (!groups) return readText(line, last);
	const text = groups['rest']?.replace(/^[ \t]+/, '') ?? '';
	if (text === '') return `nothing follows ${line}`;
	if (groups['credit'] !== undefined)
		return last?.open && last.shape.kind === 'caption'
			? { draft: { ...last, shape: { kind: 'caption', credit: text }, open: false }, goesOn: true }
			: 'a credit must follow its caption';
	if (groups['quote'] !== undefined && last?.open && last.shape.kind === 'quote')
		return { draft: { ...last, text: withLine(last, text) }, goesOn: true };
	const shape = shapeOfMark(groups);
	return { draft: { shape, text, open: true }, goesOn: false };
}

const readText = (line: string, last: OpenBlock | undefined) =>
	last?.open
		? { draft: { ...last, text: withLine(last, unescaped(line)) }, goesOn: true }
		: {
				draft: { shape: { kind: 'paragraph' } as const, text: unescaped(line), open: true },
				goesOn: false
			};

const unescaped = (line: string): string =>
	line.replace(escaped, (backslashes) => backslashes.slice(1));

function shapeOfMark(groups: Readonly<Record<string, string | undefined>>): BlockShape {
	if (groups['level'] !== undefined) return { kind: 'heading', level: groups['level'].length };
	if (groups['quote'] !== undefined) return { kind: 'quote' };
	if (groups['item'] !== undefined) return { kind: 'list-item' };
	if (groups['caption'] !== undefined) return { kind: 'caption' };
	return { kind: 'footnote', marker: groups['marker'] ?? '' };
}

/** Writes an article: one field a line, one block a line, an empty line between blocks. */
export function formatArticle({ id, article }: ArticleFile): string {
	const { lang, title, authors, issued, publication, address, rights, reads, written, blocks } =
		article;
	const lead = blocks.filter(({ kind }) => kind === 'standfirst').map(({ text }) => text);
	const standfirst = lead.length > 1 ? lead : lead[0];
	const about = { lang, title, authors, issued, publication, address, rights };
	const work = reads && workFields(reads);
	const made = written && { by: written.by, from: String(written.from) };
	const body = blocks.filter(({ kind }) => kind !== 'standfirst').map(formatBlock);
	return (
		[formatFrontMatter({ id, ...about, reads: work, written: made, standfirst }), ...body].join(
			'\n\n'
		) + '\n'
	);
}

/** The fields of a work in the order in which files list them. */
const workFields = ({ title, authors, publication, issued, address }: Work) => ({
	title,
	authors,
	publication,
	issued,
	address
});

function formatBlock(made: Block): string {
	const [first = '', ...others] = made.text.split('\n');
	const more = others.map((line) => `\n${escapedLine(line)}`).join('');
	switch (made.kind) {
		case 'heading':
			return `${'#'.repeat(made.level)} ${first}${more}`;
		case 'quote':
			return [first, ...others].map((line) => `> ${line}`).join('\n');
		case 'list-item':
			return `- ${first}${more}`;
		case 'caption':
			return `: ${first}${more}${made.credit === undefined ? '' : `\n:: ${made.credit}`}`;
		case 'footnote':
			return `[^${made.marker}]: ${first}${more}`;
		default:
			return escapedLine(first) + more;
	}
}

/** Keeps a line of text from being read as the beginning of a block. */
const escapedLine = (line: string): string => (needsEscape.test(line) ? `\\${line}` : line);
