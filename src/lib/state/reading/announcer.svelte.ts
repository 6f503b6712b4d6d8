/** Messages about what the reader has just done: shown, and read aloud by screen readers. */
import type { StoreFailure } from '$lib/core/library/storeFailure';
import type { Result } from '$lib/core/result';
import type { T } from '$lib/i18n';

export interface Announcement {
	readonly text: string;
	/** Undoes what the text tells of; null where that cannot be undone. */
	readonly undo: (() => void) | null;
}

export class Announcer {
	/** The message that is shown; null for none. */
	current = $state.raw<Announcement | null>(null);

	announce(text: string, undo: (() => void) | null = null): void {
		this.current = { text, undo };
	}

	/** Announces a failure of the store in the reader’s language. */
	announceFailure(failure: StoreFailure, t: T): void {
		this.announce(t(`store.${failure.kind}`, { ...failure }));
	}

	/** Announces `text` with a way back; the outcome of the way back is announced too. */
	announceUndoable(text: string, undo: () => Promise<Result<unknown, StoreFailure>>, t: T): void {
		this.announce(text, async () => {
			const undone = await undo();
			if (undone.ok) this.announce(t('own.undone'));
			else this.announceFailure(undone.failure, t);
		});
	}

	dismiss(): void {
		this.current = null;
	}
}
