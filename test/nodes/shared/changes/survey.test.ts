import { type IDataObject, NodeApiError } from 'n8n-workflow';

import { ChangesMemory } from '../../../../nodes/shared/changes/changesMemory';
import { survey } from '../../../../nodes/shared/changes/survey';
import { days, minutes, NOW, ParcelService, Poller } from './support';

let service: ParcelService;
let poller: Poller;

beforeEach(() => {
	service = new ParcelService();
	service.parcels = [
		{ id: 'a', status: 'created', createdAt: days(-1), changedAt: days(-1) },
		{ id: 'b', status: 'delivered', createdAt: days(-2), changedAt: days(-1) },
		{ id: 'c', status: 'out_for_delivery', createdAt: days(-1), changedAt: minutes(-5) },
	];
	poller = new Poller(service);
});

const refusal = (httpCode: string) =>
	new NodeApiError(
		{ id: '1', name: 'T', type: 't', typeVersion: 2, position: [0, 0], parameters: {} },
		{},
		{ message: 'no', httpCode },
	);

it('tells nothing in its first run, and nothing where nothing changes', async () => {
	expect(await poller.poll()).toEqual([]);
	expect(await poller.poll(minutes(1))).toEqual([]);
});

it('takes a clock that is ahead for what it is', async () => {
	service.partSize = 1;
	poller.requests = 1;
	service.parcels = ['a', 'b'].map((id) => ({ id, status: 'created', changedAt: minutes(2) }));
	const told = [...(await poller.poll()), ...(await poller.poll(minutes(1)))];
	expect(told).toEqual([]);
	service.change('b', 'delivered', minutes(3));
	expect([...(await poller.poll(minutes(2))), ...(await poller.poll(minutes(3)))]).toEqual([
		'b delivered',
	]);
});

it('tells in its first run what changed in the last days, where that is chosen', async () => {
	service.parcels.push({ id: 'old', status: 'delivered', changedAt: days(-3) });
	poller.days = 2;
	expect(await poller.poll()).toEqual(['a created', 'b delivered', 'c out_for_delivery']);
	expect(await poller.poll(minutes(1))).toEqual([]);
});

it('tells a changed job once', async () => {
	await poller.poll();
	service.change('c', 'delivered', minutes(1));
	expect(await poller.poll(minutes(2))).toEqual(['c delivered']);
	expect(await poller.poll(minutes(3))).toEqual([]);
});

it('tells a change of an old job, also one whose time stands still', async () => {
	await poller.poll();
	service.change('b', 'returned', days(-1));
	expect(await poller.poll(minutes(2))).toEqual(['b returned']);
});

it('tells a new job', async () => {
	await poller.poll();
	service.parcels.push({
		id: 'd',
		status: 'created',
		createdAt: minutes(1),
		changedAt: minutes(1),
	});
	const [change] = await poller.changes(minutes(2));
	expect(change?.row).toMatchObject({
		jobId: 'd',
		event: 'job_created',
		eventName: null,
		receivedAt: minutes(2).toISOString(),
	});
});

it('knows a change of the status from another one, and from a new job', async () => {
	await poller.poll();
	service.change('a', 'on_hold', minutes(1), { reason: 'closed' });
	service.parcels.push({
		id: 'd',
		status: 'delivered',
		createdAt: minutes(1),
		changedAt: minutes(2),
	});
	const names = async (now: Date) => (await poller.changes(now)).map(({ row }) => row.event);
	expect(await names(minutes(3))).toEqual(['status_changed', 'status_changed']);
	service.change('a', 'on_hold', minutes(4), { reason: 'no access' });
	expect(await names(minutes(5))).toEqual(['job_updated']);
});

it('gives a state that comes again another event, and the same state the same stateId', async () => {
	await poller.poll();
	const told = [];
	for (const [at, status] of ['on_hold', 'in_transit', 'on_hold', 'in_transit'].entries()) {
		// As a vendor does it that does not tell when.
		service.change('a', status as 'on_hold', days(-1));
		told.push(...(await poller.changes(minutes(at + 1))));
	}
	const rows = told.map(({ row }) => row);
	expect(rows.map(({ status }) => status)).toEqual([
		'on_hold',
		'in_transit',
		'on_hold',
		'in_transit',
	]);
	expect(new Set(rows.map(({ eventId }) => eventId)).size).toBe(4);
	expect(new Set(rows.map(({ stateId }) => stateId)).size).toBe(2);
	for (const { eventId, stateId } of rows)
		expect(eventId.startsWith(`state-${stateId}-`)).toBe(true);
});

it('gives a change that is found twice the same event, as after a crash', async () => {
	await poller.poll();
	const saved = poller.save();
	service.change('c', 'delivered', minutes(1));
	const [first] = await poller.changes(minutes(2));
	poller.restart(saved);
	const [second] = await poller.changes(minutes(9));
	expect(second?.row.eventId).toBe(first?.row.eventId);
});

describe('with more jobs than a poll reaches', () => {
	beforeEach(() => {
		service.parcels = Array.from({ length: 10 }, (_, at) => ({
			id: `p${at}`,
			status: 'out_for_delivery' as const,
			createdAt: days(-1),
			changedAt: days(-1),
		}));
		poller.requests = 1;
	});

	it('goes on where the last poll stopped, and begins again after the end', async () => {
		for (let poll = 0; poll < 6; poll++) await poller.poll(minutes(poll));
		expect(service.asked).toEqual(['list 0', 'list 2', 'list 4', 'list 6', 'list 8', 'list 0']);
	});

	it('tells each change once, whenever it comes', async () => {
		const told: string[] = [];
		for (let poll = 0; poll < 20; poll++) {
			if (poll === 2) service.change('p0', 'delivered', minutes(2));
			if (poll === 3) service.change('p9', 'delivered', minutes(3));
			told.push(...(await poller.poll(minutes(poll))));
		}
		expect(told).toEqual(['p9 delivered', 'p0 delivered']);
	});

	it('tells nothing where n8n is killed after the second of five polls', async () => {
		// n8n saves the memory of the poll with which a workflow is published, and then of those that tell.
		await poller.poll();
		const saved = poller.save();
		await poller.poll(minutes(1));
		poller.restart(saved);
		const told: string[] = [];
		for (let poll = 2; poll < 12; poll++) told.push(...(await poller.poll(minutes(poll))));
		expect(told).toEqual([]);
	});

	it('tells what changed between the polls before the kill', async () => {
		await poller.poll();
		const saved = poller.save();
		service.change('p7', 'delivered', minutes(1));
		await poller.poll(minutes(1));
		poller.restart(saved);
		const told: string[] = [];
		for (let poll = 2; poll < 12; poll++) told.push(...(await poller.poll(minutes(poll))));
		expect(told).toEqual(['p7 delivered']);
	});

	it('sends no request after its time', async () => {
		poller.requests = 10;
		const source = service.source();
		const memory = ChangesMemory.begin({ account: 'post', now: NOW, days: 0, lookBack: 7 });
		let time = 0;
		const allowance = { requests: 10, until: 3, clock: () => time++ };
		expect(await survey(source, memory, allowance, NOW)).toMatchObject({ requests: 3 });
	});
});

it('moves nothing where a poll fails half-way', async () => {
	await poller.poll();
	service.change('a', 'delivered', minutes(1));
	const before = poller.save();
	service.failure = (request) => (request === 2 ? refusal('503') : null);
	await expect(poller.poll(minutes(2))).rejects.toThrow();
	expect(poller.save()).toBe(before);
	expect(await poller.poll(minutes(3))).toEqual(['a delivered']);
});

it('keeps what it has read where there were too many requests, and goes on there', async () => {
	poller.days = 3;
	service.failure = (request) => (request === 2 ? refusal('429') : null);
	expect(await poller.poll()).toEqual(['a created', 'b delivered']);
	expect(await poller.poll(minutes(1))).toEqual(['c out_for_delivery']);
	expect(service.asked).toEqual(['list 0', 'list 2', 'list 2']);
});

it('tells what changed in two days without it', async () => {
	await poller.poll();
	const saved = poller.save();
	service.change('a', 'delivered', days(1), { settledAt: days(1) });
	service.parcels.push({ id: 'd', status: 'delivered', changedAt: days(1), createdAt: days(1) });
	poller.restart(saved);
	expect(await poller.poll(days(2))).toEqual(['a delivered', 'd delivered']);
});

describe('an open job that the list leaves out', () => {
	const passed = async (polls: number, from = 1): Promise<string[]> => {
		const told: string[] = [];
		for (let poll = from; poll < from + polls; poll++)
			told.push(...(await poller.poll(minutes(poll))));
		return told;
	};

	it('is asked for by its id', async () => {
		await poller.poll();
		service.hidden = ['c'];
		service.change('c', 'delivered', minutes(1));
		expect(await passed(3)).toEqual(['c delivered']);
		service.asked = [];
		expect(await passed(3, 4)).toEqual([]);
		expect(service.asked).not.toContain('c');
	});

	it('is asked for in turns where there are many', async () => {
		service.parcels = Array.from({ length: 8 }, (_, at) => ({
			id: `p${at}`,
			status: 'created' as const,
			changedAt: days(-1),
		}));
		await poller.poll();
		service.hidden = service.parcels.map(({ id }) => id);
		poller.requests = 4;
		await passed(8);
		const asked = service.asked.filter((what) => what.startsWith('p'));
		expect(new Set(asked).size).toBe(8);
		expect(asked.slice(0, 8)).toEqual([...new Set(asked)]);
	});

	/** Fills the memory with open jobs that the list then leaves out. */
	const hide = async (count: number): Promise<void> => {
		service.partSize = count;
		service.parcels = Array.from({ length: count }, (_, at) => ({
			id: `p${at}`,
			status: 'created' as const,
			changedAt: days(at % 2 === 0 ? -20 : -16),
		}));
		await poller.poll();
		service.hidden = service.parcels.map(({ id }) => id);
		service.asked = [];
	};
	/** Which of them were asked for in some polls, n8n being restarted after each. */
	const askedIn = async (polls: number): Promise<number> => {
		for (let poll = 1; poll <= polls; poll++) {
			poller.restart(poller.save());
			await poller.poll(minutes(poll));
		}
		return new Set(service.asked.filter((what) => what.startsWith('p'))).size;
	};

	it.each([
		// One of the ten requests of a poll is for the list.
		[100, 12],
		// More polls than the count of rounds goes up to.
		[1100, 123],
	])('is asked for in its turn after restarts, of %i in %i polls', async (count, polls) => {
		await hide(count);
		expect(await askedIn(polls)).toBe(count);
	});

	it('is asked for after a memory that was stored before turns were', async () => {
		await hide(20);
		const { asked, turn, ...before } = poller.staticData.changes as IDataObject;
		expect([asked, turn]).toEqual(['', 1]);
		poller.staticData = { changes: before };
		expect(await askedIn(3)).toBe(20);
	});

	it.each([1, 2, 3])(
		'is asked for beside a long list, with %i requests a poll',
		async (requests) => {
			await hide(4);
			service.partSize = 1;
			service.parcels.push(
				...Array.from({ length: 6 }, (_, at) => ({ id: `l${at}`, status: 'created' as const })),
			);
			poller.requests = requests;
			expect(await askedIn(60)).toBe(4);
			expect(service.asked).toContain('list 5');
		},
	);

	it('is asked for beside a list that takes all the time', async () => {
		await hide(4);
		service.partSize = 1;
		service.parcels.push({ id: 'l0', status: 'created' }, { id: 'l1', status: 'created' });
		let time = 0;
		for (let poll = 0; poll < 20; poll++) {
			const memory = ChangesMemory.read(poller.staticData, {
				account: 'post',
				now: minutes(1 + poll),
				days: 0,
				lookBack: 7,
			});
			const allowance = { requests: 10, until: time + 3, clock: () => time++ };
			await survey(service.source(), memory, allowance, minutes(1 + poll));
			memory.write(poller.staticData);
		}
		expect(new Set(service.asked)).toEqual(new Set(['list 0', 'list 1', 'p0', 'p1', 'p2', 'p3']));
	});

	it('is asked for again where there were too many requests', async () => {
		await hide(2);
		service.failure = () => (service.asked.length === 2 ? refusal('429') : null);
		expect(await askedIn(2)).toBe(2);
		expect(service.asked).toEqual(['list 0', 'p0', 'p0', 'p1', 'list 0']);
	});

	it.each(['403', '500'])(
		'keeps nothing else waiting where it is answered with %s',
		async (code) => {
			await hide(3);
			service.parcels.push({ id: 'l', status: 'created', changedAt: minutes(1) });
			service.failure = () => (service.asked.at(-1) === 'p1' ? refusal(code) : null);
			const told: string[] = [];
			for (let poll = 1; poll <= 4; poll++) told.push(...(await poller.poll(minutes(poll))));
			service.change('p2', 'delivered', minutes(5), { settledAt: minutes(5) });
			for (let poll = 6; poll <= 9; poll++) told.push(...(await poller.poll(minutes(poll))));
			expect(told).toEqual(['l created', 'p2 delivered']);
		},
	);

	it('is forgotten where the vendor no longer has it', async () => {
		await poller.poll();
		service.parcels = service.parcels.filter(({ id }) => id !== 'c');
		await passed(6);
		expect(service.asked.filter((what) => what === 'c')).toEqual(['c']);
	});
});

describe('after the look-back', () => {
	it('forgets settled jobs, and does not tell them again', async () => {
		await poller.poll();
		service.change('c', 'delivered', minutes(1), { settledAt: minutes(1) });
		await poller.poll(minutes(2));
		const size = poller.save().length;
		const told: string[] = [];
		for (let day = 1; day < 20; day++) told.push(...(await poller.poll(days(day))));
		expect(told).toEqual([]);
		expect(poller.save().length).toBeLessThan(size);
	});

	it('does not take a rating for a delivery', async () => {
		await poller.poll();
		service.change('c', 'delivered', minutes(1), { settledAt: minutes(1) });
		await poller.poll(minutes(2));
		for (let day = 1; day < 12; day++) await poller.poll(days(day));
		service.change('c', 'delivered', days(12), { settledAt: minutes(1) });
		expect(await poller.poll(days(13))).toEqual([]);
	});

	/** What is told on some days of a job that was created a minute after the first poll. */
	const told = async (...on: number[]): Promise<string[]> => {
		const rows: string[] = [];
		for (const day of on) {
			for (const { row } of await poller.changes(days(day))) {
				if (row.jobId === 'd') rows.push(`${row.event} ${row.status}`);
			}
		}
		return rows;
	};
	const fresh = { id: 'd', createdAt: minutes(1), changedAt: minutes(1) };
	const through = (last: number): number[] => Array.from({ length: last }, (_, at) => at + 1);

	it('does not tell a job as created again when its deadline changes', async () => {
		await poller.poll();
		service.parcels.push({ ...fresh, status: 'created' });
		expect(await told(...through(39))).toEqual(['job_created created']);
		service.change('d', 'created', days(40));
		expect(await told(40, 41)).toEqual([]);
		service.change('d', 'assigned', days(42));
		expect(await told(42, 43)).toEqual(['status_changed assigned']);
	});

	it('does not tell it either where it was only learnt in the first run', async () => {
		service.parcels.push({ ...fresh, createdAt: days(-5), changedAt: days(-5), status: 'created' });
		await poller.poll();
		expect(await told(...through(39))).toEqual([]);
		service.change('d', 'created', days(40));
		expect(await told(40)).toEqual([]);
	});

	it('tells a status that may have been reached since, but not as that of a new job', async () => {
		await poller.poll();
		service.parcels.push({ ...fresh, status: 'created' });
		expect(await told(...through(39))).toEqual(['job_created created']);
		service.change('d', 'scheduled', days(40));
		expect(await told(40, 41)).toEqual(['status_changed scheduled']);
	});

	it.each([
		['created', fresh.changedAt, 'job_created created'],
		// Whether it was told when it was created, nobody knows.
		['changed', days(34), 'status_changed created'],
	])('tells a job that comes into sight long after it was %s', async (_what, changedAt, row) => {
		await poller.poll();
		service.parcels.push({ ...fresh, status: 'created', changedAt, day: '2026-04-20' });
		expect(await told(35, 36)).toEqual([row]);
	});

	it('does not tell what was not kept until it looked further back', async () => {
		await poller.poll();
		for (let day = 1; day < 30; day++) await poller.poll(days(day));
		service.parcels.push({
			id: 'd',
			status: 'delivered',
			changedAt: days(12),
			createdAt: days(11),
		});
		expect(await poller.poll(days(30))).toEqual([]);
		poller.lookBack = 25;
		expect(await poller.poll(days(30))).toEqual([]);
	});
});

describe('where the vendor tells no time', () => {
	beforeEach(() => {
		service.parcels = ['a', 'b', 'c'].map((id) => ({ id, status: 'created' as const }));
	});

	it('tells only what comes after the whole list was read', async () => {
		poller.requests = 1;
		expect(await poller.poll()).toEqual([]);
		expect(await poller.poll(minutes(1))).toEqual([]);
		service.parcels.push({ id: 'd', status: 'delivered' });
		expect([...(await poller.poll(minutes(2))), ...(await poller.poll(minutes(3)))]).toEqual([
			'd delivered',
		]);
	});

	it('tells no job twice, as long as it is listed', async () => {
		await poller.poll();
		service.parcels.push({ id: 'd', status: 'delivered' });
		const told: string[] = [];
		for (let day = 0; day < 20; day++) told.push(...(await poller.poll(days(day))));
		expect(told).toEqual(['d delivered']);
	});
});

it('takes a time without fractions for the whole second', async () => {
	poller.service.parcels = [];
	await poller.poll(new Date('2026-03-10T12:00:00.700Z'));
	service.parcels.push({ id: 'd', status: 'created' });
	const source = service.source();
	service.source = () => ({
		...source,
		timesOf: () => ({
			createdAt: '2026-03-10T12:00:00Z',
			changedAt: '2026-03-10T12:00:00Z',
			settledAt: null,
			day: null,
		}),
	});
	expect(await poller.poll(minutes(1))).toEqual(['d created']);
});

it('begins anew for another account', async () => {
	await poller.poll();
	const source = service.source('another');
	service.source = () => source;
	service.change('a', 'delivered', days(-1));
	expect(await poller.poll(minutes(1))).toEqual([]);
	service.change('b', 'returned', minutes(2));
	expect(await poller.poll(minutes(3))).toEqual(['b returned']);
});
