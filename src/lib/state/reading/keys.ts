/**
 * The reading page’s keys: one table for what they do and for the list under `?`. Single keys work
 * only while no field has the focus, and can be turned off (WCAG 2.1.4).
 */
export const keys = {
	'1': 'viewOriginal',
	'2': 'viewTranslation',
	'3': 'viewBoth',
	v: 'nextView',
	r: 'rows',
	s: 'stacked',
	p: 'peek',
	j: 'nextParagraph',
	k: 'previousParagraph',
	'.': 'nextSentence',
	',': 'previousSentence',
	w: 'word',
	W: 'otherWord',
	o: 'reveal',
	e: 'edit',
	d: 'translate',
	m: 'menu',
	c: 'cite',
	n: 'note',
	'<': 'previousChapter',
	'>': 'nextChapter',
	h: 'highlight',
	H: 'highlights',
	a: 'readAloud',
	b: 'speechBack',
	f: 'speechOn',
	'+': 'larger',
	'-': 'smaller',
	t: 'text',
	i: 'contents',
	l: 'library',
	'/': 'search',
	'?': 'help',
	Escape: 'close'
} as const;

export type ReadingAction = (typeof keys)[keyof typeof keys];

/** Returns the action of a key press; null where the key is not for the page. */
export function actionOf(event: KeyboardEvent, enabled: boolean): ReadingAction | null {
	if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return null;
	const target = event.target instanceof Element ? event.target : null;
	if (
		target?.closest('textarea, select, [contenteditable], input:not([type=radio], [type=checkbox])')
	)
		return null;
	const action = event.key in keys ? keys[event.key as keyof typeof keys] : null;
	return enabled || action === 'close' || action === 'help' ? action : null;
}
