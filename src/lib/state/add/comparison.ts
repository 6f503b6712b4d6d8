import type { ImportedText } from '$lib/adapters/import/protocol';
import type { Imported } from '$lib/core/import/imported';
import type { Article, Block } from '$lib/core/text/article';
import type { Candidates } from '$lib/core/translation/identifyInLibrary';
import { knowledge, type TextKnowledge } from './knowledge';

/** What a text was last compared with: the library is asked again only for other paragraphs. */
export class Comparison {
	#last: { readonly blocks: readonly Block[]; readonly candidates: Candidates } | null = null;

	/** Takes over what the importer compared a text with. Returns the text alone. */
	take({ candidates, ...imported }: ImportedText): Imported {
		this.#last = candidates ? { blocks: imported.article.blocks, candidates } : null;
		return imported;
	}

	/** Returns what the library knows of the text as it is now. */
	async knowledge(
		article: Article,
		ask: (blocks: readonly Block[]) => Promise<Candidates>
	): Promise<TextKnowledge> {
		const { blocks } = article;
		if (this.#last?.blocks === blocks) return knowledge(article, this.#last.candidates);
		const candidates = await ask(blocks);
		this.#last = { blocks, candidates };
		return knowledge(article, candidates);
	}

	/** Lets the library be asked again for the same paragraphs. */
	forget(): void {
		this.#last = null;
	}
}
