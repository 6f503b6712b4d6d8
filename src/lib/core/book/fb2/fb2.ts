/**
 * Reads an FB2 file, zipped or not (FictionBook 2.1, http://www.gribuser.ru/xml/fictionbook). Law:
 * every word of its bodies is in a block or a note, save the numbers of notes.
 */
import { tidy } from '../../import/decode';
import { fail, ok, type Result } from '../../result';
import { openArchive } from '../archive';
import { isZip } from '../zipDirectory';
import { decodeText } from '../decodeText';
import { maxTextBytes, type BookFailure } from '../failure';
import type { Flow } from '../flow';
import type { Steps } from '../../steps';
import { childElements, elementsOf, firstChild, readTree, type TreeElement } from '../tree';
import { picturesOf } from './binaries';
import { metadataOf } from './description';
import { notesOf, targetOf } from './notes';
import { Fb2Walker } from './walker';

/** `done` is the share of the bodies’ sections that are read, from 0 to 1. */
export function* fb2Steps(bytes: Uint8Array): Steps<Result<Flow, BookFailure>> {
	yield { done: 0 };
	const text = textOf(bytes);
	if (!text.ok) return text;
	const tree = readTree(text.value);
	if (!tree.ok) return fail({ kind: 'damaged', file: null });
	const root = tree.value;
	const bodies = childElements(root, 'body');
	if (root.name !== 'FictionBook' || bodies.length === 0)
		return fail({ kind: 'incomplete', missing: 'body' });
	yield { done: 0.5 };
	const description = firstChild(root, 'description');
	const metadata = metadataOf(description);
	const pictures = picturesOf(root);
	const notes = notesOf(bodies);
	const walker = new Fb2Walker(pictures, notes);
	const annotation = firstChild(firstChild(description, 'title-info'), 'annotation');
	if (annotation) walker.annotation(annotation);
	const parts = bodies.flatMap((body) => walker.parts(body));
	for (const [at, part] of parts.entries()) {
		part();
		yield { done: 0.5 + (at + 1) / parts.length / 2 };
	}
	return ok({
		...walker.finish(),
		metadata,
		pictures,
		cover: coverOf(description, pictures)
	});
}

function textOf(bytes: Uint8Array): Result<string, BookFailure> {
	if (isZip(bytes)) return zippedText(bytes);
	if (bytes.length > maxTextBytes)
		return fail({ kind: 'unpacks-too-large', bytes: bytes.length, limit: maxTextBytes });
	return ok(tidy(decodeText(bytes)));
}

function zippedText(bytes: Uint8Array): Result<string, BookFailure> {
	const archive = openArchive(bytes);
	if (!archive.ok) return archive;
	const name = archive.value.names.find((one) => /\.fb2$/i.test(one)) ?? '';
	return archive.value.text(name) ?? fail({ kind: 'incomplete', missing: '.fb2' });
}

function coverOf(description: TreeElement | undefined, pictures: Flow['pictures']): string | null {
	const page = firstChild(firstChild(description, 'title-info'), 'coverpage');
	const names = page ? elementsOf(page, 'image').map(targetOf) : [];
	return names.find((name) => pictures.has(name)) ?? null;
}
