import { describe, expect, test } from 'vitest';
import type { AlignmentDraft } from '$lib/core/links/draft';
import type { OwnTranslation } from '$lib/core/library/store';
import { Arrival } from './arrival.svelte';
import { article, original, file, idle, mending } from './arrival.fixture';

describe('a saved translation', () => {
	test('opens with its links, and is saved over the same record', async () => {
		const { arrival, environment, translations, time } = await mending();
		const links = arrival.draft?.links;
		await arrival.save();
		const first = translations.get('one');
		time.now += 60_000;
		const next = new Arrival(environment);
		await next.open({ kind: 'translation', id: 'one' });
		expect(next.step).toEqual({ kind: 'mending' });
		expect(next.draft?.links.map(({ source, target }) => ({ source, target }))).toEqual(
			links?.map(({ source, target }) => ({ source, target }))
		);
		next.setCredit({ rights: 'CC BY 4.0' });
		expect(await next.save()).toBe(true);
		const second = translations.get('one');
		expect(second?.credit.rights).toBe('CC BY 4.0');
		expect(second?.addedAt).toBe(first?.addedAt);
		expect(second?.changedAt).not.toBe(first?.changedAt);
	});

	test('keeps the fixed links when another paragraph of the original has changed', async () => {
		const { arrival, environment, articles } = await mending();
		const draft = arrival.draft as AlignmentDraft;
		// An aligner would not find this link.
		const whole = { source: [0, 1], target: [0, 1], confidence: 1, fixed: true };
		arrival.change({ ...draft, links: [whole, ...draft.links.slice(2)] });
		await arrival.save();
		const [first] = original.blocks;
		const retold = article('sv', 'Fyren', first?.text ?? '', 'År 1904 brann taket. Så sägs det.');
		articles.set('fyren', retold);
		const next = new Arrival(environment);
		await next.open({ kind: 'translation', id: 'one' });
		expect(next.step).toEqual({ kind: 'mending' });
		expect(next.draft?.source.blocks).toEqual(retold.blocks);
		expect(next.draft?.links.filter(({ fixed }) => fixed)).toEqual([whole]);
		expect(next.draft?.links.flatMap(({ source }) => source)).toEqual([0, 1, 2, 3]);
	});

	test('keeps each unit’s author, review and note when another translator is named for the rest', async () => {
		const { arrival, environment, translations } = await mending();
		await arrival.save();
		const saved = translations.get('one') as OwnTranslation;
		const theirs = {
			by: { origin: 'human', name: 'Per Ek', date: '2026-11-01' },
			review: { by: 'Eva Lund', date: '2026-11-02' },
			note: 'Tak: also ceiling.'
		} as const;
		const [mine, corrected] = saved.units;
		if (!mine || !corrected) throw new Error('two units were saved');
		translations.set('one', { ...saved, units: [mine, { ...corrected, ...theirs }] });
		const next = new Arrival(environment);
		await next.open({ kind: 'translation', id: 'one' });
		next.setCredit({ translator: 'Ida Holm-Berg' });
		expect(await next.save()).toBe(true);
		const [first, second] = translations.get('one')?.units ?? [];
		expect(first).toEqual({ ...mine, by: { ...mine.by, name: 'Ida Holm-Berg' } });
		expect(second).toEqual({ ...corrected, ...theirs });
	});

	test('a discarded draft blocks neither a new one nor its own restore', async () => {
		const { arrival, environment, translations, held } = await mending();
		await arrival.save();
		const next = new Arrival({ ...environment, newId: () => 'two' });
		await next.open({ kind: 'translation', id: 'one' });
		await next.discard();
		await next.read('lighthouse.txt', file);
		next.chooseAnother();
		await next.putBack();
		expect([...held]).toEqual(['one']);
		await next.discard();
		await next.read('lighthouse.txt', file);
		next.setLang('en');
		await next.align();
		expect(await next.save()).toBe(true);
		expect([...translations.keys()]).toEqual(['one', 'two']);
	});

	test('is not overwritten by a draft when it was changed after the draft began', async () => {
		const { arrival, environment, translations, drafts } = await mending();
		await arrival.save();
		const begun = new Arrival(environment);
		await begun.open({ kind: 'translation', id: 'one' });
		begun.setCredit({ rights: 'CC BY 4.0' });
		await idle();
		begun.close();
		const theirs = {
			...(translations.get('one') as OwnTranslation),
			changedAt: '2026-11-23T00:00:00.000Z'
		};
		translations.set('one', theirs);
		for (const kind of ['draft', 'translation'] as const) {
			const next = new Arrival(environment);
			await next.open({ kind, id: 'one' });
			expect(next.draft?.credit.rights).toBe('CC BY 4.0');
			expect(next.refused).toEqual({ kind: 'conflict' });
			expect(await next.save()).toBe(false);
			expect(next.refused).toEqual({ kind: 'conflict' });
			next.close();
		}
		expect(translations.get('one')).toBe(theirs);
		expect(drafts.size).toBe(1);
		const last = new Arrival(environment);
		await last.open({ kind: 'draft', id: 'one' });
		await last.discard();
		expect(last.refused).toBeNull();
		await last.open({ kind: 'translation', id: 'one' });
		expect(await last.save()).toBe(true);
	});

	test('is saved again from a draft when it was removed after the draft began', async () => {
		const { arrival, environment, translations } = await mending();
		await arrival.save();
		const begun = new Arrival(environment);
		await begun.open({ kind: 'translation', id: 'one' });
		begun.setCredit({ rights: 'CC BY 4.0' });
		await idle();
		begun.close();
		translations.delete('one');
		const next = new Arrival(environment);
		await next.open({ kind: 'draft', id: 'one' });
		expect(await next.save()).toBe(true);
		expect(translations.get('one')?.credit.rights).toBe('CC BY 4.0');
	});

	test('leaves no draft once nothing differs from it, and is found by the draft’s address', async () => {
		const { arrival, environment, drafts } = await mending();
		await arrival.save();
		const next = new Arrival(environment);
		await next.open({ kind: 'translation', id: 'one' });
		expect(next.isOfSaved).toBe(true);
		const saved = next.draft as AlignmentDraft;
		next.change({ ...saved, links: [...saved.links].slice(1) });
		await idle();
		expect(drafts.size).toBe(1);
		next.change({ ...saved, links: saved.links.map((link) => ({ ...link })) });
		await idle();
		expect(drafts.size).toBe(0);
		next.setCredit({ rights: 'CC BY 4.0' });
		await idle();
		expect(drafts.size).toBe(1);
		next.setCredit({ rights: '' });
		await idle();
		next.close();
		const again = new Arrival(environment);
		await again.open({ kind: 'draft', id: 'one' });
		expect(again.step).toEqual({ kind: 'mending' });
		expect(again.isOfSaved).toBe(true);
	});

	test('takes the place of an old draft that does not differ from it', async () => {
		const { arrival, environment, drafts } = await mending();
		const draft = drafts.get('one') as AlignmentDraft;
		await arrival.save();
		const read = new Arrival(environment);
		await read.open({ kind: 'translation', id: 'one' });
		const base = read.draft?.base ?? null;
		read.close();
		await idle();
		drafts.set('one', { ...draft, base });
		const next = new Arrival(environment);
		await next.open({ kind: 'draft', id: 'one' });
		expect(next.step).toEqual({ kind: 'mending' });
		expect(drafts.size).toBe(0);
	});

	test('is not overwritten when another tab changed it meanwhile', async () => {
		const { arrival, environment, translations } = await mending();
		await arrival.save();
		const next = new Arrival(environment);
		await next.open({ kind: 'translation', id: 'one' });
		const theirs = { ...(translations.get('one') as OwnTranslation), changedAt: 'later' };
		translations.set('one', theirs);
		expect(await next.save()).toBe(false);
		expect(next.refused).toEqual({ kind: 'conflict' });
		expect(translations.get('one')).toBe(theirs);
	});
});
