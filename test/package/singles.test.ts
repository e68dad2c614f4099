import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { PackageDirectoryLoader } from 'n8n-core';

import { cutPackages } from '../../build/packages';
import combined from '../../package.json';
import { ensureBuilt, packFolders } from '../../runtime/pack';
import { nodesOf, packageNameOf, pageOf, type Vendor, VENDORS } from '../support/vendors';
import { type CleanRoom, schemasOf, unpack } from './room';

const ROOT = path.join(__dirname, '..', '..');
const GATE = path.join(ROOT, 'scripts', 'lib', 'gate.mjs');
const BLOB = 'https://github.com/n8n-nodes-lastmile/n8n-nodes-lastmile/blob/main/';

let folder: string;
const rooms = new Map<string, CleanRoom>();

const roomOf = (vendor: Vendor): CleanRoom => {
	const room = rooms.get(packageNameOf(vendor));
	if (!room) throw new Error(`There is no package for ${vendor.name}.`);
	return room;
};
const readIn = async (vendor: Vendor, file: string): Promise<string> =>
	await readFile(path.join(roomOf(vendor).unpacked, file), 'utf8');

beforeAll(async () => {
	await ensureBuilt();
	folder = await mkdtemp(path.join(os.tmpdir(), 'lastmile-singles-'));
	const packed = await packFolders(await cutPackages(folder), folder);
	for (const name of VENDORS.map(packageNameOf)) {
		const file = packed.find((tarball) => path.basename(tarball).startsWith(`${name}-`));
		if (file !== undefined) rooms.set(name, await unpack(file, name));
	}
}, 120_000);
afterAll(async () => {
	await Promise.all([...rooms.values()].map(async (room) => await room.remove()));
	await rm(folder, { recursive: true, force: true });
});

it("hold against n8n's rules, which a runtime dependency would break", async () => {
	const spoiled = path.join(folder, 'spoiled');
	await mkdir(spoiled);
	const manifest = { ...combined, dependencies: { axios: '*' } };
	await writeFile(path.join(spoiled, 'package.json'), JSON.stringify(manifest));
	const folders = [...VENDORS.map((vendor) => roomOf(vendor).unpacked), spoiled];
	const script = `
		const { check, TARBALL } = await import(process.argv[1]);
		const passed = [];
		for (const folder of process.argv.slice(2)) passed.push(await check(folder, folder, TARBALL));
		console.log(JSON.stringify(passed));
	`;
	const args = ['--input-type=module', '-e', script, GATE, ...folders];
	const output = execFileSync(process.execPath, args, { encoding: 'utf8' });
	const verdicts = output.trim().split('\n').pop();
	expect({ output, verdicts }).toEqual({
		output,
		verdicts: JSON.stringify([...VENDORS.map(() => true), false]),
	});
});

describe.each(VENDORS)('the package of $name alone', (vendor) => {
	const { action, credentials, folder: below, name, slug } = vendor;
	const names = nodesOf(vendor).map(({ description }) => description.name);
	const others = VENDORS.filter((other) => other !== vendor);
	const credentialFiles = credentials.map(
		({ constructor }) => `dist/credentials/${constructor.name}.credentials.js`,
	);
	const nodeFiles = names.map(
		(node) => `dist/nodes/${below}/${below}${node.slice(action.description.name.length)}`,
	);

	it('registers its node, its triggers and their credentials, in the version of the combined one', async () => {
		const manifest = JSON.parse(await readIn(vendor, 'package.json')) as Record<string, unknown>;
		expect(manifest).toMatchObject({
			name: `n8n-nodes-${slug}`,
			version: combined.version,
			license: 'MIT',
			peerDependencies: { 'n8n-workflow': '*' },
			n8n: { nodes: nodeFiles.map((file) => `${file}.node.js`), credentials: credentialFiles },
			repository: { url: combined.repository.url, directory: `packages/n8n-nodes-${slug}` },
		});
		expect(manifest.description).toContain(name);
		expect(manifest.keywords).toEqual(expect.arrayContaining(['n8n-community-node-package', slug]));
		for (const absent of ['dependencies', 'devDependencies', 'scripts', 'main', 'types']) {
			expect(manifest).not.toHaveProperty(absent);
		}
	});

	// n8n's scan looks in the sources for a package.json of that name. `npm run packages` writes it.
	it('has its package.json in the repository, as it is published', async () => {
		const kept = await readFile(
			path.join(ROOT, 'packages', packageNameOf(vendor), 'package.json'),
			'utf8',
		);
		expect(kept).toBe(await readIn(vendor, 'package.json'));
	});

	it('holds the files of this service and nothing else', async () => {
		expect(await roomOf(vendor).files()).toEqual(
			[
				'LICENSE',
				'README.md',
				'package.json',
				...credentialFiles,
				...nodeFiles.flatMap((file) => [`${file}.node.js`, `${file}.node.json`]),
				`dist/nodes/${below}/${slug}.svg`,
				`dist/nodes/${below}/${slug}.dark.svg`,
				`dist/nodes/${below}/__schema__/v2.0.0.json`,
				...schemasOf(vendor),
			].sort(),
		);
	});

	it("mentions no other service's nodes, credentials or package", async () => {
		const foreign = others.flatMap((other) => [
			packageNameOf(other),
			`${other.name} Trigger`,
			`${other.name} API`,
			`nodes/${other.folder}/`,
			other.trigger.description.name,
			...other.credentials.map((credential) => credential.name),
		]);
		const mentions = await Promise.all(
			(await roomOf(vendor).files()).map(async (file) => {
				const text = await readIn(vendor, file);
				return foreign.filter((word) => text.includes(word)).map((word) => `${file}: ${word}`);
			}),
		);
		expect(mentions.flat()).toEqual([]);
	});

	it('names its own node types in its codex files', async () => {
		const codex = await Promise.all(
			nodeFiles.map(
				async (file) => JSON.parse(await readIn(vendor, `${file}.node.json`)) as object,
			),
		);
		expect(codex).toMatchObject(names.map((node) => ({ node: `n8n-nodes-${slug}.${node}` })));
	});

	it('says how to install it, with links that lead out of the package', async () => {
		const readme = await readIn(vendor, 'README.md');
		expect(readme).toMatch(new RegExp(`^# n8n-nodes-${slug}\n`));
		expect(readme).toContain(`Install_, enter \`n8n-nodes-${slug}\``);
		expect(readme).toContain(`](${BLOB}docs/delivery-event.md#duplicates)`);
		expect(readme).toContain(`](${BLOB}README.md#try-it)`);
		const links = [...readme.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
		expect(links.filter((target) => !/^(https:\/\/|#)/.test(target))).toEqual([]);
		const page = await readFile(path.join(ROOT, pageOf(vendor)), 'utf8');
		const headings = page.match(/^## .+$/gm) ?? [];
		expect(readme.match(/^## .+$/gm)).toEqual(['## Install', ...headings, '## Licence']);
	});

	it('loads with n8n-workflow and zod alone within reach', () => {
		const script = `
			const { n8n } = require('${packageNameOf(vendor)}/package.json');
			for (const file of [...n8n.nodes, ...n8n.credentials]) {
				const name = require('node:path').basename(file).split('.')[0];
				const loaded = new (require('${packageNameOf(vendor)}/' + file)[name])();
				console.log(loaded.description?.name ?? loaded.name);
			}
		`;
		const { room } = roomOf(vendor);
		const output = execFileSync(process.execPath, ['-e', script], { cwd: room, encoding: 'utf8' });
		expect(output.trim().split('\n')).toEqual([
			...names,
			...credentials.map((credential) => credential.name),
		]);
	});

	it("is read by n8n's own loader, with icons, codex and what its credentials are for", async () => {
		const loader = new PackageDirectoryLoader(roomOf(vendor).unpacked);
		await loader.loadAll();
		expect(loader.packageName).toBe(`n8n-nodes-${slug}`);
		const icon = `icons/n8n-nodes-${slug}/dist/nodes/${below}/${slug}`;
		const iconUrl = { light: `${icon}.svg`, dark: `${icon}.dark.svg` };
		const codex = { categories: ['Miscellaneous'] };
		expect(loader.types.nodes).toMatchObject(names.map((node) => ({ name: node, iconUrl, codex })));
		const served = loader.types.credentials.flatMap(({ supportedNodes = [] }) => supportedNodes);
		expect(loader.types.credentials.map((credential) => credential.name).sort()).toEqual(
			credentials.map((credential) => credential.name).sort(),
		);
		expect([...new Set(served)].sort()).toEqual(names);
	});

	// Three nodes of some 100 kB, and the page of the service.
	it('stays under 545 kB unpacked', async () => {
		const { files, unpacked } = roomOf(vendor);
		const sizes = await Promise.all(
			(await files()).map(async (file) => (await stat(path.join(unpacked, file))).size),
		);
		expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(545_000);
	});
});
