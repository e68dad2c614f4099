import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { create } from 'tar';

import { Registry } from '../../scripts/release/registry';

let folder: string;
let tarball: string;
let registry: Registry;
beforeAll(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'lastmile-registry-test-'));
	await mkdir(path.join(folder, 'package'));
	const manifest = { name: 'n8n-nodes-x', version: '0.1.0', n8n: { nodes: [] } };
	await writeFile(path.join(folder, 'package', 'package.json'), JSON.stringify(manifest));
	tarball = path.join(folder, 'n8n-nodes-x-0.1.0.tgz');
	await create({ file: tarball, cwd: folder, gzip: true }, ['package']);
	registry = new Registry();
	await registry.publish(tarball, folder);
	await registry.publishAs('0.1.1', tarball, folder);
});
afterAll(async () => await rm(folder, { recursive: true, force: true }));

const ask = (route: string) => registry.answer(new URL(`https://registry.npmjs.org/${route}`));
const json = (route: string): unknown => JSON.parse(String(ask(route).body));

it('tells the versions of a package, of which the first one stays the latest', async () => {
	const integrity = createHash('sha512')
		.update(await readFile(tarball))
		.digest('base64');
	expect(json('n8n-nodes-x')).toMatchObject({
		name: 'n8n-nodes-x',
		'dist-tags': { latest: '0.1.0' },
		versions: {
			'0.1.0': {
				dist: {
					tarball: 'https://registry.npmjs.org/n8n-nodes-x/-/n8n-nodes-x-0.1.0.tgz',
					integrity: `sha512-${integrity}`,
				},
			},
			'0.1.1': { version: '0.1.1', n8n: { nodes: [] } },
		},
	});
});

it.each(['latest', '0.1.0', '0.1.1'])('tells of %s', (version) => {
	const expected = version === 'latest' ? '0.1.0' : version;
	expect(json(`n8n-nodes-x/${version}`)).toMatchObject({ version: expected });
});

it('gives the tarball', async () => {
	const { statusCode, body } = ask('n8n-nodes-x/-/n8n-nodes-x-0.1.0.tgz');
	expect(statusCode).toBe(200);
	expect(body).toEqual(await readFile(tarball));
});

it.each(['n8n-nodes-y', 'n8n-nodes-x/9.9.9', 'n8n-nodes-x/-/n8n-nodes-x-9.9.9.tgz'])(
	'has no %s',
	(route) => {
		expect(ask(route).statusCode).toBe(404);
	},
);
