import { asAsked, asTold, type DayJob, newJob, note } from '../../../bench/day/jobs';
import type { Delivery } from '../../../sandbox/core/delivery';

/** Calls with these answers; none at all came to the last kind. */
function calls(...statuses: Array<number | null>): Delivery[] {
	return statuses.map((status) => ({ status, accepted: status === 200 }) as Delivery);
}

function detrackJob(path = 'jobs'): DayJob {
	const body = { do_number: 'DO-1', order_number: 'WEB-1', notify_email: 'tom@example.com' };
	return newJob('detrack', { path, body, id: 'a1' });
}

it('knows a job by its own number, and who gets it', () => {
	expect(detrackJob()).toEqual({
		vendor: 'detrack',
		id: 'a1',
		number: 'DO-1',
		kind: 'delivery',
		attempt: 1,
		mail: 'tom@example.com',
		steps: [],
	});
	expect(detrackJob('collections').kind).toBe('collection');
	const radaro = { external_id: 'SO-1', customer: { email: 'elena@example.com' } };
	expect(newJob('radaro', { path: 'jobs', body: radaro, id: '7' })).toMatchObject({
		number: 'SO-1',
		mail: 'elena@example.com',
	});
	const shop = { primary_id: 'WEB-2', shipping: { ship_to: { email: 'mei@example.com' } } };
	expect(newJob('readycloud', { path: 'orders', body: shop, id: '8' })).toMatchObject({
		number: 'WEB-2',
		mail: 'mei@example.com',
	});
	expect(newJob('routigo', { path: 'tours', body: {}, id: 'tour-1' }).number).toBe('tour-1');
});

it('knows how a job stands by the last step that changed it', () => {
	const job = detrackJob();
	note(job, 'assign', calls(401, 200));
	note(job, 'complete', calls(401, 200, 401, 200));
	note(job, 'repost', calls(401, 200));
	expect([asTold(job), asAsked(job)]).toEqual(['delivered', 'delivered']);
});

it.each([
	['no answer', calls(null)],
	['one of two answers', calls(200, 500)],
	['no call', calls()],
])('says nothing of what n8n was told with %s, but asks', (_name, deliveries) => {
	const job = detrackJob();
	note(job, 'assign', calls(200));
	note(job, 'complete', deliveries);
	expect([asTold(job), asAsked(job)]).toEqual([undefined, 'delivered']);
});

it('cannot ask for a job that was deleted', () => {
	const radaro = () => newJob('radaro', { path: 'jobs', body: { external_id: 'SO-1' }, id: '7' });
	const job = radaro();
	note(job, 'delete', calls(null));
	expect(asAsked(job)).toBeUndefined();
	const told = radaro();
	note(told, 'delete', calls(200));
	expect(asAsked(told)).toBe('cancelled');
	// Detrack tells only how the job stood.
	const gone = detrackJob();
	note(gone, 'dispatch', calls(null));
	note(gone, 'delete', calls(200));
	expect(asAsked(gone)).toBeUndefined();
});

it('takes a new attempt for a job of its own', () => {
	const job = detrackJob();
	note(job, 'fail', calls(200));
	const [again] = note(job, 'reattempt', calls(200));
	expect([asTold(job), again && asTold(again)]).toEqual(['attempt_failed', 'scheduled']);
	expect(again).toMatchObject({ number: 'DO-1', attempt: 2 });
});
