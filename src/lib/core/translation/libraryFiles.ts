/** Finds the stored articles that an imported text may be, by a few files of the site. */
import type { Fingerprint } from '../text/fingerprint';
import { fingerprintPlace, type FingerprintRoot, type PrefixFile } from './fingerprintFiles';
import type { Joint } from './joints';
import type { StoredEntry } from './stored';

/** The site’s files; null for one that does not come, or is of another build. */
export interface LibraryFiles {
	readonly root: FingerprintRoot;
	readonly prefix: (nth: number) => Promise<PrefixFile | null>;
	readonly entry: (nth: number) => Promise<StoredEntry | null>;
}

/**
 * Articles read at a time at most: those with most words of the paragraphs asked for. Beyond it only
 * articles that share most of their paragraphs with others are passed over.
 */
export const maxCandidates = 3;

/** What one text asks of the library. */
export class LibraryInquiry {
	readonly #library: LibraryFiles;
	readonly #files = new Map<number, PrefixFile | null>();
	readonly #entries = new Map<number, StoredEntry | null>();

	constructor(library: LibraryFiles) {
		this.#library = library;
	}

	/** Number of files asked for, without those of articles. */
	get asked(): number {
		return this.#files.size;
	}

	/** Whether every file came. */
	get isWhole(): boolean {
		return ![...this.#files.values(), ...this.#entries.values()].includes(null);
	}

	/** Articles found so far. */
	get candidates(): readonly StoredEntry[] {
		return [...this.#entries]
			.sort(([a], [b]) => a - b)
			.flatMap(([, entry]) => (entry ? [entry] : []));
	}

	/** Asks for paragraphs, in their order, as long as that takes no more than `maxFiles` in all. */
	async ask(order: readonly Fingerprint[], maxFiles: number): Promise<void> {
		const wanted = new Set<number>();
		for (const fingerprint of order) {
			const { file } = this.#place(fingerprint);
			if (this.#files.has(file) || wanted.has(file)) continue;
			if (this.#files.size + wanted.size >= maxFiles) break;
			wanted.add(file);
		}
		const found = await Promise.all(
			[...wanted].map(async (nth) => [nth, await this.#library.prefix(nth)] as const)
		);
		for (const [nth, file] of found) this.#files.set(nth, file);
	}

	/** Asks for the files that most likely hold one of these, up to `maxFiles` in all. */
	async askLikely(joints: readonly Joint[], maxFiles: number): Promise<void> {
		const likely = new Map<number, number>();
		for (const { fingerprint, likelihood } of joints) {
			const { file } = this.#place(fingerprint);
			likely.set(file, (likely.get(file) ?? 0) + likelihood);
		}
		const of = (fingerprint: Fingerprint) => likely.get(this.#place(fingerprint).file) ?? 0;
		const fingerprints = joints.map(({ fingerprint }) => fingerprint);
		await this.ask(
			fingerprints.toSorted((a, b) => of(b) - of(a)),
			maxFiles
		);
	}

	/** Reads the articles that have most of these words. */
	async read(words: Iterable<readonly [Fingerprint, number]>): Promise<void> {
		const shared = new Map<number, number>();
		for (const [fingerprint, count] of words) {
			const { file, name } = this.#place(fingerprint);
			for (const nth of this.#files.get(file)?.holders[name] ?? [])
				shared.set(nth, (shared.get(nth) ?? 0) + count);
		}
		const most = [...shared]
			.filter(([, count]) => count > 0)
			.sort(([a, first], [b, second]) => second - first || a - b)
			.slice(0, maxCandidates)
			.filter(([nth]) => !this.#entries.has(nth));
		const found = await Promise.all(
			most.map(async ([nth]) => [nth, await this.#library.entry(nth)] as const)
		);
		for (const [nth, entry] of found) this.#entries.set(nth, entry);
	}

	#place(fingerprint: Fingerprint) {
		return fingerprintPlace(fingerprint, this.#library.root.bits);
	}
}
