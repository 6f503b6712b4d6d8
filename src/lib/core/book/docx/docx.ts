/**
 * Reads a DOCX file: Word’s, LibreOffice’s, pandoc’s, Google’s or Pages’, in the common form or the
 * strict one. Law: every word of the document’s text is in a block or a note, and one that is not
 * part of the text has a reason.
 */
import { fail, ok, type Result } from '../../result';
import type { Archive } from '../archive';
import type { BookMetadata } from '../book';
import type { BookFailure } from '../failure';
import type { Flow } from '../flow';
import type { Steps } from '../../steps';
import { authorsOf } from '../office/titlePage';
import { readXml } from '../office/xml';
import { childElements, firstChild, treeText, type TreeElement } from '../tree';
import { readPart, relationshipsOf, targetsOf, type Attachments, type Part } from './package';
import { stylesOf } from './styles';
import { DocxWalker } from './walker';

/** Blocks that are read in one step. */
const stepBlocks = 200;

/** `done` is the share of the document that is read, from 0 to 1. */
export function* docxSteps(archive: Archive): Steps<Result<Flow, BookFailure>> {
	yield { done: 0 };
	const parts = readParts(archive);
	if (!parts.ok) return parts;
	yield { done: 0.5 };
	const { main, styles, attachments, furniture, properties } = parts.value;
	const body = firstChild(main.root, 'w:body');
	if (!body) return fail({ kind: 'incomplete', missing: 'w:body' });
	const walker = new DocxWalker(archive, main, styles, attachments);
	const blocks = childElements(body);
	for (const [at, block] of blocks.entries()) {
		walker.block(block);
		if (at % stepBlocks === stepBlocks - 1) yield { done: 0.5 + at / blocks.length / 2 };
	}
	walker.leftovers();
	const { story } = walker;
	for (const part of furniture) story.leaveOut('running-head', () => walker.aside(part.root, part));
	const { lang, ...text } = story.finish(styles.lang ?? properties.lang ?? null);
	return ok({
		...text,
		metadata: { ...walker.titlePage.over(properties), ...(lang !== null && { lang }) },
		contents: [],
		pictures: walker.pictures.all,
		cover: null,
		notices: walker.missingNotes > 0 ? [{ kind: 'missing-notes', count: walker.missingNotes }] : []
	});
}

function readParts(archive: Archive) {
	const files = relationshipsOf(archive, '');
	if (!files.ok) return files;
	const [name = 'word/document.xml'] = targetsOf(files.value, 'officeDocument');
	const main = readPart(archive, name);
	if (!main.ok) return main;
	if (main.value === null) return fail<BookFailure>({ kind: 'incomplete', missing: name });
	const { relationships } = main.value;
	const [stylesName = ''] = targetsOf(relationships, 'styles');
	const [coreName = ''] = targetsOf(files.value, 'core-properties');
	const styles = readXml(archive, stylesName);
	const core = readXml(archive, coreName);
	const attachments = readAttachments(archive, main.value);
	const furniture = readFurniture(archive, main.value);
	if (!styles.ok) return styles;
	if (!core.ok) return core;
	if (!attachments.ok) return attachments;
	if (!furniture.ok) return furniture;
	return ok({
		main: main.value,
		styles: stylesOf(styles.value),
		attachments: attachments.value,
		furniture: furniture.value,
		properties: core.value ? propertiesOf(core.value) : {}
	});
}

function readAttachments(archive: Archive, main: Part): Result<Attachments, BookFailure> {
	const found = new Map<string, { root: TreeElement; part: Part }>();
	for (const kind of ['footnote', 'endnote', 'comment'])
		for (const name of targetsOf(main.relationships, `${kind}s`)) {
			const part = readPart(archive, name);
			if (!part.ok) return part;
			for (const root of part.value ? childElements(part.value.root, `w:${kind}`) : [])
				if (part.value && isText(root))
					found.set(`${kind}-${root.attributes['w:id'] ?? ''}`, { root, part: part.value });
		}
	return ok(found);
}

/** The lines that part notes from the text are notes of another type. */
const isText = ({ attributes }: TreeElement): boolean =>
	(attributes['w:type'] ?? 'normal') === 'normal';

/** Reads headers and footers; of those with the same words, one. */
function readFurniture(archive: Archive, main: Part): Result<readonly Part[], BookFailure> {
	const byWords = new Map<string, Part>();
	for (const type of ['header', 'footer'])
		for (const name of targetsOf(main.relationships, type)) {
			const part = readPart(archive, name);
			if (!part.ok) return part;
			if (part.value) byWords.set(treeText(part.value.root).trim(), part.value);
		}
	return ok([...byWords.values()]);
}

/** Names that programs give to the author where the user has none. */
const nobody =
	/^(?:python-docx|docx4j|apache poi|un-?named|unknown|user|windows user|microsoft(?: office)? user)$/i;

function propertiesOf(core: TreeElement): Partial<BookMetadata> {
	const value = (name: string) => {
		const element = firstChild(core, name);
		return element ? treeText(element).trim() : '';
	};
	const [title, lang, identifier] = ['dc:title', 'dc:language', 'dc:identifier'].map(value);
	const authors = authorsOf(value('dc:creator')).filter((name) => !nobody.test(name));
	return {
		...(title && { title }),
		...(authors.length > 0 && { authors }),
		...(lang && { lang }),
		...(identifier && { identifier })
	};
}
