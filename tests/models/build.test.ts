import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { built, models } from './build';

const filesOf = (folder: string): readonly string[] =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((file) => file.isFile())
		.map((file) => join(file.parentPath, file.name));

test('the stored phrase models equal a fresh build byte for byte', () => {
	for (const name of ['phrases-sv-en', 'phrases-en-sv']) {
		const files = models[name]?.() ?? new Map<string, Uint8Array>();
		expect(files.size).toBe(6);
		for (const [file, bytes] of files) {
			const kept = readFileSync(join(built, name, file));
			expect(kept.equals(bytes), `${name}/${file}: npx tsx tests/models/build.ts ${name}`).toBe(
				true
			);
		}
	}
});

test('every model has all of its files, and all together are smaller than 2 MB', () => {
	expect(readdirSync(built).sort()).toEqual(Object.keys(models).sort());
	const files = filesOf(built);
	expect(files).toHaveLength(6 * Object.keys(models).length);
	const bytes = files.reduce((sum, file) => sum + readFileSync(file).length, 0);
	expect(bytes).toBeLessThan(2_000_000);
});
