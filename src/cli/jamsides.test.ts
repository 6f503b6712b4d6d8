import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
let folder = '';
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'jamsides-'));
});
afterAll(() => {
	rmSync(folder, { recursive: true, force: true });
});

function file(name: string, content: string | Uint8Array): string {
	const path = join(folder, name);
	writeFileSync(path, content);
	return path;
}

function jamsides(...args: string[]) {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, 'src/cli/jamsides.ts'), ...args],
		{ encoding: 'utf8', cwd: root }
	);
	return { status, stdout, stderr };
}

const text = [
	'# Om vägen¹',
	'',
	'Av Bo Ek',
	'',
	'Det här är det första stycket, och det är på svenska.²',
	'',
	'image1.pngEn väg. Foto: Bo Ek/TT',
	'',
	'¹ En not om titeln.',
	'',
	'² En not om *stycket*.',
	''
].join('\n');

describe('jamsides', { timeout: 60_000 }, () => {
	it('import --json prints the article, and nothing that is not known', () => {
		const { status, stdout, stderr } = jamsides('import', file('väg.txt', text), '--json');
		expect(stderr).toBe('');
		expect(status).toBe(0);
		const article = JSON.parse(stdout) as object;
		expect(article).toMatchObject({
			lang: 'sv',
			authors: ['Bo Ek'],
			blocks: [
				{ kind: 'paragraph', text: 'Det här är det första stycket, och det är på svenska.[^2]' },
				{ kind: 'caption', text: 'En väg.', credit: 'Foto: Bo Ek/TT' },
				{ kind: 'footnote', marker: '2', text: 'En not om *stycket*.' },
				{ kind: 'footnote', marker: '1', text: 'En not om titeln.' }
			],
			left_out: [
				{ text: 'Av Bo Ek', reason: 'byline' },
				{ text: 'image1.png', reason: 'picture' }
			]
		});
		expect(Object.keys(article)).toEqual(['lang', 'title', 'authors', 'blocks', 'left_out']);
	});

	it('import prints a summary for people', () => {
		const { status, stdout } = jamsides('import', file('väg.txt', text));
		expect(status).toBe(0);
		expect(stdout).toContain('Title: Om vägen¹');
		expect(stdout).toMatch(/caption +En väg\./);
		expect(stdout).toMatch(/picture +image1\.png/);
	});

	it.each([
		['no such file', ['import', 'not-there.txt'], /ENOENT/],
		['an empty file', ['import', ''], /empty/],
		['no file named', ['import', '--json'], /name a file/],
		['an option that there is not', ['import', 'x.txt', '--colour'], /colour/],
		['a command that there is not', ['improt', 'x.txt'], /no such command: improt/],
		['a property of objects for a command', ['toString'], /no such command/],
		['no command', [], /Usage/]
	])('%s is an error: status 1, the reason on standard error', (_, args, reason) => {
		const named = args.map((arg) => (arg === '' ? file('empty.txt', '') : arg));
		const { status, stdout, stderr } = jamsides(...named);
		expect(status).toBe(1);
		expect(stdout).toBe('');
		expect(stderr).toMatch(reason);
	});

	it('a third language is refused with a guess, and --lang overrides it', () => {
		const german = file('de.txt', 'Das ist ein Text, der nicht auf Englisch ist.\n');
		expect(jamsides('import', german).stderr).toMatch(/“de”.*--lang/);
		expect(jamsides('import', german, '--lang', 'en').status).toBe(0);
		expect(jamsides('import', german, '--lang', 'de').status).toBe(1);
	});

	it('--help tells what there is', () => {
		expect(jamsides('--help').stdout).toMatch(/import +\S/);
		expect(jamsides('import', '--help').stdout).toMatch(/--json/);
	});
});
