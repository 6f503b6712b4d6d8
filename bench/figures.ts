/** Figures side by side with the plain page’s, and the table they are printed in. */

export type Unit = 'ms' | 'kB' | 'MB' | 'count' | 'score' | 'percent' | 'tokens';

/**
 * `atMost`: of ours itself; `times`: of ours divided by the plain page’s of the same run;
 * `atLeast`, `timesAtLeast`: as `atMost` and `times`, but more is better.
 */
export type Budget =
	| {
			readonly kind: 'atMost' | 'atLeast' | 'times' | 'timesAtLeast';
			readonly value: number;
	  }
	| { readonly kind: 'none' };

export interface Figure {
	readonly what: string;
	readonly unit: Unit;
	readonly ours: number;
	/** The plain page, or the trivial way to do it; null where there is nothing to compare with. */
	readonly plain: number | null;
	/** Median of the ratios, run by run, which is not the ratio of the medians. */
	readonly ratio: number | null;
	readonly budget: Budget;
	/** How many runs the medians are of. */
	readonly runs: number;
}

/** One run: ours and plain, one right after the other. */
export interface Pair {
	readonly ours: number;
	readonly plain: number;
}

export const none: Budget = { kind: 'none' };
export const atMost = (value: number): Budget => ({ kind: 'atMost', value });
export const atLeast = (value: number): Budget => ({ kind: 'atLeast', value });
export const times = (value: number): Budget => ({ kind: 'times', value });
export const timesAtLeast = (value: number): Budget => ({ kind: 'timesAtLeast', value });

export function median(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	const middle = sorted.length >> 1;
	const upper = sorted[middle] ?? Number.NaN;
	return sorted.length % 2 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

export const single = (
	what: string,
	unit: Unit,
	values: readonly number[],
	budget: Budget = none
): Figure => ({
	what,
	unit,
	ours: median(values),
	plain: null,
	ratio: null,
	budget,
	runs: values.length
});

export const compared = (
	what: string,
	unit: Unit,
	pairs: readonly Pair[],
	budget: Budget = none
): Figure => ({
	what,
	unit,
	ours: median(pairs.map(({ ours }) => ours)),
	plain: median(pairs.map(({ plain }) => plain)),
	ratio: median(pairs.map(({ ours, plain }) => ours / plain)),
	budget,
	runs: pairs.length
});

export function holds({ ours, ratio, budget }: Figure): boolean {
	switch (budget.kind) {
		case 'atMost':
			return ours <= budget.value;
		case 'atLeast':
			return ours >= budget.value;
		case 'times':
			return ratio !== null && ratio <= budget.value;
		case 'timesAtLeast':
			return ratio !== null && ratio >= budget.value;
		case 'none':
			return true;
	}
}

const digits: Record<Unit, number> = {
	ms: 0,
	kB: 1,
	MB: 1,
	count: 3,
	score: 0,
	percent: 1,
	tokens: 0
};
const signs: Record<Unit, string> = {
	ms: ' ms',
	kB: ' kB',
	MB: ' MB',
	count: '',
	score: '',
	percent: ' %',
	tokens: ' tok/s'
};

const show = (value: number | null, unit: Unit): string =>
	value === null
		? '–'
		: `${Number(value.toFixed(value < 10 && unit === 'ms' ? 1 : digits[unit]))}${signs[unit]}`;

function showBudget({ unit, budget }: Figure): string {
	switch (budget.kind) {
		case 'atMost':
			return `≤ ${show(budget.value, unit)}`;
		case 'atLeast':
			return `≥ ${show(budget.value, unit)}`;
		case 'times':
			return `≤ ${budget.value} ×`;
		case 'timesAtLeast':
			return `≥ ${budget.value} ×`;
		case 'none':
			return '';
	}
}

const verdict = (figure: Figure): string =>
	figure.budget.kind === 'none' ? '' : holds(figure) ? 'holds' : 'MISSED';

/** A Markdown table, aligned, so that it reads as well in a terminal. */
export function table(figures: readonly Figure[]): string {
	const rows = [
		['', 'Jämsides', 'plain', 'ratio', 'budget', '', 'runs'],
		...figures.map((figure) => [
			figure.what,
			show(figure.ours, figure.unit),
			show(figure.plain, figure.unit),
			figure.ratio === null ? '–' : `${figure.ratio.toFixed(2)} ×`,
			showBudget(figure),
			verdict(figure),
			String(figure.runs)
		])
	];
	const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
	const line = (row: readonly string[]) =>
		`| ${row.map((cell, i) => (i ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0))).join(' | ')} |`;
	const rule = `| ${widths.map((width, i) => (i ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`;
	return [line(rows[0] ?? []), rule, ...rows.slice(1).map(line)].join('\n');
}
