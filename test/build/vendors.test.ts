import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

import { exported } from '../../build/exported';
import manifest from '../../package.json';
import { compiledFilesOf, packageNameOf, pageOf, VENDORS } from '../../vendors';
import { VENDORS as LOADED } from '../support/vendors';

const TOP = path.resolve(__dirname, '..', '..');

it("is the list that stands in package.json, which n8n's rules want to be literal", () => {
	const files = VENDORS.map(compiledFilesOf);
	expect(manifest.n8n.nodes).toEqual(files.flatMap(({ nodes }) => nodes).sort());
	expect(manifest.n8n.credentials).toEqual(files.flatMap(({ credentials }) => credentials).sort());
});

it('has a package of its own for each vendor, and none besides', () => {
	const packages = readdirSync(path.join(TOP, 'packages'));
	expect(packages.sort()).toEqual(VENDORS.map(packageNameOf).sort());
});

it("tells where a vendor's files and its page are", () => {
	const vendor = {
		folder: 'Routigo',
		slug: 'routigo',
		hasChangesTrigger: false,
		credentials: ['RoutigoApi'],
	};
	expect(compiledFilesOf(vendor)).toEqual({
		nodes: ['dist/nodes/Routigo/Routigo.node.js', 'dist/nodes/Routigo/RoutigoTrigger.node.js'],
		credentials: ['dist/credentials/RoutigoApi.credentials.js'],
	});
	expect(compiledFilesOf({ ...vendor, hasChangesTrigger: true }).nodes).toEqual([
		'dist/nodes/Routigo/Routigo.node.js',
		'dist/nodes/Routigo/RoutigoChangesTrigger.node.js',
		'dist/nodes/Routigo/RoutigoTrigger.node.js',
	]);
	expect(packageNameOf(vendor)).toBe('n8n-nodes-routigo');
	expect(pageOf(vendor)).toBe('docs/routigo.md');
	expect(existsSync(path.join(TOP, pageOf(vendor)))).toBe(true);
});

it.each(LOADED)('names the nodes of $name by its provider', ({ provider, action, trigger }) => {
	expect(action.description.name).toBe(provider);
	expect(trigger.description.name).toBe(`${provider}Trigger`);
});

it('says which file lacks what should follow from an entry', () => {
	expect(() => exported('./vendors', 'NOBODY_RESOURCES')).toThrow(
		'./vendors exports nothing named NOBODY_RESOURCES.',
	);
});
