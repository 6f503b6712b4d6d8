import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { formatTranslation } from '../lib/core/translation/format';
import { fingerprint } from '../lib/core/text/fingerprint';
import { runMerge } from './merge';

vi.mock('node:fs', async (original) => {
	const real = await original<typeof fs>();
	return { ...real, writeFileSync: vi.fn(real.writeFileSync) };
});

test('a translation that cannot be written is reported', () => {
	const folder = fs.mkdtempSync(join(tmpdir(), 'jamsides-'));
	const [file, back] = [join(folder, 'a-walk.en.json'), join(folder, 'back.json')];
	const by = { origin: 'human', name: 'Ida Holm', date: '2026-11-21' } as const;
	const written = (title: string): string =>
		formatTranslation({
			article: 'a-walk',
			original: { lang: 'sv' },
			translated: { lang: 'en', title },
			units: [
				{
					...{ kind: 'paragraph', source: [fingerprint('Hej.')], text: ['Hello.'] },
					...{ by, review: null }
				}
			]
		});
	fs.writeFileSync(file, written('A walk'));
	fs.writeFileSync(back, written('The walk'));
	vi.mocked(fs.writeFileSync).mockImplementationOnce(() => {
		throw new Error('EACCES: permission denied');
	});
	expect(runMerge([back, '--into', file])).toEqual({
		ok: false,
		failure: 'EACCES: permission denied'
	});
});
