/** The faults that an imported file can have. */
import { unreachable } from '../../result';

export type ExchangeFailure =
	| { readonly kind: 'empty' }
	| { readonly kind: 'too-large'; readonly characters: number; readonly limit: number }
	/** Not well-formed XML or JSON; lines and columns count from 1. */
	| {
			readonly kind: 'broken';
			readonly line: number;
			readonly column: number;
			readonly message: string;
	  }
	/** The DOCTYPE declares entities. They are never fetched or expanded. */
	| { readonly kind: 'entities'; readonly line: number }
	/** Some other XML or JSON; `root` is its outermost element. */
	| { readonly kind: 'unknown'; readonly root: string | null }
	| { readonly kind: 'version'; readonly format: string; readonly version: string | null }
	/** `place` leads to the fault: a line, a unit, or a path in JSON. */
	| { readonly kind: 'invalid'; readonly place: string; readonly message: string }
	/** Well-formed, but without a single unit. */
	| { readonly kind: 'nothing' };

/** Describes a failure in a sentence, for the command line and logs. */
export function describeExchangeFailure(failure: ExchangeFailure): string {
	switch (failure.kind) {
		case 'empty':
			return 'the file is empty';
		case 'too-large':
			return `the file has ${failure.characters} characters; up to ${failure.limit} can be read`;
		case 'broken':
			return `line ${failure.line}, column ${failure.column}: ${failure.message}`;
		case 'entities':
			return `line ${failure.line}: its DOCTYPE declares entities, which are not read: they can hide other files, or gigabytes`;
		case 'unknown':
			return `neither XLIFF, TMX nor a translation of this project${failure.root === null ? '' : ` (it begins with <${failure.root}>)`}`;
		case 'version':
			return `${failure.format} ${failure.version ?? 'of no version'} cannot be read: XLIFF 1.1, 1.2 and 2.0 to 2.2 and TMX 1.1 to 1.4 can`;
		case 'invalid':
			return `${failure.place}: ${failure.message}`;
		case 'nothing':
			return 'there is no translation unit in it';
		default:
			return unreachable(failure);
	}
}
