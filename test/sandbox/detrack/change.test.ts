import type { Dict, Reply } from '../support/bench';
import { Track } from './support';

const track = Track.use();

const refused = (reply: Reply): unknown => [reply.status, reply.json().code, reply.json().errors];
const put = (data: Dict, path = '/ORD-1'): Promise<Reply> => track.jobs('PUT', path, data);
const POD_TIME = [{ field: 'pod_time', codes: ['cannot be blank'] }];

describe('a change', () => {
	it.each([
		['/ORD-1', {}],
		['/ORD-1/2026-03-03', {}],
		['/update', { do_number: 'ORD-1', date: '2026-03-03', type: 'Delivery' }],
	])('by %s touches only what is sent, and null clears', async (path, named) => {
		await track.create('ORD-1', { zone: 'North', instructions: 'Ring', order_number: 'W-1' });
		const data = { zone: 'South', instructions: null };
		const reply = await track.api('PUT', `/dn/jobs${path}`, { ...named, data });
		expect([reply.status, reply.json().data]).toEqual([
			200,
			expect.objectContaining({ zone: 'South', instructions: null, order_number: 'W-1' }),
		]);
	});

	it('renames, unless the number is taken', async () => {
		await track.create('ORD-1');
		await track.create('ORD-2');
		expect(refused(await put({ do_number: 'ORD-2' }))).toEqual([
			422,
			'validation_failed',
			[{ field: 'do_number', codes: ['is already taken'] }],
		]);
		expect((await put({ do_number: 'ORD-3' })).status).toBe(200);
		expect((await track.jobs('GET', '/ORD-1')).status).toBe(404);
		expect((await track.jobs('GET', '/ORD-3')).status).toBe(200);
		expect(refused(await put({ address: null }, '/ORD-3'))).toEqual([
			422,
			'validation_failed',
			[{ field: 'address', codes: ['cannot be blank'] }],
		]);
	});

	it('replaces items, and knows them by their sku', async () => {
		await track.create('ORD-1', { items: [{ sku: 'A', quantity: 1 }, { sku: 'B' }] });
		const skus = async (items: Dict[]): Promise<unknown[]> =>
			((await put({ items })).json<{ data: { items: Dict[] } }>().data.items ?? []).map(
				({ sku, quantity }) => [sku, quantity],
			);
		expect(await skus([{ sku: 'A' }])).toEqual([['A', 1]]);
		expect(await skus([{ sku: 'C' }])).toEqual([['C', null]]);
	});

	it.each(['completed', 'completed_partial', 'failed'])(
		'to %s needs a POD time',
		async (status) => {
			await track.create('ORD-1');
			expect(refused(await put({ status }))).toEqual([422, 'validation_failed', POD_TIME]);
			const reply = await put({ status, pod_time: '13:30' });
			expect(reply.json().data).toMatchObject({
				status,
				pod_time: '01:30 PM',
				// 13:30 in Brisbane.
				pod_at: '2026-03-03T03:30:00.000Z',
			});
		},
	);

	it('takes a POD time as a client of Detrack’s sends it', async () => {
		await track.create('ORD-1');
		const closed = await put({ status: 'completed', pod_time: '11:00 AM' });
		expect(closed.json().data).toMatchObject({ pod_time: '11:00 AM' });
		expect((await put({ pod_time: '25:00' })).status).toBe(422);
	});

	it('of a finished job’s status is refused', async () => {
		await track.create('ORD-1', { status: 'failed', pod_time: '10:00' });
		const uneditable = [422, 'validation_failed', [{ field: 'status', codes: ['uneditable'] }]];
		expect(refused(await put({ status: 'completed' }))).toEqual(uneditable);
		expect((await put({ note: 'read-only', zone: 'North' })).status).toBe(200);
		const overwrite = { overwrite: true, data: { status: 'completed' } };
		expect(refused(await track.api('PUT', '/dn/jobs/ORD-1', overwrite))).toEqual(uneditable);
	});

	it('without data, or of a job that is not there, is refused', async () => {
		await track.create('ORD-1');
		expect((await track.api('PUT', '/dn/jobs/ORD-1', { zone: 'N' })).json().code).toBe(
			'invalid_data',
		);
		expect((await put([] as unknown as Dict)).status).toBe(422);
		expect((await put({ zone: 'N' }, '/ORD-9')).status).toBe(404);
	});
});

describe('deleting', () => {
	it.each(['/ORD-1', '/ORD-1/2026-03-03', '/delete?do_number=ORD-1&date=2026-03-03&type=Delivery'])(
		'by %s answers nothing, and then it is gone',
		async (path) => {
			await track.create('ORD-1');
			const reply = await track.jobs('DELETE', path);
			expect([reply.status, reply.text]).toEqual([204, '']);
			expect((await track.jobs('DELETE', path)).status).toBe(404);
		},
	);

	it('a finished job is forbidden, unless the account allows it', async () => {
		await track.create('ORD-1', { status: 'completed', pod_time: '10:00' });
		const forbidden = await track.jobs('DELETE', '/ORD-1');
		expect([forbidden.status, forbidden.json().code]).toEqual([403, 'forbidden']);
		await track.settings({ forbiddenStatus: 422 });
		expect((await track.jobs('DELETE', '/ORD-1')).status).toBe(422);
		await track.settings({ deleteFinished: true });
		expect((await track.jobs('DELETE', '/ORD-1')).status).toBe(204);
	});

	it('one on hold is allowed', async () => {
		await track.create('ORD-1', { status: 'on_hold' });
		expect((await track.jobs('DELETE', '/ORD-1')).status).toBe(204);
	});
});
