import type { Written } from '$lib/core/text/article';
import type { T } from '$lib/i18n';
import type { Byline } from './byline';

/** Returns “Written by AI” and “ from 5 texts, not reviewed”. */
export const writtenBy = ({ from }: Written, t: T): Byline => ({
	lead: t('reading.written.ai'),
	rest: `${from > 0 ? t('reading.written.from', { count: from }) : ''}, ${t('reading.by.notReviewed')}`
});
