import type { T } from '$lib/i18n';

/**
 * The phrases that the page shows before any panel or message has loaded.
 * @param untitled what a text without a title is called
 */
export const phrases = (
	t: T,
	original: string,
	translation: string,
	untitled = t('reading.head.untitled')
) => ({
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
	contents: t('reading.tools.contents'),
	/** `#` stands for the minutes. */
	left: t('reading.tools.left', { minutes: '#' }),
	peekHint: t('reading.row.peekHint'),
	text: t('reading.tools.text'),
	menu: t('reading.tools.more'),
	speech: t('reading.tools.readAloud'),
	help: t('reading.tools.help'),
	link: t('reading.row.link'),
	more: t('reading.row.more'),
	show: t('reading.row.show'),
	write: t('reading.row.write'),
	expand: t('reading.row.expand'),
	bare: t('reading.bare.text'),
	bareAdd: t('reading.bare.add'),
	bareWrite: t('reading.bare.write'),
	translate: t('machine.translate.button'),
	translateAll: t('machine.translate.all'),
	stale: t('reading.row.stale'),
	note: t('reading.row.note'),
	hidden: t('reading.row.hidden'),
	notes: t('reading.notes.heading'),
	noteBack: t('reading.notes.back'),
	noteOpen: t('reading.notes.open'),
	noteMissing: t('reading.notes.missing'),
	noteClose: t('reading.notes.close'),
	originalMissing: t('reading.head.originalMissing', {
		original: inSentence(original, t),
		translation: inSentence(translation, t)
	}),
	reads: t('reading.head.reads'),
	addCopy: t('reading.head.addCopy'),
	untitled,
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
	book: {
		chapters: t('reading.book.contents'),
		toBook: t('reading.book.toBook'),
		next: t('reading.book.next'),
		previous: t('reading.book.previous')
	},
	place: {
		continued: t('reading.place.continued'),
		toStart: t('reading.place.toStart'),
		toFurthest: t('reading.place.toFurthest'),
		end: t('reading.place.end'),
		toLibrary: t('reading.place.toLibrary'),
		isRead: t('reading.place.isRead'),
		markRead: t('reading.place.markRead'),
		markUnread: t('reading.place.markUnread')
	}
});

export type Phrases = ReturnType<typeof phrases>;

export const inSentence = (lang: string, t: T): string =>
	lang === 'sv' || lang === 'en' ? t(`reading.lang.${lang}`) : t('reading.lang.other');
