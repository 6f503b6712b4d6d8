import { expect, test } from 'vitest';
import { fail, ok } from '$lib/core/result';
import { translator } from '$lib/i18n';
import { Announcer } from './announcer.svelte';

const t = await translator('en');

test('an undone change is announced, without a way back', async () => {
	const announcer = new Announcer();
	announcer.announceUndoable('Saved.', async () => ok(undefined), t);
	expect(announcer.current?.text).toBe('Saved.');
	await announcer.current?.undo?.();
	expect(announcer.current).toEqual({ text: t('own.undone'), undo: null });
});

test('an undo that fails says why', async () => {
	const announcer = new Announcer();
	announcer.announceUndoable('Saved.', async () => fail({ kind: 'full' }), t);
	await announcer.current?.undo?.();
	expect(announcer.current?.text).toBe(t('store.full'));
});
