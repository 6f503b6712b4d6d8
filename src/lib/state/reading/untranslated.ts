/** Paragraphs without a translation: a run of them says so once, at its first. */
import type { Row } from '../../core/translation/row';
import { isUntranslated } from '../../core/translation/untranslated';
import type { T } from '../../i18n';

/** `text`: at the first paragraph of a run what the page says there; empty at the others. */
export interface Untranslated {
	readonly text: string;
	/** Number of rows in the run, those without words among them. */
	readonly of: number;
}

/** Whether no paragraph of a text has a translation: the page says so once, in its head. */
export const isBare = (rows: readonly Row[]): boolean =>
	rows.some(isUntranslated) && rows.every(({ shown }) => shown.kind === 'missing');

/**
 * Returns for each row what it says of having no translation; null where it has one, or no words. A
 * run that a person’s or a draft’s translation passes over is not in that translation; any other
 * has none yet.
 */
export function untranslated(rows: readonly Row[], t: T): readonly (Untranslated | null)[] {
	const bare = isBare(rows);
	const passed = rows.some(({ shown }) => shown.kind === 'translated' && isOfTranslator(shown));
	const said: (Untranslated | null)[] = rows.map(() => null);
	for (let at = 0; at < rows.length; at++) {
		const { count, of } = runAt(rows, at);
		if (of === 0) continue;
		const text = bare ? '' : t(`reading.row.${passed ? 'omitted' : 'untranslated'}`, { count });
		let first = true;
		for (let nth = at; nth < at + of; nth++) {
			const row = rows[nth];
			if (!row || !isUntranslated(row)) continue;
			said[nth] = { text: first ? text : '', of };
			first = false;
		}
		at += of - 1;
	}
	return said;
}

/**
 * Counts the paragraphs, and the rows, of the run that begins at a row. Rows without words are in a
 * run where they stand between its paragraphs.
 */
function runAt(rows: readonly Row[], at: number): { readonly count: number; readonly of: number } {
	let [count, of] = [0, 0];
	for (let next = at; rows[next]?.shown.kind === 'missing'; next++) {
		const row = rows[next];
		if (row && isUntranslated(row)) [count, of] = [count + 1, next - at + 1];
		else if (count === 0) break;
	}
	return { count, of };
}

const isOfTranslator = ({ own, by }: Extract<Row['shown'], { kind: 'translated' }>): boolean =>
	!own && by.origin !== 'machine';
