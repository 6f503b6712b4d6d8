/**
 * Writes XLIFF 1.2 (http://docs.oasis-open.org/xliff/v1.2/os/), strict, for tools that
 * need it; `xliff12Reader.ts` reads it. A unit of the translation is a `<trans-unit>`.
 *
 * - Author, corrector and reviewer are phases (`contact-name`, `date`): the target’s phase is the
 *   translation, or the correction of a draft’s words; the trans-unit’s is the review. `state`: `signed-off` and approved for a reviewed unit,
 *   `needs-review-translation` for drafts and machine translations, else `translated`.
 * - Marks are `<bpt>`, `<ept>` and `<ph>` with their Markdown inside.
 * - 1.2 has no metadata, and its strict schema forbids other namespaces. Data without an element of
 *   its own (origin, model, sentence spans …) is in contexts `x-…` for information. Sentence spans
 *   are restored only if the text has not changed.
 *
 * Law (`formats.test.ts`): reading a written file returns every unit, to the byte.
 */
import { coder, withoutLoneWhitespace } from './codes';
import type { ExchangeDocument, ExchangeUnit } from './document';
import { unitMetadataEntries } from './metadata';
import { writeCodes, type Dialect } from './paired';
import { escapeText, element, nested, xmlFile } from './xml';

const namespace = 'urn:oasis:names:tc:xliff:document:1.2';

export const dialect: Dialect = {
	open: (id, kind) => ({ id, rid: id, ctype: ctypes[kind] }),
	close: (id) => ({ id, rid: id }),
	single: (id, kind) => ({ id, ctype: ctypes[kind] }),
	pairedBy: ['rid', 'id'],
	typedBy: 'ctype'
};

const ctypes = {
	emphasis: 'italic',
	strong: 'bold',
	link: 'link',
	reference: 'x-footnote',
	line: 'lb',
	break: 'lb'
} as const;

export interface Phase {
	readonly name: string;
	readonly process: 'translation' | 'postediting' | 'review';
	readonly contact: string;
	readonly date: string;
}

export function writeXliff12(document: ExchangeDocument): string {
	const { article, original, translated, units } = document;
	const phases = phasesOf(units);
	const [source, target] = [original.lang, translated.lang];
	const written = units.map((unit) => writtenUnit(unit, source, target, phases));
	const languages = { 'source-language': source, 'target-language': target };
	const file = nested(
		'file',
		{
			original: article ?? 'translation',
			...languages,
			datatype: 'plaintext',
			'tool-id': 'jamsides'
		},
		[header(phases), nested('body', {}, written)]
	);
	return xmlFile(nested('xliff', { xmlns: namespace, version: '1.2' }, [file]));
}

function header(phases: readonly Phase[]): string {
	const written = phases.map(({ name, process, contact, date }) =>
		element('phase', {
			...{ 'phase-name': name, 'process-name': process },
			...{ date: `${date}T00:00:00Z`, 'contact-name': contact }
		})
	);
	const tool = element('tool', { 'tool-id': 'jamsides', 'tool-name': 'Jämsides' });
	const group = phases.length > 0 ? [nested('phase-group', {}, written)] : [];
	return nested('header', {}, [...group, tool]);
}

/** Returns a phase for each contributor and each reviewer, without duplicates. */
function phasesOf(units: readonly ExchangeUnit[]): readonly Phase[] {
	const found = units.flatMap(({ by, correction, review }) => [
		...(by ? [{ process: 'translation' as const, contact: by.name, date: by.date }] : []),
		...(correction
			? [{ process: 'postediting' as const, contact: correction.by, date: correction.date }]
			: []),
		...(review ? [{ process: 'review' as const, contact: review.by, date: review.date }] : [])
	]);
	const distinct = [...new Map(found.map((phase) => [JSON.stringify(phase), phase])).values()];
	return distinct.map((phase, at) => ({ name: `${phase.process}-${at + 1}`, ...phase }));
}

const phaseName = (
	phases: readonly Phase[],
	process: Phase['process'],
	who: { readonly contact: string; readonly date: string } | null
): string | null =>
	phases.find(
		(phase) =>
			phase.process === process && phase.contact === who?.contact && phase.date === who.date
	)?.name ?? null;

function writtenUnit(
	unit: ExchangeUnit,
	source: string,
	target: string,
	phases: readonly Phase[]
): string {
	const { id, by, correction, review, note, original, text } = unit;
	const code = coder();
	const reviewed = review && { contact: review.by, date: review.date };
	const translator = by && { contact: by.name, date: by.date };
	const corrector = correction && { contact: correction.by, date: correction.date };
	const content = (name: string, lang: string, paragraphs: readonly string[], more = {}) =>
		element(
			name,
			{ 'xml:lang': lang, ...more },
			writeCodes(withoutLoneWhitespace(code(paragraphs)), dialect)
		);
	const contexts = unitMetadataEntries(unit).map(([key, value]) =>
		element('context', { 'context-type': `x-${key}` }, escapeText(value))
	);
	const phase = {
		'phase-name': corrector
			? phaseName(phases, 'postediting', corrector)
			: phaseName(phases, 'translation', translator)
	};
	const identity = { id, approved: review ? 'yes' : 'no', 'xml:space': 'preserve' };
	const inPhase = { 'phase-name': phaseName(phases, 'review', reviewed) };
	return nested('trans-unit', { ...identity, ...inPhase }, [
		content('source', source, original ?? []),
		...(text.length > 0 ? [content('target', target, text, { ...status(unit), ...phase })] : []),
		...(contexts.length > 0 ? [nested('context-group', { purpose: 'information' }, contexts)] : []),
		...(note === null ? [] : [element('note', { annotates: 'target' }, escapeText(note))])
	]);
}

function status({ by, correction, review }: ExchangeUnit): object {
	if (review) return { state: 'signed-off' };
	return by && by.origin !== 'human' && !correction
		? { state: 'needs-review-translation', 'state-qualifier': 'mt-suggestion' }
		: { state: 'translated' };
}
