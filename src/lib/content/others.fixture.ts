/**
 * The articles of others that the library translates: not part of the repository, but compared with
 * wherever ../shared/articles is at hand.
 */
import { originalsIn, sharedArticles } from '../../cli/originals';
import type { Article } from '../core/text/article';

/** Every one of these has a stored translation under its own name. */
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

/** None where ../shared/articles is not at hand, and then it says so. */
export function others(): readonly Other[] {
	const files = originalsIn(sharedArticles).filter(({ name }) => name.endsWith('.txt'));
	const found = ids.flatMap((id) => {
		const file = files.find(({ name }) => name.startsWith(`${id}.`));
		return file ? [{ id, ...file }] : [];
	});
	const missing = ids.filter((id) => !found.some((one) => one.id === id));
	if (missing.length > 0)
		console.log(`skipped: not in ../shared/articles, so not compared with: ${missing.join(', ')}`);
	return found;
}
