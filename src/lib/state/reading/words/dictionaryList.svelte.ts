/** Which dictionaries the reader has, as they are now, in this tab and others. */
import { once } from '$lib/compose/once';
import { store } from '$lib/compose/store';
import type { Lang } from '$lib/core/text/article';
import { primaryLang } from '$lib/core/text/languageTag';
import type { OwnDictionary } from '$lib/core/words/dictionary/dictionary';

export class DictionaryList {
	#list = $state.raw<readonly OwnDictionary[]>([]);

	/** Begins to follow the list, at the first call; without a store there are none. */
	readonly begin = once(async () => {
		const opened = await store();
		opened.watchDictionaries(
			(list) => (this.#list = list),
			() => {}
		);
	});

	/** Returns those that may have words of a language, in the reader’s order. */
	of(lang: Lang): readonly OwnDictionary[] {
		return this.#list.filter(({ from }) => from === null || from === primaryLang(lang));
	}
}
