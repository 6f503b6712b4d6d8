/** The languages of a dictionary, as its files name them in many ways. */

/** Tag, then the codes and names that stand for it. */
const names = [
	'sv swe sve se swedish svenska svensk',
	'en eng english engelska engelsk',
	'da dan danish danska',
	'nb nob nor no norwegian norska',
	'nn nno nynorsk',
	'fi fin finnish finska',
	'is isl ice icelandic isländska',
	'de deu ger german tyska deutsch',
	'nl nld dut dutch',
	'fr fra fre french franska français',
	'es spa spanish spanska español',
	'it ita italian italienska',
	'pt por portuguese portugisiska',
	'pl pol polish polska',
	'ru rus russian ryska',
	'la lat latin',
	'tr tur turkish turkiska',
	'ar ara arabic arabiska',
	'fa fas per persian persiska',
	'el ell gre greek grekiska',
	'cs ces cze czech tjeckiska',
	'hu hun hungarian ungerska',
	'uk ukr ukrainian ukrainska',
	'ja jpn japanese japanska',
	'zh zho chi chinese kinesiska'
];
const tags: ReadonlyMap<string, string> = new Map(
	names.flatMap((line) => {
		const [tag = '', ...others] = line.split(' ');
		return [tag, ...others].map((name) => [name, tag] as const);
	})
);

export interface Direction {
	/** Tags such as `sv`; null where the dictionary does not say. */
	readonly from: string | null;
	readonly to: string | null;
}

/** Returns the tag of a language by a code or name of it; null for one that is not known. */
export const languageTag = (name: string | null | undefined): string | null =>
	tags.get(
		(name ?? '')
			.trim()
			.toLowerCase()
			.replace(/[-_].*$/, '')
	) ?? null;

/** Finds two languages that stand beside each other in a name: `swe-eng`, `Swedish–English`. */
export function directionIn(...texts: readonly (string | null | undefined)[]): Direction {
	for (const text of texts) {
		const words = (text ?? '').toLowerCase().split(/[^\p{L}]+/u);
		for (const [at, word] of words.entries()) {
			const from = tags.get(word) ?? null;
			const next = words[at + 1];
			const to = tags.get((next === 'to' || next === 'till' ? words[at + 2] : next) ?? '') ?? null;
			if (from && to && from !== to) return { from, to };
		}
	}
	return { from: null, to: null };
}
