/** A process that checks the articles it is sent, until the one that began it ends (`checkStored.ts`). */
import { articleChecker } from './checkArticles';
import type { CheckRequest } from './checkStored';

let check: ReturnType<typeof articleChecker> | null = null;

// Requests come from this program alone, of which this is a part.
process.on('message', ({ folders, articles }: CheckRequest) => {
	check ??= articleChecker(folders);
	process.send?.(check(articles));
});
