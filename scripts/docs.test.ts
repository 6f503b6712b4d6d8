/** The documents name files that exist, and hold no marks of a merge. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';

const listed = (...patterns: string[]): string[] =>
	execFileSync(
		'git',
		['ls-files', '--cached', '--others', '--exclude-standard', '--', ...patterns],
		{ encoding: 'utf8' }
	)
		.split('\n')
		.filter((path) => path !== '');

/** Lists the files that the first column of the tables in a document names; no pattern, no address. */
function namedFiles(markdown: string): string[] {
	return markdown
		.split('\n')
		.filter((line) => line.startsWith('|'))
		.flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`<*/][^`<*]*\.[a-z]+)`/gu)])
		.map(([, name = '']) => name);
}

describe('documents', () => {
	it.each(listed('*.md', ':!src/articles'))('%s holds no marks of a merge', (path) => {
		expect(readFileSync(path, 'utf8')).not.toMatch(/^[> |]*(?:<{7}|>{7}|={7})(?: |$)/mu);
	});

	it('the map of the code names files that exist', () => {
		const names = new Set(listed().map((path) => basename(path)));
		const named = namedFiles(readFileSync('docs/ARCHITECTURE.md', 'utf8'));
		expect(named.length).toBeGreaterThan(100);
		expect(named.filter((name) => !names.has(basename(name)))).toEqual([]);
	});
});
