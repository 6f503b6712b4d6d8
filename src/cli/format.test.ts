import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { formatCommand } from './format';

const article = '---\nid: a-walk\nlang: sv\ntitle: "En promenad"\n---\nVi\ngick.\n';

it('rewrites a file in its normal form once, and names the changed files', async () => {
	const file = join(await mkdtemp(join(tmpdir(), 'jamsides-')), 'a-walk.md');
	await writeFile(file, article);
	expect(await formatCommand.run([file])).toEqual({ ok: true, value: file });
	expect(await readFile(file, 'utf8')).toBe(
		'---\nid: a-walk\nlang: sv\ntitle: En promenad\n---\n\nVi gick.\n'
	);
	expect(await formatCommand.run([file])).toEqual({ ok: true, value: '' });
});

it('leaves a broken file unchanged, and reports the fault', async () => {
	const file = join(await mkdtemp(join(tmpdir(), 'jamsides-')), 'a-walk.en.json');
	await writeFile(file, '{ "version": 1 }');
	const failure = expect.stringContaining(`${file}: article`) as string;
	expect(await formatCommand.run([file])).toEqual({ ok: false, failure });
	expect(await readFile(file, 'utf8')).toBe('{ "version": 1 }');
});
