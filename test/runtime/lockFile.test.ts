import { withAddresses } from '../../runtime/lockFile';

const integrity = 'sha512-AAAA';

/** The addresses in a lock file with these packages, by their paths. */
function addresses(packages: Record<string, object>, registry = 'https://registry.npmjs.org/') {
	const text = JSON.stringify({ lockfileVersion: 3, packages });
	const { packages: filled, lockfileVersion } = JSON.parse(withAddresses(text, registry)) as {
		packages: Record<string, { resolved?: string }>;
		lockfileVersion: number;
	};
	expect(lockfileVersion).toBe(3);
	return Object.fromEntries(Object.entries(filled).map(([path, { resolved }]) => [path, resolved]));
}

it('gives each package its address at the registry', () => {
	const packages = {
		'': { name: 'lastmile-runtime' },
		'node_modules/n8n': { version: '2.41.1', integrity },
		'node_modules/@n8n/config': { version: '1.0.0', integrity },
		'node_modules/a/node_modules/@b/c': { version: '2.0.0-rc.1', integrity },
		'node_modules/string-width-cjs': { name: 'string-width', version: '4.2.3', integrity },
	};
	expect(addresses(packages)).toEqual({
		'': undefined,
		'node_modules/n8n': 'https://registry.npmjs.org/n8n/-/n8n-2.41.1.tgz',
		'node_modules/@n8n/config': 'https://registry.npmjs.org/@n8n/config/-/config-1.0.0.tgz',
		'node_modules/a/node_modules/@b/c': 'https://registry.npmjs.org/@b/c/-/c-2.0.0-rc.1.tgz',
		'node_modules/string-width-cjs':
			'https://registry.npmjs.org/string-width/-/string-width-4.2.3.tgz',
	});
});

it('takes the registry that npm is set to', () => {
	const packages = { 'node_modules/tar': { version: '7.5.23', integrity } };
	for (const registry of ['http://npm.example/repo', 'http://npm.example/repo/']) {
		expect(addresses(packages, registry)).toEqual({
			'node_modules/tar': 'http://npm.example/repo/tar/-/tar-7.5.23.tgz',
		});
	}
});

it('leaves what has an address, and what comes from elsewhere', () => {
	const packages = {
		'node_modules/a': { version: '1.0.0', integrity, resolved: 'https://elsewhere.example/a.tgz' },
		'node_modules/b': { version: '1.0.0', integrity, inBundle: true },
		'node_modules/c': { resolved: 'packages/c', link: true },
	};
	expect(addresses(packages)).toEqual({
		'node_modules/a': 'https://elsewhere.example/a.tgz',
		'node_modules/b': undefined,
		'node_modules/c': 'packages/c',
	});
});
