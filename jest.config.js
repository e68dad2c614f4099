const transform = { '^.+\\.(t|j|mj)sx?$': ['@swc/jest', { jsc: { target: 'es2022' } }] };

const common = {
	transform,
	testEnvironment: 'node',
	modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/runtime/node_modules'],
};

/**
 * `unit` is the quick part: no n8n, but the sandbox. `zod4` runs the same tests of the nodes against
 * zod 4, which a later n8n may bring. `package` looks at the packed tarball, `browser` clicks on the
 * sandbox's page, `workflow` drives a real n8n.
 */
module.exports = {
	// Nothing here measures jest's patience; a busy machine needs more than its five seconds.
	testTimeout: 60_000,
	testSequencer: '<rootDir>/test/support/longestFirst.js',
	projects: [
		{
			...common,
			displayName: 'unit',
			testMatch: [
				'<rootDir>/test/{attack,cases,nodes,credentials,sandbox,bench,build,runtime,templates,docs,repository}/**/*.test.ts',
			],
		},
		{
			...common,
			displayName: 'zod4',
			testMatch: ['<rootDir>/test/{cases,nodes,credentials}/**/*.test.ts'],
			resolver: '<rootDir>/test/support/zod4Resolver.js',
		},
		{ ...common, displayName: 'package', testMatch: ['<rootDir>/test/package/**/*.test.ts'] },
		{ ...common, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.test.ts'] },
		{ ...common, displayName: 'workflow', testMatch: ['<rootDir>/test/workflow/**/*.test.ts'] },
	],
};
