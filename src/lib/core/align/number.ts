/**
 * Numbers across notations: `16,8` and `16.8`, `40 000` and `40,000`, `20:e` and `20th`. The
 * separators say other things in other languages, the figures do not, so that a number is known by
 * its figures alone, and more weakly by those that are not noughts at its end (`764 mil` are
 * `7,640 km`, `1,3 miljoner` are `1,300,000`).
 */

/** Groups of three, as thousands are written, with or without decimals. */
const grouped = /^\d{1,3}(?:[\u00a0\u202f .,'’]\d{3})+(?:[.,]\d{1,2})?$/;
const decimal = /^\d+[.,]\d+$/;

/**
 * The numbers of a run of figures and what may stand among them, each as `#` and its figures.
 * A run that is no one number (a date, a time, a list) is the numbers that it has.
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

/** Whether a token’s form is a number. */
export const isNumber = (form: string): boolean => form.startsWith('#');

/** The figures of a number without the noughts at its end. */
export const significant = (form: string): string => form.slice(1).replace(/0+$/, '');
