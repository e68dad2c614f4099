import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { PackageDirectoryLoader } from 'n8n-core';
import type { INodeProperties } from 'n8n-workflow';
import { extract } from 'tar';

import { packPackage } from '../../runtime/pack';

const ROOT = path.join(__dirname, '..', '..');

let folder: string;
/**
 * The clean room: within reach is only what n8n gives to community nodes. What loads elsewhere just
 * because of a development dependency would crash at a user's.
 */
let room: string;
let unpacked: string;

beforeAll(async () => {
	folder = await mkdtemp(path.join(os.tmpdir(), 'lastmile-pack-'));
	await extract({ file: await packPackage({ outDir: folder }), cwd: folder });
	room = path.join(folder, 'room');
	unpacked = path.join(room, 'node_modules', 'n8n-nodes-lastmile');
	await mkdir(path.dirname(unpacked), { recursive: true });
	await rename(path.join(folder, 'package'), unpacked);
	for (const name of ['n8n-workflow', 'zod']) {
		await symlink(path.join(ROOT, 'node_modules', name), path.join(room, 'node_modules', name));
	}
}, 120_000);
afterAll(async () => {
	await rm(folder, { recursive: true, force: true });
});

async function files(): Promise<string[]> {
	const entries = await readdir(unpacked, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => path.relative(unpacked, path.join(entry.parentPath, entry.name)))
		.sort();
}

it('holds what n8n needs', async () => {
	expect(await files()).toEqual(
		expect.arrayContaining([
			'LICENSE',
			'README.md',
			'dist/credentials/RadaroApi.credentials.js',
			'dist/index.d.ts',
			'dist/index.js',
			'dist/nodes/Radaro/Radaro.node.js',
			'dist/nodes/Radaro/Radaro.node.json',
			'dist/nodes/Radaro/RadaroTrigger.node.js',
			'dist/nodes/Radaro/RadaroTrigger.node.json',
			'dist/nodes/Radaro/__schema__/v1.0.0/completionCode/getMany.json',
			'dist/nodes/Radaro/__schema__/v1.0.0/job/create.json',
			'dist/nodes/Radaro/__schema__/v1.0.0/subBrand/getMany.json',
			'dist/nodes/Radaro/__schema__/v2.0.0/output.json',
			'dist/nodes/Radaro/radaro.dark.svg',
			'dist/nodes/Radaro/radaro.svg',
			'package.json',
		]),
	);
});

it('holds nothing else', async () => {
	const others = (await files()).filter(
		(file) =>
			!/^(LICENSE|README\.md|package\.json)$/.test(file) &&
			!/^dist\/(index|nodes\/(Radaro|shared)\/\w+)(\.node)?\.(js|d\.ts|json)$/.test(file) &&
			!/^dist\/credentials\/\w+\.credentials\.js$/.test(file) &&
			!/^dist\/nodes\/Radaro\/radaro(\.dark)?\.svg$/.test(file) &&
			!/^dist\/nodes\/Radaro\/__schema__\/v[12]\.0\.0\/(\w+\/)?\w+\.json$/.test(file),
	);
	expect(others).toEqual([]);
});

it('stays under 300 kB unpacked', async () => {
	const sizes = await Promise.all(
		(await files()).map(async (file) => (await stat(path.join(unpacked, file))).size),
	);
	expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(300_000);
});

it('asks for no runtime dependency', async () => {
	const manifest = JSON.parse(
		await readFile(path.join(unpacked, 'package.json'), 'utf8'),
	) as object;
	expect(manifest).toMatchObject({ peerDependencies: { 'n8n-workflow': '*' } });
	expect(manifest).not.toHaveProperty('dependencies');
	expect(manifest).not.toHaveProperty('overrides');
});

it('loads with n8n-workflow and zod alone within reach', () => {
	const script = `
		const { n8n, main } = require('n8n-nodes-lastmile/package.json');
		for (const file of [...n8n.nodes, ...n8n.credentials]) {
			const name = require('node:path').basename(file).split('.')[0];
			const loaded = new (require('n8n-nodes-lastmile/' + file)[name])();
			console.log(loaded.description?.name ?? loaded.name);
		}
		console.log(Object.keys(require('n8n-nodes-lastmile/' + main)).length > 5);
	`;
	const output = execFileSync(process.execPath, ['-e', script], { cwd: room, encoding: 'utf8' });
	expect(output.trim().split('\n')).toEqual(['radaro', 'radaroTrigger', 'radaroApi', 'true']);
});

it('cannot reach a development dependency in the clean room', () => {
	const script = "require('axios')";
	expect(() =>
		execFileSync(process.execPath, ['-e', script], { cwd: room, stdio: 'pipe' }),
	).toThrow(/Cannot find module 'axios'/);
});

it("is read by n8n's own loader, with icons, codex and supported nodes", async () => {
	const loader = new PackageDirectoryLoader(unpacked);
	await loader.loadAll();
	const [action, trigger] = ['radaro', 'radaroTrigger'].map((name) =>
		loader.types.nodes.find((type) => type.name === name),
	);
	expect(trigger).toMatchObject({
		version: 2,
		iconUrl: {
			light: expect.stringMatching(/radaro\.svg$/) as string,
			dark: expect.stringMatching(/radaro\.dark\.svg$/) as string,
		},
	});
	expect(action).toMatchObject({
		version: 1,
		usableAsTool: true,
		codex: { categories: ['Miscellaneous'] },
	});
	expect(loader.types.credentials[0]).toMatchObject({
		name: 'radaroApi',
		supportedNodes: ['radaro', 'radaroTrigger'],
	});
});

it('ships an output schema for every operation that the editor offers', async () => {
	const loader = new PackageDirectoryLoader(unpacked);
	await loader.loadAll();
	const properties: INodeProperties[] =
		loader.types.nodes.find((type) => type.name === 'radaro')?.properties ?? [];
	const offered = properties
		.filter(({ name }) => name === 'operation')
		.flatMap(({ displayOptions, options = [] }) =>
			(displayOptions?.show?.resource ?? []).flatMap((resource) =>
				options.map(
					(option) => `${String(resource)}/${String('value' in option ? option.value : '')}`,
				),
			),
		);
	const shipped = (await files())
		.map((file) => /__schema__\/v1\.0\.0\/(\w+\/\w+)\.json$/.exec(file)?.[1])
		.filter((file) => file !== undefined);
	expect(shipped.sort()).toEqual(offered.sort());
	expect(offered).toHaveLength(9);
});
