import type { Dict } from '../support/bench';
import { Portal } from './support';

const portal = Portal.use();

interface Report {
	job: Dict;
	steps: Array<{ name: string }>;
	deliveries: Dict[];
}
const create = async (body: Dict = {}): Promise<unknown> =>
	(await portal.bench.control('POST', 'radaro/jobs', body)).json<Report>().job.order_id;
const last = (): Dict => portal.receiver.bodies.at(-1) ?? {};
const info = (): Dict => last().order_info as Dict;
async function walk(...steps: string[]): Promise<unknown> {
	const id = await create();
	for (const step of steps) expect((await portal.bench.step(id, step)).status).toBe(200);
	return id;
}

it('rates without changing the status, and later', async () => {
	await walk('assign', 'start', 'deliver');
	const delivered = info();
	const id = delivered.order_id;
	await portal.bench.step(id, 'rate', { rating: 3, comment: 'Late' });
	expect(info()).toMatchObject({ status: 'delivered', rating: 3, customer_comment: 'Late' });
	expect(info().is_confirmed_by_customer).toBe(true);
	expect(String(info().updated_at) > String(delivered.updated_at)).toBe(true);
	expect((await portal.bench.step(id, 'rate')).status).toBe(409);
});

it('goes the long way round', async () => {
	const id = await walk('assign', 'pickup', 'picked_up', 'start', 'wayBack');
	expect(last().new_values).toEqual({ status: 'way_back' });
	await portal.bench.step(id, 'deliver', { comment: 'At the gate', signature: null });
	expect(info()).toMatchObject({
		confirmation_comment: 'At the gate',
		confirmation_signature: null,
	});
	await portal.bench.step(id, 'confirm');
	expect(last().new_values).toEqual({ status: 'confirmed' });
});

it('changes deliver_before to a given instant', async () => {
	const id = await create({ deliver_before: '2025-06-18T06:30:00Z' });
	await portal.bench.step(id, 'deliverBefore', { deliver_before: '2025-06-20T07:00:00Z' });
	expect(last()).toMatchObject({
		topic: 'job.changed',
		new_values: { deliver_before: '2025-06-20T17:00:00' },
		old_values: { deliver_before: '2025-06-18T16:30:00' },
		order_info: { deliver_before: '2025-06-20T17:00:00.000000+10:00', delivery_zone: null },
	});
	expect((await portal.bench.step(id, 'deliverBefore', { deliver_before: 'soon' })).status).toBe(
		409,
	);
});

it('takes the codes that are given', async () => {
	const id = await walk('assign', 'fail');
	await portal.bench.step(id, 'codes', { codes: [209], comment: 'No such street' });
	expect(info()).toMatchObject({
		completion_codes: [{ code: 209, name: 'Address not found' }],
		error_comment: 'No such street',
	});
	expect((await portal.bench.step(id, 'codes', { codes: [1] })).status).toBe(409);
});

it('tells of scanned barcodes as set', async () => {
	const id = await walk('assign', 'scan');
	expect(last()).toMatchObject({
		topic: 'job.barcodes_scanned',
		event_type: 'updated',
		new_values: { barcodes: [{ code: `93${String(id)}`, scanned: true }] },
		order_info: { status: 'assigned' },
	});
	await portal.bench.settings({ scanTopic: null });
	await portal.bench.step(id, 'scan', { barcodes: ['A-1', 'A-2'] });
	expect(last()).toMatchObject({
		topic: 'job.changed',
		new_values: {
			barcodes: [
				{ code: 'A-1', scanned: true },
				{ code: 'A-2', scanned: true },
			],
		},
	});
	expect((await portal.bench.step(await create(), 'scan')).status).toBe(409);
});

it('repeats the very same event', async () => {
	const id = await walk('assign');
	const before = last();
	await portal.bench.step(id, 'repeat');
	expect(portal.receiver.received).toHaveLength(3);
	expect(last()).toEqual(before);
});

it('tells of a deleted job as set', async () => {
	const other = [await create(), await create(), await create()];
	await portal.bench.step(other[0], 'delete');
	expect(last()).toMatchObject({ topic: 'job.deleted', event_type: 'deleted' });
	expect(info().order_id).toBe(other[0]);
	await portal.bench.settings({ deleteTopic: 'job.removed' });
	await portal.bench.step(other[1], 'delete');
	expect(last()).toMatchObject({ topic: 'job.removed', event_type: 'deleted' });
	await portal.bench.settings({ deleteTopic: null });
	const sent = portal.receiver.received.length;
	await portal.bench.step(other[2], 'delete');
	expect(portal.receiver.received).toHaveLength(sent);
	expect((await portal.bench.jobs('GET')).json().count).toBe(0);
});

describe('a step that is not possible', () => {
	it('is refused with what is', async () => {
		const reply = await portal.bench.step(await create(), 'deliver');
		expect(reply.status).toBe(409);
		const { error } = reply.json<{ error: string }>();
		expect(error).toContain('"deliver" isn\'t possible for a job that is "not_assigned"');
		expect(error).toContain('assign, fail');
	});

	it.each(['nonsense', 'constructor', '__proto__'])('as is %s', async (step) => {
		const reply = await portal.bench.step(await create(), step);
		expect([reply.status, reply.text]).toEqual([409, expect.stringContaining('no step')]);
	});

	it('and so are unknown jobs, drivers and options', async () => {
		expect((await portal.bench.step(1, 'assign')).status).toBe(404);
		expect((await portal.bench.step(await create(), 'assign', { driver: 1 })).status).toBe(409);
		expect((await portal.bench.step(await create(), 'assign', { diver: 1 })).status).toBe(400);
	});
});
