/** Whose words a translation has, as the page says it. */
import type { Shown } from '$lib/core/translation/row';
import type { Contributor } from '$lib/core/translation/unit';
import type { T } from '$lib/i18n';

/** Who translated, in full: `lead` is emphasised, `rest` follows. */
export interface Byline {
	readonly lead: string;
	readonly rest: string;
}

/** The origin and the review state in one word each. */
export interface Mark {
	readonly origin: string;
	readonly review: string;
}

export function byline(
	shown: Pick<Shown & { kind: 'translated' }, 'by' | 'correction' | 'review' | 'own'>,
	t: T
): Byline {
	const { by, correction, review } = shown;
	const reviewed = review
		? t('reading.by.reviewed', { name: review.by })
		: t('reading.by.notReviewed');
	if (correction && by.origin !== 'human') {
		const drafter = by.model ?? by.name;
		const place = isOfDevice(by) ? 'machine' : 'ai';
		return {
			lead: t(`reading.by.corrected.${by.origin}`, { name: correction.by }),
			rest: [
				drafter && t(`reading.by.drafter.${place}`, { name: drafter }),
				review && `, ${reviewed}`
			]
				.filter(Boolean)
				.join('')
		};
	}
	switch (by.origin) {
		case 'human':
			return {
				lead: shown.own
					? t('reading.by.own', { name: by.name })
					: by.name === ''
						? t('incoming.by.unnamed')
						: t('reading.by.human', { name: by.name }),
				rest: review ? `, ${reviewed}` : ''
			};
		case 'ai':
			return {
				lead: t('reading.by.ai'),
				rest: `${nameOf(by, t)}, ${reviewed}`
			};
		case 'machine':
			return {
				lead: t('reading.by.machine'),
				rest: isOfDevice(by)
					? `${t('reading.by.machineName', { name: by.model ?? by.name })}, ${reviewed}`
					: `${nameOf(by, t)}, ${reviewed}`
			};
	}
}

/** Tells whether this device’s model made it: its model is known. Others come in files. */
const isOfDevice = ({ origin, model }: Contributor): boolean =>
	origin === 'machine' && model !== undefined;

/** Returns “by” and a name; nothing if a file named none. */
const nameOf = ({ name }: Contributor, t: T): string =>
	name === '' ? '' : t('reading.by.aiName', { name });

/** Returns the origin and the review state in one word each. */
export function mark(shown: Shown, t: T): Mark | null {
	if (shown.kind === 'missing') return null;
	return {
		origin: t(`app.origin.${shown.by.origin}`),
		review: shown.correction
			? t('reading.mark.corrected')
			: shown.review
				? t('reading.mark.reviewed')
				: shown.by.origin === 'human'
					? ''
					: t('reading.mark.notReviewed')
	};
}
