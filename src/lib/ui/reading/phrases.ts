import type { T } from '$lib/i18n';

/** The page’s own words, finished: what stands on it before anyone asks for more. */
export const phrases = (t: T, original: string, translation: string) => ({
	skip: t('app.skip'),
	view: t('reading.view.legend'),
	views: {
		original: t('reading.view.original'),
		translation: t('reading.view.translation'),
		both: t('reading.view.both')
	},
	layout: t('reading.layout.legend'),
	layouts: {
		rows: t('reading.layout.rows'),
		stacked: t('reading.layout.stacked'),
		peek: t('reading.layout.peek')
	},
	text: t('reading.tools.text'),
	menu: t('reading.tools.more'),
	help: t('reading.tools.help'),
	link: t('reading.row.link'),
	more: t('reading.row.more'),
	show: t('reading.row.show'),
	missing: t('reading.row.missing'),
	write: t('reading.row.write'),
	translate: t('machine.translate.button'),
	translateAll: t('machine.translate.all'),
	stale: t('reading.row.stale'),
	note: t('reading.row.note'),
	hidden: t('reading.row.hidden'),
	notes: t('reading.notes.heading'),
	noteBack: t('reading.notes.back'),
	noteOpen: t('reading.notes.open'),
	noteClose: t('reading.notes.close'),
	originalMissing: t('reading.head.originalMissing', {
		original: inSentence(original, t),
		translation: inSentence(translation, t)
	}),
	reads: t('reading.head.reads'),
	addCopy: t('reading.head.addCopy'),
	untitled: t('reading.head.untitled'),
	floor: t('reading.floor.legend'),
	floors: {
		all: t('reading.floor.all'),
		draft: t('reading.floor.draft'),
		reviewed: t('reading.floor.reviewed'),
		human: t('reading.floor.human')
	},
	sharedView: t('reading.view.shared'),
	ownView: t('reading.view.own'),
	dismiss: t('own.dismiss'),
	partMissing: t('reading.partMissing'),
	library: t('app.nav.library')
});

export type Phrases = ReturnType<typeof phrases>;

export const inSentence = (lang: string, t: T): string =>
	lang === 'sv' || lang === 'en' ? t(`reading.lang.${lang}`) : t('reading.lang.other');
