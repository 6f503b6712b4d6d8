/** Whose the reader’s own words are, before and after they are saved. */
import { moment } from '$lib/core/library/moment';
import type { OwnReview, OwnWords } from '$lib/core/library/store';
import type { Drafts } from '$lib/core/translation/credited';
import { asUnit, draftBegunFrom } from '$lib/core/translation/own';
import { reviewedText } from '$lib/core/translation/reviewedText';
import type { Row } from '$lib/core/translation/row';
import type { T } from '$lib/i18n';
import { byline, type Byline } from './byline';

/** Returns the record of a row’s words, with the draft that they began from. */
export function wordsToSave(
	about: Pick<OwnWords, 'article' | 'lang' | 'text' | 'name'>,
	{ shown, source }: Row,
	base: OwnWords | null,
	drafts: Drafts
): OwnWords {
	const before = shown.kind === 'translated' ? shown : null;
	const from = base ? base.from : (before?.by.origin ?? null);
	const draft = draftBegunFrom(about.text, source, { shown: before, base, drafts });
	return {
		...about,
		...{ source, from },
		...(draft && { draft }),
		changedAt: moment(Date.now())
	};
}

/** Returns the record of a review of what a row shows; with no `name` it withdraws `before`. */
export function reviewToSave(
	about: Pick<OwnReview, 'article' | 'lang'>,
	{ shown, source }: Row,
	name: string | null,
	before: OwnReview | null
): OwnReview | null {
	if (shown.kind !== 'translated') return null;
	return {
		...about,
		source,
		reviewed: reviewedText(shown.text),
		name: name ?? before?.name ?? '',
		changedAt: moment(Date.now()),
		...(name === null && { deleted: true as const })
	};
}

/** Returns whose own words are, in full. */
export function bylineOf(words: OwnWords, drafts: Drafts, t: T): Byline {
	const unit = asUnit(words, drafts);
	return byline({ ...unit, own: true }, t);
}
