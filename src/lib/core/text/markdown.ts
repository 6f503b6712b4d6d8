/**
 * An article as a Markdown file with front matter: how `src/articles` keeps originals that may be
 * published, and how a reader’s own can be handed on.
 *
 *     ---
 *     id: a-walk                      id, lang and title must be there; the rest where it is known
 *     lang: sv
 *     title: "En promenad: till havet"
 *     authors: ["Bo Ek"]
 *     reads:                          the work that it is a reading of
 *       title: Havet                  title must be there; authors, publication, issued, address
 *     standfirst: "Kort sagt."        or a list of paragraphs
 *     ---
 *
 *     A paragraph; lines that follow one another belong together.
 *
 *     ## A heading
 *     > A quotation
 *     - A list item
 *     : A caption
 *     :: and its credit
 *     [^1]: A footnote
 *     \- A paragraph that begins with a dash
 *
 * Laws (`markdown.test.ts`): `parseArticle(formatArticle(file))` gives `file` back, standfirsts
 * first; whatever parses is written in one form.
 */
import * as v from 'valibot';
import { fail, ok, type Result } from '../result';
import type { Article, Block, BlockShape, Metadata, Work } from './article';
import { block } from './block';
import {
	formatFrontMatter,
	parseFrontMatter,
	type FrontMatter,
	type MarkdownFailure
} from './frontMatter';
import { idSchema, lineSchema, metadataEntries, workSchema } from './schema';

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

const headSchema = v.strictObject({
	id: idSchema,
	...metadataEntries,
	title: lineSchema,
	reads: v.exactOptional(workSchema),
	standfirst: v.exactOptional(v.union([lineSchema, v.pipe(v.array(lineSchema), v.minLength(1))]))
});

type Head = Metadata & {
	readonly id: string;
	readonly reads?: Work;
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

/** How the first line of a block begins; one backslash before it makes it text. */
const mark = String.raw`(?:(?<level>#{1,6}) |(?<quote>>) ?|(?<item>-) |(?<credit>::) |(?<caption>:) |\[\^(?<marker>[^\s[\]^]{1,16})\]: )`;
const marked = new RegExp(`^${mark}(?<rest>.*)$`, 'u');
const escaped = new RegExp(String.raw`^\\+(?=${mark})`, 'u');
const needsEscape = new RegExp(String.raw`^\\*${mark}`, 'u');

/** A block that is being read; `open` while the next line may go on with it. */
interface Draft {
	readonly shape: BlockShape;
	readonly text: string;
	readonly open: boolean;
}

function parseBody(
	lines: readonly string[],
	from: number
): Result<readonly Block[], MarkdownFailure> {
	const drafts: Draft[] = [];
	for (const [index, raw] of lines.slice(from).entries()) {
		const line = raw.replace(/^[ \t]+|[ \t]+$/g, '');
		const last = drafts.at(-1);
		const next = read(line, last);
		if (typeof next === 'string') return fail({ line: from + index + 1, message: next });
		if (next.goesOn && last) drafts.pop();
		if (next.draft) drafts.push(next.draft);
	}
	return ok(drafts.map(({ shape, text }) => block(shape, text)));
}

/** What a line makes of the block before it or begins; a message where it may not stand there. */
function read(
	line: string,
	last: Draft | undefined
): { readonly draft: Draft | null; readonly goesOn: boolean } | string {
	if (line === '') return { draft: last ? { ...last, open: false } : null, goesOn: true };
	const { groups } = marked.exec(line) ?? {};
	if (!groups) return readText(line, last);
	const text = groups['rest']?.replace(/^[ \t]+/, '') ?? '';
	if (text === '') return `nothing follows ${line}`;
	if (groups['credit'] !== undefined)
		return last?.open && last.shape.kind === 'caption'
			? { draft: { ...last, shape: { kind: 'caption', credit: text }, open: false }, goesOn: true }
			: 'a credit must follow its caption';
	if (groups['quote'] !== undefined && last?.open && last.shape.kind === 'quote')
		return { draft: { ...last, text: `${last.text} ${text}` }, goesOn: true };
	const shape = shapeOfMark(groups);
	return { draft: { shape, text, open: shape.kind !== 'heading' }, goesOn: false };
}

const readText = (line: string, last: Draft | undefined) =>
	last?.open
		? { draft: { ...last, text: `${last.text} ${line}` }, goesOn: true }
		: {
				draft: {
					shape: { kind: 'paragraph' } as const,
					text: line.replace(escaped, (backslashes) => backslashes.slice(1)),
					open: true
				},
				goesOn: false
			};

function shapeOfMark(groups: Readonly<Record<string, string | undefined>>): BlockShape {
	if (groups['level'] !== undefined) return { kind: 'heading', level: groups['level'].length };
	if (groups['quote'] !== undefined) return { kind: 'quote' };
	if (groups['item'] !== undefined) return { kind: 'list-item' };
	if (groups['caption'] !== undefined) return { kind: 'caption' };
	return { kind: 'footnote', marker: groups['marker'] ?? '' };
}

/** The written form: a field a line, a block a line, an empty line between blocks. */
export function formatArticle({ id, article }: ArticleFile): string {
	const { lang, title, authors, issued, publication, address, rights, reads, blocks } = article;
	const lead = blocks.filter(({ kind }) => kind === 'standfirst').map(({ text }) => text);
	const standfirst = lead.length > 1 ? lead : lead[0];
	const about = { lang, title, authors, issued, publication, address, rights };
	const work = reads && workFields(reads);
	const body = blocks.filter(({ kind }) => kind !== 'standfirst').map(formatBlock);
	return (
		[formatFrontMatter({ id, ...about, reads: work, standfirst }), ...body].join('\n\n') + '\n'
	);
}

/** Its fields in the order in which files give them. */
const workFields = ({ title, authors, publication, issued, address }: Work) => ({
	title,
	authors,
	publication,
	issued,
	address
});

function formatBlock(made: Block): string {
	switch (made.kind) {
		case 'heading':
			return `${'#'.repeat(made.level)} ${made.text}`;
		case 'quote':
			return `> ${made.text}`;
		case 'list-item':
			return `- ${made.text}`;
		case 'caption':
			return `: ${made.text}${made.credit === undefined ? '' : `\n:: ${made.credit}`}`;
		case 'footnote':
			return `[^${made.marker}]: ${made.text}`;
		default:
			return needsEscape.test(made.text) ? `\\${made.text}` : made.text;
	}
}
