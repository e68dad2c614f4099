import { RadaroApi } from '../../../../credentials/RadaroApi.credentials';
import { RadaroChangesTrigger } from '../../../../nodes/Radaro/RadaroChangesTrigger.node';
import type { DeliveryEvent } from '../../../../nodes/shared/event/deliveryEvent';
import { RADARO_KEY } from '../../../../sandbox/radaro/defaults';
import { PollingTrigger } from '../../../support/pollingTrigger';
import { RadaroBench } from '../../../support/radaro';
import { useBench } from '../../../support/standInBench';
import { DAY, MINUTE, useTravel } from '../../../support/travel';
import { expectWholeRow } from '../../../support/wholeRow';

const bench = useBench(new RadaroBench());
const travel = useTravel();

function trigger(parameters = {}): PollingTrigger {
	return new PollingTrigger({
		node: new RadaroChangesTrigger(),
		credentialType: new RadaroApi(),
		credential: { server: 1, apiKey: RADARO_KEY, baseUrl: bench.baseUrl },
		parameters,
	});
}

const ids = new Map<string, string>();

async function enter(...references: string[]): Promise<void> {
	for (const reference of references) {
		const { jobId } = await bench.create(reference);
		ids.set(reference, String(jobId));
	}
}

async function step(reference: string, ...names: string[]): Promise<void> {
	for (const name of names) {
		await bench.control('POST', `radaro/jobs/${ids.get(reference)}/steps/${name}`);
	}
}

const told = (rows: object[]): string[] =>
	rows.map((row) => {
		const { reference, event, status } = row as DeliveryEvent;
		return `${reference} ${event} ${status}`;
	});

/** Paths of single jobs that were asked for. */
const asked = async (): Promise<string[]> =>
	(await bench.requests('GET'))
		.filter(({ query }) => query.lookup_field === 'order_id')
		.map(({ path }) => path.split('/').at(-2) ?? '');

it('tells nothing of what there was, and then each change once, as a whole row', async () => {
	await enter('A', 'B');
	const changes = trigger();
	expect(await changes.publish()).toEqual([]);
	await enter('C');
	await step('A', 'assign', 'start', 'deliver');
	const rows = await changes.poll();
	expect(told(rows).sort()).toEqual(['A status_changed delivered', 'C job_created created']);
	for (const row of rows) expectWholeRow(row as unknown as DeliveryEvent);
	expect(rows.every(({ occurredAt }) => typeof occurredAt === 'string')).toBe(true);
	expect(await changes.poll()).toEqual([]);
});

it('does not take a rating for a change of the state', async () => {
	await enter('A');
	await step('A', 'assign', 'start', 'deliver');
	const changes = trigger();
	await changes.publish();
	await step('A', 'rate');
	expect(await changes.poll()).toEqual([]);
});

it('does not tell a delivery again that is rated long after it was forgotten', async () => {
	await enter('A');
	const changes = trigger();
	await changes.publish();
	await step('A', 'assign', 'start', 'deliver');
	expect(told(await changes.poll())).toEqual(['A status_changed delivered']);
	travel(10 * DAY);
	expect(await changes.poll()).toEqual([]);
	await step('A', 'rate');
	expect(await changes.poll()).toEqual([]);
});

describe.each([
	['with counted pages', {}],
	['with links', { listNext: true }],
	['as a bare array', { listEnvelope: 'array' }],
	['in small pages', { maxPageSize: 30 }],
])('a list %s', (_form, settings) => {
	beforeEach(async () => {
		await bench.settings(settings);
		await bench.control('POST', 'radaro/jobs', { count: 250 });
		await enter('A');
	});

	it('is read to its end', async () => {
		const changes = trigger();
		expect(await changes.publish()).toEqual([]);
		await step('A', 'assign');
		await enter('B');
		expect(told(await changes.poll()).sort()).toEqual([
			'A status_changed assigned',
			'B job_created created',
		]);
		expect(await changes.poll()).toEqual([]);
	});

	it('is read in several polls, of which none tells what there was', async () => {
		const changes = trigger({ options: { requestsPerPoll: 2 } });
		const rows = [...(await changes.publish()), ...(await changes.poll())];
		rows.push(...(await changes.killAndStart()));
		for (let poll = 0; poll < 8; poll++) rows.push(...(await changes.poll()));
		expect(rows).toEqual([]);
		await step('A', 'assign');
		for (let poll = 0; poll < 8; poll++) rows.push(...(await changes.poll()));
		expect(told(rows)).toEqual(['A status_changed assigned']);
	});
});

describe('a list that ends after its first page', () => {
	beforeEach(async () => {
		await enter('OLD', 'GONE', 'DONE');
		await step('DONE', 'assign', 'start', 'deliver');
		await bench.settings({ maxPageSize: 3, ignorePaging: true });
	});

	it('does not keep the trigger reading', async () => {
		await enter('NEW');
		await trigger({ options: { requestsPerPoll: 1 } }).publish();
		const changes = trigger();
		await changes.publish();
		expect((await bench.requests('GET')).length).toBeLessThan(5);
	});

	it('leaves open jobs out, which are asked for one by one', async () => {
		const changes = trigger();
		await changes.publish();
		await enter('N1', 'N2', 'N3');
		const rows = [];
		for (let poll = 0; poll < 3; poll++) rows.push(...(await changes.poll()));
		expect(told(rows).sort()).toEqual([
			'N1 job_created created',
			'N2 job_created created',
			'N3 job_created created',
		]);
		await step('OLD', 'assign', 'start', 'deliver');
		await step('GONE', 'delete');
		rows.length = 0;
		for (let poll = 0; poll < 5; poll++) rows.push(...(await changes.poll()));
		expect(told(rows)).toEqual(['OLD status_changed delivered']);
		const before = (await asked()).length;
		for (let poll = 0; poll < 5; poll++) await changes.poll();
		expect((await asked()).slice(before)).toEqual([]);
		expect(await asked()).not.toContain(ids.get('DONE'));
	});

	it('waits for no job that Radaro does not show, which is told in the log', async () => {
		const changes = trigger();
		await changes.publish();
		await enter('N1', 'N2', 'N3');
		const path = `/${ids.get('GONE')}/`;
		await bench.fault({ kind: 'status', status: 403, methods: ['GET'], path });
		for (let poll = 0; poll < 3; poll++) await changes.poll();
		await step('OLD', 'assign', 'start', 'deliver');
		await step('N1', 'assign');
		const rows = [];
		for (let poll = 0; poll < 3; poll++) rows.push(...(await changes.poll()));
		expect(told(rows).sort()).toEqual([
			'N1 status_changed assigned',
			'OLD status_changed delivered',
		]);
		expect(changes.failed).toEqual([]);
		expect(changes.logged.join()).toContain('could not ask for an open job');
	});

	it('goes on behind such a job where it is all that a poll has asked for', async () => {
		const changes = trigger({ options: { requestsPerPoll: 1 } });
		await changes.publish();
		await enter('N1', 'N2', 'N3');
		const path = `/${ids.get('GONE')}/`;
		await bench.fault({ kind: 'status', status: 403, methods: ['GET'], path });
		const rows = [];
		for (let poll = 0; poll < 8; poll++) rows.push(...(await changes.poll()));
		await step('OLD', 'assign', 'start', 'deliver');
		for (let poll = 0; poll < 12; poll++) rows.push(...(await changes.poll()));
		expect(told(rows)).toContain('OLD status_changed delivered');
		expect(changes.failed).toEqual([]);
		expect(changes.logged.join()).toContain('could not ask for an open job');
	});
});

it('tells what changed while the workflow was not published for two days', async () => {
	await enter('A');
	const changes = trigger();
	await changes.publish();
	travel(DAY);
	await step('A', 'assign');
	travel(DAY);
	expect(told(await changes.publish())).toEqual(['A status_changed assigned']);
});

it('only learns what there is with another credential, and then tells its changes', async () => {
	const changes = trigger();
	await changes.publish();
	travel(2 * DAY);
	await enter('A', 'B');
	await step('A', 'assign', 'start', 'deliver');
	changes.credentialId = 'credential-2';
	expect(await changes.publish()).toEqual([]);
	await step('B', 'assign');
	expect(told(await changes.publish())).toEqual(['B status_changed assigned']);
});

it('stops at 429, and moves nothing where a request breaks off', async () => {
	await enter('A');
	const changes = trigger();
	await changes.publish();
	await step('A', 'assign');
	await bench.fault({ kind: 'status', status: 429, retryAfter: 30, times: 1 });
	expect(await changes.poll()).toEqual([]);
	travel(MINUTE);
	await bench.fault({ kind: 'reset', times: 1 });
	expect(await changes.poll()).toEqual([]);
	expect(told(await changes.poll())).toEqual(['A status_changed assigned']);
	expect(changes.failed).toEqual([]);
	expect(changes.logged.join()).not.toContain(RADARO_KEY);
});

it('shows recent jobs in the editor', async () => {
	await enter('A', 'B');
	const rows = await trigger().fetchTestEvent();
	expect(told(rows)).toEqual(['B job_created created', 'A job_created created']);
});
