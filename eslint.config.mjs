import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * The editor's and the team's rules. n8n's own gate, with its full set of rules over sources and
 * tarball, is scripts/lint.mjs; both are part of `npm test`.
 */
export default defineConfig(
	globalIgnores(['dist/', 'coverage/', 'runtime/node_modules/', 'sandbox/page/*.js']),
	{
		files: ['**/*.ts'],
		extends: [tseslint.configs.recommended],
		linterOptions: { noInlineConfig: true },
		rules: {
			'no-console': 'error',
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
