import { Company, order, type Report, WAREHOUSE } from './support';

const company = Company.use();

const EVENTS = [
	'TOUR_PLANNED',
	'TOUR_ASSIGNED',
	'TOUR_UNASSIGNED',
	'TOUR_STARTED',
	'TOUR_FINISHED',
	'STOP_ARRIVED',
	'STOP_DONE',
	'SHIPMENT_DONE',
	'ASSIGNMENT_ARRIVED',
	'ASSIGNMENT_DONE',
];
beforeEach(async () => {
	for (const event of EVENTS) {
		await company.subscribe(event, undefined, {
			action: { url: company.receiver.url(`/${event}`) },
		});
	}
});

const ONE = { orders: [order('1')] };
// Two stops: a pick-up, and a delivery of the same shipment.
const PICKED_UP = { orders: [order('1', { pickupLocation: WAREHOUSE })] };
// One stop with two assignments, as both orders go to the same door.
const NEIGHBOURS = {
	orders: [order('1'), order('2', { deliveryLocation: order('1').deliveryLocation })],
};
const READY = ['plan', 'assign', 'start'];

/** The events that were told since the last call. */
function told(): unknown[] {
	return company.receiver.received.splice(0).map(({ url }) => url.slice(1));
}
const names = ({ steps }: Report): string[] => steps.map(({ name }) => name);
const refused = async (id: string, step: string, body?: object): Promise<string> => {
	const reply = await company.control('POST', `jobs/${id}/steps/${step}`, body);
	return `${reply.status} ${String(reply.json().error)}`;
};

it('lead a tour from planning to its end', async () => {
	const { id } = await company.tour(ONE);
	expect(told()).toEqual([]);
	const expected: Array<[string, string[]]> = [
		['plan', ['TOUR_PLANNED']],
		['assign', ['TOUR_ASSIGNED']],
		['start', ['TOUR_STARTED']],
		['arrive', ['ASSIGNMENT_ARRIVED', 'STOP_ARRIVED']],
		['done', ['ASSIGNMENT_DONE', 'SHIPMENT_DONE', 'STOP_DONE']],
		['finish', ['TOUR_FINISHED']],
	];
	for (const [step, events] of expected) {
		await company.step(id, step);
		expect([step, told().sort()]).toEqual([step, events]);
	}
});

it('are those that are possible', async () => {
	const report = await company.tour(ONE);
	const { id } = report;
	expect(names(report)).toEqual(['plan', 'delete']);
	expect(names(await company.step(id, 'plan'))).toEqual(['assign', 'repeat', 'delete']);
	const assigned = ['start', 'unassign', 'repeat', 'delete'];
	expect(names(await company.step(id, 'assign'))).toEqual(assigned);
	const open = ['done', 'fail', 'neighbours', 'partly', 'doneStop', 'break', 'charge'];
	expect(names(await company.step(id, 'start'))).toEqual([
		...['arrive', ...open, 'arriveAssignment', 'repeat', 'delete'],
	]);
	expect(names(await company.step(id, 'arrive'))).toEqual([...open, 'repeat', 'delete']);
	const after = ['changeRegistrations', 'finish', 'repeat', 'delete'];
	expect(names(await company.step(id, 'done'))).toEqual(after);
	const finished = await company.step(id, 'finish');
	expect(names(finished)).toEqual(['changeRegistrations', 'repeat', 'delete']);
	expect(await refused(id, 'plan')).toBe(
		'409 The step "plan" isn\'t possible for a tour that is "finished"; possible are: changeRegistrations, repeat, delete.',
	);
	expect(await refused('nobody', 'plan')).toContain('404');
	await company.step(id, 'delete');
	expect((await company.control('GET', 'tours')).json()).toEqual([]);
});

it('never undo planning, and let assigning and unassigning alternate', async () => {
	const { id } = await company.walked(ONE, 'plan');
	expect(await refused(id, 'plan')).toContain('409');
	expect(await refused(id, 'unassign')).toContain('409');
	for (let i = 0; i < 2; i++) {
		await company.step(id, 'assign');
		expect(await refused(id, 'assign')).toContain('409');
		await company.step(id, 'unassign');
		expect(await refused(id, 'unassign')).toContain('409');
	}
	expect(told()).toEqual([
		'TOUR_PLANNED',
		...['TOUR_ASSIGNED', 'TOUR_UNASSIGNED', 'TOUR_ASSIGNED', 'TOUR_UNASSIGNED'],
	]);
});

it('leave a driver with one tour at a time', async () => {
	const [first, second] = [await company.walked(ONE, 'plan'), await company.walked(ONE, 'plan')];
	const driver = 'drv-12';
	await company.step(first.id, 'assign', { driver });
	expect(await refused(second.id, 'assign', { driver })).toBe(
		'409 Bram Wolters has Tour 1 and holds only one tour at a time.',
	);
	await company.step(first.id, 'unassign');
	await company.step(second.id, 'assign', { driver });
	for (const step of ['start', 'done', 'finish']) await company.step(second.id, step);
	expect((await company.step(first.id, 'assign', { driver })).job.driverId).toBe(driver);
	expect(
		await refused((await company.walked(ONE, 'plan')).id, 'assign', { driver: 'x' }),
	).toContain('409 There is no driver x');
	// Without being asked for one, it takes whoever is free, until nobody is.
	const others = [await company.walked(ONE, 'plan', 'assign')];
	others.push(await company.walked(ONE, 'plan', 'assign'));
	expect(new Set([driver, ...others.map(({ job }) => job.driverId)]).size).toBe(3);
	const { id } = await company.walked(ONE, 'plan');
	expect(await refused(id, 'assign')).toContain('409 Every driver has a tour');
});

it('end with DELIVERED or another status', async () => {
	const statuses = async (step: string, body?: object): Promise<unknown> => {
		const { id } = await company.walked(ONE, ...READY);
		const { job } = await company.step(id, step, { ...body });
		await company.step(id, 'finish');
		return job.stops[0]?.assignments[0]?.endStatus;
	};
	expect(await statuses('done')).toBe('DELIVERED');
	expect(await statuses('fail')).toBe('NOT_DELIVERED');
	expect(await statuses('done', { endStatus: 'REFUSED' })).toBe('REFUSED');
	const sent = company.receiver.received.flatMap(({ url, body: { assignment } }) =>
		url === '/ASSIGNMENT_DONE' ? [(assignment as { endStatus: string }).endStatus] : [],
	);
	expect(sent).toEqual(['DELIVERED', 'NOT_DELIVERED', 'REFUSED']);
});

it('end in other words, too', async () => {
	const { id } = await company.walked({ orders: [order('1'), order('2')] }, ...READY);
	await company.step(id, 'neighbours');
	const { job } = await company.step(id, 'partly');
	const ends = job.stops.flatMap(({ assignments }) => assignments.map((each) => each.endStatus));
	expect(ends).toEqual(['DELIVERED_AT_NEIGHBOURS', 'PARTIALLY_DELIVERED']);
});

it('end a pick-up as is set', async () => {
	await company.settings({ pickUpEndStatus: 'PICKED_UP' });
	const orders = [order('1', { pickupLocation: WAREHOUSE })];
	const { id } = await company.walked({ orders }, ...READY);
	await company.step(id, 'done');
	const { job } = await company.step(id, 'done');
	const ends = job.stops.map(({ assignments }) => assignments[0]?.endStatus);
	expect(ends).toEqual(['PICKED_UP', 'DELIVERED']);
});

it.each([
	['break', 'BREAK'],
	['charge', 'CHARGING'],
])('hold a %s, which is of no shipment', async (step, kind) => {
	for (const type of ['SHIPMENT', 'TOUR']) {
		const action = { url: company.receiver.url(`/${type}`) };
		await company.subscribe('ASSIGNMENT_DONE', type, { action });
	}
	const { id } = await company.walked(ONE, ...READY);
	company.receiver.received.length = 0;
	await company.step(id, step);
	const { received, bodies } = company.receiver;
	expect(received.map(({ url }) => url).sort()).toEqual(['/ASSIGNMENT_DONE', '/TOUR']);
	const body = bodies[received.findIndex(({ url }) => url === '/ASSIGNMENT_DONE')] ?? {};
	expect(body.assignment).toMatchObject({ type: kind, endStatus: 'DELIVERED' });
	expect(Object.keys(body).sort()).toEqual(['assignment', 'stop', 'timestamp', 'tour']);
	// The delivery is still to come.
	expect(names(await company.step(id, 'done'))).toContain('finish');
});

it('tell an assignment again when its registrations change, each time otherwise', async () => {
	const { id } = await company.walked(ONE, ...READY, 'done');
	told();
	for (let i = 0; i < 2; i++) await company.step(id, 'changeRegistrations');
	await company.step(id, 'changeRegistrations', { registrations: { photo: 'p.jpg' } });
	const { bodies, received } = company.receiver;
	expect(received.map(({ url }) => url)).toEqual(Array(3).fill('/ASSIGNMENT_DONE'));
	const registrations = bodies.map(({ assignment }) =>
		JSON.stringify((assignment as { registrations: object }).registrations),
	);
	expect(new Set(registrations).size).toBe(3);
	expect(registrations[2]).toBe('{"photo":"p.jpg"}');
	const ids = bodies.map(({ assignment }) => (assignment as { id: string }).id);
	expect(new Set(ids).size).toBe(1);
	const [, , last] = company.receiver.received.map(({ text }) => text);
	await company.step(id, 'repeat');
	expect(company.receiver.received.at(-1)?.text).toBe(last);
});

describe('a shipment is done', () => {
	it('when both of its assignments are', async () => {
		const { id } = await company.walked(PICKED_UP, ...READY);
		told();
		await company.step(id, 'done');
		expect(told().sort()).toEqual(['ASSIGNMENT_DONE', 'STOP_DONE']);
		await company.step(id, 'done');
		expect(told().sort()).toEqual(['ASSIGNMENT_DONE', 'SHIPMENT_DONE', 'STOP_DONE']);
	});

	it('that has only one, with that one', async () => {
		const { id } = await company.walked(ONE, ...READY);
		told();
		await company.step(id, 'done');
		expect(told().sort()).toEqual(['ASSIGNMENT_DONE', 'SHIPMENT_DONE', 'STOP_DONE']);
		await company.step(id, 'finish');
		expect(told()).toEqual(['TOUR_FINISHED']);
	});
});

it('mark a stop as done with its last assignment, or all of it at once', async () => {
	const { id, job } = await company.walked(NEIGHBOURS, ...READY);
	expect(job.stops.map(({ assignments }) => assignments.length)).toEqual([2]);
	told();
	const assignment = job.stops[0]?.assignments[1]?.id;
	await company.step(id, 'done', { assignment });
	expect(told().sort()).toEqual(['ASSIGNMENT_DONE', 'SHIPMENT_DONE']);
	expect(await refused(id, 'finish')).toContain('409');
	expect(await refused(id, 'done', { assignment })).toContain('409');
	await company.step(id, 'done');
	expect(told().sort()).toEqual(['ASSIGNMENT_DONE', 'SHIPMENT_DONE', 'STOP_DONE']);
	const other = await company.walked(NEIGHBOURS, ...READY);
	told();
	await company.step(other.id, 'doneStop');
	expect(told().sort()).toEqual([
		...['ASSIGNMENT_DONE', 'ASSIGNMENT_DONE', 'SHIPMENT_DONE', 'SHIPMENT_DONE', 'STOP_DONE'],
	]);
	expect(await refused(other.id, 'doneStop', { stop: 'elsewhere' })).toContain('409');
});

it('can be done out of turn, but at this tour’s stops alone', async () => {
	const { id, job } = await company.walked(PICKED_UP, ...READY);
	expect(await refused(id, 'done', { stop: 'elsewhere' })).toBe(
		'409 The stop or assignment that was asked for is not on this tour.',
	);
	const { job: after } = await company.step(id, 'done', { stop: job.stops[1]?.id });
	expect(after.stops).toMatchObject([
		{ assignments: [{ kind: 'PICKUP', endStatus: null }] },
		{ assignments: [{ kind: 'DELIVERY', endStatus: 'DELIVERED' }] },
	]);
});

it('tell an arrival at the stop and at each of its assignments', async () => {
	const { id } = await company.walked(NEIGHBOURS, ...READY);
	told();
	await company.step(id, 'arrive');
	expect(told().sort()).toEqual(['ASSIGNMENT_ARRIVED', 'ASSIGNMENT_ARRIVED', 'STOP_ARRIVED']);
	expect(await refused(id, 'arrive')).toContain('409');
});

it('can arrive at one assignment alone', async () => {
	const { id } = await company.walked(NEIGHBOURS, ...READY);
	told();
	await company.step(id, 'arriveAssignment');
	expect(told()).toEqual(['ASSIGNMENT_ARRIVED']);
	// Arriving at the stop then tells of the other one.
	await company.step(id, 'arrive');
	expect(told().sort()).toEqual(['ASSIGNMENT_ARRIVED', 'STOP_ARRIVED']);
});

it('tell what comes together, the smallest thing first', async () => {
	// Only events that go to the same subscription are sent one after another.
	const { id } = await company.walked(ONE, ...READY);
	const { deliveries } = await company.step(id, 'done');
	expect(deliveries.map(({ event }) => String(event).split(' ')[0])).toEqual([
		'ASSIGNMENT_DONE',
		'SHIPMENT_DONE',
		'STOP_DONE',
	]);
});
