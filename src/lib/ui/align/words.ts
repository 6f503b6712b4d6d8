import { isOmission, type Level, type ItemPair, type LinkRow } from '$lib/core/links/linkRows';
import { isDoubtful } from '$lib/core/links/doubt';
import type { T } from '$lib/i18n';
import type { EditNotice } from '$lib/state/align/alignment.svelte';

/** Returns “2 sentences beside 1”, or the side that has no counterpart. */
function besideOf({ source, target }: ItemPair, level: Level, t: T): string {
	if (target.length === 0) return t('align.beside.onlySource');
	if (source.length === 0) return t('align.beside.onlyTarget');
	return t(`align.beside.${level}`, { count: source.length, target: target.length });
}

/** Returns remarks on a link that is not one to one, is uncertain, or was made by the reader. */
export function linkRemarks(row: LinkRow, t: T): readonly string[] {
	const counts = { source: row.source.length, target: row.target.length };
	const even = counts.source === 1 && counts.target === 1;
	return [
		...(isOmission(row) || even ? [] : [t('align.row.counts', counts)]),
		...(row.dropped ? [t('align.row.dropped')] : []),
		...(row.fixed && !row.dropped ? [t('align.row.fixed')] : []),
		...(isDoubtful(row)
			? [t('align.row.doubtful'), t('align.row.sure', { percent: percentOf(row) })]
			: [])
	];
}

const percentOf = ({ confidence }: LinkRow): number => Math.floor(confidence * 100);

/** Returns a sentence that announces a change. */
export function noticeWords(said: EditNotice, level: Level, t: T): string {
	switch (said.kind) {
		case 'undo':
		case 'redo':
			return t(`align.said.${said.kind}`, { count: said.left });
		case 'realigned':
			return t('align.said.realigned', { count: said.changed });
		case 'realigning':
			return t('align.realigning');
		case 'impossible':
		case 'sure':
		case 'cancelled':
			return t(`align.said.${said.kind}`);
		case 'drop':
			return t(said.row.dropped ? 'align.said.drop' : 'align.said.putBack');
		default:
			return t(`align.said.${said.kind}`, { beside: besideOf(said.row, level, t) });
	}
}
