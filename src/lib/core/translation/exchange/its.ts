/**
 * What ITS 2.0 says of a translation in XLIFF (https://www.w3.org/TR/its20/): provenance, on an
 * element or in records that it refers to, and the confidence of a machine.
 */
import { machine, ofProvenance, strongest, type MachineClaim } from './machine';
import type { XmlElement } from './xml';

export const its = 'http://www.w3.org/2005/11/its';

type AttributesRead = XmlElement['attributes'];

/** Records of provenance by the id of their list; the open list has the id ''. */
export type ItsRecords = ReadonlyMap<string, readonly AttributesRead[]>;

/** Reads the start tag of a list of records, or of a record in the list that was opened last. */
export function readProvenance(
	name: string,
	attributes: AttributesRead,
	records: Map<string, AttributesRead[]>
): void {
	if (name === 'provenanceRecords')
		records.set(
			attributes.get('http://www.w3.org/XML/1998/namespace id') ?? attributes.get('id') ?? '',
			[]
		);
	if (name === 'provenanceRecord') [...records.values()].at(-1)?.push(attributes);
}

/** Reads the records inside a unit. */
export function recordsIn(unit: XmlElement): ItsRecords {
	const found = new Map<string, AttributesRead[]>();
	const read = (element: XmlElement): void => {
		readProvenance(element.name, element.attributes, found);
		for (const child of element.children) if (typeof child !== 'string') read(child);
	};
	for (const child of unit.children)
		if (typeof child !== 'string' && child.name === 'provenanceRecords') read(child);
	return found;
}

/** Judges the attributes of one element. */
export function itsClaim(attributes: AttributesRead, records: ItsRecords): MachineClaim | null {
	const get = (name: string) => attributes.get(`${its} ${name}`);
	const confidence = get('mtConfidence');
	const refers = (get('provenanceRecordsRef') ?? '')
		.split(/\s+/)
		.map((one) => one.replace(/^.*#/, ''));
	const claims = refers
		.flatMap((id) => records.get(id) ?? [])
		.map((one) => provenance((name) => one.get(name) ?? one.get(`${its} ${name}`)));
	return strongest([
		confidence === undefined ? null : machine(annotator(get('annotatorsRef'))),
		provenance(get),
		...claims
	]);
}

function provenance(get: (name: string) => string | undefined): MachineClaim | null {
	const either = (name: string) => get(name) ?? get(`${name}Ref`);
	const claim = ofProvenance({
		tool: either('tool'),
		person: either('person'),
		reviser: either('revPerson')
	});
	return claim ?? ofProvenance({ tool: undefined, person: either('org'), reviser: undefined });
}

/** Returns the engine of `mt-confidence|http://example.com/engine`. */
function annotator(refs: string | undefined): string {
	const found = /(?:^|\s)mt-confidence\|(\S+)/.exec(refs ?? '')?.[1] ?? '';
	return found.replace(/^.*[/#](?=[^/#])/, '').replace(/%20|_/g, ' ');
}
