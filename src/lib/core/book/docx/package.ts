/** Finds the parts of a DOCX file through its relationships; their names are free. */
import { ok, type Result } from '../../result';
import type { Archive } from '../archive';
import { resolved } from '../epub/paths';
import type { BookFailure } from '../failure';
import { readXml } from '../office/xml';
import { childElements, type TreeElement } from '../tree';

interface Relationship {
	/** The last word of its type: `image`, `footnotes`. */
	readonly type: string;
	/** The name of a part, or an address outside the file. */
	readonly target: string;
	readonly isExternal: boolean;
}

export type Relationships = ReadonlyMap<string, Relationship>;

/** A part that has text, and what it refers to. */
export interface Part {
	readonly root: TreeElement;
	readonly relationships: Relationships;
}

/** Notes and comments, by what the text calls them: `footnote-3`, `comment-1`. */
export type Attachments = ReadonlyMap<string, { readonly root: TreeElement; readonly part: Part }>;

export function readPart(archive: Archive, name: string): Result<Part | null, BookFailure> {
	const root = readXml(archive, name);
	if (!root.ok || root.value === null) return root.ok ? ok(null) : root;
	const relationships = relationshipsOf(archive, name);
	return relationships.ok
		? ok({ root: root.value, relationships: relationships.value })
		: relationships;
}

/** Reads what a part refers to; `''` for the package as a whole. */
export function relationshipsOf(
	archive: Archive,
	part: string
): Result<Relationships, BookFailure> {
	const slash = part.lastIndexOf('/') + 1;
	const folder = part.slice(0, slash);
	const root = readXml(archive, `${folder}_rels/${part.slice(slash)}.rels`);
	if (!root.ok) return root;
	return ok(
		new Map(
			(root.value ? childElements(root.value, 'Relationship') : []).map(({ attributes }) => {
				const isExternal = attributes['TargetMode'] === 'External';
				const target = attributes['Target'] ?? '';
				return [
					attributes['Id'] ?? '',
					{
						type: (attributes['Type'] ?? '').replace(/^.*\//, ''),
						target: isExternal ? target : resolved(part, target),
						isExternal
					}
				];
			})
		)
	);
}

/** Returns the parts of a type that a part refers to. */
export const targetsOf = (relationships: Relationships, type: string): readonly string[] =>
	[...relationships.values()]
		.filter((one) => !one.isExternal && one.type === type)
		.map(({ target }) => target);
