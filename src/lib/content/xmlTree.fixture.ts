/** XML as a tree that a JSON schema can check. Throws where it is not well-formed. */
import { SaxesParser } from 'saxes';

export interface Element {
	readonly name: string;
	readonly namespace: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly text: string;
	/** Child elements by name. */
	readonly children: Readonly<Record<string, readonly Element[]>>;
}

type Open = { name: string; namespace: string; attributes: Record<string, string> } & {
	text: string;
	children: Record<string, Element[]>;
};

export function xmlTree(xml: string): Element {
	const root: Open = { name: '', namespace: '', attributes: {}, text: '', children: {} };
	const path = [root];
	const parser = new SaxesParser({ xmlns: true });
	parser.on('opentag', ({ name, uri, attributes }) => {
		const values = Object.entries(attributes).map(([key, { value }]) => [key, value] as const);
		path.push({
			...{ name, namespace: uri, attributes: Object.fromEntries(values) },
			...{ text: '', children: {} }
		});
	});
	parser.on('text', (text) => {
		const here = path.at(-1);
		if (here) here.text += text;
	});
	parser.on('closetag', () => {
		const [done, parent] = [path.pop(), path.at(-1)];
		if (done && parent) (parent.children[done.name] ??= []).push(done);
	});
	parser.on('error', (error) => {
		throw error;
	});
	parser.write(xml).close();
	const [top] = Object.values(root.children).flat();
	if (!top) throw new RangeError('no element');
	return top;
}
