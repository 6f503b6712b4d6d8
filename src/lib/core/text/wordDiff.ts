/** What has changed between two versions of a text, word by word. */
import { diffWordsWithSpace } from 'diff';

interface WordChange {
	readonly kind: 'same' | 'removed' | 'added';
	readonly text: string;
}

/** Number of changed words beyond which the whole text counts as replaced. */
const maxChanges = 2000;

/**
 * Returns the runs of words that are the same, removed and added, in order; where words are
 * replaced, the removed ones come first. Law: the same and removed runs joined are `before`, the
 * same and added ones `after`.
 */
export function wordDiff(before: string, after: string): readonly WordChange[] {
	const found = diffWordsWithSpace(before, after, { maxEditLength: maxChanges });
	if (!found) return joined([change('removed', before), change('added', after)]);
	return joined(
		found.map(({ added, removed, value }) =>
			change(added ? 'added' : removed ? 'removed' : 'same', value)
		)
	);
}

const change = (kind: WordChange['kind'], text: string): WordChange => ({ kind, text });

/** Joins changes with only white space between them: a phrase is replaced as one, not word by word. */
function joined(changes: readonly WordChange[]): readonly WordChange[] {
	const runs: WordChange[] = [];
	let [removed, added] = ['', ''];
	const flush = () => {
		if (removed) runs.push(change('removed', removed));
		if (added) runs.push(change('added', added));
		[removed, added] = ['', ''];
	};
	changes.forEach(({ kind, text }, at) => {
		const isBetween = (removed || added) && !text.trim() && at < changes.length - 1;
		if (kind === 'same' && !isBetween) {
			flush();
			runs.push(change('same', text));
			return;
		}
		if (kind !== 'added') removed += text;
		if (kind !== 'removed') added += text;
	});
	flush();
	return runs.filter(({ text }) => text);
}
