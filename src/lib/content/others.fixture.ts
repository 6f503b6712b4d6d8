/**
 * Articles by other authors that the library translates. They are not in the repository, and are
 * tested only where ../shared/articles is present.
 */
import { sharedOriginals } from '../../cli/originals';
import type { Article } from '../core/text/article';

/** Each of these has a stored translation with the same id. */
const ids = [
	'brutal-repression',
	'bulletin-21-kazakhstan',
	'failed-coup-attempts',
	'ryskledda-insatsen',
	'vad-hander-i-kazakstan'
] as const;

export interface Other {
	readonly id: string;
	readonly name: string;
	readonly article: Article;
}

/** Returns the articles; none where ../shared/articles is missing, which is logged. */
export function others(): readonly Other[] {
	const files = sharedOriginals().filter(({ name }) => name.endsWith('.txt'));
	const found = ids.flatMap((id) => {
		const file = files.find(({ name }) => name.startsWith(`${id}.`));
		return file ? [{ id, ...file }] : [];
	});
	const missing = ids.filter((id) => !found.some((one) => one.id === id));
	if (missing.length > 0)
		console.log(`skipped: not in ../shared/articles, so not compared with: ${missing.join(', ')}`);
	return found;
}
