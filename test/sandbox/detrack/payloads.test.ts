import type { Dict } from '../support/bench';
import { sample, Track } from './support';

const track = Track.use();

const last = (): Dict => track.receiver.bodies.at(-1) ?? {};
async function completed(body: Dict = {}): Promise<Dict> {
	const { id } = await track.make(body);
	await track.walk(id, 'assign', 'headTo', 'complete');
	return last();
}
const kind = (value: unknown): string => (Array.isArray(value) ? 'array' : typeof value);
/** Key by key: whether both are known, and then of one type. */
function differences(one: Dict, other: Dict): string[] {
	const known = Object.keys(one).filter((key) => one[key] !== null && other[key] !== null);
	return known.filter((key) => kind(one[key]) !== kind(other[key]));
}

it('have the 181 keys of version 2 in their order, of the right types', async () => {
	await track.hooks();
	const body = await completed();
	const example = sample('v2_completed.json');
	expect(Object.keys(body)).toHaveLength(181);
	expect(Object.keys(body)).toEqual(Object.keys(example));
	expect(differences(body, example)).toEqual([]);
	const unknown = Object.keys(example).filter((key) => example[key] !== null && body[key] === null);
	expect(unknown).toEqual([]);
	for (const list of ['items', 'milestones']) {
		const keys = (job: Dict): string[] => Object.keys((job[list] as Dict[])[0] ?? {});
		expect(keys(body)).toEqual(keys(example));
	}
});

it('write times with the zone’s offset, dates without', async () => {
	await track.hooks();
	await track.settings({ timeZone: 'Asia/Singapore' });
	const body = await completed();
	const instant = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+08:00$/);
	expect(body).toMatchObject({
		created_at: instant,
		pod_at: instant,
		milestones: [{ created_at: instant, pod_at: instant }, {}, {}, {}],
		date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
	});
});

it('have the 22 keys of version 1 in their order, of the right types', async () => {
	await track.hooks({ version: '1' });
	const body = await completed({ do_number: 'ORD-1', webhook_url: 'http://127.0.0.1:1/own' });
	const example = sample('v1_delivered.json');
	expect(Object.keys(body)).toEqual(Object.keys(example));
	expect(differences(body, example)).toEqual([]);
	expect(body).toMatchObject({
		do: 'ORD-1',
		status: 'Delivered',
		image: 1,
		received_by: 'P. Natarajan',
		note: 'Left with reception.',
		reason: '',
		notify_url: 'http://127.0.0.1:1/own',
		time: expect.stringMatching(/T\d\d:\d\d:\d\d\+10:00$/),
		pod_lat: -27.449871,
		items: [
			{ sku: 'LAMP-04', desc: 'Desk lamp, brass', qty: 1, reject: 0, reason: '' },
			{ sku: 'BULB-E27' },
		],
	});
});

it.each([
	['v1_in_transit.json', { status: 'in_transit' }, []],
	['v1_info_received.json', { status: 'info_recv' }, []],
	['v1_on_hold.json', { status: 'on_hold' }, []],
	['v1_return.json', { status: 'return' }, []],
	['v1_in_progress.json', {}, ['assign']],
	['v1_failed.json', {}, ['assign', 'fail']],
	['v1_partially_delivered.json', {}, ['assign', 'partial']],
])('have the labels of version 1 as %s', async (name, body, steps) => {
	await track.hooks({ version: '1' });
	const { id } = await track.make(body);
	await track.walk(id, ...steps);
	const example = sample(name);
	expect(last().status).toBe(example.status);
	expect(last().time === '').toBe(example.time === '');
	expect(last().image).toBe(example.image);
	expect(typeof last().pod_lat).toBe(typeof example.pod_lat);
	expect(differences(last(), example)).toEqual([]);
});

it('call version 1’s fields of collections as set, and statuses too', async () => {
	await track.hooks({ version: '1' });
	await track.make({ type: 'Collection' });
	expect(last()).toMatchObject({ collect_from: expect.any(String), sent_by: '' });
	expect(last()).toHaveProperty('collection_time');
	expect(last()).not.toHaveProperty('deliver_to');
	await track.settings({ v1Collection: 'delivery', v1Labels: { dispatched: 'On the road' } });
	await track.make({ type: 'Collection' });
	expect(last()).toMatchObject({ deliver_to: expect.any(String), status: 'On the road' });
});
