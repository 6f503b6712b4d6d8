import { countedText, type LemmaStore } from '$lib/core/words/lemmaStore';
import type { Access } from './access';
import { readable } from './rows';

/** Keeps the counted lemmas of texts. No room is made for them: they can be counted again. */
export function lemmaCounts(access: Access): LemmaStore {
	const { db } = access;
	return {
		countedTexts: (keys) =>
			access.read(async () =>
				readable(countedText, await db.lemmaCounts.where('key').anyOf(keys).toArray())
			),
		putCountedTexts: (texts) => access.read(async () => void (await db.lemmaCounts.bulkPut(texts)))
	};
}
