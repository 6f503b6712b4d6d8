/** Collects what a document refers to while its text is written: footnotes, links, pictures. */
import type { Inline } from '../../text/inlineTree';
import type { Picture } from '../book';
import { paragraphsOf, type BilingualBook, type BookRow, type Side } from './bilingualBook';
import { firstNoteId, type Relation } from './docxParts';
import { paragraphXml, run, runs, textRun, type RunContext } from './docxRuns';
import { element, empty } from './markup';
import { noteGroups, type NoteGroup } from './noteGroups';

/** A paragraph of a note in its language, or a line of credit. */
export interface NoteParagraph {
	readonly inline: readonly Inline[];
	readonly lang: string;
	readonly style?: 'Credit';
}

export class DocxParts {
	readonly #book: BilingualBook;
	readonly #links = new Map<string, string>();
	readonly #pictures = new Map<string, string>();
	readonly notes: string[] = [];

	constructor(book: BilingualBook) {
		this.#book = book;
	}

	link = (href: string): string => {
		const known = this.#links.get(href);
		if (known !== undefined) return known;
		const id = `link${this.#links.size + 1}`;
		this.#links.set(href, id);
		return id;
	};

	/** Returns a picture and the id of its relation; null for one that is not there. */
	picture(
		name: string
	): { readonly id: string; readonly number: number; readonly picture: Picture } | null {
		const number = this.#book.pictures.findIndex((one) => one.name === name);
		const picture = this.#book.pictures[number];
		if (!picture) return null;
		const id = `picture${number + 1}`;
		this.#pictures.set(name, id);
		return { id, number, picture };
	}

	/** Adds a footnote and returns the run that refers to it. */
	note(paragraphs: readonly NoteParagraph[], lang: string): string {
		const id = firstNoteId + this.notes.length;
		const mark = run(empty('w:footnoteRef'), { lang, style: 'FootnoteReference' });
		const context: RunContext = { link: this.link, reference: () => null };
		const written = paragraphs.map(({ inline, lang, style = 'FootnoteText' }, at) =>
			paragraphXml(
				style,
				(at === 0 ? mark + textRun(' ', { lang }) : '') + runs(inline, { lang }, context),
				{ lang }
			)
		);
		this.notes.push(element('w:footnote', { 'w:id': id }, written.join('')));
		return run(empty('w:footnoteReference', { 'w:id': id }), { lang, style: 'FootnoteReference' });
	}

	relations(pathOf: (picture: Picture, at: number) => string): readonly Relation[] {
		const links = [...this.#links].map(([target, id]) => ({
			...{ id, target, type: 'hyperlink', isOutside: true }
		}));
		const pictures = this.#book.pictures.flatMap((picture, at) => {
			const id = this.#pictures.get(picture.name);
			return id === undefined ? [] : [{ id, type: 'image', target: pathOf(picture, at) }];
		});
		return [...links, ...pictures];
	}
}

/** The notes of a chapter as footnotes: each stands where it is first referred to. */
export class ChapterNotes {
	readonly #parts: DocxParts;
	readonly #rows: readonly BookRow[];
	readonly #groups: ReadonlyMap<string, NoteGroup>;
	readonly #all: readonly NoteGroup[];
	readonly #inBoth: boolean;
	readonly #written = new Set<string>();
	readonly #paragraphs: (group: NoteGroup, side: Side) => readonly NoteParagraph[];

	constructor(
		parts: DocxParts,
		rows: readonly BookRow[],
		paragraphs: (group: NoteGroup, side: Side) => readonly NoteParagraph[],
		inBoth: boolean
	) {
		this.#inBoth = inBoth;
		this.#parts = parts;
		this.#rows = rows;
		this.#all = noteGroups(rows);
		this.#groups = new Map(this.#all.toReversed().map((group) => [group.marker, group]));
		this.#paragraphs = paragraphs;
	}

	/** Returns what writing one side needs. A note in both languages is referred to in the original. */
	context(side: Side, lang: string): RunContext {
		return {
			link: this.#parts.link,
			reference: (marker) => {
				if (this.#inBoth && side === 'translation') return null;
				const group = this.#groups.get(marker);
				if (!group || this.#written.has(keyOf(group, side))) return null;
				const paragraphs = this.#paragraphs(group, side);
				if (paragraphs.length === 0) return null;
				this.#written.add(keyOf(group, side));
				return this.#parts.note(paragraphs, lang);
			}
		};
	}

	/**
	 * Returns the rows with notes that nothing has referred to, and the sides left. From then on no
	 * reference writes a note: a note below the text may refer to itself, or to another one there.
	 */
	left(
		sides: readonly Side[]
	): readonly { readonly at: number; readonly sides: readonly Side[] }[] {
		const isLeft = (group: NoteGroup, side: Side) =>
			!this.#written.has(keyOf(group, this.#inBoth ? 'original' : side));
		const left = this.#all.flatMap((group) =>
			group.rows.flatMap((at) => {
				const row = this.#rows[at];
				const here = sides.filter(
					(side) => isLeft(group, side) && row && paragraphsOf(row, side).length > 0
				);
				return here.length > 0 ? [{ at, sides: here }] : [];
			})
		);
		for (const group of this.#all) for (const side of sides) this.#written.add(keyOf(group, side));
		return left;
	}
}

const keyOf = ({ number }: NoteGroup, side: Side): string => `${number} ${side}`;
