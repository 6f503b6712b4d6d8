/**
 * Reads an ODT file. Law: every word of the document’s text is in a block or a note, and one that is
 * not part of the text has a reason.
 */
import { fail, ok, type Result } from '../../result';
import type { Archive } from '../archive';
import type { BookMetadata } from '../book';
import type { BookFailure } from '../failure';
import type { Flow } from '../flow';
import type { Steps } from '../../steps';
import { Pictures } from '../office/pictures';
import { authorsOf } from '../office/titlePage';
import { readXml } from '../office/xml';
import {
	childElements,
	elementsOf,
	firstChild,
	isTreeElement,
	treeText,
	type TreeElement
} from '../tree';
import { formulaText } from './formula';
import { stylesOf } from './styles';
import { OdtWalker } from './walker';

/** Blocks that are read in one step. */
const stepBlocks = 200;

/** `done` is the share of the document that is read, from 0 to 1. */
export function* odtSteps(archive: Archive): Steps<Result<Flow, BookFailure>> {
	yield { done: 0 };
	const files = readFiles(archive);
	if (!files.ok) return files;
	yield { done: 0.5 };
	const { content, styles, properties } = files.value;
	const text = firstChild(firstChild(content, 'office:body'), 'office:text');
	if (!text) return fail({ kind: 'incomplete', missing: 'office:text' });
	const pictures = new Pictures(archive);
	const named = stylesOf(styles ? [styles, content] : [content]);
	const deletions = deletionsOf(text);
	const walker = new OdtWalker({
		styles: named,
		pictures,
		deletions,
		formula: (object) => formulaOf(archive, object)
	});
	const blocks = text.children;
	for (const [at, block] of blocks.entries()) {
		if (isTreeElement(block)) walker.block(block);
		else walker.looseText(block);
		if (at % stepBlocks === stepBlocks - 1) yield { done: 0.5 + at / blocks.length / 2 };
	}
	walker.leftovers();
	for (const one of styles ? runningHeads(styles) : []) walker.runningHead(one);
	const { lang, ...flow } = walker.story.finish(named.lang ?? properties.lang ?? null);
	return ok({
		...flow,
		metadata: { ...walker.titlePage.over(properties), ...(lang !== null && { lang }) },
		contents: [],
		pictures: pictures.all,
		cover: null,
		notices: []
	});
}

function readFiles(archive: Archive) {
	const manifest = readXml(archive, 'META-INF/manifest.xml');
	if (!manifest.ok) return manifest;
	if (manifest.value && elementsOf(manifest.value, 'manifest:encryption-data').length > 0)
		return fail<BookFailure>({ kind: 'locked', by: 'password' });
	const content = readXml(archive, 'content.xml');
	if (!content.ok) return content;
	if (content.value === null)
		return fail<BookFailure>({ kind: 'incomplete', missing: 'content.xml' });
	const styles = readXml(archive, 'styles.xml');
	const meta = readXml(archive, 'meta.xml');
	if (!styles.ok) return styles;
	if (!meta.ok) return meta;
	return ok({
		content: content.value,
		styles: styles.value,
		properties: meta.value ? propertiesOf(meta.value) : {}
	});
}

function deletionsOf(text: TreeElement): ReadonlyMap<string, TreeElement> {
	const found = new Map<string, TreeElement>();
	for (const changes of childElements(text, 'text:tracked-changes'))
		for (const region of childElements(changes, 'text:changed-region')) {
			const id = region.attributes['text:id'] ?? region.attributes['xml:id'] ?? '';
			const deletion = firstChild(region, 'text:deletion');
			if (deletion) found.set(id, deletion);
		}
	return found;
}

/** Returns headers and footers; of those with the same words, one. */
function runningHeads(styles: TreeElement): readonly TreeElement[] {
	const byWords = new Map<string, TreeElement>();
	for (const page of elementsOf(styles, 'style:master-page'))
		for (const part of childElements(page))
			if (/^style:(?:header|footer)/.test(part.name)) byWords.set(treeText(part).trim(), part);
	return [...byWords.values()];
}

/** Reads a formula, in the document or in a file of its own; null for a chart or another object. */
function formulaOf(archive: Archive, object: TreeElement): string | null {
	const inside = firstChild(object, 'math:math');
	if (inside) return formulaText(inside);
	const name = (object.attributes['xlink:href'] ?? '').replace(/^\.\//, '');
	const file = readXml(archive, `${name}/content.xml`);
	return file.ok && file.value?.name === 'math:math' ? formulaText(file.value) : null;
}

function propertiesOf(meta: TreeElement): Partial<BookMetadata> {
	const properties = firstChild(meta, 'office:meta');
	const value = (name: string) => {
		const element = firstChild(properties, name);
		return element ? treeText(element).trim() : '';
	};
	const title = value('dc:title');
	const lang = value('dc:language');
	const authors = authorsOf(value('meta:initial-creator') || value('dc:creator'));
	return {
		...(title && { title }),
		...(authors.length > 0 && { authors }),
		...(lang && { lang })
	};
}
