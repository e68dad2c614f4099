import { ReadyCloudApi } from '../../../../credentials/ReadyCloudApi.credentials';
import { ReadyCloudChangesTrigger } from '../../../../nodes/ReadyCloud/ReadyCloudChangesTrigger.node';
import type { DeliveryEvent } from '../../../../nodes/shared/event/deliveryEvent';
import { READYCLOUD_ORG, READYCLOUD_TOKEN } from '../../../../sandbox/readycloud/defaults';
import { PollingTrigger } from '../../../support/pollingTrigger';
import { locator, ReadyCloudBench } from '../../../support/readycloud';
import { useBench } from '../../../support/standInBench';
import { DAY, MINUTE, useTravel } from '../../../support/travel';
import { expectWholeRow } from '../../../support/wholeRow';

const bench = useBench(new ReadyCloudBench());
const travel = useTravel();

function trigger(parameters = {}, credential = {}): PollingTrigger {
	return new PollingTrigger({
		node: new ReadyCloudChangesTrigger(),
		credentialType: new ReadyCloudApi(),
		credential: { accessToken: READYCLOUD_TOKEN, baseUrl: bench.baseUrl, ...credential },
		parameters: { organizationId: locator('id', READYCLOUD_ORG), ...parameters },
	});
}

const ids = new Map<string, string>();

async function enter(...references: string[]): Promise<void> {
	for (const reference of references) {
		const { id } = (await bench.control('POST', 'readycloud/orders', {
			primary_id: reference,
		})) as { id: string };
		ids.set(reference, id);
	}
}

async function step(reference: string, ...names: string[]): Promise<void> {
	for (const name of names) {
		await bench.control('POST', `readycloud/jobs/${ids.get(reference)}/steps/${name}`);
	}
}

const told = (rows: object[]): string[] =>
	rows.map((row) => {
		const { reference, event, status } = row as DeliveryEvent;
		return `${reference} ${event} ${status}`;
	});

it('tells nothing of what there was, and then each change once, as a whole row', async () => {
	await enter('A', 'B');
	const changes = trigger();
	expect(await changes.publish()).toEqual([]);
	await enter('C');
	await step('A', 'pack', 'ship');
	const rows = await changes.poll();
	expect(told(rows).sort()).toEqual(['A status_changed in_transit', 'C job_created created']);
	for (const row of rows) expectWholeRow(row as unknown as DeliveryEvent);
	expect(rows.find(({ reference }) => reference === 'A')?.trackingNumber).toEqual(
		expect.any(String),
	);
	expect(await changes.poll()).toEqual([]);
});

it('asks for whole orders that were updated in the days of the look-back', async () => {
	const changes = trigger({ options: { lookBack: 3 } });
	await changes.publish();
	await changes.poll();
	const [first, second] = await bench.requests('GET');
	expect(second?.query).toMatchObject({ expand: 'boxes,items', limit: '100' });
	const since = (query: Record<string, string> | undefined): number =>
		Math.round((Date.now() - Date.parse(query?.updated_at__gte ?? '')) / DAY);
	// At first also open orders have to be learnt that have not been updated for longer.
	expect(since(first?.query)).toBe(30);
	expect(since(second?.query)).toBe(3);
});

it('tells a delivery that moves nothing but the time of what belongs to the order', async () => {
	await enter('A');
	await step('A', 'pack', 'ship');
	const changes = trigger();
	await changes.publish();
	await step('A', 'deliver');
	expect(told(await changes.poll())).toEqual(['A status_changed delivered']);
	await step('A', 'note');
	expect(await changes.poll()).toEqual([]);
});

it('tells it as well where the order was updated before the look-back', async () => {
	await enter('A', 'B');
	await step('A', 'pack', 'ship');
	const changes = trigger();
	await changes.publish();
	travel(12 * DAY);
	for (let poll = 0; poll < 4; poll++) expect(await changes.poll()).toEqual([]);
	await step('A', 'deliver');
	const rows = [];
	for (let poll = 0; poll < 4; poll++) rows.push(...(await changes.poll()));
	expect(told(rows)).toEqual(['A status_changed delivered']);
	for (let poll = 0; poll < 4; poll++) expect(await changes.poll()).toEqual([]);
});

describe('with 450 orders and one request a poll', () => {
	beforeEach(async () => {
		await bench.orders(450);
		await enter('A');
	});

	it('tells none where n8n is killed after the second of five polls', async () => {
		const changes = trigger({ options: { requestsPerPoll: 1 } });
		const rows = [...(await changes.publish()), ...(await changes.poll())];
		rows.push(...(await changes.killAndStart()));
		for (let poll = 0; poll < 8; poll++) rows.push(...(await changes.poll()));
		expect(rows).toEqual([]);
		expect(changes.failed).toEqual([]);
		await step('A', 'pack', 'ship');
		for (let poll = 0; poll < 8; poll++) rows.push(...(await changes.poll()));
		expect(told(rows)).toEqual(['A status_changed in_transit']);
	});
});

it('stays within the 30 reads a minute, and goes on later', async () => {
	await bench.orders(1200);
	const changes = trigger({ startWith: 'lastDays', days: 2, options: { requestsPerPoll: 20 } });
	const rows = [...(await changes.publish())];
	for (let poll = 0; poll < 4; poll++) {
		rows.push(...(await changes.poll()));
		travel(MINUTE);
	}
	expect(rows).toHaveLength(1200);
	expect(changes.failed).toEqual([]);
	expect((await bench.requests('GET')).filter(({ status }) => status === 429)).toEqual([]);
});

it('stops at 429, and goes on when it may', async () => {
	await enter('A');
	const changes = trigger();
	await changes.publish();
	await step('A', 'pack', 'ship');
	await bench.fault({ kind: 'status', status: 429, times: 1 });
	expect(await changes.poll()).toEqual([]);
	travel(MINUTE);
	expect(told(await changes.poll())).toEqual(['A status_changed in_transit']);
});

it('tells what changed while the workflow was not published for two days', async () => {
	await enter('A');
	const changes = trigger();
	await changes.publish();
	travel(2 * DAY);
	await step('A', 'pack', 'ship', 'deliver');
	travel(MINUTE);
	expect(told(await changes.publish())).toEqual(['A status_changed delivered']);
});

it('keeps the memory of the same organization with another credential', async () => {
	await enter('A');
	const changes = trigger();
	await changes.publish();
	changes.credentialId = 'credential-2';
	await step('A', 'pack', 'ship');
	expect(told(await changes.publish())).toEqual(['A status_changed in_transit']);
});

it('shows recent orders in the editor', async () => {
	await enter('A', 'B');
	expect(told(await trigger().fetchTestEvent())).toEqual([
		'B job_created created',
		'A job_created created',
	]);
});

it('takes the only organization where none is chosen', async () => {
	await enter('A');
	const changes = trigger({ organizationId: locator('list', '') });
	expect(told(await changes.fetchTestEvent())).toEqual(['A job_created created']);
});

it('keeps no token', async () => {
	await bench.orders(150);
	const changes = trigger({ options: { requestsPerPoll: 1 } });
	await changes.publish();
	expect(JSON.stringify(changes.saved)).toContain('offset');
	expect(JSON.stringify(changes.saved)).not.toContain(READYCLOUD_TOKEN);
});
