/** The draft of a person's translation, made from a saved translation and made into one. */
import type {
	AlignmentDraft,
	DraftSide,
	Link,
	MachineWords,
	TranslationCredit
} from '$lib/core/links/draft';
import type { Relinked } from '$lib/core/links/relinked';
import { unitsOf, type LinkedUnit } from '$lib/core/links/units';
import type { Omissions, OwnTranslation } from '$lib/core/library/store';
import type { Article } from '$lib/core/text/article';
import { fingerprint, type Fingerprint } from '$lib/core/text/fingerprint';
import { withKeptAuthor } from '$lib/core/translation/keptAuthors';
import type { Unit } from '$lib/core/translation/unit';

export const noCredit: TranslationCredit = {
	translator: '',
	title: '',
	publication: '',
	date: '',
	rights: ''
};

/** Returns the units of a saved translation, each with its links. */
export const savedUnits = ({ units, links }: OwnTranslation): readonly LinkedUnit[] =>
	units.map((unit, at) => ({ unit, links: links[at] ?? [] }));

/** Returns a draft for changing a saved translation, with its links as they were found again. */
export function draftOf(
	own: OwnTranslation,
	{ lang, blocks }: Article,
	{ target, links, changed }: Relinked,
	changedAt: string
): AlignmentDraft {
	const source = { lang, blocks };
	const { id, article, credit, changedAt: base } = own;
	// In a changed original the sentences have other numbers; it is aligned again.
	const known = changed === 0 ? withOmissions(links, own.omissions) : links;
	return { id, article, source, target, credit, links: known, base, changedAt };
}

/** The highest confidence of an omission that is not fixed, as of a link (`core/links/units.ts`). */
const surest = 1 - Number.EPSILON;

/** Returns how likely the omissions among links are. */
function omissionsOf(links: readonly Link[]): Omissions {
	const of = (side: 'source' | 'target', other: 'source' | 'target') =>
		links.flatMap((link) =>
			link[other].length > 0
				? []
				: link[side].map((sentence) => [sentence, likelihood(link)] as const)
		);
	return { source: of('source', 'target'), target: of('target', 'source') };
}

/** 1 stands for what the reader has fixed. */
const likelihood = ({ fixed, confidence }: Link): number =>
	fixed ? 1 : Math.min(confidence, surest);

/** Returns links whose omissions are as likely as they were when the translation was saved. */
function withOmissions(
	links: readonly Link[],
	{ source = [], target = [] }: Partial<Omissions> = {}
): readonly Link[] {
	const likely = { source: new Map(source), target: new Map(target) };
	return links.map((link) => {
		const side = link.target.length === 0 ? 'source' : 'target';
		if (link.source.length > 0 && link.target.length > 0) return link;
		const confidence = likely[side].get(link[side][0] ?? -1);
		return confidence === undefined ? link : { ...link, confidence, fixed: confidence === 1 };
	});
}

/** Returns whether two drafts have the same texts, credit and links. */
export function isSameTranslation(a: AlignmentDraft, b: AlignmentDraft): boolean {
	return (
		a === b ||
		(isSameSide(a.source, b.source) &&
			isSameSide(a.target, b.target) &&
			JSON.stringify(sorted(a.credit)) === JSON.stringify(sorted(b.credit)) &&
			(a.machine?.answer ?? null) === (b.machine?.answer ?? null) &&
			a.links.length === b.links.length &&
			a.links.every((link, at) => isSameLink(link, b.links[at])))
	);
}

const isSameSide = (a: DraftSide, b: DraftSide): boolean =>
	a.lang === b.lang &&
	(a.blocks === b.blocks ||
		(a.blocks.length === b.blocks.length &&
			a.blocks.every(
				({ kind, text }, at) => kind === b.blocks[at]?.kind && text === b.blocks[at].text
			)));

const isSameLink = (a: Link, b: Link | undefined): boolean =>
	a === b ||
	(b !== undefined &&
		a.fixed === b.fixed &&
		a.source.join() === b.source.join() &&
		a.target.join() === b.target.join());

const sorted = (credit: TranslationCredit) =>
	Object.entries(credit).toSorted(([a], [b]) => (a < b ? -1 : 1));

/** Returns the units of a draft, each with its links: none where no sentence is linked. */
export const linkedUnits = (draft: AlignmentDraft): readonly LinkedUnit[] =>
	unitsOf(draft.source, draft.target, draft.links, contributor(draft)).map((linked) => ({
		...linked,
		unit: withMachine(linked.unit, draft)
	}));

/** Gives a unit with a machine’s words to the machine, whoever translated the rest of it. */
function withMachine(unit: Unit, { machine, changedAt }: AlignmentDraft): Unit {
	if (!machine?.certain.length && !machine?.unclear.length) return unit;
	const isMachines = unit.text.some((text) => isMachineWords(machine, fingerprint(text)));
	if (!isMachines) return unit;
	const { origin, name } = machine;
	return { ...unit, by: { origin, name, date: changedAt.slice(0, 10) } };
}

/** Returns whether a paragraph is a machine’s; until the reader has answered, an unclear one is. */
const isMachineWords = ({ certain, unclear, answer }: MachineWords, words: Fingerprint): boolean =>
	certain.includes(words) || (answer !== 'human' && unclear.includes(words));

/** Returns whether the reader has yet to say whose some paragraphs are. */
export const isUnanswered = ({ machine }: AlignmentDraft): boolean =>
	machine !== undefined && machine.unclear.length > 0 && machine.answer === null;

/** Returns whether all of a translation is a machine’s: then it has no translator to name. */
export const isAllMachines = ({ machine, target }: AlignmentDraft): boolean =>
	machine !== undefined &&
	target.blocks.every(({ fingerprint: words }) => isMachineWords(machine, words));

/** Returns the translation that a draft is saved as. `base`: the saved translation that it changes. */
export function translationOf(
	draft: AlignmentDraft,
	base: OwnTranslation | null,
	now: string
): OwnTranslation {
	const linked = linkedUnits(draft);
	return {
		id: draft.id,
		article: draft.article,
		lang: draft.target.lang,
		credit: draft.credit,
		units: linked.map(({ unit }) => withKeptAuthor(unit, base)),
		links: linked.map(({ links }) => links),
		omissions: omissionsOf(draft.links),
		addedAt: base?.addedAt ?? now,
		changedAt: now
	};
}

/** Returns the translator, with the translation’s date if it names a day, else the draft’s. */
const contributor = ({ credit, changedAt }: AlignmentDraft) => {
	const isDay = /^\d{4}-\d\d-\d\d$/.test(credit.date);
	const date = isDay ? credit.date : changedAt.slice(0, 10);
	return { origin: 'human', name: credit.translator, date } as const;
};
