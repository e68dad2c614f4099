import type { IDataObject } from 'n8n-workflow';

import { byNumber, DetrackBench } from '../support/detrack';
import { byExternalId, RadaroBench } from '../support/radaro';
import { locator, ReadyCloudBench } from '../support/readycloud';
import { RoutigoSandboxBench } from '../support/routigo';
import { errorOf } from '../support/runOperation';
import { type StandInBench, useBench } from '../support/standInBench';

/** Switches that an expression sets, as sheets and databases have them. */

const detrack = useBench(new DetrackBench());
const radaro = useBench(new RadaroBench());
const routigo = useBench(new RoutigoSandboxBench());
const cloud = useBench(new ReadyCloudBench());

/** What an operation gives when the sheet's cell, `$json.cell`, has that value. */
async function given(
	bench: StandInBench,
	operation: string,
	cell: unknown,
	parameters: IDataObject,
): Promise<IDataObject[]> {
	const { items } = await bench.run(operation, parameters, { items: [{ cell } as IDataObject] });
	return items.map(({ json }) => json);
}

const CELL = '={{ $json.cell }}';

describe.each<[string, StandInBench, string, () => Promise<unknown>]>([
	['Detrack', detrack, 'getMany', async () => await many(detrack)],
	['Radaro', radaro, 'getMany', async () => await many(radaro)],
	['RoutiGo', routigo, 'webhook.getMany', async () => undefined],
	['ReadyCloud', cloud, 'order.getMany', async () => await cloud.orders(2)],
])('Return All of %s', (_vendor, bench, operation, prepare) => {
	const count = async (cell: unknown) =>
		(await given(bench, operation, cell, { returnAll: CELL, limit: 1 })).length;

	it.each(['TRUE', 'true', 1, '1', ' Yes ', 'y', 'ON'])(
		'is on where the cell is %j',
		async (cell) => {
			await prepare();
			expect(await count(cell)).toBe(2);
		},
	);

	it.each(['FALSE', false, 0, '0', 'No', 'n', 'off'])(
		'is off where the cell is %j',
		async (cell) => {
			await prepare();
			expect(await count(cell)).toBe(1);
		},
	);

	it.each(['maybe', '', null, 2])('is refused where the cell is %j', async (cell) => {
		const { message } = await errorOf(count(cell));
		expect(message).toBe(`"Return All" must be true or false, but it is "${cell ?? ''}".`);
		expect(await bench.requests()).toEqual([]);
	});
});

async function many(bench: DetrackBench | RadaroBench): Promise<void> {
	for (const id of ['A-1', 'A-2']) await bench.create(id);
}

it.each([
	['YES', 'A-1'],
	['no', undefined],
])('gives raw data unless Simplify, %j, is on', async (cell, reference) => {
	await detrack.create('A-1');
	const [job] = await given(detrack, 'get', cell, { ...byNumber('A-1'), simplify: CELL });
	expect(job?.reference).toBe(reference);
});

it.each([
	['TRUE', { driver: 3391054, status: 'assigned' }],
	['FALSE', { driver: 3391054 }],
])('sets the status of a job of Radaro where the cell is %j', async (cell, body) => {
	await radaro.create('A-1');
	const parameters = { ...byExternalId('A-1'), driver: 3391054, setStatus: CELL };
	await given(radaro, 'assignDriver', cell, parameters);
	expect((await radaro.lastRequest('PATCH'))?.body).toEqual(body);
});

it.each([
	['Yes', true],
	['0', false],
])('searches the marketplace at Detrack where the cell is %j', async (cell, open) => {
	await given(detrack, 'search', cell, { filters: { openToMarketplace: CELL, zone: 'North' } });
	const { body } = (await detrack.lastRequest('POST')) ?? {};
	expect((body as { data: IDataObject }).data).toMatchObject({ zone: 'North' });
	expect((body as { data: IDataObject }).data.open_to_marketplace).toBe(open);
});

it.each([
	['TRUE', true],
	[0, false],
])('sends the switches of a contact of ReadyCloud, %j, as true or false', async (cell, isOn) => {
	await given(cloud, 'contact.create', cell, {
		contactFields: { firstName: 'Robin', isCompany: CELL },
		addresses: { address: [{ city: 'Boise', default: CELL }] },
	});
	expect((await cloud.lastRequest('POST'))?.body).toEqual({
		first_name: 'Robin',
		is_company: isOn,
		addresses: [{ city: 'Boise', default: isOn }],
	});
});

it('leaves a switch of ReadyCloud out where the cell is empty', async () => {
	const { id } = await cloud.one('contact.create', { contactFields: { firstName: 'Robin' } });
	const change = { contact: locator('id', String(id)), updateFields: { isCompany: CELL } };
	const { message } = await errorOf(given(cloud, 'contact.update', '', change));
	expect(message).toBe('There is nothing to change. Add a field under "Update Fields".');
});

it('names a switch in an address of ReadyCloud that says neither', async () => {
	const address = { address: [{ city: 'Boise', default: CELL }] };
	const { message } = await errorOf(given(cloud, 'contact.create', 'waar', { addresses: address }));
	expect(message).toBe('"Default" must be true or false, but it is "waar".');
});
