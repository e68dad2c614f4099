import { execFileSync } from 'node:child_process';

import { PackageDirectoryLoader } from 'n8n-core';
import type { INodeTypeDescription } from 'n8n-workflow';

import { valuesOf } from '../support/properties';
import { nodesOf, VENDORS } from '../support/vendors';
import { cleanRoom, type CleanRoom, schemasOf } from './room';

let clean: CleanRoom;

beforeAll(async () => {
	clean = await cleanRoom();
}, 120_000);
afterAll(async () => await clean.remove());

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
	const output = execFileSync(process.execPath, ['-e', script], {
		cwd: clean.room,
		encoding: 'utf8',
	});
	const nodes = VENDORS.flatMap(nodesOf);
	expect(output.trim().split('\n')).toEqual([
		...nodes.map(({ description }) => description.name).sort(),
		...VENDORS.flatMap(({ credentials }) => credentials.map(({ name }) => name)).sort(),
		'true',
	]);
});

it('cannot reach a development dependency in the clean room', () => {
	const script = "require('axios')";
	expect(() =>
		execFileSync(process.execPath, ['-e', script], { cwd: clean.room, stdio: 'pipe' }),
	).toThrow(/Cannot find module 'axios'/);
});

describe("read by n8n's own loader", () => {
	let loader: PackageDirectoryLoader;

	beforeAll(async () => {
		loader = new PackageDirectoryLoader(clean.unpacked);
		await loader.loadAll();
	});

	const typeOf = (name: string): INodeTypeDescription | undefined =>
		loader.types.nodes.find((type) => type.name === name);

	it.each(VENDORS)('has node and triggers of $name, with icons and codex', (vendor) => {
		const { action, slug } = vendor;
		const iconUrl = {
			light: expect.stringMatching(new RegExp(`/${slug}\\.svg$`)) as string,
			dark: expect.stringMatching(new RegExp(`/${slug}\\.dark\\.svg$`)) as string,
		};
		const codex = { categories: ['Miscellaneous'] };
		expect(typeOf(action.description.name)).toMatchObject({
			version: 1,
			usableAsTool: true,
			iconUrl,
			codex,
		});
		for (const { description } of nodesOf(vendor).slice(1)) {
			expect(typeOf(description.name)).toMatchObject({ version: 2, iconUrl, codex });
		}
	});

	it.each(VENDORS)('knows which nodes of $name each credential is for', (vendor) => {
		const nodes = nodesOf(vendor).map(({ description }) => description);
		const asking = vendor.credentials.map(({ name }) => ({
			name,
			supportedNodes: nodes
				.filter(({ credentials = [] }) => credentials.some((entry) => entry.name === name))
				.map((node) => node.name),
		}));
		const names = asking.map(({ name }) => name);
		const known = loader.types.credentials.filter(({ name }) => names.includes(name));
		expect(known).toMatchObject(asking);
	});

	it.each(VENDORS)('offers in the node of $name what there are schemas for', (vendor) => {
		const { properties = [] } = typeOf(vendor.action.description.name) ?? {};
		const offered = properties
			.filter(({ name }) => name === 'operation')
			.flatMap((property) =>
				(property.displayOptions?.show?.resource ?? []).flatMap((resource) =>
					valuesOf(property).map(
						(operation) =>
							`dist/nodes/${vendor.folder}/__schema__/v1.0.0/${String(resource)}/${String(operation)}.json`,
					),
				),
			);
		expect(offered.sort()).toEqual(schemasOf(vendor).sort());
	});
});
