/**
 * What XLIFF 2 says of the state and the origin of a translation: `state` and `subState`, the
 * modules for matches, metadata and ITS, and attributes that tools add.
 */
import { kept } from '../keptWords';
import { itsClaim, recordsIn, type ItsRecords } from './its';
import { doubted, ofProperty, ofTool, strongest, type MachineClaim } from './machine';
import type { SegmentState } from './segmentPairs';
import type { Said } from './untranslated';
import { childrenOf, descendantsOf, textOf, type XmlElement } from './xml';

export type FileRecords = Map<string, XmlElement['attributes'][]>;

/** What a `<file>` says of all its units. */
export interface FileClaims {
	readonly records: ItsRecords;
	/** What its own attributes say. */
	readonly claim: MachineClaim | null;
}

/** Returns what the file says of a unit’s segments, by their number; of the unit, for null. */
export function stateIn2(
	unit: XmlElement,
	parts: readonly XmlElement[],
	file: FileClaims
): (segment: string | null) => SegmentState {
	const records = new Map([...file.records, ...recordsIn(unit)]);
	const isFixed = unit.attributes.get('translate') === 'no';
	const ofUnit = strongest([
		file.claim,
		itsClaim(unit.attributes, records),
		...metadataOf(unit).map(([key, value]) => ofProperty(key, value))
	]);
	const matches = childrenOf(unit, 'matches').flatMap((all) => childrenOf(all, 'match'));
	return (segment) => {
		const chosen = segment === null ? parts : parts.filter((_, at) => String(at) === segment);
		return {
			said: () => (isFixed ? 'untranslated' : saidOf(chosen)),
			machine: (text) =>
				strongest([
					ofUnit,
					...chosen.flatMap((part) => ofSegment(part, records)),
					...matches
						.filter((match) => chosen.some((part) => isFor(match, part, chosen.length)))
						.map((match) => ofMatch(match, text, records))
				])
		};
	};
}

/** Judges the stated states. A segment that states none is at `initial`, and says nothing by it. */
function saidOf(parts: readonly XmlElement[]): Said {
	const states = parts.flatMap(({ attributes }) => attributes.get('state') ?? []);
	if (states.length === 0) return null;
	return states.every((state) => state === 'initial')
		? 'untranslated'
		: states.every((state) => state !== 'initial')
			? 'translated'
			: null;
}

function ofSegment(part: XmlElement, records: ItsRecords): readonly (MachineClaim | null)[] {
	const [target] = childrenOf(part, 'target');
	const marks = target ? [...descendantsOf(target, 'mrk'), ...descendantsOf(target, 'sm')] : [];
	return [
		ofTool(part.attributes.get('subState')),
		...[part, ...(target ? [target] : []), ...marks].map(({ attributes }) =>
			itsClaim(attributes, records)
		)
	];
}

/** Returns metadata of other tools: ours name the contributor. */
const metadataOf = (unit: XmlElement): readonly (readonly [string, string])[] =>
	descendantsOf(unit, 'metaGroup')
		.filter(({ attributes }) => attributes.get('category') !== 'jamsides')
		.flatMap((group) => childrenOf(group, 'meta'))
		.map((meta) => [meta.attributes.get('type') ?? '', textOf(meta)]);

/** Tells whether a match is for a segment: `ref` names it, or a mark in its source. */
function isFor(match: XmlElement, part: XmlElement, count: number): boolean {
	const ref = (match.attributes.get('ref') ?? '').replace(/^.*#/, '');
	const ids = [
		part,
		...childrenOf(part, 'source').flatMap((source) => descendantsOf(source, 'mrk'))
	];
	return count === 1 && ref === ''
		? true
		: ids.some(({ attributes }) => ref !== '' && attributes.get('id') === ref);
}

/**
 * Judges a proposal: the words are a machine’s if they are those it proposed, and to be asked about
 * if they keep much of them.
 */
function ofMatch(
	match: XmlElement,
	text: readonly string[],
	records: ItsRecords
): MachineClaim | null {
	const { attributes } = match;
	const [target] = childrenOf(match, 'target');
	const isMachines = attributes.get('type') === 'mt' || attributes.get('type') === 'am';
	const claim = strongest([
		...['origin', 'subType', ...(isMachines ? ['type'] : [])].map((key) =>
			ofTool(attributes.get(key))
		),
		...[match, ...(target ? [target] : [])].map((one) => itsClaim(one.attributes, records))
	]);
	if (!claim || !target) return null;
	const proposed = textOf(target).trim();
	if (proposed === text.join('\n')) return claim;
	return kept([proposed], text).share >= keptShare ? doubted(claim) : null;
}

/** The share of a proposal’s words from which on a text may be its correction. */
const keptShare = 0.5;
