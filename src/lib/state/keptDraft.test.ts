import { describe, expect, test } from 'vitest';
import { fail, ok } from '$lib/core/result';
import { KeptDraft } from './keptDraft.svelte';

interface Note {
	readonly id: string;
	readonly text: string;
}
const note = (text: string, id = 'one'): Note => ({ id, text });
const idle = () => new Promise((resolve) => setTimeout(resolve));

/** A store with locks, shared by the tabs of one browser. */
function browser(restMs?: number) {
	const drafts = new Map<string, string>();
	const locked = new Set<string>();
	const log: string[] = [];
	const state = { full: false };
	const tab = () =>
		new KeptDraft<Note>({
			restMs: () => restMs,
			lock: async (id) => {
				if (locked.has(id)) return null;
				locked.add(id);
				return () => locked.delete(id);
			},
			write: async ({ id, text }) => {
				log.push(`write ${text}`);
				await idle();
				if (state.full) return fail({ kind: 'full' });
				drafts.set(id, text);
				return ok(undefined);
			},
			remove: async (id) => {
				log.push(`remove ${id}`);
				await idle();
				drafts.delete(id);
			}
		});
	return { drafts, locked, log, state, tab };
}

/** A draft that this tab has locked and written. */
async function written(restMs?: number) {
	const all = browser(restMs);
	const draft = all.tab();
	await draft.lock('one');
	await draft.change(note('a'));
	return { ...all, draft };
}

describe('writing', () => {
	test('a change during a write is written after it, and only the last of several', async () => {
		const { draft, log, drafts } = await written();
		void draft.change(note('b'));
		void draft.change(note('c'));
		const last = draft.change(note('d'));
		expect(draft.isWritten).toBe(false);
		await last;
		expect(log).toEqual(['write a', 'write b', 'write d']);
		expect(drafts.get('one')).toBe('d');
		expect(draft.isWritten).toBe(true);
	});

	test('a refused write is reported, and the next change tries again', async () => {
		const { draft, state, drafts } = await written();
		state.full = true;
		await draft.change(note('b'));
		expect([draft.refused, draft.isWritten]).toEqual([{ kind: 'full' }, false]);
		state.full = false;
		await draft.change(note('c'));
		expect([draft.refused, draft.isWritten]).toEqual([null, true]);
		expect(drafts.get('one')).toBe('c');
	});

	test('a draft that is resumed, or only begun, is not written before its first change', async () => {
		const { tab, log } = browser();
		const draft = tab();
		draft.resume(note('a'));
		await draft.write();
		expect(draft.isWritten).toBe(true);
		draft.begin(note('b'));
		expect([log, draft.isWritten]).toEqual([[], false]);
	});
});

describe('the lock', () => {
	test('belongs to one tab, until that tab closes the draft', async () => {
		const { draft, tab } = await written();
		const other = tab();
		expect(await other.lock('one')).toBe(false);
		draft.close();
		expect(await other.lock('one')).toBe(true);
	});

	test('is released only when the last change is written', async () => {
		const { draft, locked, drafts } = await written();
		void draft.change(note('b'));
		draft.close();
		expect(locked.size).toBe(1);
		await idle();
		expect([locked.size, drafts.get('one')]).toEqual([0, 'b']);
	});

	test('that arrives after the page was left is released again', async () => {
		const { tab, locked } = browser();
		const draft = tab();
		const locking = draft.lock('one');
		draft.close();
		expect(await locking).toBe(false);
		expect(locked.size).toBe(0);
	});
});

describe('a draft that is saved', () => {
	test('is removed and unlocked, and a late change does not write it again', async () => {
		const { draft, drafts, locked } = await written();
		draft.refuse({ kind: 'full' });
		await draft.finish();
		await draft.change(note('b'));
		expect([drafts.size, locked.size, draft.refused]).toEqual([0, 0, null]);
	});
});

describe('a draft that is discarded', () => {
	test('is removed and unlocked, and can be put back', async () => {
		const { draft, drafts, locked } = await written();
		await draft.discard();
		expect([draft.value, draft.discarded, drafts.size, locked.size]).toEqual([
			null,
			note('a'),
			0,
			0
		]);
		expect(await draft.restore()).toBe(true);
		await draft.write();
		expect([draft.value, draft.discarded, drafts.get('one')]).toEqual([note('a'), null, 'a']);
	});

	test('is put back only after its removal is done', async () => {
		const { draft, drafts, log } = await written();
		void draft.discard();
		expect(await draft.restore()).toBe(true);
		await draft.write();
		expect(log).toEqual(['write a', 'remove one', 'write a']);
		expect([drafts.get('one'), draft.isLocked]).toEqual(['a', true]);
	});

	test('stays discarded where another tab has locked it', async () => {
		const { draft, tab } = await written();
		await draft.discard();
		await tab().lock('one');
		expect(await draft.restore()).toBe(false);
		expect([draft.value, draft.discarded]).toEqual([null, note('a')]);
	});

	test('takes the lock with it: a draft begun during the removal has its own', async () => {
		const { draft, locked } = await written();
		const discarding = draft.discard();
		expect(await draft.lock('two')).toBe(true);
		await discarding;
		expect([...locked]).toEqual(['two']);
	});
});

describe('a draft with a rest', () => {
	/** Longer than any of these tests takes, in milliseconds. */
	const long = 10_000;

	test('writes several changes once, after the last', async () => {
		const { draft, log } = await written(1);
		for (const text of ['b', 'c', 'd']) void draft.change(note(text));
		await new Promise((resolve) => setTimeout(resolve, 30));
		expect(log.filter((said) => said !== 'write a')).toEqual(['write d']);
	});

	test('is written at once when the page is hidden or left', async () => {
		const { draft, drafts, locked } = await written(long);
		await draft.change(note('b'));
		expect(drafts.size).toBe(0);
		draft.flush();
		await idle();
		await idle();
		expect(drafts.get('one')).toBe('b');
		await draft.change(note('c'));
		draft.close();
		await idle();
		await idle();
		expect([drafts.get('one'), locked.size]).toEqual(['c', 0]);
	});

	test('writes nothing after it is discarded or finished', async () => {
		const { draft, log } = await written(1);
		await draft.change(note('b'));
		await draft.discard();
		await new Promise((resolve) => setTimeout(resolve, 30));
		expect(log.filter((said) => said === 'write b')).toEqual([]);
	});
});
