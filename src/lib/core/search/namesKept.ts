/** How names are translated in the library, by its index alone: no text is read. */
import { peoplesLevels, type NameCount } from '../translation/check/keptNames';
import { findKeys, type FoundParagraph, type SegmentFiles } from './find';
import { lemmaKey } from './key';
import { exactForm } from './letters';
import { unknownKey } from './unknownKey';
import type { Lang } from '../text/article';

/** A language with its segments of the index. */
export interface IndexedLang {
	readonly lang: Lang;
	readonly segments: readonly SegmentFiles[];
}

/**
 * Counts in how many paragraphs of one language that people have translated each name stands, and in
 * how many of them on the other side too. The index knows no capitals: a word that is spelt like a
 * name counts as it.
 */
export async function countNamesInIndex(
	names: ReadonlySet<string>,
	from: IndexedLang,
	to: IndexedLang
): Promise<readonly NameCount[]> {
	const [here, there] = [await placesOf(names, from), await placesOf(names, to)];
	return [...names].flatMap((name) => {
		const places = here.get(name) ?? new Set();
		const others = there.get(name) ?? new Set();
		const kept = [...places].filter((place) => others.has(place)).length;
		return places.size > 0 ? [{ name, of: places.size, kept }] : [];
	});
}

/** Returns where each name stands, in a genitive too: text and paragraph. */
async function placesOf(
	names: ReadonlySet<string>,
	{ lang, segments }: IndexedLang
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
	const unknown = unknownKey(lang);
	const keys = new Set(
		[...names].flatMap((name) => [...formsOf(name).map(unknown), lemmaKey(name)])
	);
	const { paragraphs } = await findKeys([...keys], segments);
	const byForm = new Map<string, Set<string>>();
	for (const paragraph of paragraphs.filter(({ level }) => peoplesLevels.includes(level)))
		for (const { form } of paragraph.forms) {
			const places = byForm.get(form) ?? new Set();
			byForm.set(form, places.add(placeOf(paragraph)));
		}
	return new Map(
		[...names].map((name) => [
			name,
			new Set(formsOf(name).flatMap((form) => [...(byForm.get(form) ?? [])]))
		])
	);
}

/** Returns a name as the index has it, and its genitives. */
function formsOf(name: string): readonly string[] {
	const form = exactForm(name);
	return [form, `${form}s`, `${form}'s`];
}

const placeOf = ({ column, row }: FoundParagraph): string => `${column.text} ${row}`;
