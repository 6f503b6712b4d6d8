/** Returns a part of a formula, in brackets if it is more than one word or number: `(a+b)/2`. */
export const grouped = (text: string): string =>
	/^[\p{L}\p{N}]*$/u.test(text) ? text : `(${text})`;
