/**
 * Checks the project’s translations against their originals, with its glossary and explanations.
 */
import type { Result } from '../lib/core/result';
import { checkTranslation } from '../lib/core/translation/check/check';
import {
	explain,
	parseExplanations,
	type Explained,
	type Explanations
} from '../lib/core/translation/check/explanation';
import { parseGlossary, type Glossary } from '../lib/core/translation/check/glossary';
import { describeFailure, type SchemaFailure } from '../lib/core/translation/schema';
import type { StoredArticle } from '../lib/core/translation/stored';
import type { Translation } from '../lib/core/translation/unit';
import { content, filesIn } from './content';
import { originalFinder, type OriginalFile } from './originals';

/** The result for a translation: checked against its original, or skipped without one. */
export type Checked =
	| ({ readonly kind: 'checked'; readonly name: string; readonly original: string } & Explained)
	| { readonly kind: 'skipped'; readonly name: string };

/**
 * Reads the glossary. A fault in these files is a fault of the build, so it throws with the path.
 */
export const glossary = (): Glossary => read('glossary.json', parseGlossary);
export const explanations = (): Explanations => read('checked.json', parseExplanations);

function read<Value>(name: string, parse: (json: unknown) => Result<Value, SchemaFailure>): Value {
	const path = `translations/${name}`;
	const text = filesIn('translations', name)[path];
	if (text === undefined) throw new Error(`${path} is missing`);
	const parsed = parse(JSON.parse(text));
	if (!parsed.ok) throw new Error(`${path}: ${describeFailure(parsed.failure)}`);
	return parsed.value;
}

/** `<article>.<lang>`: a translation’s name in the explanations, and its file’s. */
export const nameOf = ({ article, translated }: Translation): string =>
	`${article}.${translated.lang}`;

/** Returns the project’s own originals. */
export const bundled = (): readonly OriginalFile[] => content().flatMap(bundledOf);

/** Returns the project’s own original of an article; none where it has the translation alone. */
export const bundledOf = ({ id, original }: StoredArticle): readonly OriginalFile[] =>
	original ? [{ name: `src/articles/${id}.md`, article: original }] : [];

/** Returns what checks a translation against its original, by the glossary and the explanations. */
export function checker(): (translation: Translation, original: OriginalFile | null) => Checked {
	const [terms, told] = [glossary(), explanations()];
	return (translation, original) => {
		const name = nameOf(translation);
		if (!original) return { kind: 'skipped', name };
		const reports = checkTranslation(original.article, translation, terms);
		const explained = explain(reports, told[name] ?? []);
		return { kind: 'checked', name, original: original.name, ...explained };
	};
}

/** Checks each translation against the first matching original. */
export function check(
	translations: readonly Translation[],
	originals: readonly OriginalFile[]
): readonly Checked[] {
	const [checkOne, find] = [checker(), originalFinder(originals)];
	return translations.map((translation) => checkOne(translation, find(translation)));
}
