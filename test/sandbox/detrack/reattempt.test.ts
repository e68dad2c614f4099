import type { Dict, Reply } from '../support/bench';
import { Track } from './support';

const track = Track.use();

const reattempt = (data: Dict = {}): Promise<Reply> =>
	track.jobs('POST', '/reattempt', { do_number: 'ORD-1', ...data });

it('copies a failed job for another day', async () => {
	const first = await track.create('ORD-1', {
		assign_to: 'Van 07',
		order_number: 'W-1',
		items: [{ sku: 'A', quantity: 2 }],
	});
	await track.step(String(first.id), 'fail', { reason: 'No Recipient', note: 'Closed' });
	const reply = await reattempt({ new_date: '2026-03-04', date: '2026-03-03', type: 'Delivery' });
	const { data } = reply.json<{ data: Dict[] }>();
	expect([reply.status, data]).toEqual([
		200,
		[
			expect.objectContaining({
				do_number: 'ORD-1',
				attempt: 2,
				date: '2026-03-04',
				status: 'dispatched',
				order_number: 'W-1',
				reason: null,
				last_reason: 'No Recipient',
				note: null,
				pod_at: null,
				pod_lat: '',
				items: [expect.objectContaining({ sku: 'A', quantity: 2, reject_quantity: 0 })],
			}),
		],
	]);
	const [second] = data;
	expect(second?.id).not.toBe(first.id);
	expect(second?.detrack_number).not.toBe(first.detrack_number);
	const all = await track.list('?do_number=ORD-1&sort=attempt');
	expect(all.data.map(({ attempt, status }) => [attempt, status])).toEqual([
		[1, 'failed'],
		[2, 'dispatched'],
	]);
	// The newer one is meant now, and it is not finished; the older one has been tried again already.
	expect((await reattempt()).json().code).toBe('invalid_reattempt');
	expect((await reattempt({ date: '2026-03-03' })).json().code).toBe('invalid_reattempt');
});

it('stays on the day without a new date, and answers one job when set so', async () => {
	await track.create('ORD-1', { status: 'completed_partial', pod_time: '10:00' });
	await track.settings({ reattemptData: 'object' });
	expect((await reattempt()).json()).toMatchObject({ data: { attempt: 2, date: '2026-03-03' } });
});

it.each(['dispatched', 'info_recv', 'completed', 'on_hold'])(
	'is refused for %s',
	async (status) => {
		await track.create('ORD-1', { status, pod_time: '10:00' });
		const reply = await reattempt();
		expect([reply.status, reply.json().code]).toEqual([422, 'invalid_reattempt']);
		for (const reattemptStatus of [400, 403]) {
			await track.settings({ reattemptStatus });
			expect((await reattempt()).status).toBe(reattemptStatus);
		}
	},
);

it('is refused for unknown jobs and bad dates', async () => {
	expect((await reattempt()).json().code).toBe('not_found');
	await track.create('ORD-1', { status: 'failed', pod_time: '10:00' });
	expect((await reattempt({ new_date: 'tomorrow' })).json()).toMatchObject({
		code: 'validation_failed',
		errors: [{ field: 'new_date' }],
	});
	expect((await track.list()).data).toHaveLength(1);
});
