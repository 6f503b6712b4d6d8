/**
 * Takes title, authors and date from the paragraphs that begin a document and have these styles.
 * Further down a title is a heading: some writers give it to every chapter.
 */
import { findDate } from '../../import/dates';
import type { BookMetadata } from '../book';
import type { FlowShape } from '../flow';
import { flowWords } from '../flowWords';
import { sceneBreak } from '../../text/sceneBreak';
import { frontReasons, type ParagraphRole } from './paragraphRole';
import type { StoryWriter } from './storyWriter';

export class TitlePage {
	readonly #titles: string[] = [];
	readonly #authors: string[] = [];
	#issued: string | null = null;
	#isOver = false;
	/** Whether the last paragraph was a title: the next one may be its second line. */
	#isInTitle = false;

	/** Ends a paragraph of a role, or one of a shape where it has none. */
	end(story: StoryWriter, role: ParagraphRole | null, shape: FlowShape): void {
		if (role?.kind === 'rule' && !story.hasWords) {
			story.text(sceneBreak);
			return story.end(shape);
		}
		if (role?.kind === 'contents') return story.end({ kind: 'paragraph' }, 'contents');
		if (role === null || !isFrontRole(role.kind)) {
			this.#isOver ||= story.hasWords;
			return story.end(role?.kind === 'heading' ? role : (plainShape(role) ?? shape));
		}
		// A second title, apart from the first, is a chapter’s.
		this.#isOver ||= role.kind === 'title' && this.#titles.length > 0 && !this.#isInTitle;
		if (this.#isOver)
			return story.end(role.kind === 'title' ? { kind: 'heading', level: 1 } : shape);
		const hasWords = story.hasWords;
		story.end({ kind: 'paragraph' }, frontReasons[role.kind]);
		if (!hasWords) return;
		this.#isInTitle = role.kind === 'title';
		this.#take(role.kind, flowWords(story.last?.inline ?? []));
	}

	#take(kind: keyof typeof frontReasons, words: string): void {
		if (kind === 'title') this.#titles.push(words);
		if (kind === 'author') this.#authors.push(...authorsOf(words));
		if (kind === 'date') this.#issued ??= findDate(words)?.issued ?? yearOf(words);
	}

	/** What the document’s properties say, and above it what its first page says. */
	over(properties: Partial<BookMetadata>): Partial<BookMetadata> {
		return {
			...properties,
			...(this.#titles.length > 0 && { title: this.#titles.join(' ') }),
			...(this.#authors.length > 0 && { authors: this.#authors }),
			...(this.#issued !== null && { issued: this.#issued })
		};
	}
}

const isFrontRole = (kind: ParagraphRole['kind']): kind is keyof typeof frontReasons =>
	kind in frontReasons;

const plainShape = (role: ParagraphRole | null): FlowShape | null =>
	role?.kind === 'quote' || role?.kind === 'caption' ? { kind: role.kind } : null;

const yearOf = (words: string): string | null => /^(?:1[5-9]|20)\d\d$/.exec(words)?.[0] ?? null;

/** Returns the names of a list that semicolons part. */
export const authorsOf = (names: string): readonly string[] =>
	names
		.split(';')
		.map((name) => name.trim())
		.filter((name) => name !== '');
