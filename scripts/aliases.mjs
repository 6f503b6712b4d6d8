/** The targets of svelte.config.js's import aliases, for dependency-cruiser. */
import { join } from 'node:path';
import { root } from './run.mjs';

export default {
	resolve: {
		alias: {
			$lib: join(root, 'src/lib'),
			$articles: join(root, 'src/articles'),
			$translations: join(root, 'translations')
		}
	}
};
