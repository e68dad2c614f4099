import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import manifest from '../../package.json';
import lock from '../../package-lock.json';
import runtime from '../../runtime/package.json';
import oldest from '../../runtime/oldest/package.json';

const TOP = path.resolve(__dirname, '..', '..');

/** What may be used for development: free licences, and data that is free to use. */
const FREE = [
	'(AFL-2.1 OR BSD-3-Clause)',
	'(MIT OR CC0-1.0)',
	'(MIT OR EUPL-1.1+)',
	'0BSD',
	'Apache-2.0',
	'Apache-2.0 AND MIT',
	'BSD-2-Clause',
	'BSD-3-Clause',
	'BlueOak-1.0.0',
	'CC-BY-4.0',
	'ISC',
	'MIT',
	'MIT-0',
	'MPL-2.0',
	'Python-2.0',
	'Unlicense',
];
/** n8n's own, under its Sustainable Use License: a node is developed with them, and runs in them. */
const OF_N8N = /^(n8n-core|n8n-workflow|@n8n\/[\w-]+|@n8n_io\/ai-assistant-sdk)$/;
const LICENCES_OF_N8N = ['SEE LICENSE IN LICENSE.md', 'LicenseRef-n8n-enterprise'];
/** Parts that npm installs on some machines only, and for which the lock file names no licence. */
const OPTIONAL: Record<string, string> = { 'cpu-features': 'MIT', buildcheck: 'MIT' };

interface Locked {
	version?: string;
	license?: string;
}
interface Described {
	license?: string;
	/** How packages named it before npm 2. */
	licenses?: Array<{ type: string }>;
}

/** The licence of an installed package, where the lock file names none. */
function described(folder: string): string | undefined {
	const file = path.join(TOP, folder, 'package.json');
	if (!existsSync(file)) return undefined;
	const { license, licenses } = JSON.parse(readFileSync(file, 'utf8')) as Described;
	return license ?? licenses?.map(({ type }) => type).join(' OR ');
}

it('are free ones, or n8n’s, for everything that this is developed with', () => {
	const packages = Object.entries<Locked>(lock.packages).filter(([folder]) => folder !== '');
	const others = packages.flatMap(([folder, { license }]) => {
		const name = folder.split('node_modules/').pop() ?? '';
		const licence = license ?? described(folder) ?? OPTIONAL[name] ?? 'none';
		const free = FREE.includes(licence);
		return free || (OF_N8N.test(name) && LICENCES_OF_N8N.includes(licence))
			? []
			: [`${folder}: ${licence}`];
	});
	expect(packages.length).toBeGreaterThan(1000);
	expect(others).toEqual([]);
});

it('is ours alone for what is published', () => {
	expect(manifest.license).toBe('MIT');
	expect(readFileSync(path.join(TOP, 'LICENSE'), 'utf8')).toMatch(/^MIT License\n/);
	expect(manifest).not.toHaveProperty('dependencies');
	expect(manifest).not.toHaveProperty('optionalDependencies');
	expect(manifest).not.toHaveProperty('bundleDependencies');
});

it('are those of n8n and Node.js for what tests run beside it', () => {
	for (const { dependencies, optionalDependencies } of [runtime, oldest]) {
		expect(Object.keys(dependencies)).toEqual(['n8n']);
		for (const name of Object.keys(optionalDependencies)) {
			expect(name).toMatch(/^node(-bin)?-(darwin|linux|win)-\w+$/);
		}
	}
});
