/** The terms and names that this device asks for when it translates a text. */
import type { LanguagePair } from '$lib/core/machine/engine';
import { termFinder, type TermFinder } from '$lib/core/machine/terms';
import { entriesFor, parseGlossary, type Glossary } from '$lib/core/translation/check/glossary';
import type { TextPair } from '$lib/core/translation/check/keptNames';
import { once } from './once';
import { askSearch } from './search';

/** A text whose sentences are translated. */
export interface TermedText {
	/** The article whose glossary it is; null for a text of the reader’s own, which has none. */
	readonly article: string | null;
	readonly pair: LanguagePair;
	/** All of it: inline Markdown, a paragraph a line. */
	readonly text: string;
	/** Its paragraphs that people have translated. */
	readonly byPeople: readonly TextPair[];
}

const none: Glossary = { terms: [], names: [] };

const glossary = once(async (): Promise<Glossary> => {
	const { default: file } = await import('$translations/glossary.json');
	const parsed = parseGlossary(file);
	return parsed.ok ? parsed.value : none;
});

/**
 * Returns what finds the terms of a text. What cannot be loaded is not asked for: a text is
 * translated without it rather than not at all.
 */
export async function termsOf(text: TermedText): Promise<TermFinder> {
	const [entries, names] = await Promise.all([glossaryOf(text.article), namesOf(text)]);
	return termFinder(entries, names, text.pair);
}

async function glossaryOf(article: string | null): Promise<Glossary> {
	if (article === null) return none;
	const { terms, names } = await glossary().catch(() => none);
	return { terms: entriesFor(terms, article), names: entriesFor(names, article) };
}

/** Milliseconds that a text waits for its names. Its sentences after that get them as they come. */
const namesMs = 500;

/** Returns the names that people keep, as far as the library is indexed. Filled later if it takes long. */
async function namesOf({ pair, text, byPeople }: TermedText): Promise<ReadonlySet<string>> {
	const names = new Set<string>();
	const found = askSearch({ kind: 'names', ...pair, text, pairs: byPeople }).then((found) => {
		for (const name of found.ok ? found.value.names : []) names.add(name);
	});
	await Promise.race([found, new Promise((resolve) => setTimeout(resolve, namesMs))]);
	return names;
}
