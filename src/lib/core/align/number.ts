/**
 * Numbers across notations: `16,8` and `16.8`, `40 000` and `40,000`, `20:e` and `20th`. Separators
 * differ between languages, digits do not, so that a number is compared by its digits alone, and as
 * a weaker match without its trailing zeros (`764 mil` are `7,640 km`, `1,3 miljoner` are
 * `1,300,000`).
 */

/** Groups of three digits, as thousands are written, with or without decimals. */
const grouped = /^\d{1,3}(?:[\u00a0\u202f .,'’]\d{3})+(?:[.,]\d{1,2})?$/;
const decimal = /^\d+[.,]\d+$/;

/**
 * Returns the numbers in a run of digits and separators, each as `#` and its digits. A run that is
 * not one number (a date, a time, a list) gives several.
 */
export function figures(run: string): readonly string[] {
	const one = grouped.test(run) || decimal.test(run);
	const parts = one ? [run] : run.split(/(?:[:'’]|[.,](?!\d)|(?<!\d)[.,]|\s)+/);
	return parts
		.flatMap((part) =>
			one || grouped.test(part) || decimal.test(part) ? [part] : part.split(/\D+/)
		)
		.map((part) => part.replace(/\D/g, ''))
		.filter((part) => part !== '')
		.map((part) => `#${part.replace(/^0+(?=\d)/, '')}`);
}

/** Returns whether a token’s form is a number. */
export const isNumber = (form: string): boolean => form.startsWith('#');

/** Returns the digits of a number without its trailing zeros. */
export const significant = (form: string): string => form.slice(1).replace(/0+$/, '');
