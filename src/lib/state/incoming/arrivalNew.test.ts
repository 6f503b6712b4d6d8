import { describe, expect, test } from 'vitest';
import type { AlignmentDraft, MachineWords } from '$lib/core/links/draft';
import { ok } from '$lib/core/result';
import { Arrival } from './arrival.svelte';
import { isAllMachines, isUnanswered } from './draftTranslation';
import { english, setUp, file, idle, forArticle, mending } from './arrival.fixture';

describe('a new translation', () => {
	test('is read, credited, aligned and saved as the work of the named translator', async () => {
		const { arrival, translations, drafts, held } = await mending();
		expect(arrival.step).toEqual({ kind: 'mending' });
		expect(await arrival.save()).toBe(true);
		const saved = translations.get('one');
		expect(saved).toMatchObject({
			article: 'fyren',
			lang: 'en',
			credit: { translator: 'Ida Holm', title: 'The Lighthouse' }
		});
		expect(saved?.units.map(({ text }) => text)).toEqual(english.blocks.map(({ text }) => [text]));
		for (const { by } of saved?.units ?? [])
			expect(by).toEqual({ origin: 'human', name: 'Ida Holm', date: '2026-11-22' });
		expect(drafts.size).toBe(0);
		expect(held.size).toBe(0);
	});

	test('is in the other language until the reader says otherwise, by nobody until they name them', async () => {
		const left = [{ text: 'Translated by Bo Prov', reason: 'byline', before: 0 }] as const;
		const { arrival } = setUp({
			read: async () => ok({ article: english, leftOut: left, notices: [] })
		});
		await arrival.open(forArticle);
		await arrival.read('lighthouse.txt', file);
		expect(arrival.draft?.target.lang).toBe('en');
		expect(arrival.draft?.credit.translator).toBe('');
		expect(arrival.suggestedTranslator).toBe('Bo Prov');
	});

	test('has the lines that the importer left out, and takes those that the reader puts back', async () => {
		const left = [
			{ text: 'Chapter the first', reason: 'running-head', before: 0 },
			{ text: 'It was the sixth of May. It rained.', reason: 'date', before: 1 },
			{ text: '12', reason: 'page-number', before: 2 }
		] as const;
		const { arrival } = await mending({
			read: async () => ok({ article: english, leftOut: left, notices: [] })
		});
		expect(arrival.draft?.leftOut).toEqual(left);
		const links = arrival.draft?.links ?? [];
		arrival.ask();
		arrival.restore(1);
		const { draft } = arrival;
		expect(draft?.target.blocks.map(({ text }) => text.slice(0, 6))).toEqual([
			...['The li', 'It was', 'In 190']
		]);
		const rest = [left[0], { ...left[2], before: 3 }];
		expect(arrival.draft?.leftOut).toEqual(rest);
		await arrival.discard();
		expect(arrival.draft).toBe(null);
		await arrival.putBack();
		expect(arrival.draft?.leftOut).toEqual(rest);
		const all = draft?.links.flatMap(({ target }) => target);
		expect(all).toEqual([0, 1, 2, 3, 4, 5]);
		expect(draft?.links).toHaveLength(links.length + 2);
		expect(arrival.isAligned).toBe(false);
		await arrival.align();
		expect(arrival.isAligned).toBe(true);
		expect(await arrival.save()).toBe(true);
	});

	test('has no lines of a file that another text of the library took the place of', async () => {
		const left = [{ text: '12', reason: 'page-number', before: 0 }] as const;
		const { arrival, articles } = setUp({
			read: async () => ok({ article: english, leftOut: left, notices: [{ kind: 'html' }] })
		});
		articles.set('english', english);
		await arrival.open(forArticle);
		await arrival.read('lighthouse.txt', file);
		await arrival.choose({ id: 'english', place: 'own' });
		expect([arrival.draft?.leftOut, arrival.notices]).toEqual([undefined, []]);
	});

	test('is written at every change, and another visit can continue it once this one closes it', async () => {
		const { arrival, drafts, environment } = await mending();
		arrival.setCredit({ publication: 'Valley Review' });
		arrival.setCredit({ publication: 'Valley Review, 3' });
		await idle();
		expect(drafts.get('one')?.credit.publication).toBe('Valley Review, 3');
		const next = new Arrival(environment);
		await next.open({ kind: 'draft', id: 'one' });
		expect(next.step).toEqual({ kind: 'closed', why: 'elsewhere' });
		arrival.close();
		await next.open({ kind: 'draft', id: 'one' });
		expect(next.step).toEqual({ kind: 'mending' });
		expect(next.draft).toEqual(drafts.get('one'));
		expect(next.article?.title).toBe('Fyren');
	});

	test('is locked before it is read, so that another visit’s last change is included', async () => {
		const { arrival, drafts, environment } = await mending();
		arrival.close();
		const last = { ...(drafts.get('one') as AlignmentDraft), changedAt: 'later' };
		const lockDraft: typeof environment.lockDraft = async (id) => {
			drafts.set(id, last);
			return environment.lockDraft(id);
		};
		const next = new Arrival({ ...environment, lockDraft });
		await next.open({ kind: 'draft', id: 'one' });
		expect(next.draft).toEqual(last);
	});

	test('is not locked by a page that was left while it opened or read', async () => {
		const { arrival, held, environment } = await mending();
		arrival.close();
		const left = new Arrival(environment);
		const opening = left.open({ kind: 'draft', id: 'one' });
		left.close();
		await opening;
		expect(held.size).toBe(0);
		const reading = new Arrival(environment);
		await reading.open(forArticle);
		const read = reading.read('lighthouse.txt', file);
		reading.close();
		await read;
		expect(held.size).toBe(0);
	});

	test('is unlocked once its last change is written', async () => {
		const { arrival, held, drafts } = await mending();
		arrival.setCredit({ publication: 'Valley Review' });
		arrival.close();
		expect(held.size).toBe(1);
		await idle();
		expect(held.size).toBe(0);
		expect(drafts.get('one')?.credit.publication).toBe('Valley Review');
	});

	test('is aligned again after its language has changed', async () => {
		const { arrival } = await mending();
		arrival.setLang('sv');
		expect(arrival.isAligned).toBe(false);
		await arrival.align();
		expect(arrival.hasGrave).toBe(true);
		expect(arrival.step).toEqual({ kind: 'about', failure: null });
	});

	test('stays as it is when storage is full, and can be saved once there is room', async () => {
		const { arrival, drafts, state, translations } = await mending();
		state.full = true;
		expect(await arrival.save()).toBe(false);
		expect(arrival.refused).toEqual({ kind: 'full' });
		expect(arrival.step).toEqual({ kind: 'mending' });
		expect(drafts.size).toBe(1);
		state.full = false;
		expect(await arrival.save()).toBe(true);
		expect(arrival.refused).toBeNull();
		expect(translations.size).toBe(1);
	});

	test('can be discarded and put back', async () => {
		const { arrival, drafts, held } = await mending();
		const before = arrival.draft;
		await arrival.discard();
		expect([drafts.size, held.size, arrival.draft]).toEqual([0, 0, null]);
		await arrival.putBack();
		expect(arrival.draft).toEqual(before);
		expect(arrival.step).toEqual({ kind: 'mending' });
		expect(drafts.size).toBe(1);
	});

	test('takes its language and publication from another text of the library', async () => {
		const { arrival, articles } = setUp();
		articles.set('other', { ...english, publication: 'Valley Review', issued: '2014-10' });
		await arrival.open(forArticle);
		await arrival.choose({ id: 'other', place: 'own' });
		expect(arrival.draft?.target.lang).toBe('en');
		expect(arrival.draft?.credit).toMatchObject({
			translator: '',
			publication: 'Valley Review',
			date: '2014-10'
		});
	});

	test('needs no aligning when a translator’s tool has linked it', async () => {
		const links = [{ source: [0, 1, 2, 3], target: [0, 1, 2, 3], confidence: 1, fixed: true }];
		const { arrival } = setUp({
			exchange: async () =>
				ok({
					target: { lang: 'en', blocks: english.blocks },
					credit: { translator: 'Ida Holm' },
					...{ links, machine: null, leftOut: [] }
				})
		});
		await arrival.open(forArticle);
		await arrival.read('lighthouse.xlf', file);
		expect(arrival.isAligned).toBe(true);
		expect(arrival.draft?.credit.translator).toBe('Ida Holm');
	});

	describe('of which its file says that a machine wrote some', () => {
		const links = [0, 1, 2, 3].map((at) => ({
			...{ source: [at], target: [at] },
			...{ confidence: 1, fixed: false }
		}));
		const [first, second] = english.blocks.map(({ fingerprint }) => fingerprint);
		const coming = async (words: Partial<MachineWords>) => {
			const machine: MachineWords = {
				...{ origin: 'machine', name: 'DeepL', certain: [], unclear: [], answer: null },
				...words
			};
			const all = setUp({
				exchange: async () =>
					ok({
						target: { lang: 'en', blocks: english.blocks },
						credit: {},
						...{ links, machine, leftOut: [] }
					})
			});
			await all.arrival.open(forArticle);
			await all.arrival.read('lighthouse.xlf', file);
			return all;
		};
		const question = ({ draft }: Arrival) => ({
			asked: draft !== null && isUnanswered(draft),
			all: draft !== null && isAllMachines(draft)
		});
		const whose = ({ translations }: Awaited<ReturnType<typeof coming>>) =>
			translations.get('one')?.units.map(({ by }) => `${by.origin} ${by.name}`);

		test('has these as the machine’s and the others as the translator’s', async () => {
			const all = await coming({ certain: first ? [first] : [] });
			expect(question(all.arrival)).toEqual({ asked: false, all: false });
			all.arrival.setCredit({ translator: 'Ida Holm' });
			all.arrival.mend();
			await all.arrival.save();
			expect(whose(all)).toEqual(['machine DeepL', 'human Ida Holm']);
		});

		test('needs no translator’s name where all of it is a machine’s', async () => {
			const all = await coming({ certain: first && second ? [first, second] : [] });
			expect(question(all.arrival)).toEqual({ asked: false, all: true });
		});

		test('asks where the file is unclear, also after the tab was closed', async () => {
			const all = await coming({ unclear: second ? [second] : [] });
			expect(question(all.arrival).asked).toBe(true);
			all.arrival.close();
			const next = new Arrival(all.environment);
			await next.open({ kind: 'draft', id: 'one' });
			expect(next.step).toEqual({ kind: 'about', failure: null });
			next.setCredit({ translator: 'Ida Holm' });
			next.sayWhose('human');
			expect(question(next).asked).toBe(false);
			next.mend();
			await next.save();
			expect(whose(all)).toEqual(['human Ida Holm', 'human Ida Holm']);
		});

		test('is a machine’s where the reader says so, or says nothing', async () => {
			for (const answer of ['machine', null] as const) {
				const all = await coming({ unclear: second ? [second] : [] });
				all.arrival.setCredit({ translator: 'Ida Holm' });
				if (answer) all.arrival.sayWhose(answer);
				all.arrival.mend();
				await all.arrival.save();
				expect(whose(all)).toEqual(['human Ida Holm', 'machine DeepL']);
			}
		});
	});
});
