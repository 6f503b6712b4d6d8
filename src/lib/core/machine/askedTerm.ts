/** A term of a glossary, or a name, that a machine is asked to use. */
export interface AskedTerm {
	/** As it stands in the sentence. */
	readonly source: string;
	/** The forms that translate it, as in a glossary (see `Forms`); the headword first. */
	readonly forms: readonly string[];
}

/** Returns a term as a reader reads it. */
export const headword = ({ forms }: AskedTerm): string => forms[0]?.replaceAll('|', '') ?? '';

/** Returns how a term may begin: its forms, and their stems where the ending changes. */
export const spellings = ({ forms }: AskedTerm): readonly string[] => [
	...new Set(
		forms.flatMap((form) => [form.replaceAll('|', ''), form.split('|')[0] ?? '']).filter(Boolean)
	)
];
