import type { Result } from '../lib/core/result';

/** What a command found wanting: printed like any other answer, with an exit status of 1. */
export interface Wanting {
	readonly wanting: string;
}

/** A command of the shell: what it prints is its value, what went wrong its failure. */
export interface Command {
	/** One line for the list of commands. */
	readonly summary: string;
	readonly help: string;
	/** `args` are those after the command's name. Never throws for what a user can cause. */
	run(args: readonly string[]): Promise<Result<string | Wanting, string>>;
}
