/** Reads the XML files of an office document. */
import { fail, ok, type Result } from '../../result';
import type { Archive } from '../archive';
import type { BookFailure } from '../failure';
import { readTree, type TreeElement } from '../tree';

/** Reads an XML file; null where there is none of this name. */
export function readXml(archive: Archive, name: string): Result<TreeElement | null, BookFailure> {
	const text = archive.text(name);
	if (!text?.ok) return text ?? ok(null);
	const tree = readTree(text.value);
	return tree.ok ? tree : fail({ kind: 'damaged', file: name });
}
