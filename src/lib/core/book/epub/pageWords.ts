/** Writes the words of a page, without the marks that notes begin with. */
import type { FlowWriter, Marks } from '../flowWriter';
import { MarkEater } from './noteMarks';
import { shifted } from './raised';
import type { Setting } from './setting';

export class PageWords {
	readonly #writer: FlowWriter;
	/** Of the note that is being read. */
	#eater: MarkEater | null = null;

	constructor(writer: FlowWriter) {
		this.#writer = writer;
	}

	/** Reads a note, which may begin with its mark. */
	ofNote(mark: string, read: () => void): void {
		const outer = this.#eater;
		this.#eater = new MarkEater(mark);
		read();
		this.#eater = outer;
	}

	/** Says that a link from a note back to the text stood here. */
	wayBack(): void {
		this.#eater?.passed();
	}

	text(text: string, { marks, way, isPreformatted }: Setting): void {
		const own = this.#eater ? this.#eater.rest(text) : text;
		if (isPreformatted) return this.#lines(own, marks);
		this.#writer.text(way ? shifted(own, way) : own, marks);
	}

	/** Writes preformatted text: its lines, and their indents as no-break spaces. */
	#lines(text: string, marks: Marks): void {
		for (const [at, line] of text.split('\n').entries()) {
			if (at > 0) this.#writer.lineBreak();
			this.#writer.text(
				line
					.replace(/\t/g, '    ')
					.replace(/^ +| {2,}/g, (spaces) => '\u00a0'.repeat(spaces.length)),
				marks
			);
		}
	}
}
