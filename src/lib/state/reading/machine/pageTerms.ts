/** The terms that are asked for on a page: found again when people’s work on it has changed. */
import { pairsByPeople } from '$lib/core/translation/check/keptNames';
import type { LanguagePair } from '$lib/core/machine/engine';
import type { TermFinder } from '$lib/core/machine/terms';
import type { TermedText } from '$lib/compose/terms';
import type { PageRow } from '../page';

interface Found {
	readonly key: string;
	readonly terms: Promise<TermFinder>;
}

export class PageTerms {
	#found: Found | null = null;

	/**
	 * @param article the article whose glossary it is; null for none
	 * @param find finds the terms of a text
	 * @param wanted a setting: what is found depends on it
	 */
	constructor(
		readonly article: string | null,
		readonly pair: LanguagePair,
		readonly find: (text: TermedText) => Promise<TermFinder>,
		readonly wanted: () => string
	) {}

	/** Returns the terms of a page: the same function as long as its pairs are. */
	of(rows: readonly PageRow[]): Promise<TermFinder> {
		const byPeople = pairsByPeople(rows.map(({ row }) => row));
		const key = JSON.stringify([this.wanted(), byPeople]);
		if (this.#found?.key === key) return this.#found.terms;
		const { article, pair } = this;
		const blocks = rows.flatMap(({ row }) => row.originals);
		const text = blocks.map((block) => block.text).join('\n');
		const terms = this.find({ article, pair, text, byPeople });
		this.#found = { key, terms };
		return terms;
	}
}
