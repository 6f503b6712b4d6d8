/**
 * What is left of a name when the ways of writing it in Latin script are taken away: Tokajev and
 * Tokayev, Zjanaozen and Zhanaozen, Solzjenitsyn and Solzhenitsyn, Erdoğan and Erdogan are each one.
 * It decides nothing but whether a name has been answered, so it may take too many for one.
 */
const rules: readonly (readonly [RegExp, string])[] = [
	[/sch|sh|sj|sk(?=j)/g, 's'],
	[/zh|zj/g, 'z'],
	[/tch|ch|tj|kh/g, 'k'],
	[/ph/g, 'f'],
	[/th/g, 't'],
	[/[cq]/g, 'k'],
	[/x/g, 'ks'],
	[/w/g, 'v'],
	[/[jy]/g, 'i'],
	[/iu/g, 'u'],
	[/(.)\1+/g, '$1']
];

export const skeleton = (name: string): string =>
	rules.reduce(
		(word, [from, to]) => word.replace(from, to),
		name
			.normalize('NFD')
			.replace(/[\p{M}’']/gu, '')
			.toLowerCase()
	);
