/** Makes the translations of a pair of chapters: what is aligned, and what is saved of it. */
import type { Aligned } from '../links/aligned';
import type { AlignmentDraft, DraftSide, Link, MachineWords } from '../links/draft';
import { splitSources } from '../links/splitSources';
import { escapeInline } from '../text/inline';
import { block } from '../text/block';
import type { Block } from '../text/article';
import { claimedWords } from '../translation/exchange/machineNotice';
import type { BookPairing, ChapterPair, PairingText } from './bookPairing';

/** Returns the chapters of a translation as one side; those after the first begin with their title. */
export const targetSide = (
	{ lang, chapters }: Pick<BookPairing, 'lang' | 'chapters'>,
	text: PairingText,
	target: readonly number[]
): DraftSide => ({
	lang,
	blocks: target.flatMap((at, nth): readonly Block[] => {
		const title = nth > 0 ? (chapters[at]?.title ?? '') : '';
		return [
			...(title === '' ? [] : [block({ kind: 'heading', level: 2 }, escapeInline(title))]),
			...(text.chapters[at] ?? [])
		];
	})
});

/** Returns several chapters of an original as one side. */
export const sourceSide = (sources: readonly DraftSide[]): DraftSide => ({
	lang: sources[0]?.lang ?? '',
	blocks: sources.flatMap(({ blocks }) => blocks)
});

/** Returns the id of a chapter’s translation: the same whenever the pairing is continued. */
const translationId = ({ id }: Pick<BookPairing, 'id'>, source: number): string =>
	`${id}-${source + 1}`;

/** Returns the drafts of a pair’s translations, one for each chapter of the original that has one. */
export function draftsOf(
	pairing: BookPairing,
	{ source, target }: ChapterPair,
	{ sources, aligned }: { readonly sources: readonly DraftSide[]; readonly aligned: Aligned }
): readonly AlignmentDraft[] {
	const parts = splitSources(sources, aligned.target, aligned.links);
	return parts.flatMap((part, nth): readonly AlignmentDraft[] => {
		const at = source[nth];
		const article = at === undefined ? undefined : pairing.articles[at];
		if (at === undefined || article === undefined || !isLinked(part.links)) return [];
		const title = nth === 0 ? (pairing.chapters[target[0] ?? -1]?.title ?? '') : '';
		const machine = machineWords(pairing, part.target.blocks);
		return [
			{
				...{ id: translationId(pairing, at), article, ...part },
				credit: chapterCredit(pairing, title),
				...(machine && { machine }),
				changedAt: pairing.changedAt
			}
		];
	});
}

/** Returns the ids of the translations that are saved of a pair. */
export const savedIds = (pairing: BookPairing, { source }: ChapterPair): readonly string[] =>
	source.map((at) => translationId(pairing, at));

const isLinked = (links: readonly Link[]): boolean =>
	links.some(({ source, target }) => source.length > 0 && target.length > 0);

/** Returns a chapter’s credit: its own title, and the title of the book as where it is published. */
export const chapterCredit = ({ credit }: Pick<BookPairing, 'credit'>, title: string) => ({
	...credit,
	title,
	publication: [credit.title, credit.publication].filter((part) => part !== '').join(', ')
});

function machineWords({ machine }: BookPairing, blocks: readonly Block[]): MachineWords | null {
	const words = claimedWords(blocks, machine);
	return words && machine && { ...words, answer: machine.answer };
}

/** Returns whether the reader has yet to say whether a machine made the translation. */
export const isUnanswered = ({ machine }: Pick<BookPairing, 'machine'>): boolean =>
	machine !== null && !machine.certain && machine.answer === null;

/** Returns whether a machine made the translation: then it has no translator to name. */
export const isMachines = ({ machine }: Pick<BookPairing, 'machine'>): boolean =>
	machine !== null && (machine.certain || machine.answer === 'machine');
