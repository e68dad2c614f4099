import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';

import { deliveryEventSchema } from '../../nodes/shared/event/deliveryEvent';
import manifest from '../../package.json';
import { nodesOf, VENDORS } from '../support/vendors';
import { cleanRoom, type CleanRoom, schemasOf } from './room';

let clean: CleanRoom;

beforeAll(async () => {
	clean = await cleanRoom();
}, 120_000);
afterAll(async () => await clean.remove());

it.each(VENDORS)('holds what n8n needs of $name', async (vendor) => {
	const { folder, slug, credentials } = vendor;
	const expected = [
		...credentials.map(({ constructor }) => `dist/credentials/${constructor.name}.credentials.js`),
		...nodesOf(vendor).flatMap(({ constructor }) => [
			`dist/nodes/${folder}/${constructor.name}.node.js`,
			`dist/nodes/${folder}/${constructor.name}.node.json`,
		]),
		`dist/nodes/${folder}/__schema__/v2.0.0.json`,
		`dist/nodes/${folder}/${slug}.dark.svg`,
		`dist/nodes/${folder}/${slug}.svg`,
		...schemasOf(vendor),
	];
	const present = await clean.files();
	expect(expected.filter((file) => !present.includes(file))).toEqual([]);
});

it('holds what those need who import it', async () => {
	expect(await clean.files()).toEqual(
		expect.arrayContaining([
			'LICENSE',
			'README.md',
			'dist/index.d.ts',
			'dist/index.js',
			'package.json',
		]),
	);
});

it('holds nothing else', async () => {
	const folders = VENDORS.map(({ folder }) => folder).join('|');
	const slugs = VENDORS.map(({ slug }) => slug).join('|');
	const known = [
		/^(LICENSE|README\.md|package\.json)$/,
		/^dist\/index\.(js|d\.ts)$/,
		/^dist\/credentials\/\w+\.credentials\.js$/,
		// The types of what index.ts exports, in the rooms of the sources.
		new RegExp(`^dist/nodes/(${folders}|shared)/(\\w+/)*\\w+\\.d\\.ts$`),
		new RegExp(`^dist/nodes/(${folders})/\\w+\\.node\\.(js|json)$`),
		new RegExp(`^dist/nodes/(${folders})/(${slugs})(\\.dark)?\\.svg$`),
		new RegExp(`^dist/nodes/(${folders})/__schema__/v2\\.0\\.0\\.json$`),
	];
	const schemas = VENDORS.flatMap(schemasOf);
	const others = (await clean.files()).filter(
		(file) => !schemas.includes(file) && !known.some((pattern) => pattern.test(file)),
	);
	expect(others).toEqual([]);
});

// Each node is one file that carries its share of what all use, so that n8n reads a file for each and
// not two hundred: some 110 kB, and its share of schemas, types and icons. What grows above that has brought something along.
it('stays under 180 kB a node unpacked', async () => {
	const sizes = await Promise.all(
		(await clean.files()).map(async (file) => (await stat(path.join(clean.unpacked, file))).size),
	);
	expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(
		180_000 * manifest.n8n.nodes.length,
	);
});

// esbuild writes above each part of a bundle where it comes from.
it('holds no code of others', async () => {
	const bundles = (await clean.files()).filter((file) => file.endsWith('.js'));
	const sources = await Promise.all(
		bundles.map(async (file) => {
			const code = await readFile(path.join(clean.unpacked, file), 'utf8');
			return [...code.matchAll(/^\/\/ (\S+\.\w+)$/gm)].map(([, source = '']) => source);
		}),
	);
	expect(sources.every((parts) => parts.length > 0)).toBe(true);
	const others = sources.flat().filter((file) => !/^(index|nodes|credentials)\b/.test(file));
	expect(others).toEqual([]);
});

// Each look-up of a package takes longer than most of what a node does when it is loaded.
it('looks up a package once a file', async () => {
	const bundles = (await clean.files()).filter((file) => file.endsWith('.js'));
	const lookUps = await Promise.all(
		bundles.map(async (file) => {
			const code = await readFile(path.join(clean.unpacked, file), 'utf8');
			return [...code.matchAll(/\brequire\("(.+?)"\)/g)].map(
				([, name = '']) => `${name} in ${file}`,
			);
		}),
	);
	const all = lookUps.flat();
	expect(all).toContain('n8n-workflow in dist/nodes/Radaro/Radaro.node.js');
	expect(all.filter((lookUp, index) => all.indexOf(lookUp) !== index)).toEqual([]);
});

it('asks for no runtime dependency', async () => {
	const packed = JSON.parse(
		await readFile(path.join(clean.unpacked, 'package.json'), 'utf8'),
	) as object;
	expect(packed).toMatchObject({ peerDependencies: { 'n8n-workflow': '*' } });
	expect(packed).not.toHaveProperty('dependencies');
	expect(packed).not.toHaveProperty('overrides');
});

it.each(VENDORS)('describes the output of the trigger of $name by its columns', async (vendor) => {
	const file = path.join(clean.unpacked, 'dist/nodes', vendor.folder, '__schema__/v2.0.0.json');
	const schema = JSON.parse(await readFile(file, 'utf8')) as {
		properties: Record<string, { enum?: string[] }>;
	};
	expect(Object.keys(schema.properties)).toEqual(Object.keys(deliveryEventSchema.shape));
	expect(schema.properties.provider?.enum).toContain(vendor.provider);
	const told = vendor.events.map(({ event }) => event);
	expect(schema.properties.event?.enum).toEqual(expect.arrayContaining(told));
});

it.each(VENDORS)('describes what every operation of $name gives', async (vendor) => {
	const schemas = await Promise.all(
		schemasOf(vendor).map(async (file) => {
			const text = await readFile(path.join(clean.unpacked, file), 'utf8');
			return { file, schema: JSON.parse(text) as { type?: string; properties?: object } };
		}),
	);
	// Without properties the editor would show nothing to map.
	const silent = schemas.filter(
		({ schema }) => schema.type !== 'object' || Object.keys(schema.properties ?? {}).length === 0,
	);
	expect(silent.map(({ file }) => file)).toEqual([]);
});
