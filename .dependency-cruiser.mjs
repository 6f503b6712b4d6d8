/**
 * Which file may import which (docs/ARCHITECTURE.md). `npm run check:layers` holds `src` to it,
 * type imports included.
 */

/** From the lowest layer to the highest: a layer imports itself and the layers before it. */
const layers = ['core', 'adapters', 'compose', 'state', 'ui', 'routes'];

/** @param {string} layer */
const folder = (layer) => (layer === 'routes' ? '^src/routes/' : `^src/lib/${layer}/`);

/** Tests and their fixtures may put layers together. */
const tests = '\\.(?:test|fixture)\\.ts$';

const upward = layers.slice(0, -1).map((layer, at) => ({
	name: `${layer}-imports-no-higher-layer`,
	comment: `${layers.join(' ← ')}: what ${layer} needs of a higher layer is handed in.`,
	severity: 'error',
	from: { path: folder(layer), pathNot: tests },
	to: { path: layers.slice(at + 1).map(folder) }
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
	forbidden: [
		...upward,
		{
			name: 'no-circle',
			comment: 'Files that import each other cannot be understood one at a time.',
			severity: 'error',
			// A Svelte component may show itself.
			from: { pathNot: 'InlineNodes\\.svelte$' },
			to: { circular: true }
		},
		{
			name: 'core-is-pure',
			comment: 'Core runs in Node, workers and pages: no Svelte, database, i18n or build alias.',
			severity: 'error',
			from: { path: folder('core'), pathNot: tests },
			to: {
				path: [
					'^src/(?!lib/core/)',
					'node_modules/(?:svelte|dexie|i18next|@sveltejs)/',
					'^\\$app/',
					'^(?:node:)?(?:fs|path|process|child_process)$'
				]
			}
		},
		{
			name: 'state-imports-no-component',
			comment: 'Components are handed to state as loaders (state/reading/parts.ts).',
			severity: 'error',
			from: { path: folder('state') },
			to: { path: '\\.svelte$' }
		},
		{
			name: 'adapters-come-through-compose',
			comment: 'Only compose puts adapters together. Their types may be named anywhere above.',
			severity: 'error',
			from: { path: [folder('state'), folder('ui'), folder('routes')], pathNot: tests },
			to: { path: folder('adapters'), dependencyTypesNot: ['type-only'] }
		},
		{
			name: 'dexie-only-in-db',
			comment: 'adapters/db is the only door to IndexedDB.',
			severity: 'error',
			from: { path: '^src/', pathNot: '^src/lib/adapters/db/' },
			to: { path: 'node_modules/dexie/' }
		},
		{
			name: 'no-unresolved',
			comment: 'An import that leads nowhere is not checked by the other rules.',
			severity: 'error',
			from: {},
			to: { couldNotResolve: true, pathNot: ['^\\$(?:app|service-worker)', '/\\$types$', '\\?'] }
		}
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		tsPreCompilationDeps: true,
		webpackConfig: { fileName: 'scripts/aliases.mjs' },
		enhancedResolveOptions: {
			extensions: ['.ts', '.js', '.mjs', '.svelte', '.json'],
			exportsFields: ['exports'],
			conditionNames: ['svelte', 'browser', 'import', 'types', 'default']
		},
		extraExtensionsToScan: ['.css', '.json']
	}
};
