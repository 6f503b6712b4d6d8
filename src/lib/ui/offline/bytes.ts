const units = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/**
 * Formats a size in the interface’s language: `bytes(1_400_000, 'sv') === '1,4 MB'`.
 * Decimal units, never less than 1 kB.
 */
export function bytes(size: number, ui: string): string {
	const power = Math.floor(Math.log10(Math.max(size, 1)) / 3);
	const step = Math.min(Math.max(power, 1), units.length);
	const value = Math.max(size / 1000 ** step, 1);
	return new Intl.NumberFormat(ui, {
		style: 'unit',
		unit: units[step - 1] ?? 'kilobyte',
		maximumFractionDigits: step > 1 && value < 10 ? 1 : 0
	}).format(value);
}
