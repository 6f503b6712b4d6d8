/** What TMX says of the origin of a translation: tools, people and properties (TMX 1.4b). */
import { doubted, ofPerson, ofProperty, ofTool, strongest, type MachineClaim } from './machine';
import { childrenOf, textOf, type XmlElement } from './xml';

/** @param header the tool that wrote the memory */
export function tmxClaim(
	tu: XmlElement,
	tuv: XmlElement,
	header: string | undefined
): MachineClaim | null {
	const get = (name: string) => tuv.attributes.get(name) ?? tu.attributes.get(name);
	const created = ofPerson(get('creationid'));
	const changed = ofPerson(get('changeid'));
	const isChanged = get('changeid') !== undefined && get('changeid') !== get('creationid');
	const properties = [tu, tuv]
		.flatMap((one) => childrenOf(one, 'prop'))
		.map((prop) =>
			ofProperty((prop.attributes.get('type') ?? '').replace(/^x-/, ''), textOf(prop))
		);
	return strongest([
		ofTool(get('creationtool') ?? header),
		...properties,
		// Whoever changed it last is asked about, unless a machine did.
		changed,
		isChanged && !changed ? doubted(created) : created
	]);
}
