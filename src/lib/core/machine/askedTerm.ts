/** A term of a glossary, or a name, that a machine is asked to use. */
export interface AskedTerm {
	/** As it stands in the sentence. */
	readonly source: string;
	/** The forms that translate it, as in a glossary (see `Forms`); the headword first. */
	readonly forms: readonly string[];
}
