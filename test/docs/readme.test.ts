import manifest from '../../package.json';
import { templateFile } from '../support/storyWorkflow';
import { needsTheLog, TEMPLATES } from '../support/templates';
import { nodesOf, pageOf, VENDORS } from '../support/vendors';
import { columns, read, tableIn } from './documents';

const README = 'README.md';
const OPERATIONS = 'docs/operations.md';
const ALL_TEMPLATES = 'docs/templates.md';

describe.each(VENDORS)('What leads to $name', (vendor) => {
	const { name, webhookUrl, resources, events } = vendor;

	it('lists every operation', () => {
		expect(columns(tableIn(OPERATIONS, `The ${name} node`), 0, 1)).toEqual(
			resources.flatMap((resource) =>
				resource.operations.map(({ option }) => [resource.name, option.name]),
			),
		);
	});

	it('says how its trigger gets its events, and how many kinds there are', () => {
		const row = tableIn(README, 'Set it up').find(([trigger]) => trigger === `${name} Trigger`);
		expect(row?.[1]).toMatch(webhookUrl === 'pasted' ? /^You paste / : /^By itself/);
		expect(row?.[2]).toBe(`[${events.length} kinds](${pageOf(vendor)}#events)`);
	});

	it('names the service at the beginning, and leads to its page', () => {
		const [beginning = ''] = read(README).split('\n## ');
		expect(beginning).toContain(`[${name}](${pageOf(vendor)})`);
	});
});

describe('The page of templates', () => {
	const rows = tableIn(ALL_TEMPLATES, 'All templates').map(([link = '', services = '']) => {
		const [, title, name = ''] = /^\[(.+)\]\(\.\.\/templates\/([\w/-]+)\.json\)$/.exec(link) ?? [];
		return { title, name, services };
	});

	it('lists every one', () => {
		expect(rows.map(({ name }) => name).sort()).toEqual(TEMPLATES);
	});

	it.each(rows)('names $name, and the services that it works with', async (row) => {
		const file = await templateFile(row.name);
		const { name, nodes } = file;
		expect(row.title).toBe(name);
		const used = VENDORS.filter((vendor) =>
			nodesOf(vendor).some(({ description }) =>
				nodes.some(({ type }) => type === `${manifest.name}.${description.name}`),
			),
		).map((vendor) => vendor.name);
		// A reader takes what the log has, whichever nodes it uses for some of it.
		const isReader = nodes.some((node) => node.name === 'New events');
		const reads = isReader || (used.length === 0 && needsTheLog(file));
		const names = VENDORS.map((vendor) => vendor.name);
		const one = isReader && names.includes(row.services) ? [row.services] : used;
		expect([reads ? 'Those of the event log' : '', one.join(', ')]).toContain(row.services);
	});
});

it.each(VENDORS)('CHANGELOG.md tells of $name, with the number of its events', (vendor) => {
	const changelog = read('CHANGELOG.md');
	expect(changelog).toContain(`**${vendor.name} Trigger**`);
	expect(changelog).toContain(`**${vendor.name}** node`);
	const [, line = ''] =
		new RegExp(`^- \\*\\*${vendor.name} Trigger\\*\\*(.*)$`, 'm').exec(changelog) ?? [];
	expect(line).toContain(`${vendor.events.length} kinds of`);
});

it('CHANGELOG.md has the version of package.json on top', () => {
	const [, version] = /^## \[(.+?)\]/m.exec(read('CHANGELOG.md')) ?? [];
	expect(version).toBe(manifest.version);
});
