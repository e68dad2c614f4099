import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { ensureN8n } from '../../runtime/install';
import { messageOf } from '../../runtime/plain/errors.cjs';
import { nodePackage } from '../../runtime/plain/node24.cjs';

/** Does what npm does here, unless the folder `broken` holds a file that says what goes wrong. */
const NPM = `#!/bin/sh
top=$(dirname "$0")
echo "$1" >> "$top/calls"
fail() { if [ -f "$top/broken/$1" ]; then cat "$top/broken/$1" >&2; exit 1; fi; }
case $1 in
config) echo https://registry.npmjs.org/ ;;
ci)
	mkdir -p node_modules
	fail ci
	for part in sqlite3 isolated-vm; do mkdir -p node_modules/$part; done
	echo "require('fs').readFileSync(__dirname + '/build/Release/node_sqlite3.node')" > node_modules/sqlite3/index.js
	echo > node_modules/isolated-vm/index.js
	mkdir -p "node_modules/$NODE_PACKAGE/bin" && ln -s "$NODE" "node_modules/$NODE_PACKAGE/bin/node" ;;
rebuild)
	fail rebuild
	mkdir -p node_modules/sqlite3/build/Release
	echo > node_modules/sqlite3/build/Release/node_sqlite3.node ;;
esac
`;
const SQLITE3 = { version: '5.1.7', integrity: 'sha512-AAAA' };
const saved = { ...process.env };
let top: string;
let log: string[];

beforeEach(async () => {
	top = await mkdtemp(path.join(tmpdir(), 'lastmile-install-test-'));
	log = [];
	await mkdir(path.join(top, 'broken'));
	await writeFile(path.join(top, 'npm'), NPM);
	await chmod(path.join(top, 'npm'), 0o755);
	process.env.PATH = `${top}${path.delimiter}${saved.PATH ?? ''}`;
	process.env.LASTMILE_CACHE = path.join(top, 'cache');
	process.env.NODE = process.execPath;
	process.env.NODE_PACKAGE = nodePackage();
});
afterEach(async () => {
	process.env = { ...saved };
	await rm(top, { recursive: true, force: true });
});

/** The folder of an n8n, with what its lock file says beside its database driver. */
async function source(name: string): Promise<string> {
	const folder = path.join(top, name);
	await mkdir(folder);
	await writeFile(
		path.join(folder, 'package.json'),
		JSON.stringify({ dependencies: { n8n: '2' } }),
	);
	const packages = { 'node_modules/sqlite3': SQLITE3 };
	await writeFile(path.join(folder, 'package-lock.json'), JSON.stringify({ name, packages }));
	return folder;
}

const install = async (from: string) =>
	await ensureN8n({ source: from, log: (line) => log.push(line) });
const refusal = async (from: string) => messageOf(await install(from).catch((e: unknown) => e));
const breaks = async (call: string, output: string) =>
	await writeFile(path.join(top, 'broken', call), output);
const mended = async (call: string) => await rm(path.join(top, 'broken', call));
const calls = async () => (await readFile(path.join(top, 'calls'), 'utf8')).trim().split('\n');
const inCache = async () =>
	(await readdir(path.join(top, 'cache'))).map((name) => name.replace(/-[0-9a-f]{16}/, '-KEY'));

it('is done once, and asked of npm with the addresses of what it fetches', async () => {
	const from = await source('one');
	const { dir } = await install(from);
	expect(await calls()).toEqual(['config', 'ci', 'rebuild']);
	expect(JSON.parse(await readFile(path.join(dir, 'package-lock.json'), 'utf8'))).toMatchObject({
		packages: {
			'node_modules/sqlite3': {
				resolved: 'https://registry.npmjs.org/sqlite3/-/sqlite3-5.1.7.tgz',
			},
		},
	});
	expect((await install(from)).dir).toBe(dir);
	expect(await calls()).toHaveLength(3);
});

it('goes on with what was fetched when the driver could not be compiled', async () => {
	const from = await source('one');
	await breaks('rebuild', 'prebuild-install warn ENOTFOUND github.com\ngyp ERR! find Python\n');
	const reason = await refusal(from);
	expect(reason).toContain('It needs Python 3, make and a C++ compiler');
	expect(reason).toContain('gyp ERR! find Python');
	expect(reason).not.toContain('registry');
	await mended('rebuild');
	await install(from);
	expect(await calls()).toEqual(['config', 'ci', 'rebuild', 'rebuild']);
	expect(log.join('\n')).toContain('What an earlier try has fetched is there.');
});

it('compiles the driver once for every n8n that needs the same', async () => {
	await install(await source('one'));
	await install(await source('other'));
	expect(await calls()).toEqual(['config', 'ci', 'rebuild', 'config', 'ci']);
});

it.each([
	['npm warn tar TAR_ENTRY_ERROR ENOSPC: no space left on device', 'The disk is full.'],
	['npm error code ENOTFOUND', 'npm could not reach its registry.'],
])('leaves nothing half unpacked at %s', async (output, sentence) => {
	const from = await source('one');
	await breaks('ci', output);
	expect(await refusal(from)).toMatch(`n8n could not be installed. ${sentence}`);
	expect(await inCache()).toEqual([]);
	await mended('ci');
	await install(from);
	expect((await inCache()).sort()).toEqual([
		'drivers',
		`n8n-${process.platform}-${process.arch}-KEY`,
	]);
});
