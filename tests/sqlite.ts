/** Reads an SQLite file with a SQLite that is not ours: that of Python’s standard library. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const script = `
import json, sqlite3, sys
base = sqlite3.connect(sys.argv[1])
answers = [base.execute(query).fetchall() for query in json.load(sys.stdin)]
json.dump(answers, sys.stdout)
`;

const python = 'python3';

/** Whether this machine has a Python with SQLite. */
export const hasSqlite = spawnSync(python, ['-c', 'import sqlite3']).status === 0;
if (!hasSqlite)
	console.log('skipped, for want of python3 with sqlite3: what SQLite says of our files');

type Answer = readonly (readonly (string | number | null)[])[];

/** Returns the rows of each query. */
export function ask(file: Uint8Array, queries: readonly string[]): readonly Answer[] {
	const folder = mkdtempSync(join(tmpdir(), 'jamsides-anki-'));
	try {
		const path = join(folder, 'file.sqlite');
		writeFileSync(path, file);
		const { status, stdout, stderr } = spawnSync(python, ['-c', script, path], {
			input: JSON.stringify(queries),
			encoding: 'utf8',
			maxBuffer: 100_000_000
		});
		if (status !== 0) throw new Error(stderr);
		return JSON.parse(stdout) as readonly Answer[];
	} finally {
		rmSync(folder, { recursive: true });
	}
}
