/**
 * Counts the characters of each language in a paragraph, a chapter or a document. Regions are one
 * language: a paragraph in `en-GB` in a book in `en-US` has no language of its own.
 */
import type { Lang } from '../text/article';

export class LanguageCount {
	readonly #counts = new Map<string, { readonly tag: Lang; characters: number }>();

	add(tag: Lang | null, characters: number): void {
		const primary = primaryOf(tag);
		if (tag === null || primary === null) return;
		const found = this.#counts.get(primary);
		if (found) found.characters += characters;
		else this.#counts.set(primary, { tag, characters });
	}

	/** The language of most characters; null where none is known. */
	get main(): Lang | null {
		return this.#most?.tag ?? null;
	}

	/** The share of all characters that are in that language; 0 where there are none. */
	get share(): number {
		const all = [...this.#counts.values()].reduce((sum, { characters }) => sum + characters, 0);
		return all === 0 ? 0 : (this.#most?.characters ?? 0) / all;
	}

	get #most(): { readonly tag: Lang; readonly characters: number } | null {
		let most: { readonly tag: Lang; readonly characters: number } | null = null;
		for (const one of this.#counts.values())
			if (most === null || one.characters > most.characters) most = one;
		return most;
	}
}

export const isSameLanguage = (a: Lang | null, b: Lang | null): boolean =>
	primaryOf(a) === primaryOf(b);

/** Returns `sv` for `sv-SE`; null where the tag says that there is no language. */
export function primaryOf(tag: Lang | null): string | null {
	const primary = /^[a-z]{2,3}(?![a-z])/i.exec(tag ?? '')?.[0].toLowerCase();
	return primary === undefined || primary === 'zxx' || primary === 'und' ? null : primary;
}
