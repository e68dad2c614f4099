import { DetrackApi } from '../../../../credentials/DetrackApi.credentials';
import { DetrackChangesTrigger } from '../../../../nodes/Detrack/DetrackChangesTrigger.node';
import type { DeliveryEvent } from '../../../../nodes/shared/event/deliveryEvent';
import { DETRACK_API_KEY } from '../../../../sandbox/detrack/defaults';
import { DetrackBench } from '../../../support/detrack';
import { PollingTrigger } from '../../../support/pollingTrigger';
import { useBench } from '../../../support/standInBench';
import { DAY, MINUTE, useTravel } from '../../../support/travel';
import { expectWholeRow } from '../../../support/wholeRow';

const bench = useBench(new DetrackBench());
const travel = useTravel();

function trigger(parameters = {}, credential = {}): PollingTrigger {
	return new PollingTrigger({
		node: new DetrackChangesTrigger(),
		credentialType: new DetrackApi(),
		credential: { apiKey: DETRACK_API_KEY, baseUrl: bench.baseUrl, ...credential },
		parameters,
	});
}

const enter = async (given: object) => await bench.control('POST', 'detrack/jobs', given);
const told = (rows: object[]): string[] =>
	rows.map((row) => {
		const { reference, event, status } = row as DeliveryEvent;
		return `${reference} ${event} ${status}`;
	});

it('tells nothing of what there was, and then each change once, as a whole row', async () => {
	await enter({ do_number: 'A' });
	await enter({ do_number: 'B' });
	const changes = trigger();
	expect(await changes.publish()).toEqual([]);
	await enter({ do_number: 'C' });
	await bench.step('A', 'assign');
	await bench.step('A', 'complete');
	const rows = await changes.poll();
	expect(told(rows).sort()).toEqual(['A status_changed delivered', 'C job_created created']);
	for (const row of rows) {
		expectWholeRow(row as unknown as DeliveryEvent);
		expect(row).toMatchObject({
			provider: 'detrack',
			eventName: null,
			eventId: expect.stringContaining(`state-${String(row.stateId)}`) as string,
		});
	}
	expect(rows.find(({ reference }) => reference === 'A')?.occurredAt).toBe(
		(await bench.run('get', { job: { __rl: true, mode: 'doNumber', value: 'A' } })).items[0]?.json
			.occurredAt,
	);
	expect(await changes.poll()).toEqual([]);
});

it('asks for the jobs from the look-back to the look-ahead, and for nothing else', async () => {
	await trigger({ options: { lookBack: 3, lookAhead: 0 } }).publish();
	const requests = await bench.requests();
	expect(requests).toHaveLength(1);
	expect(requests[0]).toMatchObject({
		method: 'POST',
		path: expect.stringMatching(/\/search$/) as string,
	});
	const { data } = requests[0]?.body as { data: { dates: { from: string; to: string } } };
	expect(data).toMatchObject({ page: '1', limit: '100' });
	expect(Date.parse(data.dates.to) - Date.parse(data.dates.from)).toBe(3 * DAY);
	expect(Object.keys(data)).toEqual(['dates', 'page', 'limit']);
});

it('leaves out what the filters leave out, for good, and gives what the output says', async () => {
	const changes = trigger({
		filters: { statuses: ['on_hold'] },
		output: 'deliveryEventWithOriginal',
		listsAs: 'text',
	});
	await changes.publish();
	await enter({ do_number: 'A' });
	expect(await changes.poll()).toEqual([]);
	await bench.step('A', 'hold');
	const [row] = await changes.poll();
	expect(row).toMatchObject({
		status: 'on_hold',
		items: expect.stringMatching(/^\[/) as string,
		original: { do_number: 'A', status: 'on_hold' },
	});
});

it('tells a state that comes again as another event of the same state', async () => {
	await enter({ do_number: 'A' });
	const changes = trigger();
	await changes.publish();
	const rows = [];
	for (const step of ['hold', 'dispatch', 'hold']) {
		await bench.step('A', step);
		rows.push(...(await changes.poll()));
	}
	expect(rows.map(({ status }) => status)).toEqual(['on_hold', 'created', 'on_hold']);
	expect(rows[2]?.stateId).toBe(rows[0]?.stateId);
	expect(rows[2]?.eventId).not.toBe(rows[0]?.eventId);
});

describe('with 450 jobs and one request a poll', () => {
	const small = () => trigger({ options: { requestsPerPoll: 1 } });

	beforeEach(async () => {
		await bench.control('POST', 'detrack/jobs', { count: 450 });
	});

	it('reads them all in five polls, and tells none', async () => {
		const changes = small();
		expect(await changes.publish()).toEqual([]);
		for (let poll = 2; poll <= 6; poll++) expect(await changes.poll()).toEqual([]);
		const pages = (await bench.requests()).map(
			({ body }) => (body as { data: { page: string } }).data.page,
		);
		expect(pages).toEqual(['1', '2', '3', '4', '5', '1']);
	});

	it('tells none where n8n is killed after the second of them', async () => {
		const changes = small();
		const rows = [...(await changes.publish()), ...(await changes.poll())];
		rows.push(...(await changes.killAndStart()));
		for (let poll = 0; poll < 8; poll++) rows.push(...(await changes.poll()));
		expect(rows).toEqual([]);
		expect(changes.failed).toEqual([]);
	});

	it('tells what changes meanwhile, once', async () => {
		const changes = small();
		await changes.publish();
		await enter({ do_number: 'NEW' });
		await bench.step('NEW', 'hold');
		const rows = [];
		rows.push(...(await changes.poll()));
		rows.push(...(await changes.killAndStart()));
		for (let poll = 0; poll < 12; poll++) rows.push(...(await changes.poll()));
		expect(told(rows)).toEqual(['NEW status_changed on_hold']);
	});
});

it('tells what changed while the workflow was not published for two days', async () => {
	await enter({ do_number: 'A' });
	await enter({ do_number: 'B' });
	const changes = trigger();
	await changes.publish();
	travel(DAY);
	await bench.step('A', 'hold');
	await enter({ do_number: 'C' });
	travel(DAY);
	expect(told(await changes.publish()).sort()).toEqual([
		'A status_changed on_hold',
		'C job_created created',
	]);
	expect(await changes.poll()).toEqual([]);
});

it('only learns what there is with another credential, and then tells its changes', async () => {
	const changes = trigger();
	await changes.publish();
	travel(2 * DAY);
	await enter({ do_number: 'A' });
	await enter({ do_number: 'B' });
	await bench.step('A', 'assign');
	await bench.step('A', 'complete');
	changes.credentialId = 'credential-2';
	expect(await changes.publish()).toEqual([]);
	await bench.step('B', 'assign');
	expect(await changes.publish()).toMatchObject([{ reference: 'B', event: 'status_changed' }]);
});

it('gives what changed in the last days at first, where that is chosen', async () => {
	await enter({ do_number: 'A' });
	await bench.step('A', 'hold');
	const changes = trigger({ startWith: 'lastDays', days: 2 });
	expect(told(await changes.publish())).toEqual(['A status_changed on_hold']);
	expect(await changes.killAndStart()).toEqual([]);
});

describe('where Detrack cannot answer', () => {
	const limited = { kind: 'status', status: 429, retryAfter: 90, times: 1 };

	it('stops at 429, waits as long as asked, and tells nothing twice', async () => {
		await bench.control('POST', 'detrack/jobs', { count: 250 });
		const changes = trigger();
		await changes.publish();
		await enter({ do_number: 'A' });
		await bench.fault(limited);
		expect(await changes.poll()).toEqual([]);
		const asked = (await bench.requests()).length;
		travel(MINUTE);
		expect(await changes.poll()).toEqual([]);
		expect((await bench.requests()).length).toBe(asked);
		travel(MINUTE);
		expect(told(await changes.poll())).toEqual(['A job_created created']);
		expect(changes.failed).toEqual([]);
	});

	it('tells what it has read before 429, and goes on there', async () => {
		await bench.settings({ requestsPerMinute: 2 });
		await bench.control('POST', 'detrack/jobs', { count: 250 });
		const changes = trigger({ startWith: 'lastDays', days: 1 });
		expect(await changes.publish()).toHaveLength(200);
		travel(2 * MINUTE);
		expect(await changes.poll()).toHaveLength(50);
		expect(changes.failed).toEqual([]);
	});

	it('moves nothing where a page breaks off half-way', async () => {
		await bench.control('POST', 'detrack/jobs', { count: 150 });
		const changes = trigger();
		await changes.publish();
		await enter({ do_number: 'A' });
		const before = changes.saved;
		const whole = await bench.requests();
		await bench.fault({ kind: 'slow', ms: 1, times: 1 });
		await bench.fault({ kind: 'malformed', when: 'after', times: 1 });
		expect(await changes.poll()).toEqual([]);
		expect((await bench.requests()).length).toBeGreaterThan(whole.length);
		expect(changes.saved).toEqual(before);
		expect(told(await changes.poll())).toEqual(['A job_created created']);
	});

	it('asks again for an hour without a failed execution, and loses nothing', async () => {
		await enter({ do_number: 'A' });
		const changes = trigger();
		await changes.publish();
		await bench.fault({ kind: 'status', status: 503 });
		await bench.step('A', 'hold');
		for (let minute = 0; minute < 3; minute++) {
			expect(await changes.poll()).toEqual([]);
			travel(MINUTE);
		}
		expect(changes.failed).toEqual([]);
		expect(changes.logged).toHaveLength(3);
		expect(changes.logged[0]).toMatch(/asks again at its next poll: Detrack is not able/);
		travel(60 * MINUTE);
		await changes.poll();
		expect(changes.failed).toEqual([expect.stringContaining('Detrack is not able to answer')]);
		await bench.control('DELETE', 'detrack/faults');
		expect(told(await changes.poll())).toEqual(['A status_changed on_hold']);
	});

	it('says so at once to who publishes it for the first time', async () => {
		await bench.fault({ kind: 'status', status: 503, times: 1 });
		await expect(trigger().publish()).rejects.toThrow('Detrack is not able to answer');
	});

	it('starts with n8n all the same', async () => {
		const changes = trigger();
		await bench.fault({ kind: 'status', status: 503, times: 1 });
		expect(await changes.publish('init')).toEqual([]);
	});

	it('fails where the key is refused', async () => {
		await expect(trigger({}, { apiKey: 'another' }).publish()).rejects.toThrow(
			'Detrack does not accept the API key',
		);
	});
});

describe('Fetch Test Event', () => {
	it('gives recent jobs, and remembers nothing', async () => {
		await bench.control('POST', 'detrack/jobs', { count: 15 });
		await enter({ do_number: 'A' });
		const changes = trigger();
		const rows = await changes.fetchTestEvent();
		expect(rows).toHaveLength(10);
		expect(rows[0]).toMatchObject({ reference: 'A', event: 'job_created' });
		expect(changes.saved).toEqual({});
		await bench.step('A', 'hold');
		expect(await changes.publish()).toEqual([]);
	});

	it('says what to do where there is none', async () => {
		await expect(trigger().fetchTestEvent()).rejects.toThrow('Detrack gives no job');
	});
});
