/** Says what a merge does, or why there is none: in words, and as JSON. */
import { unreachable } from '../lib/core/result';
import {
	isTaken,
	type MergeEntry,
	type MergeFailure,
	type MergePlan
} from '../lib/core/translation/exchange/mergePlan';
import type { Correction, Unit } from '../lib/core/translation/unit';

export function describeMergeFailure(failure: MergeFailure): string {
	switch (failure.kind) {
		case 'languages': {
			const [from, to] = failure.found;
			const [source, target] = failure.expected;
			return `it is from ${from} to ${to}, the translation from ${source} to ${target}`;
		}
		case 'other-article':
			return `it is of another article${failure.article === null ? '' : ` (${failure.article})`}: none of its units is in the translation`;
		default:
			return unreachable(failure);
	}
}

/** Says that changed words have no author, and which words. */
export const unsignedWords = (count: number, plan: MergePlan): string =>
	[
		`${count} ${count === 1 ? 'unit has' : 'units have'} changed words, and the file does not say whose: --by NAME. Nothing was written`,
		...plan.entries.filter(({ kind }) => kind === 'unsigned').flatMap(linesOf)
	].join('\n');

/** Says what was merged, entry by entry, and what was left. */
export function mergeSummary(name: string, written: boolean, plan: MergePlan): string {
	const unchanged = plan.entries.filter(({ kind }) => kind === 'unchanged').length;
	const changed = plan.entries.filter(isTaken).length;
	const what = written ? 'written' : 'nothing written';
	return [
		...plan.entries.flatMap(linesOf),
		...plan.unsignedReviews.map(
			(id) => `${id}: called reviewed, but not by whom, when, or of which words: not taken`
		),
		`${name}: ${changed} changed, ${unchanged} unchanged, ${plan.absent.length} not in the file; ${what}`
	].join('\n');
}

function linesOf(entry: MergeEntry): readonly string[] {
	switch (entry.kind) {
		case 'unchanged':
			return [];
		case 'title':
			return [
				entry.taken ? 'title' : 'title: changed here too since the export: not taken',
				`  - ${entry.before}`,
				`  + ${entry.after}`
			];
		case 'changed': {
			const { id, parts, kept, before, after } = entry;
			const also = kept.length > 0 ? `; changed here too, and kept: ${kept.join(', ')}` : '';
			return [`${id}: ${parts.join(', ')}${also}`, ...changes(before, after)];
		}
		case 'conflict':
			return [
				`${entry.id}: changed here too since the export (${entry.parts.join(', ')}): not taken`,
				...changes(entry.before, { ...entry.before, text: entry.came.text })
			];
		case 'unsigned':
			return [
				`${entry.id}: text, not said whose`,
				...changes(entry.before, { ...entry.before, text: entry.came.text })
			];
		case 'emptied':
			return [`${entry.id}: came back empty: kept`];
		case 'unknown':
			return [`${entry.id}: no such unit: not taken`];
		default:
			return unreachable(entry);
	}
}

/** Returns the lines that differ, as a diff has them. */
function changes(before: Unit, after: Unit): readonly string[] {
	const [was, is] = [before, after].map(factsOf);
	return (was ?? []).flatMap((line, at) => {
		const other = is?.[at] ?? '';
		return line === other
			? []
			: [...(line === '' ? [] : [`  - ${line}`]), ...(other === '' ? [] : [`  + ${other}`])];
	});
}

const factsOf = ({ text, by, correction, review, note }: Unit): readonly string[] => [
	text.join(' ¶ '),
	`by ${by.name}, ${by.date} (${by.origin})`,
	correction ? `corrected by ${correction.by}, ${correction.date}${keptOf(correction)}` : '',
	review ? `reviewed by ${review.by}, ${review.date}` : '',
	note === undefined ? '' : `note: ${note}`
];

const keptOf = ({ kept }: Correction): string =>
	kept === undefined ? '' : ` (${Math.floor(100 * kept + 1e-9)} % of its words kept)`;

/** Returns the same as `mergeSummary`, as JSON. */
export function mergeJson(translation: string, written: boolean, plan: MergePlan): string {
	const { entries, unsignedReviews, absent } = plan;
	const told = entries.filter(({ kind }) => kind !== 'unchanged').map(entryJson);
	return JSON.stringify(
		{ translation, written, entries: told, unsigned_reviews: unsignedReviews, absent },
		null,
		2
	);
}

function entryJson(entry: MergeEntry): object {
	switch (entry.kind) {
		case 'changed': {
			const { at: _, ...rest } = entry;
			return rest;
		}
		case 'title':
			return { id: 'title', ...entry };
		default:
			return entry;
	}
}
