import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import { defineConfig, globalIgnores } from 'eslint/config';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/** `#name` is private at run time as well, and is one way of writing it instead of two. */
const PRIVATE_KEYWORDS = [
	'PropertyDefinition',
	'MethodDefinition[kind!=constructor]',
	'TSParameterProperty',
].map((node) => ({
	selector: `${node}[accessibility=private]`,
	message: 'Write #name instead of the keyword.',
}));

/** Comments have the full forms. */
const SHORT_FORMS = [
	...['is', 'are', 'was', 'were', 'does', 'do', 'did', 'has', 'have', 'had'].map(
		(verb) => `${verb}n't`,
	),
	...['would', 'could', 'should', 'must', 'need', 'wo', 'ca'].map((verb) => `${verb}n't`),
	...['it', 'that', 'there', 'here', 'what', 'who', 'let'].map((word) => `${word}'s`),
	...['you', 'we', 'they'].flatMap((word) => [`${word}'re`, `${word}'ve`, `${word}'ll`]),
];

/**
 * The editor's and the team's rules. n8n's own gate, with its full set of rules over sources and
 * tarball, is scripts/lint.mjs; both are part of `npm test`.
 */
export default defineConfig(
	globalIgnores(['dist/', 'coverage/', 'runtime/node_modules/', 'sandbox/page/*.js']),
	{
		files: ['**/*.ts'],
		extends: [tseslint.configs.recommended],
		plugins: { 'import-x': importX },
		linterOptions: { noInlineConfig: true },
		settings: {
			'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.js', '.json'] })],
		},
		rules: {
			'no-console': 'error',
			'no-restricted-syntax': ['error', ...PRIVATE_KEYWORDS],
			'no-warning-comments': ['error', { terms: SHORT_FORMS, location: 'anywhere' }],
			'import-x/no-duplicates': ['error', { 'prefer-inline': true }],
			'import-x/order': [
				'error',
				{
					groups: ['builtin', 'external', ['parent', 'sibling', 'index']],
					'newlines-between': 'always',
				},
			],
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ ignoreRestSiblings: true, argsIgnorePattern: '^_' },
			],
		},
	},
	{
		files: ['scripts/**/*.ts', 'sandbox/main.ts', 'bench/**/*.ts'],
		rules: { 'no-console': 'off' },
	},
	{
		files: ['{nodes,credentials}/**/*.ts'],
		extends: [n8nCommunityNodesPlugin.configs.recommended],
	},
);
