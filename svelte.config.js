import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import staticSite from '@sveltejs/adapter-static';
import { writePlan } from './scripts/plan.mjs';
import { sourceVersion } from './scripts/version.mjs';

/** The scripts that run before the first paint stand inline, so the policy names them by hash. */
const bootHashes = ['head', 'view', 'scripts'].map((name) => {
	const source = readFileSync(new URL(`./src/boot/${name}.js`, import.meta.url), 'utf8').trim();
	return /** @type {const} */ (`sha256-${createHash('sha256').update(source).digest('base64')}`);
});

/** The one style attribute in the site: SvelteKit's own announcer of a new page, in its root component. */
const announcerStyle = 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=';

/** A test of updates builds the site twice, as two versions in two folders. */
const { JAMSIDES_VERSION: version = sourceVersion(), JAMSIDES_BUILD: folder = 'build' } =
	process.env;

/** A static site, and beside it the list of what is needed to read it offline. */
const adapter = () => {
	const site = staticSite({ pages: folder, fallback: '404.html', precompress: true });
	/** @type {import('@sveltejs/kit').Adapter} */
	const withPlan = {
		...site,
		async adapt(builder) {
			await site.adapt(builder);
			writePlan(folder, version);
		}
	};
	return withPlan;
};

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		adapter: adapter(),
		version: { name: version },
		alias: { $translations: 'translations', $articles: 'src/articles' },
		// One request less before the first paint; the policy gets the hash of what is inlined.
		inlineStyleThreshold: 64 * 1024,
		serviceWorker: { register: false },
		typescript: {
			config: (config) => {
				config.exclude.push('../src/service-worker/**', '../tests/**');
			}
		},
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				'script-src': ['self', 'wasm-unsafe-eval', ...bootHashes],
				'style-src': ['self'],
				'style-src-attr': ['unsafe-hashes', announcerStyle],
				'img-src': ['self', 'data:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'worker-src': ['self'],
				'manifest-src': ['self'],
				'base-uri': ['none'],
				'form-action': ['none']
			}
		}
	}
};
