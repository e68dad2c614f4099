import type { INodeProperties } from 'n8n-workflow';

import { PARAMETERS } from '../../../support/everyOperation';
import { locator } from '../../../support/readycloud';
import { errorOf } from '../../../support/runOperation';
import { ScriptedServer } from '../../../support/scripted';

/** A parameter that restricts or clears must not count as empty when something else was meant. */
let server: ScriptedServer;
beforeAll(async () => {
	server = await ScriptedServer.start(() => ({ status: 500 }));
});
afterAll(async () => await server.stop());
beforeEach(() => server.asked.splice(0));

const FILTERS = PARAMETERS.filter(({ property }) => property.name === 'filters').flatMap((found) =>
	(found.property.options ?? []).map(
		(field) => [found.vendor, found.operation, field.name, { ...found, field }] as const,
	),
);

it('there are filters in all four vendors', () => {
	expect(new Set(FILTERS.map(([vendor]) => vendor)).size).toBe(4);
});

describe.each(FILTERS)('%s %s: the filter %s', (_vendor, _operation, name, { field, run }) => {
	it('that comes out empty is refused, and nothing is asked for', async () => {
		const texts = name === 'assignTo' ? [] : ['', ' '];
		const { type } = field as INodeProperties;
		for (const empty of [...texts, '={{ $json.nothing }}', '={{ null }}', '={{ [] }}', '[]']) {
			const filters = { [name]: type === 'resourceLocator' ? locator('name', empty) : empty };
			expect((await errorOf(run(server.url, { filters }))).message).toBe(
				`The filter "${(field as INodeProperties).displayName}" is empty. Without it, others would be found as well, so nothing was looked for.`,
			);
		}
		expect(server.asked).toEqual([]);
	});
});

/** Groups of fields that are added within a collection. */
const GROUPS = PARAMETERS.flatMap((found) => {
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

describe.each(GROUPS)('%s %s: %s', (_vendor, _operation, label, { property, field, run }) => {
	it('in another shape, of which n8n leaves nothing, is refused, and nothing is sent', async () => {
		for (const shape of ['[]', '={{ [] }}', 'none', '={{ 7 }}', '={{ { "of": [] } }}']) {
			const parameters = { [property.name]: { [field.name]: shape } };
			expect((await errorOf(run(server.url, parameters))).message).toBe(
				`"${label}" was added, but holds nothing. Nothing was sent.`,
			);
		}
		expect(server.asked).toEqual([]);
	});
});

const WITH_OTHERS = PARAMETERS.filter(({ property }) => property.name === 'queryParameters');

it('there are other filters', () => {
	expect(WITH_OTHERS.map(({ vendor, operation }) => `${vendor} ${operation}`).sort()).toEqual([
		'Radaro job.getMany',
		'ReadyCloud contact.getMany',
		'ReadyCloud order.getMany',
	]);
});

describe.each(WITH_OTHERS)('$vendor $operation: another filter', ({ run }) => {
	it.each([
		[{ name: 'state', value: '={{ $json.nothing }}' }, 'value: "state"'],
		[{ name: '={{ $json.nothing }}', value: 'VIC' }, 'name'],
	])('%j that is empty is refused', async (parameter, what) => {
		const parameters = { queryParameters: { parameter: [parameter] } };
		expect((await errorOf(run(server.url, parameters))).message).toBe(
			`A query parameter has no ${what}. Without it, others would be found as well. Fill it or remove it.`,
		);
		expect(server.asked).toEqual([]);
	});
});
