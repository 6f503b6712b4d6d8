/**
 * Finds the notes of a book and what refers to them. EPUB 3 and ARIA have words for both; elsewhere
 * the rules of KOReader and Kobo hold: a link that shows a number or a sign, to a place further on
 * that leads back or begins with the same mark.
 */
import type { ContentsEntry } from '../flow';
import { treeText, type TreeElement } from '../tree';
import { hasType, setOf } from './elementTypes';
import { continuations, markedNotes, noteAround, noteAt } from './noteElements';
import { noteHeadings } from './noteHeadings';
import { beginsWith, printedMark, referenceMark, type PrintedMark } from './noteMarks';
import { addressOf } from './paths';
import { firstFrom, type BookLink, type Places } from './places';

export interface BookNote {
	readonly key: string;
	/** As the first reference that shows one prints it; empty for none. */
	readonly mark: string;
	/** Elements that go on with it after its own. */
	readonly more: readonly TreeElement[];
}

export interface BookNotes {
	/** By the element that holds the note. */
	readonly notes: ReadonlyMap<TreeElement, BookNote>;
	/** The key of the note that a link refers to. */
	readonly references: ReadonlyMap<TreeElement, string>;
	/** Links from a note back to the text, and what goes on with a note: read with it, or not at all. */
	readonly waysBack: ReadonlySet<TreeElement>;
	readonly taken: ReadonlySet<TreeElement>;
	/** Headings over nothing but notes. */
	readonly headings: ReadonlySet<TreeElement>;
	/** Number of references whose note the book does not have. */
	readonly missing: number;
}

const referenceTypes = setOf('noteref annoref');
const backTypes = setOf('backlink referrer');

/** Whether the file says that a link refers to a note. */
export const isReference = (element: TreeElement): boolean => hasType(element, referenceTypes);

interface Reference {
	readonly link: BookLink;
	readonly target: TreeElement;
	readonly note: TreeElement;
}

export function findNotes(places: Places, contents: readonly ContentsEntry[]): BookNotes {
	const marked = new Set(markedNotes(places));
	const found = references(places, marked, contents);
	const byNote = new Map<TreeElement, Reference[]>();
	for (const reference of found) {
		const known = byNote.get(reference.note);
		if (known) known.push(reference);
		else byNote.set(reference.note, [reference]);
	}
	const order = (element: TreeElement) => places.of(element).order;
	const elements = [...new Set([...marked, ...byNote.keys()])].sort((a, b) => order(a) - order(b));
	const more = continuations(
		elements.map((element) => ({
			element,
			referredAt: byNote.get(element)?.[0]?.link.order ?? null
		})),
		places
	);
	const notes = new Map<TreeElement, BookNote>();
	const waysBack = new Set<TreeElement>();
	for (const element of elements) {
		const own = byNote.get(element) ?? [];
		const note = noteOf(element, own, more.get(element) ?? [], places);
		const origin = new Origin(
			own.map(({ link }) => link),
			places
		);
		notes.set(element, note);
		for (const part of [element, ...note.more])
			for (const link of places.linksIn(part))
				if (leadsBack(link, origin)) waysBack.add(link.element);
	}
	const taken = new Set([...notes.values()].flatMap((note) => note.more));
	return {
		notes,
		references: new Map(found.map(({ link, note }) => [link.element, notes.get(note)?.key ?? ''])),
		waysBack,
		taken,
		headings: noteHeadings(places.elements, new Set([...notes.keys(), ...taken])),
		missing: places.links.filter(
			({ element, target }) => isReference(element) && places.find(target) === null
		).length
	};
}

function noteOf(
	element: TreeElement,
	references: readonly Reference[],
	more: readonly TreeElement[],
	places: Places
): BookNote {
	const [first] = references;
	const { page, order } = places.of(element);
	// Two elements of a page may have one id: a reference leads to the first.
	const own = `${page.file}# ${order}`;
	return {
		key: first ? addressOf(first.link.target) : own,
		mark: firstMark(references),
		more
	};
}

function firstMark(references: readonly Reference[]): string {
	for (const { link } of references) {
		const mark = referenceMark(link.element);
		if (mark !== null) return mark;
	}
	return '';
}

/** A link that may refer to a note, and the place where the note would be. */
interface Candidate {
	readonly link: BookLink;
	readonly target: TreeElement;
	readonly isSaid: boolean;
	readonly mark: PrintedMark | null;
}

function references(
	places: Places,
	marked: ReadonlySet<TreeElement>,
	contents: readonly ContentsEntry[]
): readonly Reference[] {
	const chapters = new Set(contents.map(({ target }) => target));
	const candidates = places.links.flatMap((link): Candidate[] => {
		const isSaid = isReference(link.element);
		const mark = printedMark(link.element);
		const target = isSaid || mark ? places.find(link.target) : null;
		if (!target || (!isSaid && chapters.has(addressOf(link.target)))) return [];
		const isLater = places.of(target).order > link.order;
		return isSaid || isLater ? [{ link, target, isSaid, mark }] : [];
	});
	const targets = candidates.map(({ target }) => places.of(target).order).sort((a, b) => a - b);
	return candidates.flatMap((candidate): Reference[] => {
		const { link, target } = candidate;
		const known = noteAround(target, marked, places);
		const note = known ?? noteAt(target, targets, places);
		if (!note || places.contains(note, link.element)) return [];
		return known || isTied(candidate, note, places) ? [{ link, target, note }] : [];
	});
}

function isTied({ link, isSaid, mark }: Candidate, note: TreeElement, places: Places): boolean {
	if (isSaid) return true;
	if (!mark || places.size(note) === 0) return false;
	const isRaised = mark.isMarked || isIn(link.element, 'sup', places);
	const origin = new Origin([link], places);
	if (places.linksIn(note, maxLinks).some((back) => origin.isGoalOf(back)))
		return mark.isSign || isRaised || isRoman(mark);
	return isRaised && mark.isSign && beginsWith(places.startOf(note), mark);
}

/** Most links of a note that are examined for the way back. */
const maxLinks = 100;

const isRoman = ({ mark }: PrintedMark): boolean => /^[ivxlc]+$/i.test(mark);

const isIn = (link: TreeElement, name: string, places: Places): boolean =>
	places.of(link).parent?.name === name ||
	link.children.some((child) => typeof child !== 'string' && child.name === name);

/** Where the references to a note are: a way back leads to one, or to the paragraph that has it. */
class Origin {
	readonly #blocks: ReadonlySet<TreeElement>;
	readonly #marks: ReadonlySet<string | undefined>;
	readonly #links: readonly BookLink[];
	readonly #places: Places;

	constructor(links: readonly BookLink[], places: Places) {
		this.#blocks = new Set(links.map(({ element }) => places.blockOf(element)));
		this.#marks = new Set(links.map(({ element }) => printedMark(element)?.mark));
		this.#links = links;
		this.#places = places;
	}

	/** Whether a link shows what a reference shows, or one of the letters that tell references apart. */
	isMark(element: TreeElement): boolean {
		const mark = printedMark(element)?.mark;
		if (mark === undefined) return false;
		return this.#marks.has(mark) || (this.#links.length > 1 && /^[a-z]$/.test(mark));
	}

	isGoalOf(back: BookLink): boolean {
		const goal = this.#places.find(back.target);
		if (!goal || goal === this.#places.of(goal).page.body) return false;
		if (this.#blocks.has(this.#places.blockOf(goal))) return true;
		const { order, last } = this.#places.of(goal);
		const first = this.#links[firstFrom(this.#links, order)];
		return first !== undefined && first.order <= last;
	}
}

const arrow = /^[\s↩↑^⤴⬆⏎«<←]+$/;
/** Words of a link back. Other words that lead there are the note’s: `Line 20`. */
const backWords =
	/^\W*(?:(?:go |jump )?back|return|tillbaka|åter|upp|(?:foot|end)?notes?\W*\d+|(?:fot|slut)?not\W*\d+)(?:\W|$)/i;
const longestBack = 40;

function leadsBack({ element, target, order }: BookLink, origin: Origin): boolean {
	if (hasType(element, backTypes)) return true;
	const text = treeText(element)
		.replace(/[\ufe0e\ufe0f]/g, '')
		.trim();
	if (text.length > longestBack || isReference(element)) return false;
	if (arrow.test(text)) return true;
	const isMark = text === '' || backWords.test(text) || origin.isMark(element);
	return isMark && origin.isGoalOf({ element, target, order });
}
