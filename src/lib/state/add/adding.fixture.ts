import type { ReadOutcome } from '$lib/adapters/import/importer';
import type { BookDraft, KeptBook, KeptPicture } from '$lib/core/library/ownBook';
import type { ImportDraft, Store } from '$lib/core/library/store';
import type { OwnArticle } from '$lib/core/library/ownArticle';
import { fail, ok } from '$lib/core/result';
import type { Article } from '$lib/core/text/article';
import { block } from '$lib/core/text/block';
import type { Candidates } from '$lib/core/translation/identifyInLibrary';
import { Adding } from './adding.svelte';
import type { AddingEnvironment } from './addingEnvironment';
import type { IncomingText } from './incomingText.svelte';

export const words = (nth: number) =>
	`Paragraph number ${nth} is long enough to be known again wherever it is met, ` +
	'since it goes on for quite some time before it comes to its end.';
export const article = (title: string): Article => ({
	lang: 'en',
	title,
	blocks: [1, 2].map((nth) => block({ kind: 'paragraph' }, words(nth)))
});
export const read = (title: string): ReadOutcome =>
	ok({ article: article(title), leftOut: [], notices: [] });

export const known: Candidates = {
	isWhole: true,
	entries: [
		{
			id: 'stored',
			metadata: { lang: 'en', title: 'The stored title', authors: ['Her Name'] },
			bundled: false,
			paragraphs: 2,
			words: 50,
			translated: [],
			known: article('').blocks.map(({ fingerprint }) => ({
				fingerprint,
				shape: { kind: 'paragraph' } as const,
				words: 25
			}))
		}
	]
};

/** Returns a store in memory. It refuses to write while `state.full` is set. */
function memory() {
	const articles = new Map<string, { about: OwnArticle; article: Article }>();
	const drafts = new Map<string, ImportDraft>();
	const books = new Map<string, KeptBook>();
	const bookDrafts = new Map<string, BookDraft>();
	const pictures = new Map<string, KeptPicture>();
	const state = { full: false };
	const store: Partial<Store> = {
		watchArticles: (next) => {
			next(
				[...articles.values()].map(({ about }) => about),
				[],
				[...books.values()].map(({ about }) => about)
			);
			return () => {};
		},
		article: async (id) => {
			const kept = articles.get(id);
			return ok(kept ? { ...kept, leftOut: [] } : null);
		},
		addArticle: async (about, article, _leftOut, replace) => {
			if (state.full) return fail({ kind: 'full' });
			if (articles.has(about.id) && !replace) return fail({ kind: 'exists', id: about.id });
			articles.set(about.id, { about, article });
			return ok(undefined);
		},
		bookDrafts: async () => ok([...bookDrafts.values()]),
		putBookDraft: async (draft, shown) => {
			if (state.full) return fail({ kind: 'full' });
			bookDrafts.set(draft.id, draft);
			for (const picture of shown) pictures.set(picture.name, picture);
			return ok(undefined);
		},
		// As when the disk is full: the pictures of no book are swept away at once.
		removeBookDraft: async (id) => {
			bookDrafts.delete(id);
			const shown = [...bookDrafts.values()].flatMap((draft) => draft.pictures);
			const kept = new Set(shown.map(({ name }) => name));
			for (const name of pictures.keys()) if (!kept.has(name)) pictures.delete(name);
			return ok(undefined);
		},
		picture: async (name) => ok(pictures.get(name) ?? null),
		addBook: async (book) => {
			if (state.full) return fail({ kind: 'full' });
			books.set(book.about.id, book);
			return ok(undefined);
		},
		drafts: async () => ok([...drafts.values()]),
		putDraft: async (draft) => {
			if (state.full) return fail({ kind: 'full' });
			drafts.set(draft.id, draft);
			return ok(undefined);
		},
		removeDraft: async (id) => {
			drafts.delete(id);
			return ok(undefined);
		}
	};
	return { store: store as Store, articles, drafts, books, bookDrafts, pictures, state };
}

export function setUp(
	outcomes: Record<string, ReadOutcome>,
	overrides: Partial<AddingEnvironment> = {}
) {
	const kept = memory();
	const held = new Set<string>();
	let next = 0;
	const environment: AddingEnvironment = {
		store: async () => kept.store,
		importer: async () => ({
			read: async (name) => outcomes[name] ?? fail({ kind: 'empty' })
		}),
		candidates: async () => ({ entries: [], isWhole: true }),
		lockDraft: async (id) => {
			if (held.has(id)) return null;
			held.add(id);
			return () => held.delete(id);
		},
		newId: () => `id${next++}`,
		now: () => 0,
		...overrides
	};
	return { ...kept, held, environment, adding: new Adding(environment) };
}

const file = (name: string) => ({ name, file: new Blob() });
export const idle = () => new Promise((resolve) => setTimeout(resolve));

export async function added(adding: Adding, name: string): Promise<IncomingText> {
	const [text] = await adding.add([file(name)]);
	await idle();
	if (!text) throw new Error('nothing was added');
	return text;
}
