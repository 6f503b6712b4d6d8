import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import staticSite from '@sveltejs/adapter-static';
import { tidyCache } from './scripts/cache.mjs';
import { compressSite } from './scripts/compress.mjs';
import { writePlan } from './scripts/plan.mjs';
import { sourceVersion } from './scripts/version.mjs';

/**
 * Hashes of the boot scripts, which are inlined to run before the first paint: the policy allows
 * them by hash.
 */
const bootHashes = ['head', 'view', 'place', 'scripts'].map((name) => {
	const source = readFileSync(new URL(`./src/boot/${name}.js`, import.meta.url), 'utf8').trim();
	return /** @type {const} */ (`sha256-${createHash('sha256').update(source).digest('base64')}`);
});

/**
 * Hash of the site's only style attribute: SvelteKit's announcer of a new page, in its root
 * component.
 */
const announcerStyle = 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=';

const folder = 'build';
const version = sourceVersion();

/** Builds a static site and the list of the files for reading offline, and compresses it. */
const adapter = () => {
	const site = staticSite({ pages: folder, fallback: '404.html' });
	/** @type {import('@sveltejs/kit').Adapter} */
	const withPlan = {
		...site,
		async adapt(builder) {
			await site.adapt(builder);
			writePlan(folder, version);
			if (process.env.PRECOMPRESS !== 'no') await compressSite(folder);
			await tidyCache();
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
		// Inlining saves a request before the first paint; the policy gets the hash of the inlined
		// style.
		inlineStyleThreshold: 64 * 1024,
		serviceWorker: { register: false },
		typescript: {
			config: (config) => {
				// AssemblyScript has a compiler of its own.
				const assembly = '../src/lib/adapters/mt/opus/marian/assembly/**';
				config.exclude.push('../src/service-worker/**', '../tests/**', assembly);
			}
		},
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				'script-src': ['self', 'wasm-unsafe-eval', ...bootHashes],
				'style-src': ['self'],
				'style-src-attr': ['unsafe-hashes', announcerStyle],
				// blob: pictures of the reader’s books, from the database.
				'img-src': ['self', 'data:', 'blob:'],
				// data: the faces of the first paint, which are part of the page (src/lib/ui/faces.css).
				'font-src': ['self', 'data:'],
				'connect-src': ['self'],
				'worker-src': ['self'],
				'manifest-src': ['self'],
				'base-uri': ['none'],
				'form-action': ['none']
			}
		}
	}
};
