import { normalizeRadaroJob } from '../../../../nodes/Radaro/event/normalize';
import { radaroJobSchema } from '../../../../nodes/Radaro/event/schema';
import { radaroWebhook } from '../../../../nodes/Radaro/trigger/webhook';
import { fixture } from '../../../support/fixtures';
import { expectWholeRow } from '../../../support/wholeRow';
import { EXPECTED_EVENTS } from './expectedEvents';

const RECEIVED_AT = '2025-06-18T00:00:00.000Z';

function eventOf(body: unknown, receivedAt = RECEIVED_AT) {
	const reading = radaroWebhook.read(body);
	if ('expected' in reading) throw new Error(reading.expected);
	const [first] = reading.received;
	if (first === undefined) throw new Error('The body holds no event.');
	const { payload } = first;
	return radaroWebhook.normalize(payload, radaroWebhook.classify(payload), receivedAt);
}

function changed(name: string, change: (body: ReturnType<typeof parts>) => void) {
	const body = parts(name);
	change(body);
	return body;
}

function parts(name: string) {
	return fixture(`radaro/${name}`) as Record<string, unknown> & {
		order_info: Record<string, unknown>;
		new_values: Record<string, unknown>;
	};
}

const DELIVERED = '04-job-status-delivered.json';

describe('the thirteen samples', () => {
	it.each(Object.entries(EXPECTED_EVENTS))('%s', (name, expected) => {
		const { eventId, receivedAt, stateId, ...row } = eventOf(fixture(`radaro/${name}`));
		expect(row).toEqual(expected);
		expect(receivedAt).toBe(RECEIVED_AT);
		expect([eventId, stateId].join()).toMatch(/^[0-9a-f]{32},[0-9a-f]{32}$/);
	});

	it.each(Object.keys(EXPECTED_EVENTS))('%s fills every column of schema version 1', (name) => {
		expectWholeRow(eventOf(fixture(`radaro/${name}`)));
	});

	it('have thirteen different event ids', () => {
		const ids = Object.keys(EXPECTED_EVENTS).map(
			(name) => eventOf(fixture(`radaro/${name}`)).eventId,
		);
		expect(new Set(ids).size).toBe(13);
	});
});

describe('the event id', () => {
	const original = eventOf(fixture(`radaro/${DELIVERED}`)).eventId;

	it('stays the same when the event is sent again, later and with its keys in another order', () => {
		const body = fixture(`radaro/${DELIVERED}`);
		const resent = Object.fromEntries(Object.entries(body).reverse());
		expect(eventOf(resent, '2026-01-01T00:00:00.000Z').eventId).toBe(original);
	});

	it('stays the same when the portal token was changed in between', () => {
		expect(eventOf(changed(DELIVERED, (body) => (body.token = 'another'))).eventId).toBe(original);
	});

	it.each([
		[
			'the time',
			(body: ReturnType<typeof parts>) => (body.updated_at = '2025-06-18T10:13:56+10:00'),
		],
		['the job', (body: ReturnType<typeof parts>) => (body.order_info.order_id = 61204878)],
		['what changed', (body: ReturnType<typeof parts>) => (body.new_values.status = 'failed')],
		['the topic', (body: ReturnType<typeof parts>) => (body.topic = 'job.changed')],
	])('differs with %s', (_what, change) => {
		expect(eventOf(changed(DELIVERED, change)).eventId).not.toBe(original);
	});

	it.each([
		[
			'documents',
			'10-job-uploaded-confirmation-document.json',
			{ confirmation_documents: ['https://files.example.com/2.pdf'] },
		],
		[
			'completion codes',
			'08-job-completion-codes-accepted-failed.json',
			{ completion_codes: [{ code: 205, name: 'Refused' }] },
		],
	])('tells %s of the same moment apart', (_what, name, change) => {
		const one = eventOf(fixture(`radaro/${name}`)).eventId;
		const other = eventOf(changed(name, (body) => Object.assign(body.order_info, change))).eventId;
		expect(other).not.toBe(one);
	});

	it('tells events without a job apart by their whole body', () => {
		const one = eventOf({ token: 't', topic: 'optimisation.completed', run: 1 }).eventId;
		const two = eventOf({ token: 't', topic: 'optimisation.completed', run: 2 }).eventId;
		expect(one).not.toBe(two);
	});
});

describe("Radaro's traps", () => {
	it('takes the status of an optimisation for no status of a job', () => {
		const topic = 'optimisation.completed';
		const row = eventOf({ token: 't', topic, new_values: { status: 'completed' } });
		expect(row).toMatchObject({ status: 'unknown', outcome: 'pending', isFinal: false });
		expect(row.providerStatus).toBeNull();
	});

	it('takes the values of a checklist for none of its job', () => {
		const row = eventOf({
			token: 't',
			topic: 'checklist.job_checklist_confirmation',
			old_values: { status: 'pending', rating: 1 },
			new_values: { status: 'failed', rating: 2, customer_comment: 'Question 4 is wrong' },
			order_info: { order_id: 7, status: 'in_progress', rating: 5 },
		});
		expect(row).toMatchObject({
			status: 'out_for_delivery',
			outcome: 'pending',
			previousStatus: null,
			rating: 5,
			customerComment: null,
		});
	});

	it.each([
		['null', null],
		['an empty object', {}],
		['missing', undefined],
	])('reads a creation whose new_values are %s', (_form, values) => {
		const body = changed('01-job-created.json', (parts) => {
			Object.assign(parts, { new_values: values, old_values: values });
		});
		const row = eventOf(body);
		expect([row.event, row.status, row.changedFields]).toEqual(['job_created', 'created', []]);
	});

	it('takes the deadline from the job, because new_values has no time zone', () => {
		const row = eventOf(fixture('radaro/07-job-changed-deliver-before.json'));
		expect(row.windowTo).toBe('2025-06-20T17:00:00.000000+10:00');
	});

	it.each([
		['"lat,lng"', '-38.147120,144.360410', -38.14712, 144.36041],
		['out of range', '144.360410,-38.147120', null, null],
		['an object', { lat: 1, lng: 2 }, null, null],
	])('reads a location that is %s', (_form, location, latitude, longitude) => {
		const body = changed(DELIVERED, (parts) => {
			parts.order_info.deliver_address = { location };
		});
		const row = eventOf(body);
		expect([row.latitude, row.longitude]).toEqual([latitude, longitude]);
	});

	it.each([
		[61204877, '61204877'],
		['61204877', '61204877'],
		[null, null],
	])('gives order_id %p as text', (orderId, jobId) => {
		expect(
			eventOf(changed(DELIVERED, (parts) => (parts.order_info.order_id = orderId))).jobId,
		).toBe(jobId);
	});

	it('passes a status that it does not know', () => {
		const row = eventOf(changed(DELIVERED, (parts) => (parts.new_values.status = 'way_back')));
		expect([row.status, row.outcome, row.providerStatus]).toEqual([
			'unknown',
			'pending',
			'way_back',
		]);
	});

	it('passes a topic that it does not know', () => {
		const row = eventOf(
			changed(DELIVERED, (parts) => {
				Object.assign(parts, { topic: 'job.note_added', new_values: { note: '93' } });
			}),
		);
		expect([row.event, row.providerEvent, row.jobId]).toEqual([
			'unknown',
			'job.note_added',
			'61204877',
		]);
	});

	it.each([
		['topic', { topic: 'job.deleted', event_type: 'deleted' }],
		['event type', { topic: 'job.status_changed', event_type: 'terminated' }],
	])('reads a deletion named by its %s as cancelled', (_by, change) => {
		const row = eventOf(changed(DELIVERED, (parts) => Object.assign(parts, change)));
		expect([row.event, row.status, row.outcome, row.isFinal]).toEqual([
			'job_deleted',
			'cancelled',
			'cancelled',
			true,
		]);
	});

	it('keeps numbers where texts are usual', () => {
		const row = eventOf(
			changed(DELIVERED, (parts) => {
				parts.order_info.title = 77315;
				parts.order_info.customer = { phone: 61390001122 };
				parts.order_info.deliver_address = { post_code: 3220 };
			}),
		);
		expect([row.orderNumber, row.recipientPhone, row.postCode]).toEqual([
			'77315',
			'61390001122',
			'3220',
		]);
	});

	it('survives every key of a job being of another type', () => {
		const scrambled = changed(DELIVERED, (parts) => {
			for (const key of Object.keys(parts.order_info)) parts.order_info[key] = [{ odd: key }];
			parts.order_info.order_id = 5;
		});
		expect(eventOf(scrambled)).toMatchObject({ jobId: '5', reference: null, recipientName: null });
	});
});

describe('a job of the API', () => {
	it('has the same columns as the event', () => {
		const { order_info: job } = parts(DELIVERED);
		expect(normalizeRadaroJob(radaroJobSchema.parse(job))).toMatchObject({
			jobId: '61204877',
			reference: 'SO-100482',
			status: 'delivered',
			outcome: 'success',
			occurredAt: '2025-06-18T10:13:55.667201+10:00',
			note: 'Left with reception',
		});
	});

	it('collects photos from lists of texts and of objects', () => {
		const job = radaroJobSchema.parse({
			order_id: 1,
			pick_up_confirmation_photos: [
				'https://files.example.com/a.jpg',
				{ id: 7, image: 'https://files.example.com/b.jpg' },
				{ image: 'https://files.example.com/a.jpg' },
				null,
			],
		});
		expect(normalizeRadaroJob(job).photoUrls).toEqual([
			'https://files.example.com/a.jpg',
			'https://files.example.com/b.jpg',
		]);
	});

	it('tells why a pending job is pending', () => {
		const job = radaroJobSchema.parse({
			order_id: 1,
			status: 'pending',
			pending_comment: 'Awaiting stock',
		});
		expect(normalizeRadaroJob(job)).toMatchObject({ status: 'created', reason: 'Awaiting stock' });
	});
});
