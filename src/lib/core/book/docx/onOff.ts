/** Reads properties that are on or off, and others of one value. */
import { firstChild, type TreeElement } from '../tree';

/** Returns whether a property is on; null where the element is absent and nothing is said. */
export function onOff(properties: TreeElement | undefined, name: string): boolean | null {
	const found = firstChild(properties, name);
	return found ? isOn(found.attributes['w:val']) : null;
}

export const isOn = (value: string | undefined): boolean =>
	value === undefined || !/^(?:0|false|off|none)$/.test(value);

export const valueOf = (properties: TreeElement | undefined, name: string): string | null =>
	firstChild(properties, name)?.attributes['w:val'] ?? null;
