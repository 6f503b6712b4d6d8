/**
 * Reads XLIFF 1.1 and 1.2, and what tools add to them: `xliff12.ts` describes the mapping,
 * `xliff12Claims.ts` what a file says of the state and the origin of a translation.
 */
import type { ExchangeUnit, UnitState } from './document';
import { ownUnit } from './document';
import { itsClaim, readProvenance } from './its';
import { unitMetadataOf, type UnitMetadata } from './metadata';
import { joinLines, oneNote } from './normal';
import { readCodes } from './paired';
import { documentOf, langOf, UnitsByLanguage, type FormatReader, type ReadOptions } from './reader';
import { isDraft, pairedUnit, unlessSent } from './segmentPairs';
import { spansAfter } from './segments';
import { dialect, type Phase } from './xliff12';
import { stateIn12, type FileFacts } from './xliff12Claims';
import { childrenOf, textOf, xmlNamespace, type XmlElement } from './xml';

/** A phase with the words that name its process, and its tool’s name or id. */
type ReadPhase = Phase & { readonly said: string; readonly tool: string };

interface File extends FileFacts {
	readonly source: string | null;
	readonly target: string | null;
	readonly phases: Map<string, ReadPhase>;
	readonly tools: Map<string, string>;
	readonly records: Map<string, XmlElement['attributes'][]>;
}

export function xliff12Reader(options: ReadOptions): FormatReader {
	const units = new UnitsByLanguage(options);
	let article: string | null = null;
	let file = fileOf(new Map());
	return {
		open({ name, attributes }) {
			switch (name) {
				case 'file':
					article ??= attributes.get('original') ?? null;
					file = fileOf(attributes);
					return null;
				case 'phase':
					readPhase(attributes, file.phases);
					return null;
				case 'tool':
					file.tools.set(attributes.get('tool-id') ?? '', attributes.get('tool-name') ?? '');
					return null;
				default:
					readProvenance(name, attributes, file.records);
					return null;
			}
		},
		take(unit) {
			if (unit.name !== 'trans-unit') return null;
			const id = unit.attributes.get('id');
			if (id === undefined)
				return { kind: 'invalid', place: `line ${unit.line}`, message: 'a trans-unit without id' };
			const [target] = childrenOf(unit, 'target');
			const lang = file.target ?? langOf(target?.attributes.get(`${xmlNamespace} lang`));
			units.add(readUnit(unit, id, file), file.source, lang);
			return null;
		},
		end() {
			const { source, target, chosen, others } = units.chosen();
			return documentOf(article, source, target, chosen, others);
		}
	};
}

const fileOf = (attributes: XmlElement['attributes']): File => ({
	source: langOf(attributes.get('source-language')),
	target: langOf(attributes.get('target-language')),
	phases: new Map(),
	tools: new Map(),
	records: new Map(),
	tool: attributes.get('tool-id') ?? attributes.get('tool'),
	claim: itsClaim(attributes, new Map())
});

function readPhase(attributes: XmlElement['attributes'], phases: Map<string, ReadPhase>): void {
	const get = (key: string) => attributes.get(key) ?? '';
	const name = get('phase-name');
	const said = get('process-name');
	const process = /review|proof|approv/i.test(said)
		? 'review'
		: /post-?edit/i.test(said)
			? 'postediting'
			: 'translation';
	phases.set(name, {
		name,
		process,
		contact: joinLines(get('contact-name')),
		date: get('date').slice(0, 10),
		...{ said, tool: attributes.get('tool-id') ?? attributes.get('tool') ?? '' }
	});
}

function readUnit(unit: XmlElement, id: string, file: File): ExchangeUnit {
	const [target] = childrenOf(unit, 'target');
	const told = unitMetadataOf(contextsOf(unit));
	const side = (content: XmlElement | undefined) => (content ? readCodes(content, dialect) : []);
	const [source, segmented] = [childrenOf(unit, 'source')[0], childrenOf(unit, 'seg-source')[0]];
	const named = [target, unit].flatMap(
		(one) => file.phases.get(one?.attributes.get('phase-name') ?? '') ?? []
	);
	const stateOf = stateIn12(unit, {
		...file,
		phases: named.map(({ said, tool }) => [said, tool, file.tools.get(tool)].join(' '))
	});
	const cut = side(segmented);
	const isCut = cut.some(({ type }) => type === 'segment');
	const paired = pairedUnit(isCut ? cut : side(source), side(target), (segment) => {
		return unlessSent(stateOf(segment), told.base);
	});
	const original = paired.original;
	const { text, segments, machine, untranslated } = paired;
	const { shape, base, by, correction } = told;
	return {
		...{ id, shape, by, correction, base },
		source: told.source,
		original: original.length > 0 ? told.exactOriginal(original) : null,
		text: told.exactText(text),
		changer: changerOf(named, told),
		review: base && reviewOf(named, told),
		note: noteOf(unit),
		spans: spansAfter(told, text),
		state: unitState(unit, target, text),
		...{ ...ownUnit, untranslated },
		machine: isDraft(by) ? null : machine,
		...(base ? {} : { segments })
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

/**
 * Returns the contact of a phase of translation or correction other than the exported ones; null
 * without one.
 */
function changerOf(named: readonly Phase[], told: UnitMetadata): ExchangeUnit['changer'] {
	const { by, correction } = told;
	const sent = [by && { by: by.name, date: by.date }, correction];
	const phase = named.find(
		({ process, contact, date }) =>
			process !== 'review' &&
			contact !== '' &&
			!sent.some((one) => one?.by === contact && one.date === date)
	);
	if (!phase) return null;
	// Without the contexts this phase cannot be told from the exported one.
	return { name: phase.contact, date: dayOf(phase.date), certain: by !== null };
}

/** Returns a review only if it has both a reviewer and a date. */
function reviewOf(named: readonly Phase[], { review }: UnitMetadata): ExchangeUnit['review'] {
	const phase = named.find(({ process, contact }) => process === 'review' && contact !== '');
	const date = dayOf(phase?.date ?? '');
	return phase && date !== null ? { by: phase.contact, date } : review;
}

const dayOf = (text: string): string | null => (/^\d{4}-[01]\d-[0-3]\d$/.test(text) ? text : null);

function unitState(
	unit: XmlElement,
	target: XmlElement | undefined,
	text: readonly string[]
): UnitState {
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
