import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { DETRACK_RESOURCES } from '../../../../nodes/Detrack/operations';
import { RADARO_RESOURCES } from '../../../../nodes/Radaro/operations';
import { READYCLOUD_RESOURCES } from '../../../../nodes/ReadyCloud/operations';
import { ROUTIGO_RESOURCES } from '../../../../nodes/Routigo/operations';
import type { Resource } from '../../../../nodes/shared/action/actions';
import { byNumber, runDetrack } from '../../../support/detrack';
import { byExternalId, runRadaro } from '../../../support/radaro';
import { locator, runReadyCloud } from '../../../support/readycloud';
import { ROUTIGO_SANDBOX } from '../../../support/routigo';
import { errorOf, runOperation } from '../../../support/runOperation';
import { ScriptedServer } from '../../../support/scripted';

/** A parameter that restricts or clears must not count as empty when something else was meant. */
let server: ScriptedServer;
beforeAll(async () => {
	server = await ScriptedServer.start(() => ({ status: 500 }));
});
afterAll(async () => await server.stop());
beforeEach(() => server.asked.splice(0));

type Runner = (operation: string, parameters: IDataObject) => Promise<unknown>;

const VENDORS: Array<[string, readonly Resource[], Runner]> = [
	['Radaro', RADARO_RESOURCES, async (...run) => await runRadaro(server.url, ...run)],
	[
		'RoutiGo',
		ROUTIGO_RESOURCES,
		async (operation, parameters) => {
			const credential = { baseUrl: server.url };
			return await runOperation(ROUTIGO_SANDBOX, operation, parameters, { credential });
		},
	],
	['Detrack', DETRACK_RESOURCES, async (...run) => await runDetrack(server.url, ...run)],
	['ReadyCloud', READYCLOUD_RESOURCES, async (...run) => await runReadyCloud(server.url, ...run)],
];

/** What an operation needs besides, in all vendors at once. */
const NEEDED: IDataObject = {
	...byExternalId('A-1'),
	webhook: locator('id', 'w1'),
	order: locator('id', 'o1'),
	contact: locator('id', 'c1'),
	primaryId: 'A-1',
	externalId: 'A-1',
	customerName: 'Tom Okafor',
	address: '14 Banksia St',
	doNumber: 'A-1',
	date: '2099-03-03',
	content: 'A note',
	tag: 'rush',
	name: 'A name',
	url: 'https://a.example/b',
	identifier: '48213',
	deliveryDate: '2099-03-03',
	addressLine: 'Korenbloemlaan 27',
	postcode: '8043XX',
	returnAll: true,
	options: { longestWait: 0 },
};
const needed = (vendor: string) =>
	vendor === 'Detrack' ? { ...NEEDED, ...byNumber('A-1') } : NEEDED;

interface Found {
	vendor: string;
	operation: string;
	property: INodeProperties;
	run: Runner;
}

const ALL: Found[] = VENDORS.flatMap(([vendor, resources, run]) =>
	resources.flatMap(({ value, operations }) =>
		operations.flatMap(({ option, properties }) =>
			properties.map((property) => ({
				vendor,
				operation: `${value}.${String(option.value)}`,
				property,
				run,
			})),
		),
	),
);

const FILTERS = ALL.filter(({ property }) => property.name === 'filters').flatMap((found) =>
	(found.property.options ?? []).map(
		(field) => [found.vendor, found.operation, field.name, { ...found, field }] as const,
	),
);

it('there are filters in all four vendors', () => {
	expect(new Set(FILTERS.map(([vendor]) => vendor)).size).toBe(4);
});

describe.each(FILTERS)('%s %s: the filter %s', (vendor, operation, name, { field, run }) => {
	it('that comes out empty is refused, and nothing is asked for', async () => {
		const texts = name === 'assignTo' ? [] : ['', ' '];
		const { type } = field as INodeProperties;
		for (const empty of [...texts, '={{ $json.nothing }}', '={{ null }}', '={{ [] }}', '[]']) {
			const filters = { [name]: type === 'resourceLocator' ? locator('name', empty) : empty };
			expect((await errorOf(run(operation, { ...needed(vendor), filters }))).message).toBe(
				`The filter "${(field as INodeProperties).displayName}" is empty. Without it, others would be found as well, so nothing was looked for.`,
			);
		}
		expect(server.asked).toEqual([]);
	});
});

/** Groups of fields that are added within a collection. */
const GROUPS = ALL.flatMap((found) => {
	const inside = (found.property.options ?? []) as INodeProperties[];
	return inside
		.filter(({ type }) => found.property.type === 'collection' && type === 'fixedCollection')
		.map(
			(field) => [found.vendor, found.operation, field.displayName, { ...found, field }] as const,
		);
});

it('there are groups of fields to be cleared', () => {
	expect(GROUPS.map(([vendor, operation, label]) => [vendor, operation, label])).toEqual(
		expect.arrayContaining([
			['RoutiGo', 'webhook.update', 'Headers to Send Along'],
			['Detrack', 'job.updateMany', 'Items'],
			['ReadyCloud', 'order.update', 'Bill To'],
		]),
	);
});

describe.each(GROUPS)('%s %s: %s', (vendor, operation, label, { property, field, run }) => {
	it('in another shape, of which n8n leaves nothing, is refused, and nothing is sent', async () => {
		for (const shape of ['[]', '={{ [] }}', 'none', '={{ 7 }}', '={{ { "of": [] } }}']) {
			const parameters = { ...needed(vendor), [property.name]: { [field.name]: shape } };
			expect((await errorOf(run(operation, parameters))).message).toBe(
				`"${label}" was added, but holds nothing. Nothing was sent.`,
			);
		}
		expect(server.asked).toEqual([]);
	});
});

describe.each([
	['Radaro', 'job.getMany'],
	['ReadyCloud', 'order.getMany'],
	['ReadyCloud', 'contact.getMany'],
])('%s %s: a query parameter', (vendor, operation) => {
	const run = VENDORS.find(([name]) => name === vendor)?.[2];
	it.each([
		[{ name: 'state', value: '={{ $json.nothing }}' }, 'value: "state"'],
		[{ name: '={{ $json.nothing }}', value: 'VIC' }, 'name'],
	])('%j that is empty is refused', async (parameter, what) => {
		const parameters = { ...NEEDED, queryParameters: { parameter: [parameter] } };
		expect((await errorOf(run?.(operation, parameters) ?? Promise.resolve())).message).toBe(
			`A query parameter has no ${what}. Without it, others would be found as well. Fill it or remove it.`,
		);
		expect(server.asked).toEqual([]);
	});
});
