import { expect, test, vi } from 'vitest';
import { maxImportBytes } from '../../core/import/failure';
import { fail } from '../../core/result';
import { importFile } from './importFile';

const prose =
	'Kvarnen byggdes 1871 och hade tre våningar, och varje höst kom bönderna från hela socknen med sin säd för att få den malen.';

const page = (text: string): string =>
	`<!doctype html><html lang="sv"><body><h1>Kvarnen</h1><p>${text}</p><p>${text}</p></body></html>`;

function imported(name: string, file: Blob) {
	const shares: number[] = [];
	const progress = (share: number) => void shares.push(share);
	const outcome = importFile({ name, file, lang: null }, { progress });
	return outcome.then((result) => ({ result, shares }));
}

test('a web page that is too large is not read but for its first bytes', async () => {
	for (const name of ['a.html', 'a.mhtml']) {
		const bytes = maxImportBytes + 1;
		const file = new File(['<!doctype html>'], name);
		Object.defineProperty(file, 'size', { value: bytes });
		const read = [vi.spyOn(file, 'arrayBuffer'), vi.spyOn(file, 'text')];
		expect((await imported(name, file)).result).toEqual(
			fail({ kind: 'too-large', bytes, limit: maxImportBytes })
		);
		for (const spy of read) expect(spy).not.toHaveBeenCalled();
	}
});

test('a web page is known by its name or its beginning, and reports its progress', async () => {
	for (const name of ['kvarnen.html', 'kvarnen']) {
		const { result, shares } = await imported(name, new Blob([page(prose)]));
		expect(
			result.ok && 'article' in result.value && result.value.article.blocks.map(({ text }) => text)
		).toEqual([prose, prose]);
		expect(shares.length).toBeGreaterThan(3);
		expect(shares).toEqual([...shares].sort((a, b) => a - b));
	}
});

test('plain text is read as plain text', async () => {
	const { result } = await imported('kvarnen.txt', new Blob([`${prose}\n\n${prose}\n`]));
	expect(
		result.ok && 'article' in result.value && result.value.article.blocks.map(({ text }) => text)
	).toEqual([prose, prose]);
});
