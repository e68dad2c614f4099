import type { Dict } from '../support/bench';
import { Track } from './support';

const track = Track.use();
beforeEach(async () => {
	await track.hooks();
});

const last = (): Dict => track.receiver.bodies.at(-1) ?? {};
const milestones = (): unknown[] => (last().milestones as Dict[]).map(({ status }) => status);

it('tell of a usual day', async () => {
	const { id } = await track.make();
	expect(last()).toMatchObject({ status: 'dispatched', tracking_status: 'Info received' });
	expect(last()).toMatchObject({ assign_to: null, driver_mobile_number: null });
	await track.step(id, 'assign', { driver: 'Van 07' });
	expect(last()).toMatchObject({
		status: 'dispatched',
		tracking_status: 'Out for delivery',
		tracking_status_code: 'dispatched',
		assign_to: 'Van 07',
		driver_mobile_number: '0400555098',
		head_to_delivery_at: null,
	});
	await track.step(id, 'headTo');
	expect(last()).toMatchObject({ status: 'dispatched', tracking_status: 'Out for delivery' });
	expect([last().head_to_delivery_at, last().live_eta]).not.toContain(null);
	await track.step(id, 'complete', { note: 'At the gate', received_by: 'T. Okafor' });
	expect(last()).toMatchObject({
		status: 'completed',
		primary_job_status: 'completed',
		tracking_status: 'Completed',
		received_by_sent_by: 'T. Okafor',
		note: 'At the gate',
		reason: null,
		can_reattempt: false,
		pod_time: expect.stringMatching(/^\d\d:\d\d [AP]M$/),
		pod_lat: expect.stringMatching(/^-27\./),
		signature_file_url: expect.stringContaining('/detrack/files/'),
		photo_1_file_url: expect.stringContaining('/detrack/files/'),
	});
	expect(milestones()).toEqual(['info_recv', 'out_for_delivery', 'head_to_delivery', 'completed']);
	expect(await track.events()).toEqual(['In Progress', 'In Progress', 'Heading To', 'Completed']);
});

it('tell of a rejected item', async () => {
	const { id } = await track.make();
	await track.walk(id, 'assign');
	await track.step(id, 'partial', { rejected: [{ sku: 'BULB-E27', quantity: 3 }] });
	expect(last()).toMatchObject({
		status: 'completed_partial',
		tracking_status: 'Partially completed',
		can_reattempt: true,
		items: [
			{ sku: 'LAMP-04', actual_quantity: 1, reject_quantity: 0, reject_reason: null },
			{ sku: 'BULB-E27', actual_quantity: 1, reject_quantity: 3, reject_reason: 'Goods Damaged' },
		],
	});
	expect((await track.events()).at(-1)).toBe('Partially Completed');
});

it('tell of failing and of the next attempt', async () => {
	const { id } = await track.make();
	await track.walk(id, 'assign', 'fail');
	expect(last()).toMatchObject({ status: 'failed', reason: 'No Recipient', can_reattempt: true });
	expect(last().milestones).toMatchObject([{}, {}, { status: 'failed', reason: 'No Recipient' }]);
	await track.step(id, 'reattempt');
	// The next day, with the same driver.
	expect(last()).toMatchObject({ attempt: 2, tracking_status: 'Scheduled', reason: null });
	expect((await track.events()).slice(-2)).toEqual(['Scheduled', 'In Progress']);
});

it.each([
	['info_recv', 'Info Received', 'Info received', 'info_recv'],
	['in_transit', 'In Transit', 'Info received', 'in_transit'],
	['on_hold', 'On Hold', 'On hold', 'on_hold'],
	['return', 'Return', 'Return', 'return'],
])('tell of a new job that is %s', async (status, event, tracking_status, code) => {
	await track.make({ status });
	expect(await track.events()).toEqual([event]);
	expect(last()).toMatchObject({ status, tracking_status, tracking_status_code: code });
});

it('tell of holding, returning and going on', async () => {
	const { id } = await track.make({ status: 'info_recv' });
	await track.walk(id, 'hold', 'dispatch', 'assign', 'return');
	expect(await track.events()).toEqual([
		'Info Received',
		'On Hold',
		'In Progress',
		'In Progress',
		'Return',
	]);
	expect(last()).toMatchObject({ status: 'return', reason: 'Refused by recipient' });
});

it('tell of a scheduled job, which is out once its day has come', async () => {
	const { id } = await track.make({ date: await track.day(2), status: 'info_recv' });
	await track.walk(id, 'assign', 'dispatch');
	expect(await track.events()).toEqual(['Info Received', 'Scheduled', 'In Progress']);
	expect(last()).toMatchObject({ tracking_status: 'Scheduled', tracking_status_code: 'scheduled' });
	expect(milestones()).toEqual(['info_recv', 'scheduled']);
	await track.advance(2 * 86_400);
	expect((await track.list()).data).toMatchObject([{ tracking_status: 'Out for delivery' }]);
});

it('tell of collections in their own words', async () => {
	const { id } = (await track.control('POST', 'collections', {})).json<{ id: string }>();
	await track.walk(id, 'assign', 'headTo');
	expect(last()).toMatchObject({ type: 'Collection', tracking_status: 'Out for collection' });
	expect(milestones()).toEqual(['info_recv', 'out_for_collection', 'head_to_pick_up']);
});

it('leave Heading To without a mark when set so', async () => {
	await track.settings({ headToMarks: false });
	const { id } = await track.make();
	await track.walk(id, 'assign', 'headTo');
	expect(last()).toMatchObject({ head_to_delivery_at: null, live_eta: null });
	expect(milestones()).toEqual(['info_recv', 'out_for_delivery']);
	expect((await track.events()).at(-1)).toBe('Heading To');
});

it('tell of deleted jobs by their last state, or hardly, as set', async () => {
	const { id } = await track.make();
	const before = last();
	await track.step(id, 'delete');
	expect(last()).toEqual(before);
	expect((await track.events()).at(-1)).toBe('Deleted');
	await track.settings({ deletedBody: 'identity' });
	await track.create('ORD-1');
	await track.jobs('DELETE', '/ORD-1');
	await track.settle();
	expect(Object.keys(last())).toEqual(['id', 'type', 'do_number', 'date']);
});

it('tell of what programs do', async () => {
	await track.create('ORD-1', { status: 'info_recv', date: await track.day() });
	await track.jobs('PUT', '/ORD-1', { status: 'dispatched', assign_to: 'Van 11' });
	await track.jobs('PUT', '/ORD-1', { instructions: 'Nothing that anybody is told of' });
	await track.jobs('PUT', '', [
		{ do_number: 'ORD-1', data: { status: 'failed', pod_time: '10:00' } },
	]);
	await track.jobs('POST', '/reattempt', { do_number: 'ORD-1' });
	expect(await track.events()).toEqual(['Info Received', 'In Progress', 'Failed', 'In Progress']);
});

it.each([
	[true, 'arrived'],
	[false, 'out_for_delivery'],
])('tell of an arrival by its time, and by a milestone: %j', async (arrivedMilestone, newest) => {
	await track.settings({ arrivedMilestone });
	await track.hooks();
	const { id } = await track.make();
	await track.walk(id, 'assign', 'arrive');
	expect(await track.events()).toEqual(['In Progress', 'In Progress', 'Arrived']);
	expect(last()).toMatchObject({ status: 'dispatched', arrived_at: expect.any(String) });
	expect(milestones().at(-1)).toBe(newest);
});

describe('only what is ticked is told', () => {
	it('of triggers', async () => {
		await track.hooks({ triggers: ['failed', 'arrived'] });
		const { id } = await track.make();
		await track.walk(id, 'assign', 'headTo', 'arrive', 'fail');
		expect(await track.events()).toEqual(['Arrived', 'Failed']);
	});

	it('of changes of the driver, which come beside the trigger', async () => {
		await track.hooks({ driverChanges: true });
		const { id } = await track.make();
		await track.walk(id, 'assign', 'reassign', 'unassign');
		expect(await track.events()).toEqual([
			'In Progress',
			'In Progress',
			'Driver assignment changed',
			'Driver assignment changed',
			'Driver assignment changed',
		]);
		expect(last()).toMatchObject({ assign_to: null, tracking_status: 'Info received' });
	});

	it('and nothing at all without an address', async () => {
		await track.hooks({ urls: [] });
		const { deliveries, id } = await track.make();
		expect(deliveries).toEqual([]);
		expect((await track.control('POST', `jobs/${id}/steps/repost`)).status).toBe(409);
	});
});
