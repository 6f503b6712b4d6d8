/** Counts how much of each text is known. Runs in the worker. */
import type { KeptArticle } from '../../core/library/ownArticle';
import type { Store } from '../../core/library/store';
import type { Article, Lang } from '../../core/text/article';
import { plain } from '../../core/text/inline';
import { otherSiteLang, primaryLang } from '../../core/text/languageTag';
import type { StoredArticle } from '../../core/translation/stored';
import { dictionaryOf } from '../../core/words/dictionary';
import { knownWords, Lemmas } from '../../core/words/lemmaCounts';
import {
	countedKey,
	type CountedSide,
	type CountedText,
	type LemmaStore
} from '../../core/words/lemmaStore';
import type { AskedText, KnownRequest, KnownText } from './protocol';

/** What counting needs of the outside. */
export interface CountEnvironment {
	readonly store: Pick<Store, 'article'> & LemmaStore;
	/** Returns a text of the site; null where it does not come. */
	readonly fetchStored: (id: string) => Promise<StoredArticle | null>;
}

/** Number of texts that are counted, kept and told at a time. */
const textsAtOnce = 10;

const lemmasByLang = new Map<string, Promise<Lemmas | null>>();

/** Returns what finds the lemmas of a language; null where there is no lexicon of it. */
function lemmasOf(lang: Lang): Promise<Lemmas | null> {
	const primary = primaryLang(lang);
	const known =
		lemmasByLang.get(primary) ??
		dictionaryOf(primary, otherSiteLang(primary)).then(
			(found) => found && new Lemmas(found.vocabulary, primary)
		);
	lemmasByLang.set(primary, known);
	return known;
}

/**
 * Returns how much of each text is known, some texts at a time. What was counted before for the same
 * revision is not counted again. A text that cannot be read has no sides, and is tried again at the
 * next request.
 */
export async function* knownTexts(
	{ texts, words, version }: KnownRequest,
	environment: CountEnvironment,
	signal: Pick<AbortSignal, 'aborted'>
): AsyncGenerator<readonly KnownText[]> {
	const known = new Map<string, ReadonlySet<string>>();
	for (const lang of new Set(words.map(({ lang }) => primaryLang(lang)))) {
		const lemmas = await lemmasOf(lang);
		if (lemmas) known.set(lang, lemmas.known(words, lang));
	}
	for (let at = 0; at < texts.length && !signal.aborted; at += textsAtOnce) {
		const counted = await countedSome(texts.slice(at, at + textsAtOnce), version, environment);
		yield counted.map(({ key, sides }) => ({
			key,
			sides: sides.flatMap(({ lang, counts }) => {
				const lemmas = known.get(primaryLang(lang));
				return lemmas ? [{ lang, ...knownWords(counts, lemmas) }] : [];
			})
		}));
	}
}

export const keyOf = ({ id, own }: AskedText): string =>
	countedKey(own === null ? 'site' : 'own', id);

async function countedSome(
	texts: readonly AskedText[],
	version: string,
	environment: CountEnvironment
): Promise<readonly CountedText[]> {
	const kept = await environment.store.countedTexts(texts.map(keyOf));
	const here = new Map((kept.ok ? kept.value : []).map((text) => [text.key, text]));
	const counted: CountedText[] = [];
	const made: CountedText[] = [];
	for (const text of texts) {
		const key = keyOf(text);
		const revision = JSON.stringify([version, text.own, text.stored]);
		const before = here.get(key);
		if (before?.revision === revision) {
			counted.push(before);
			continue;
		}
		const { sides, whole } = await sidesOf(text, environment);
		counted.push({ key, revision, sides });
		if (whole) made.push({ key, revision, sides });
	}
	// Where there is no room they are counted again the next time.
	if (made.length > 0) await environment.store.putCountedTexts(made);
	return counted;
}

/** Counts a text in each of its languages. Not `whole`: some of it could not be read. */
async function sidesOf(
	{ id, own, stored }: AskedText,
	{ store, fetchStored }: CountEnvironment
): Promise<{ readonly sides: readonly CountedSide[]; readonly whole: boolean }> {
	const kept = own === null ? null : await store.article(id);
	const copy = kept?.ok ? kept.value : null;
	const ofSite = stored ? await fetchStored(id) : null;
	const sides: CountedSide[] = [];
	for (const { lang, paragraphs } of textsOf(copy, ofSite)) {
		const lemmas = await lemmasOf(lang);
		if (lemmas) sides.push({ lang, counts: lemmas.counts(paragraphs) });
	}
	return { sides, whole: (own === null || copy !== null) && (!stored || ofSite !== null) };
}

interface SideText {
	readonly lang: Lang;
	readonly paragraphs: readonly string[];
}

/** Returns the words of a text: the original, and the site’s first translation in each language. */
function textsOf(own: KeptArticle | null, stored: StoredArticle | null): readonly SideText[] {
	const original = own?.article ?? stored?.original ?? null;
	const translations = (stored?.translations ?? []).map(
		({ translated: { lang, title }, units }) => ({
			lang,
			paragraphs: [title, ...units.flatMap(({ text }) => text)].map(plain)
		})
	);
	const all = [...(original ? [wordsOf(original)] : []), ...translations];
	return all.filter(({ lang }, at) => all.findIndex((one) => one.lang === lang) === at);
}

const wordsOf = ({ lang, title = '', blocks }: Article): SideText => ({
	lang,
	paragraphs: [title, ...blocks.map(({ text }) => text)].map(plain)
});
