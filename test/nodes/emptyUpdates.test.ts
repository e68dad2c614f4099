import type { INodeProperties } from 'n8n-workflow';

import { type Found, PARAMETERS } from '../support/everyOperation';
import { locator } from '../support/readycloud';
import { errorOf } from '../support/runOperation';
import { ScriptedServer } from '../support/scripted';

/** What an expression without a value must not do to something that exists. */
let server: ScriptedServer;
beforeAll(async () => {
	server = await ScriptedServer.start(() => ({ status: 500 }));
});
afterAll(async () => await server.stop());
beforeEach(() => server.asked.splice(0));

const FIELDS = PARAMETERS.filter(({ property }) => property.name === 'updateFields').flatMap(
	({ vendor, operation, property, run }) =>
		((property.options ?? []) as INodeProperties[]).map((field) => ({
			title: `${vendor} ${operation} ${field.name}`,
			field,
			run,
		})),
);

const messageOf = async (run: Found['run'], name: string, value: string): Promise<string> => {
	const organizationId = locator('id', 'K7p');
	const parameters = { organizationId, updateFields: { [name]: value } };
	return (await errorOf(run(server.url, parameters))).message;
};

const EMPTY = ['', ' ', '={{ null }}'];

it('looks at the choices of all services', () => {
	expect(FIELDS.filter(({ field }) => field.type === 'options').map(({ title }) => title)).toEqual(
		expect.arrayContaining([
			'Radaro job.update status',
			'Detrack job.update type',
			'Detrack job.updateMany primaryJobStatus',
			'RoutiGo webhook.update event',
			'ReadyCloud order.update billingStatus',
		]),
	);
});

it.each(FIELDS.filter(({ field }) => field.type === 'options'))(
	'$title that is empty changes nothing',
	async ({ field, run }) => {
		for (const empty of EMPTY) {
			expect(await messageOf(run, field.name, empty)).toBe(
				'There is nothing to change. Add a field under "Update Fields".',
			);
		}
		expect(server.asked).toEqual([]);
	},
);

/** What every job or order has; a webhook's name and address are checked with the webhook at hand. */
const NEEDED = [
	'Radaro job.update externalId',
	'Radaro job.update customerName',
	'Radaro job.update address',
	...['job.update', 'job.updateMany'].flatMap((operation) =>
		['doNumber', 'date', 'address'].map((name) => `Detrack ${operation} ${name}`),
	),
	'ReadyCloud order.update primaryId',
];

it.each(NEEDED)('%s must not be empty', async (wanted) => {
	const { field, run } = FIELDS.find(({ title }) => title === wanted) ?? {};
	if (field === undefined || run === undefined) throw new Error(`There is no ${wanted}.`);
	for (const empty of ['', ' ']) {
		expect(await messageOf(run, field.name, empty)).toContain(`"${field.displayName}"`);
	}
	expect(server.asked).toEqual([]);
});
