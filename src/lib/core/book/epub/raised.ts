/** Figures that stand above or below the line: `10²`, `H₂O`. Letters there stay as they are. */
const figures = '0123456789+-−=()';
const raisedFigures = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾';
const loweredFigures = '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎';

/** Returns figures raised or lowered; text with anything else is returned as it is. */
export function shifted(text: string, way: 'sup' | 'sub'): string {
	const to = way === 'sup' ? raisedFigures : loweredFigures;
	const words = text.trim();
	if (!/^[\d+\-−=()]+$/.test(words) || !/\d/.test(words)) return text;
	return text.replace(/\S/g, (figure) => to.charAt(figures.indexOf(figure)));
}
