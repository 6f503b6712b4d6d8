import type { Result } from '../lib/core/result';

/** An answer that reports a problem: printed as usual, with an exit status of 1. */
export interface CheckFailed {
	readonly wanting: string;
}

export type Remark = (line: string) => void;

/** A command of the shell: it prints its value, or fails with a message. */
export interface Command {
	/** One line for the list of commands. */
	readonly summary: string;
	readonly help: string;
	/**
	 * `args` are those after the command's name. `remark` prints a line to standard error beside the
	 * value. Never throws on a user's mistake.
	 */
	run(args: readonly string[], remark?: Remark): Promise<Result<string | CheckFailed, string>>;
}
