/**
 * XLIFF 1.2 (http://docs.oasis-open.org/xliff/v1.2/os/), strict, for tools that want it. A unit of
 * the translation is a `<trans-unit>`.
 *
 * - Whose work and who reviewed it are phases (`contact-name`, `date`): the target’s phase is the
 *   translation, the trans-unit’s the review. `state`: `signed-off` and approved where somebody has
 *   reviewed it, `needs-review-translation` for drafts and machines, else `translated`.
 * - Marks are `<bpt>`, `<ept>` and `<ph>` with their Markdown in them.
 * - 1.2 has no metadata, and its strict schema no room for other namespaces: what has no place of
 *   its own (origin, model, sentence spans …) stands in contexts `x-…` for information. Sentence
 *   spans come back only with a text that has not changed.
 *
 * Law (`formats.test.ts`): reading what was written gives every unit back, to the byte.
 */
import type { Contributor } from '../unit';
import { coder, paragraphsOf } from './codes';
import type { ExchangeDocument, ExchangeUnit, State } from './document';
import { factsOf, said, type Said } from './facts';
import { oneLine, oneNote } from './normal';
import { readCodes, writtenCodes, type Dialect } from './paired';
import { documentOf, langOf, type FormatReader } from './reader';
import { spansAfter } from './segments';
import { characters, childrenOf, element, nested, textOf, xmlFile, type XmlElement } from './xml';

const namespace = 'urn:oasis:names:tc:xliff:document:1.2';

const dialect: Dialect = {
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
	break: 'lb'
} as const;

interface Phase {
	readonly name: string;
	readonly process: 'translation' | 'review';
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

/** Each contributor and each reviewer once. */
function phasesOf(units: readonly ExchangeUnit[]): readonly Phase[] {
	const found = units.flatMap(({ by, review }) => [
		...(by ? [{ process: 'translation' as const, contact: by.name, date: by.date }] : []),
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
	const { id, by, review, note, original, text } = unit;
	const code = coder();
	const reviewed = review && { contact: review.by, date: review.date };
	const translator = by && { contact: by.name, date: by.date };
	const content = (name: string, lang: string, paragraphs: readonly string[], more = {}) =>
		element(name, { 'xml:lang': lang, ...more }, writtenCodes(code(paragraphs), dialect));
	const contexts = factsOf(unit).map(([key, value]) =>
		element('context', { 'context-type': `x-${key}` }, characters(value))
	);
	const phase = { 'phase-name': phaseName(phases, 'translation', translator) };
	const identity = { id, approved: review ? 'yes' : 'no', 'xml:space': 'preserve' };
	const inPhase = { 'phase-name': phaseName(phases, 'review', reviewed) };
	return nested('trans-unit', { ...identity, ...inPhase }, [
		content('source', source, original ?? []),
		...(text.length > 0
			? [content('target', target, text, { ...status(by, review), ...phase })]
			: []),
		...(contexts.length > 0 ? [nested('context-group', { purpose: 'information' }, contexts)] : []),
		...(note === null ? [] : [element('note', { annotates: 'target' }, characters(note))])
	]);
}

function status(by: Contributor | null, review: ExchangeUnit['review']): object {
	if (review) return { state: 'signed-off' };
	return by && by.origin !== 'human'
		? { state: 'needs-review-translation', 'state-qualifier': 'mt-suggestion' }
		: { state: 'translated' };
}

export function xliff12Reader(): FormatReader {
	const units: ExchangeUnit[] = [];
	const phases = new Map<string, Phase>();
	let article: string | null = null;
	let source: string | null = null;
	let target: string | null = null;
	return {
		open({ name, attributes }) {
			if (name === 'phase') readPhase(attributes, phases);
			if (name !== 'file') return null;
			article ??= attributes.get('original') ?? null;
			source ??= langOf(attributes.get('source-language'));
			target ??= langOf(attributes.get('target-language'));
			return null;
		},
		take(unit) {
			if (unit.name !== 'trans-unit') return null;
			const id = unit.attributes.get('id');
			if (id === undefined)
				return { kind: 'invalid', place: `line ${unit.line}`, message: 'a trans-unit without id' };
			units.push(readUnit(unit, id, phases));
			return null;
		},
		end: () => documentOf(article, source, target, units)
	};
}

function readPhase(attributes: XmlElement['attributes'], phases: Map<string, Phase>): void {
	const get = (key: string) => attributes.get(key) ?? '';
	const name = get('phase-name');
	const process = /review|proof|approv/i.test(get('process-name')) ? 'review' : 'translation';
	phases.set(name, {
		name,
		process,
		contact: oneLine(get('contact-name')),
		date: get('date').slice(0, 10)
	});
}

function readUnit(unit: XmlElement, id: string, phases: ReadonlyMap<string, Phase>): ExchangeUnit {
	const [target] = childrenOf(unit, 'target');
	const told = said(contextsOf(unit));
	const side = (content: XmlElement | undefined) =>
		content ? paragraphsOf(readCodes(content, dialect)) : [];
	const source = side(childrenOf(unit, 'source')[0]);
	const text = side(target);
	const named = [target, unit].flatMap(
		(one) => phases.get(one?.attributes.get('phase-name') ?? '') ?? []
	);
	const { shape, base, by } = told;
	return {
		...{ id, shape, by, base },
		source: told.source,
		original: source.length > 0 ? told.exactOriginal(source) : null,
		text: told.exactText(text),
		changer: changerOf(named, told),
		review: base && reviewOf(named, told),
		note: noteOf(unit),
		spans: spansAfter(told, text),
		state: stateOf(unit, target, text)
	};
}

const contextsOf = (unit: XmlElement): ReadonlyMap<string, string> =>
	new Map(
		childrenOf(unit, 'context-group')
			.flatMap((group) => childrenOf(group, 'context'))
			.map((one) => [one.attributes.get('context-type')?.replace(/^x-/, '') ?? '', textOf(one)])
	);

function noteOf(unit: XmlElement): string | null {
	return oneNote(childrenOf(unit, 'note').map(textOf));
}

/** A phase of translation that is not the one that the unit was sent with. */
function changerOf(named: readonly Phase[], { by }: Said): ExchangeUnit['changer'] {
	const phase = named.find(({ process, contact }) => process === 'translation' && contact !== '');
	if (!phase || (by && phase.contact === by.name && phase.date === by.date)) return null;
	// Without the contexts nothing tells this phase from the one that was sent.
	return { name: phase.contact, date: dayOf(phase.date), certain: by !== null };
}

/** Both who and when, or nobody. */
function reviewOf(named: readonly Phase[], { review }: Said): ExchangeUnit['review'] {
	const phase = named.find(({ process, contact }) => process === 'review' && contact !== '');
	const date = dayOf(phase?.date ?? '');
	return phase && date !== null ? { by: phase.contact, date } : review;
}

const dayOf = (text: string): string | null => (/^\d{4}-[01]\d-[0-3]\d$/.test(text) ? text : null);

function stateOf(unit: XmlElement, target: XmlElement | undefined, text: readonly string[]): State {
	if (text.length === 0) return 'initial';
	const state = target?.attributes.get('state');
	if (state === 'final') return 'final';
	const approved = unit.attributes.get('approved') === 'yes' || state === 'signed-off';
	return approved
		? 'reviewed'
		: state === 'new' || state === 'needs-translation'
			? 'initial'
			: 'translated';
}
