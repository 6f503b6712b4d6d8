import { describe, expect, test } from 'vitest';
import { ok } from '$lib/core/result';
import { Adding } from './adding.svelte';
import { slug } from './slug';
import { read, known, setUp, idle, added } from './adding.fixture';

describe('an unfinished draft', () => {
	test('is resumed, unless another tab has it open', async () => {
		const { adding, drafts, held, environment } = setUp({ a: read('A'), b: read('B') });
		await added(adding, 'a');
		const here = new Adding({ ...environment, lockDraft: async () => () => {} });
		expect(await here.resume()).toBeNull();
		expect(here.texts.map(({ draft }) => draft?.article.title)).toEqual(['A']);
		const beside = new Adding(environment);
		await beside.resume();
		expect([beside.texts, beside.elsewhere]).toEqual([[], 1]);
		adding.close();
		expect([held.size, drafts.size]).toEqual([0, 1]);
	});

	test('keeps the reader’s title when a stored translation has another', async () => {
		const { adding, environment } = setUp({ a: read('a') }, { candidates: async () => known });
		const text = await added(adding, 'a');
		text.draft?.setMetadata({ lang: 'en', title: 'Mine' });
		await idle();
		adding.close();
		const again = new Adding(environment);
		await again.resume();
		await idle();
		expect(again.texts[0]?.knowledge?.kind).toBe('known');
		expect(again.texts[0]?.draft?.article.title).toBe('Mine');
	});

	test('keeps the warnings of its file', async () => {
		const notices = [{ kind: 'unreadable', count: 2 }] as const;
		const a = read('A');
		const { adding, environment } = setUp({ a: a.ok ? ok({ ...a.value, notices }) : a });
		await added(adding, 'a');
		adding.close();
		const again = new Adding(environment);
		await again.resume();
		expect(again.texts[0]?.draft?.content.notices).toEqual(notices);
	});

	test('cannot be resumed from a store that does not open', async () => {
		const { adding } = setUp({}, { store: () => Promise.reject(new Error('no')) });
		expect(await adding.resume()).toEqual({ kind: 'failed', message: 'Error: no' });
	});
});

test.each([
	['Fyren som ingen släckte', 'fyren-som-ingen-slackte-a1b2c3'],
	['  ¿Qué?  ', 'que-a1b2c3'],
	['日本', 'text-a1b2c3'],
	[undefined, 'text-a1b2c3'],
	['x'.repeat(80), `${'x'.repeat(48)}-a1b2c3`]
])('the id of “%s” is %s', (title, id) => {
	expect(slug(title, 'a1b2-c3d4')).toBe(id);
});
