/** Writes a formula (MathML) as a line of text: `(a+b)/2`, `x^2`. */
import { grouped } from '../office/grouped';
import { isTreeElement, type TreeElement } from '../tree';

export function formulaText(element: TreeElement): string {
	const parts = element.children.map((child) =>
		isTreeElement(child) ? formulaText(child) : child.trim()
	);
	const inner = element.children.filter(isTreeElement).map(formulaText);
	const [first = '', second = '', third = ''] = inner;
	switch (element.name) {
		case 'math:annotation':
		case 'math:annotation-xml':
			return '';
		case 'math:mfrac':
			return `${grouped(first)}/${grouped(second)}`;
		case 'math:msup':
			return `${first}^${grouped(second)}`;
		case 'math:msub':
			return `${first}_${grouped(second)}`;
		case 'math:msubsup':
			return `${first}_${grouped(second)}^${grouped(third)}`;
		case 'math:msqrt':
			return `√(${inner.join('')})`;
		case 'math:mroot':
			return `${second}√(${first})`;
		case 'math:mtr':
		case 'math:mtd':
		case 'math:mtext':
			return `${parts.join(' ')} `;
		default:
			return parts.join('');
	}
}
