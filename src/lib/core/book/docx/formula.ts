/** Writes a formula (Office MathML) as a line of text: `(a+b)/2`, `x^2`, `√(2)`. */
import { grouped } from '../office/grouped';
import { firstChild, type TreeElement, type TreeNode } from '../tree';

export function formulaText(node: TreeNode | undefined): string {
	if (node === undefined || typeof node === 'string') return '';
	const part = (name: string) => formulaText(firstChild(node, `m:${name}`));
	switch (node.name) {
		case 'm:t':
		case 'w:t':
			return node.children.filter((child) => typeof child === 'string').join('');
		case 'm:f':
			return `${grouped(part('num'))}/${grouped(part('den'))}`;
		case 'm:sSup':
			return `${part('e')}^${grouped(part('sup'))}`;
		case 'm:sSub':
			return `${part('e')}_${grouped(part('sub'))}`;
		case 'm:sSubSup':
			return `${part('e')}_${grouped(part('sub'))}^${grouped(part('sup'))}`;
		case 'm:rad':
			return `${part('deg')}√(${part('e')})`;
		case 'm:d':
			return delimited(node);
		case 'm:nary':
			return nary(node);
		case 'm:mr':
		case 'm:eqArr':
			return `${elements(node).join(' ')} `;
		case 'm:oMath':
			return node.children.map(formulaText).join('');
		default:
			return isProperties(node) ? '' : node.children.map(formulaText).join('');
	}
}

const isProperties = ({ name }: TreeElement): boolean => name.endsWith('Pr');

const elements = (node: TreeElement): readonly string[] =>
	node.children
		.filter((child) => typeof child !== 'string' && child.name === 'm:e')
		.map(formulaText);

/** A property of a formula’s part: `begChr` of `m:d`. An empty value is none. */
const property = (node: TreeElement, name: string, otherwise: string): string =>
	firstChild(firstChild(node, `${node.name}Pr`), `m:${name}`)?.attributes['m:val'] ?? otherwise;

const delimited = (node: TreeElement): string =>
	property(node, 'begChr', '(') +
	elements(node).join(property(node, 'sepChr', '|')) +
	property(node, 'endChr', ')');

function nary(node: TreeElement): string {
	const limit = (name: string, mark: string) => {
		const text = formulaText(firstChild(node, `m:${name}`));
		return text === '' ? '' : mark + grouped(text);
	};
	const sign = property(node, 'chr', '∫');
	return `${sign}${limit('sub', '_')}${limit('sup', '^')} ${formulaText(firstChild(node, 'm:e'))}`;
}
