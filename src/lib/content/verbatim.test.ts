/** Checks that no sentence of other authors’ articles is in the repository. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { content } from '../../cli/content';
import type { BlockShape } from '../core/text/article';
import { plain } from '../core/text/inline';
import { others } from './others.fixture';

const runLength = 8;
const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const runs = (text: string) => {
	const all = words(text);
	return all.slice(runLength - 1).map((_, at) => all.slice(at, at + runLength).join(' '));
};

const stored = content();
const originals = others();
const titles = stored.flatMap(({ metadata }) => runs(metadata.title ?? ''));
/** Runs of words in the originals, without credits: a licence is named in its own words. */
const theirs = new Set(
	originals.flatMap(({ article }) => runs(article.blocks.map(({ text }) => plain(text)).join('\n')))
);
// Titles of works may be quoted.
for (const run of titles) theirs.delete(run);
const taken = (texts: readonly string[]) => texts.flatMap(runs).filter((run) => theirs.has(run));

/** Footnotes may cite addresses and titles of works. */
const cited = /https?:\/\/[^\s)]+|“[^”]+”|”[^”]+”/g;
const said = ({ kind }: BlockShape, text: string) =>
	kind === 'footnote' ? text.replace(cited, '|') : text;

describe.runIf(originals.length > 0)(`no ${runLength} words in a row of the originals`, () => {
	it.each(stored)('are in $id', ({ metadata, original, translations }) => {
		const own = original ? [metadata.title ?? '', metadata.rights ?? ''] : [];
		const blocks = (original?.blocks ?? []).map((block) => said(block, block.text));
		const translated = translations.flatMap(({ translated: { title, publication }, units }) => [
			...[title, publication ?? ''],
			...units.flatMap((unit) => [...unit.text, unit.note ?? ''].map((text) => said(unit, text)))
		]);
		expect(taken([...own, ...blocks, ...translated])).toEqual([]);
	});

	it('are anywhere else in the project', () => {
		const files = ['src', 'translations', 'tests', 'docs', 'bench']
			.flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
			.flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name)] : []))
			.filter((name) => /\.(?:[jt]s|svelte|css|json|md|html|svg)$/.test(name))
			.filter((name) => !/^(?:src|translations)\/articles\//.test(name));
		const found = files.filter((name) => taken([readFileSync(name, 'utf8')]).length > 0);
		expect(files.length).toBeGreaterThan(100);
		expect(found).toEqual([]);
	});
});
