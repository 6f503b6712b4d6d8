/**
 * What XLIFF 1.1 and 1.2 say of the state and the origin of a translation: the standard’s own
 * attributes and proposals (`<alt-trans>`), ITS, and the extensions of Trados, memoQ and Phrase.
 */
import { kept } from '../keptWords';
import { paragraphsOf } from './codes';
import { itsClaim, recordsIn, type ItsRecords } from './its';
import { doubted, machine, ofProperty, ofTool, strongest, type MachineClaim } from './machine';
import { readCodes } from './paired';
import type { SegmentState } from './segmentPairs';
import type { Said } from './untranslated';
import { dialect } from './xliff12';
import { childrenOf, descendantsOf, textOf, type XmlElement } from './xml';

/** What a `<file>` says of all its units. */
export interface FileFacts {
	/** The tool that wrote the file, by name or id. */
	readonly tool: string | undefined;
	/** The names of tools by their id. */
	readonly tools: ReadonlyMap<string, string>;
	readonly records: ItsRecords;
	/** What its own attributes say. */
	readonly claim: MachineClaim | null;
}

interface UnitFacts extends FileFacts {
	/** The process and the tool of each of the unit’s phases, in words. */
	readonly phases: readonly string[];
}

/** Returns what the file says of a unit’s segments, by their `mid`; of the unit, for null. */
export function stateIn12(unit: XmlElement, file: UnitFacts): (mid: string | null) => SegmentState {
	const [target] = childrenOf(unit, 'target');
	const records = new Map([...file.records, ...recordsIn(unit)]);
	const trados = new Map(
		descendantsOf(unit, 'seg').map((seg) => [seg.attributes.get('id') ?? '', seg] as const)
	);
	const said = saidOf(unit, target);
	const ofUnit = strongest([
		...[unit, target].flatMap((one) => (one ? qualified(one, records) : [])),
		...file.phases.map(ofTool),
		file.claim,
		ofTool(toolName(file.tool, file)),
		...propertiesOf(unit).map(([key, value]) => ofProperty(key, value))
	]);
	const marks = target ? descendantsOf(target, 'mrk') : [];
	return (mid) => {
		const seg = mid === null ? undefined : trados.get(mid);
		const inside = marks.filter(({ attributes }) => mid === null || attributes.get('mid') === mid);
		return {
			said: () => (seg ? (saidBySeg(seg) ?? said) : said),
			machine: (text) =>
				strongest([
					ofUnit,
					...inside.flatMap((mark) => qualified(mark, records)),
					seg ? ofSeg(seg) : null,
					...proposalsFor(unit, mid).map((one) => ofProposal(one, text, file, records))
				])
		};
	};
}

const untranslatedStates = new Set(['new', 'needs-translation', 'NotStarted']);
const translatedStates =
	/^(?:translated|final|signed-off|ManuallyConfirmed|ConfirmedTranslator|Proofread|Reviewer\d*Confirmed|TranslatorConfirmed)$/;

function saidOf(unit: XmlElement, target: XmlElement | undefined): Said {
	if (unit.attributes.get('translate') === 'no') return 'untranslated';
	const states = [target?.attributes.get('state'), foreign(unit, 'status')];
	if (states.some((state) => state !== undefined && untranslatedStates.has(state)))
		return 'untranslated';
	const approved = unit.attributes.get('approved') === 'yes';
	const confirmed = /^[1-9]/.test(foreign(unit, 'confirmed') ?? '');
	return approved || confirmed || states.some((state) => translatedStates.test(state ?? ''))
		? 'translated'
		: null;
}

/** Judges Trados’s `conf` of a segment, which it writes once somebody has worked on it. */
function saidBySeg({ attributes }: XmlElement): Said {
	const [conf, origin] = [attributes.get('conf'), attributes.get('origin')];
	if (origin === 'source') return 'untranslated';
	return conf === undefined || conf === 'Unspecified' || conf === 'Draft' ? null : 'translated';
}

/** Judges Trados’s origin of a segment. What a person made of a machine’s words is asked about. */
function ofSeg(seg: XmlElement): MachineClaim | null {
	const origin = (element: XmlElement): MachineClaim | null => {
		const system = element.attributes.get('origin-system') ?? '';
		const said = ofTool(element.attributes.get('origin'));
		return said && system !== '' ? { ...machine(system), certain: said.certain } : said;
	};
	const values = childrenOf(seg, 'value').map((value) =>
		ofProperty(value.attributes.get('key') ?? '', textOf(value))
	);
	return strongest([
		origin(seg),
		...values,
		...childrenOf(seg, 'prev-origin').map((before) => doubted(origin(before)))
	]);
}

/** Judges the attributes that say where the words of one element come from. */
const qualified = (element: XmlElement, records: ItsRecords): readonly (MachineClaim | null)[] => [
	ofTool(element.attributes.get('state-qualifier')),
	ofTool(foreign(element, 'trans-origin')),
	ofTool(foreign(element, 'status')),
	itsClaim(element.attributes, records)
];

/** Properties of 1.1 (`<prop>`), contexts of 1.2 and metadata that tools add. */
const propertiesOf = (unit: XmlElement): readonly (readonly [string, string])[] =>
	[
		...childrenOf(unit, 'prop-group').flatMap((group) => childrenOf(group, 'prop')),
		...childrenOf(unit, 'context-group').flatMap((group) => childrenOf(group, 'context')),
		...descendantsOf(unit, 'meta')
	].map((one) => [
		['prop-type', 'context-type', 'type', 'key']
			.flatMap((key) => one.attributes.get(key) ?? [])
			.join(''),
		textOf(one)
	]);

/** Returns the proposals for a segment, or for the whole unit; not those that were turned down. */
const proposalsFor = (unit: XmlElement, mid: string | null): readonly XmlElement[] =>
	childrenOf(unit, 'alt-trans').filter(({ attributes }) => {
		const of = attributes.get('mid');
		return (
			!/rejected|previous/.test(attributes.get('alttranstype') ?? '') &&
			(mid === null || of === undefined || of === mid)
		);
	});

/**
 * Judges a proposal: the words are a machine’s if they are those it proposed, and to be asked about
 * if they keep much of them.
 */
function ofProposal(
	proposal: XmlElement,
	text: readonly string[],
	file: FileFacts,
	records: ItsRecords
): MachineClaim | null {
	const { attributes } = proposal;
	const tool = attributes.get('tool-id') ?? attributes.get('tool');
	const claim = strongest([
		...['origin', 'extype', 'state-qualifier'].map((key) => ofTool(attributes.get(key))),
		ofTool(toolName(tool, file)),
		...[proposal, ...childrenOf(proposal, 'target')].flatMap((one) => qualified(one, records))
	]);
	const [target] = childrenOf(proposal, 'target');
	if (!claim || !target) return null;
	const proposed = paragraphsOf(readCodes(target, dialect));
	if (proposed.join('\n') === text.join('\n')) return claim;
	return kept(proposed, text).share >= keptShare ? doubted(claim) : null;
}

/** The share of a proposal’s words from which on a text may be its correction. */
const keptShare = 0.5;

const toolName = (tool: string | undefined, { tools }: FileFacts): string | undefined =>
	tool === undefined ? undefined : `${tool} ${tools.get(tool) ?? ''}`.trim();

/** Returns an attribute of any other namespace, by its local name. */
function foreign({ attributes }: XmlElement, name: string): string | undefined {
	for (const [key, value] of attributes) if (key.endsWith(` ${name}`)) return value;
	return undefined;
}
