import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/**
 * A layer may import only from the layers below it (docs/ARCHITECTURE.md):
 * routes → ui, state → core ← adapters.
 * @param {string[]} files
 * @param {string[]} group
 * @param {string} message
 */
const layer = (files, group, message) => ({
	files,
	rules: { 'no-restricted-imports': ['error', { patterns: [{ group, message }] }] }
});

export default ts.config(
	{ ignores: ['build/', '.svelte-kit/', 'node_modules/', 'test-results/', 'bench/results/'] },
	js.configs.recommended,
	...ts.configs.strict,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			'no-undef': 'off',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-unused-vars': [
				'error',
				// `const { blocks: _, ...rest } = article` leaves a field out.
				{ argsIgnorePattern: '^_', ignoreRestSiblings: true }
			],
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts', '**/*.svelte.js'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } }
	},
	layer(
		['src/lib/core/**/*.ts'],
		[
			'svelte',
			'svelte/*',
			'dexie',
			'i18next',
			'$lib/*',
			'$app/*',
			'**/adapters/*',
			'**/state/*',
			'**/ui/*'
		],
		'core is pure TypeScript: it imports only core.'
	),
	layer(
		['src/lib/ui/**/*.{ts,svelte}'],
		['dexie', '$lib/adapters/*', '**/adapters/*'],
		'components know core, state and i18n, never an adapter.'
	),
	layer(
		['src/lib/state/**/*.ts', 'src/routes/**/*.{ts,svelte}'],
		['dexie'],
		'only adapters/db imports Dexie.'
	),
	layer(
		['src/lib/adapters/**/*.ts'],
		['$lib/ui/*', '$lib/state/*', '**/ui/*', '**/state/*'],
		'adapters serve core’s interfaces and know nothing above them.'
	)
);
