/**
 * Reads XLIFF 2.0 to 2.2; `xliff2.ts` describes the mapping, `xliff2Claims.ts` what a file says of
 * the state and the origin of a translation.
 */
import type { Lang } from '../../text/article';
import { lineBreak } from '../../text/lineBreaks';
import { breakData, type CodeEvent } from './codes';
import { ownUnit, states, type ExchangeUnit, type UnitState } from './document';
import { unindented } from './indentation';
import { its, itsClaim, readProvenance } from './its';
import type { MachineClaim } from './machine';
import { unitMetadataOf, type UnitMetadata } from './metadata';
import { joinLines, oneNote } from './normal';
import { documentOf, langOf, type FormatReader, type ReadOptions } from './reader';
import { isDraft, pairedUnit, unlessSent } from './segmentPairs';
import { spansAfter } from './segments';
import { shownParagraphEnd } from './xliff2';
import { stateIn2, type FileClaims, type FileRecords } from './xliff2Claims';
import { childrenOf, textOf, type XmlElement } from './xml';

export function xliff2Reader(root: XmlElement, options: ReadOptions): FormatReader {
	const units: ExchangeUnit[] = [];
	const target = langOf(root.attributes.get('trgLang')) ?? options.target ?? null;
	const records: FileRecords = new Map();
	let claim: MachineClaim | null = null;
	let article: string | null = null;
	return {
		open({ name, attributes }) {
			readProvenance(name, attributes, records);
			if (name === 'file') claim = itsClaim(attributes, records);
			if (name === 'file') article ??= attributes.get('original') ?? attributes.get('id') ?? null;
			return null;
		},
		take(unit) {
			if (unit.name !== 'unit') return null;
			const id = unit.attributes.get('id');
			if (id === undefined)
				return { kind: 'invalid', place: `line ${unit.line}`, message: 'a unit without id' };
			units.push(readUnit(unit, id, target ?? 'und', { records, claim }));
			return null;
		},
		end: () => documentOf(article, langOf(root.attributes.get('srcLang')), target, units)
	};
}

function readUnit(unit: XmlElement, id: string, lang: Lang, file: FileClaims): ExchangeUnit {
	const told = unitMetadataOf(metaOf(unit));
	const data = new Map(
		childrenOf(unit, 'originalData')
			.flatMap((all) => childrenOf(all, 'data'))
			.map((one) => [one.attributes.get('id') ?? '', textOf(one)] as const)
	);
	const parts = unit.children.filter(
		(child): child is XmlElement =>
			typeof child !== 'string' && (child.name === 'segment' || child.name === 'ignorable')
	);
	const pieces = inOrder(
		parts.map((part, at) => ({
			kind: part.name === 'segment' ? ('segment' as const) : ('ignorable' as const),
			order: Number(childrenOf(part, 'target')[0]?.attributes.get('order') ?? at + 1),
			events: marked(part, at, targetOf(part, data))
		}))
	);
	const isTranslated = parts.some((part) => childrenOf(part, 'target').length > 0);
	const stateOf = stateIn2(unit, parts, file);
	const paired = pairedUnit(
		parts.flatMap((part, at) => marked(part, at, sideOf(part, 'source', data))),
		isTranslated ? pieces.flatMap(({ events }) => events) : [],
		(segment) => unlessSent(stateOf(segment), told.base)
	);
	const { original, text, segments, machine, untranslated } = paired;
	const { shape, base, by, correction } = told;
	return {
		...{ id, shape, by, correction, base, review: base && told.review },
		source: told.source,
		original: original.length > 0 ? told.exactOriginal(original) : null,
		text: told.exactText(text),
		changer: changerOf(unit, told),
		note: noteOf(unit),
		spans: spansAfter(told, text, pieces, lang),
		state: unitState(parts),
		...{ ...ownUnit, untranslated },
		machine: isDraft(by) ? null : machine,
		...(base ? {} : { segments })
	};
}

/** Sorts the parts of a target by `order`, which counts segments and ignorables from 1. */
const inOrder = <Part extends { readonly order: number }>(
	parts: readonly Part[]
): readonly Part[] => parts.toSorted((a, b) => a.order - b.order);

/** Marks the ends of a segment, if it has any words. */
const marked = (
	{ name }: XmlElement,
	at: number,
	events: readonly CodeEvent[]
): readonly CodeEvent[] =>
	name === 'segment' && events.length > 0
		? [
				{ type: 'segment', id: String(at), edge: 'start' },
				...events,
				{ type: 'segment', id: String(at), edge: 'end' }
			]
		: events;

function metaOf(unit: XmlElement): ReadonlyMap<string, string> {
	const groups = childrenOf(unit, 'metadata').flatMap((all) => childrenOf(all, 'metaGroup'));
	return new Map(
		groups
			.filter(({ attributes }) => attributes.get('category') === 'jamsides')
			.flatMap((group) => childrenOf(group, 'meta'))
			.map((meta) => [meta.attributes.get('type') ?? '', textOf(meta)] as const)
	);
}

function noteOf(unit: XmlElement): string | null {
	const notes = childrenOf(unit, 'notes').flatMap((all) => childrenOf(all, 'note'));
	return oneNote(notes.map(textOf));
}

/**
 * Returns the named translator, if it is not the author at export, else a reviser who was not named
 * at export.
 */
function changerOf({ attributes }: XmlElement, told: UnitMetadata): ExchangeUnit['changer'] {
	const { by, correction, review } = told;
	const name = joinLines(attributes.get(`${its} person`) ?? '');
	if (name === '' || (by?.origin === 'human' && by.name === name)) {
		const reviser = joinLines(attributes.get(`${its} revPerson`) ?? '');
		const isNew = reviser !== '' && ![correction?.by, review?.by].includes(reviser);
		return isNew && by ? { name: reviser, date: null, certain: true } : null;
	}
	// If a tool dropped the metadata, the name may be the exported one, of a person or of the
	// draft’s tool.
	return { name, date: null, certain: by !== null || attributes.has(`${its} tool`) };
}

/** Returns the earliest state of the unit’s segments. */
function unitState(parts: readonly XmlElement[]): UnitState {
	const all = parts
		.filter(({ name }) => name === 'segment')
		.map(({ attributes }) => states.findIndex((state) => state === attributes.get('state')));
	return states[Math.max(0, Math.min(...all))] ?? 'initial';
}

/** Returns the target of a part. An ignorable without a target is the same in both languages. */
const targetOf = (part: XmlElement, data: ReadonlyMap<string, string>): readonly CodeEvent[] =>
	part.name === 'ignorable' && childrenOf(part, 'target').length === 0
		? sideOf(part, 'source', data)
		: sideOf(part, 'target', data);

const sideOf = (
	part: XmlElement,
	side: 'source' | 'target',
	data: ReadonlyMap<string, string>
): readonly CodeEvent[] =>
	childrenOf(part, side)
		.slice(0, 1)
		.flatMap((content) => eventsOf(content, data));

function eventsOf(content: XmlElement, data: ReadonlyMap<string, string>): readonly CodeEvent[] {
	return unindented(content).flatMap((child): readonly CodeEvent[] => {
		if (typeof child === 'string') return [{ type: 'text', text: child }];
		const get = (name: string) => child.attributes.get(name);
		const mark = (ref: string, disp: string): string =>
			data.get(get(ref) ?? '') ??
			(get(disp) === shownParagraphEnd ? breakData : undefined) ??
			marksByType[get('subType') ?? ''] ??
			bareAmpersands(get(disp) ?? '');
		const id = get('startRef') ?? get('id') ?? '';
		switch (child.name) {
			case 'pc':
				return [
					{ type: 'open', id, data: mark('dataRefStart', 'dispStart') },
					...eventsOf(child, data),
					{ type: 'close', id, data: mark('dataRefEnd', 'dispEnd') }
				];
			case 'sc':
				return [{ type: 'open', id, data: mark('dataRef', 'disp') }];
			case 'ec':
				return [{ type: 'close', id, data: mark('dataRef', 'disp') }];
			case 'ph':
				return [{ type: 'single', data: mark('dataRef', 'disp') }];
			case 'cp':
				return [];
			default:
				return eventsOf(child, data);
		}
	});
}

/** The Markdown of the standard’s own code names, for codes without data. */
const marksByType: Readonly<Record<string, string>> = {
	'xlf:i': '*',
	'xlf:b': '**',
	'xlf:lb': lineBreak
};

/** Reverses `escapedAmpersands` in `xliff2.ts`. */
const bareAmpersands = (text: string): string => text.replaceAll('&amp;', '&');
