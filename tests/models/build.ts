/**
 * `npx tsx tests/models/build.ts [NAME …]`: writes the models for the tests into `built/`.
 * `trained-sv-en` takes some minutes.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { marianFiles, type Files } from './marian/model';
import { phraseModel } from './phrase/model';
import { trainedModel } from './trained/model';

export const built = join(import.meta.dirname, 'built');

export const models: Readonly<Record<string, () => Files>> = {
	'phrases-sv-en': () => marianFiles(phraseModel('sv')),
	'phrases-en-sv': () => marianFiles(phraseModel('en')),
	'trained-sv-en': () => marianFiles(trainedModel(console.log))
};

export function write(folder: string, files: Files): void {
	for (const [name, bytes] of files) {
		const path = join(folder, name);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, bytes);
	}
}

if (import.meta.filename === process.argv[1]) {
	const asked = process.argv.slice(2);
	for (const [name, make] of Object.entries(models))
		if (asked.length === 0 || asked.includes(name)) write(join(built, name), make());
}
