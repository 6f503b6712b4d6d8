/** Finds the notes of an FB2 file: the sections of a body of its own. */
import { elementsOf, childElements, type TreeElement } from '../tree';

export interface Notes {
	/** The bodies that hold notes: they are named so, or links to notes lead there. */
	readonly bodies: ReadonlySet<TreeElement>;
	/** The section of each note, by its identifier. */
	readonly sections: ReadonlyMap<string, TreeElement>;
}

const names = /^(?:notes|footnotes|comments|endnotes)$/i;

export function notesOf(bodies: readonly TreeElement[]): Notes {
	const targets = new Set(bodies.flatMap(noteTargets));
	const isTarget = ({ attributes }: TreeElement) => targets.has(attributes['id'] ?? '');
	const own = bodies.filter(
		(body, at) =>
			at > 0 &&
			(names.test(body.attributes['name'] ?? '') || elementsOf(body, 'section').some(isTarget))
	);
	const sections = new Map<string, TreeElement>();
	for (const body of own)
		for (const section of elementsOf(body, 'section')) {
			const id = section.attributes['id'] ?? '';
			const isGroup = childElements(section, 'section').length > 0;
			if (id !== '' && !isGroup && !sections.has(id)) sections.set(id, section);
		}
	return { bodies: new Set(own), sections };
}

const noteTargets = (body: TreeElement): readonly string[] =>
	elementsOf(body, 'a')
		.filter(({ attributes }) => attributes['type'] === 'note')
		.map(targetOf);

/** Returns the identifier that a link or an image leads to. */
export const targetOf = (element: TreeElement): string => addressOf(element).replace(/^#/, '');

export const addressOf = ({ attributes }: TreeElement): string =>
	attributes['xlink:href'] ?? attributes['href'] ?? '';
