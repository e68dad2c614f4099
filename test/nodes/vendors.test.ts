import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { Icon, INodeTypeDescription } from 'n8n-workflow';

import * as exported from '../../index';
import { deliveryEventSchema, EVENTS, PROVIDERS } from '../../nodes/shared/event/deliveryEvent';
import { ANY_EVENT } from '../../nodes/shared/event/eventCatalogue';
import manifest from '../../package.json';
import { type Sandbox, startSandbox } from '../../sandbox';
import { propertyOf, valuesOf } from '../support/properties';
import { TEMPLATES } from '../support/templates';
import { nodesOf, pageOf, VENDORS } from '../support/vendors';

const TOP = path.resolve(__dirname, '..', '..');
const at = (...parts: string[]): string => path.join(TOP, ...parts);
const read = (...parts: string[]): string => readFileSync(at(...parts), 'utf8');

/** What a newcomer finds in every vendor's folder, under the same name. */
const filesOf = (folder: string, slug: string): string[] => [
	`${folder}.node.json`,
	`${folder}.node.ts`,
	`${folder}Trigger.node.json`,
	`${folder}Trigger.node.ts`,
	`${slug}.dark.svg`,
	`${slug}.svg`,
	'api/client.ts',
	'event/columns.ts',
	'event/events.ts',
	'event/normalize.ts',
	'operations/index.ts',
	'event/schema.ts',
	'event/statuses.ts',
	'trigger/secrets.ts',
	'trigger/triggerProperties.ts',
	'trigger/verify.ts',
	'trigger/webhook.ts',
];

/** Types of the nodes in each template that users import; the demo's workflow is none of them. */
const TYPES_IN_TEMPLATES = TEMPLATES.map((name) => {
	const { nodes } = JSON.parse(read('templates', `${name}.json`)) as {
		nodes: Array<{ type: string }>;
	};
	return nodes.map(({ type }) => type);
});

let sandbox: Sandbox;
let services: string[];

beforeAll(async () => {
	sandbox = await startSandbox();
	const answer = await fetch(`${sandbox.url}/control/state`);
	const state = (await answer.json()) as { vendors: Array<{ name: string }> };
	services = state.vendors.map(({ name }) => name);
});
afterAll(async () => await sandbox.close());

it('knows a provider for every vendor, and a vendor for every provider', () => {
	expect(VENDORS.map(({ provider }) => provider)).toEqual(PROVIDERS);
});

it('finds no folder of a vendor that it does not walk over', () => {
	const folders = readdirSync(at('nodes')).filter((name) => name !== 'shared');
	expect(folders.sort()).toEqual(VENDORS.map(({ folder }) => folder).sort());
});

describe.each(VENDORS)('$name', (vendor) => {
	const { name, folder, slug, action, trigger, credentials, events, resources } = vendor;
	const both = [action.description, trigger.description];
	const { changesTrigger } = vendor;
	const all = nodesOf(vendor).map((node) => node.description);

	it('has its files, named like those of the others', () => {
		const missing = filesOf(folder, slug).filter((file) => !existsSync(at('nodes', folder, file)));
		expect(missing).toEqual([]);
	});

	it('has its entries in package.json', () => {
		expect(manifest.n8n.nodes).toEqual(
			expect.arrayContaining([
				`dist/nodes/${folder}/${folder}.node.js`,
				`dist/nodes/${folder}/${folder}Trigger.node.js`,
			]),
		);
		const files = credentials.map(({ constructor }) => `${constructor.name}.credentials`);
		expect(files.filter((file) => !existsSync(at('credentials', `${file}.ts`)))).toEqual([]);
		expect(manifest.n8n.credentials).toEqual(
			expect.arrayContaining(files.map((file) => `dist/credentials/${file}.js`)),
		);
		expect(manifest.keywords).toContain(slug);
		expect(manifest.description).toContain(name);
	});

	it('uses credentials that exist, and every one of them', () => {
		const used = all.flatMap(({ credentials: entries = [] }) => entries.map((entry) => entry.name));
		expect([...new Set(used)].sort()).toEqual(credentials.map((one) => one.name).sort());
	});

	it('has a stand-in in the sandbox, which answers under its name', async () => {
		expect(existsSync(at('sandbox', slug, 'index.ts'))).toBe(true);
		expect(services).toContain(slug);
	});

	it('has a page for users, to which node, trigger and credentials lead', () => {
		const page = pageOf(vendor);
		expect(existsSync(at(page))).toBe(true);
		for (const file of [`${folder}.node.json`, `${folder}Trigger.node.json`]) {
			expect(read('nodes', folder, file)).toContain(`/${page}"`);
		}
		for (const { documentationUrl } of credentials) {
			expect(documentationUrl).toMatch(new RegExp(`/${page}#[a-z-]+$`));
		}
		const steps = page.replace('docs/', 'docs/first-mail/');
		expect(propertyOf(trigger.description.properties, 'setupNotice').displayName).toContain(steps);
	});

	it('has a template that uses it', () => {
		const types = both.map((node) => `${manifest.name}.${node.name}`);
		const using = TYPES_IN_TEMPLATES.filter((used) => types.some((type) => used.includes(type)));
		expect(using.length).toBeGreaterThanOrEqual(1);
	});

	it('has icons for light and dark screens, in nodes and credentials', () => {
		for (const { icon } of all) {
			expect(icon).toEqual({ light: `file:${slug}.svg`, dark: `file:${slug}.dark.svg` });
		}
		for (const { icon } of credentials) {
			const files = Object.values(icon as Exclude<Icon, string>);
			expect(files).toEqual([
				`file:../nodes/${folder}/${slug}.svg`,
				`file:../nodes/${folder}/${slug}.dark.svg`,
			]);
		}
		for (const file of [`${slug}.svg`, `${slug}.dark.svg`]) {
			expect(read('nodes', folder, file)).toMatch(/^<svg .*<\/svg>\s*$/s);
		}
	});

	it.each(all)('says in the codex file of $name where it belongs', (node) => {
		const kind = node.name.slice(action.description.name.length);
		const file = `${folder}${kind}.node.json`;
		expect(JSON.parse(read('nodes', folder, file))).toMatchObject({
			node: `${manifest.name}.${node.name}`,
			nodeVersion: '1.0',
			codexVersion: '1.0',
			categories: ['Miscellaneous'],
			alias: expect.arrayContaining(['logistics']) as string[],
		});
	});

	it.each(all)('introduces $name in words', (node: INodeTypeDescription) => {
		expect(node.description).toContain(name);
		expect(node.defaults).toEqual({ name: node.displayName });
		expect(node.subtitle).toMatch(/^=\{\{ .+ \}\}$/);
	});

	it('says of its trigger how to try it, and what happens once it is published', () => {
		const { eventTriggerDescription, activationMessage } = trigger.description;
		const isPasted = vendor.webhookUrl === 'pasted';
		expect(eventTriggerDescription).toMatch(
			new RegExp(
				`^Let something happen to an? \\w+ in ${name}(\\. It must call the Test URL\\.)?$`,
			),
		);
		expect(eventTriggerDescription?.includes('Test URL')).toBe(isPasted);
		expect(activationMessage).toMatch(
			`From now on, the chosen events at ${name} start this workflow. ${isPasted ? 'The Production URL must stand' : 'Nothing has to be entered'}`,
		);
	});

	it('says beside its trigger how a first event comes, as it is with this service', () => {
		const { triggerPanel } = trigger.description;
		if (typeof triggerPanel !== 'object') throw new Error('There is no panel.');
		const { header, activationHint, executionsHelp } = triggerPanel;
		expect(header).toContain(name);
		const texts = JSON.stringify([activationHint, executionsHelp]);
		expect(texts).toContain(name);
		expect(texts.includes('Test URL')).toBe(vendor.webhookUrl === 'pasted');
		expect(texts).not.toMatch(/sandbox/i);
	});

	it('says the same of its trigger for changes, and leads to what its page says of it', () => {
		if (changesTrigger === null) return;
		const { eventTriggerDescription, activationMessage, properties } = changesTrigger.description;
		expect(eventTriggerDescription).toContain(name);
		expect(activationMessage).toBe(
			`From now on, n8n asks ${name} for changes at the poll times, and starts this workflow with what has changed.`,
		);
		const page = `/${pageOf(vendor)}#changes-trigger"`;
		expect(read('nodes', folder, `${folder}ChangesTrigger.node.json`)).toContain(page);
		expect(propertyOf(properties, 'setupNotice').displayName).toContain(page);
		const { outputs, filters } = {
			outputs: propertyOf(properties, 'output'),
			filters: propertyOf(properties, 'filters'),
		};
		expect(outputs).toEqual(propertyOf(trigger.description.properties, 'output'));
		expect(filters).toEqual(propertyOf(trigger.description.properties, 'filters'));
	});

	it('offers exactly the events of its catalogue, in alphabetical order, after any', () => {
		const property = propertyOf(trigger.description.properties, 'events');
		const [any, ...names] = (property.options ?? []).map((option) => option.name);
		expect(any).toBe('Any Event');
		expect(names).toEqual(events.map((event) => event.name).sort((a, b) => a.localeCompare(b)));
		const values = [ANY_EVENT, ...events.map(({ value }) => value)];
		expect(valuesOf(property).sort()).toEqual(values.sort());
	});

	it('has a catalogue without doubles, of events that the delivery event knows', () => {
		for (const key of ['value', 'name', 'description'] as const) {
			const values = events.map((entry) => entry[key]);
			expect(values).toEqual([...new Set(values)]);
		}
		expect(events.filter(({ event }) => !EVENTS.includes(event))).toEqual([]);
	});

	it('says of every operation what it does, and what it gives', () => {
		const operations = resources.flatMap((resource) => resource.operations);
		for (const { option, output } of operations) {
			expect(option).toEqual({
				value: expect.stringMatching(/^[a-z]\w*$/) as string,
				name: expect.stringMatching(/^[A-Z]/) as string,
				action: expect.stringMatching(/^[A-Z]/) as string,
				description: expect.stringMatching(/^[A-Z]/) as string,
			});
			// A schema that takes a plain word would say nothing about an item.
			expect(output.safeParse('a word').success).toBe(false);
		}
		const actions = operations.map(({ option }) => option.action);
		expect(actions).toEqual([...new Set(actions)]);
	});

	it('lets other code use its catalogue, its proof and its mapping', () => {
		const prefix = slug.toUpperCase();
		expect(exported).toHaveProperty(`${prefix}_EVENTS`, events);
		expect(exported).toHaveProperty(`verify${folder}`, expect.any(Function));
		expect(exported).toHaveProperty(`normalize${folder}`, expect.any(Function));
		expect(deliveryEventSchema.shape.provider.options).toContain(vendor.provider);
	});
});
