import { isOmission, type Level, type Pair, type Row } from '$lib/core/align/row';
import { isDoubtful } from '$lib/core/align/doubt';
import type { T } from '$lib/i18n';
import type { Said } from '$lib/state/alignment.svelte';

/** “2 sentences beside 1”, or what has no counterpart. */
export function besideOf({ source, target }: Pair, level: Level, t: T): string {
	if (target.length === 0) return t('align.beside.onlySource');
	if (source.length === 0) return t('align.beside.onlyTarget');
	return t(`align.beside.${level}`, { count: source.length, target: target.length });
}

/** What is to be said of a link that is not one to one, sure, and the aligner’s own. */
export function standingOf(row: Row, t: T): readonly string[] {
	const counts = { source: row.source.length, target: row.target.length };
	const even = counts.source === 1 && counts.target === 1;
	return [
		...(isOmission(row) || even ? [] : [t('align.row.counts', counts)]),
		...(row.fixed ? [t('align.row.fixed')] : []),
		...(isDoubtful(row)
			? [t('align.row.doubtful'), t('align.row.sure', { percent: percentOf(row) })]
			: [])
	];
}

const percentOf = ({ confidence }: Row): number => Math.floor(confidence * 100);

/** What has happened, in a sentence. */
export function saidOf(said: Said, level: Level, t: T): string {
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
		default:
			return t(`align.said.${said.kind}`, { beside: besideOf(said.row, level, t) });
	}
}
