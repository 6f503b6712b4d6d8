/**
 * Words that the reader is writing and has not saved yet: kept in localStorage at every keystroke,
 * so that a closed tab loses nothing. Without storage the editor works, but a closed tab loses them.
 */
import { localKeys, readLocal, readLocalJson, writeLocal } from '../localStore';

const prefix = 'jamsides.unsaved.';

export interface Unsaved {
	readonly text: string;
	/** `changedAt` of the saved words that they began from; null where there were none. */
	readonly base: string | null;
}

/** What is kept: the words, and when they were kept. An earlier version kept no time. */
interface Kept extends Unsaved {
	readonly key: string;
	readonly at: number;
}

/**
 * The unsaved words of one paragraph in one tab. Each tab keeps its own: of two that were closed with
 * different words both come back, the last one’s first.
 */
export class UnsavedWords {
	/** The words kept last when the editor opened; null for nothing. */
	readonly found: Unsaved | null;
	/** Other words that were kept then, those kept last first. */
	readonly others: readonly Unsaved[];
	/** Where this tab keeps its own. */
	#key: string;
	/** What the editor has shown of what was kept: gone with this tab’s own words. */
	#shown: readonly Kept[] = [];
	readonly #kept: readonly Kept[];
	/** What this tab wrote last. */
	#mine: Unsaved | null = null;

	constructor(key: string) {
		this.#key = keyOfItsOwn(prefix + key);
		this.#kept = allKept(prefix + key);
		const [first, ...rest] = this.#kept;
		if (first) this.#shown = [first];
		this.found = first ? wordsOf(first) : null;
		this.others = rest
			.filter(({ text }, at) => this.#kept.findIndex((one) => one.text === text) === at + 1)
			.map(wordsOf);
	}

	keep(words: Unsaved): void {
		this.#mine = words;
		writeLocal(this.#key, JSON.stringify({ ...words, at: Date.now() }));
		this.#clearShown();
	}

	/** Takes other words into the editor. Those that were there stay kept beside them. */
	use(words: Unsaved): void {
		this.#key = keyOfItsOwn(this.#key.replace(/#.*$/, ''));
		this.#shown = this.#kept.filter(({ text }) => text === words.text);
		this.keep(words);
	}

	/** Clears what this tab kept and showed; what another tab wrote since stays. */
	forget(): void {
		writeLocal(this.#key, null);
		this.#clearShown();
		this.#mine = null;
	}

	/** Keeps the words again as the page is left: another tab may have cleared or replaced them. */
	keepAgain = (): void => {
		if (this.#mine) this.keep(this.#mine);
	};

	#clearShown(): void {
		for (const shown of this.#shown) {
			const now = read(shown.key);
			if (now?.text === shown.text && now.base === shown.base) writeLocal(shown.key, null);
		}
		this.#shown = [];
	}
}

const keyOfItsOwn = (key: string): string => `${key}#${Math.random().toString(36).slice(2)}`;

const wordsOf = ({ text, base }: Kept): Unsaved => ({ text, base });

/** Returns what every tab keeps of a paragraph, that kept last first. */
const allKept = (key: string): readonly Kept[] =>
	localKeys()
		.filter((one) => one === key || one.startsWith(`${key}#`))
		.flatMap((one) => read(one) ?? [])
		.toSorted((a, b) => b.at - a.at);

/** Returns what is kept under a key; what an earlier version kept says nothing of its base. */
function read(key: string): Kept | null {
	const kept = readLocal(key);
	if (kept === null) return null;
	const value = readLocalJson(key);
	if (!isUnsaved(value)) return { key, text: kept, base: null, at: 0 };
	const { text, base, at } = value;
	return { key, text, base, at: at ?? 0 };
}

/** Clears what is kept under every key. */
export function clearAllUnsaved(): void {
	for (const key of localKeys()) if (key.startsWith(prefix)) writeLocal(key, null);
}

function isUnsaved(value: unknown): value is Unsaved & { readonly at?: number } {
	if (typeof value !== 'object' || value === null) return false;
	const { text, base, at } = value as Partial<Record<keyof Unsaved | 'at', unknown>>;
	return (
		typeof text === 'string' &&
		(base === null || typeof base === 'string') &&
		(at === undefined || typeof at === 'number')
	);
}
