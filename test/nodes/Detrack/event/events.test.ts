import { DETRACK_EVENTS } from '../../../../nodes/Detrack/event/events';
import { choicesOf, eventOf, form, sample } from '../support';

describe('which choices of the trigger each sample fulfils', () => {
	it.each([
		['v1_in_transit.json', ['inTransit']],
		['v1_info_received.json', ['infoReceived']],
		['v1_scheduled.json', ['scheduled']],
		['v1_in_progress.json', ['inProgress']],
		['v1_heading_to.json', ['inProgress']],
		['v1_delivered.json', ['completed']],
		['v1_partially_delivered.json', ['partiallyCompleted']],
		['v1_failed.json', ['failed']],
		['v1_return.json', ['return']],
		['v1_on_hold.json', ['onHold']],
		['v1_deleted.json', ['infoReceived']],
		['v2_in_transit.json', ['inTransit']],
		['v2_info_received.json', ['infoReceived']],
		['v2_scheduled.json', ['scheduled']],
		['v2_in_progress.json', ['inProgress']],
		['v2_in_progress_collection.json', ['inProgress']],
		['v2_in_progress_unassigned.json', ['inProgress']],
		['v2_heading_to.json', ['headingTo', 'inProgress']],
		['v2_completed.json', ['completed']],
		['v2_partially_completed.json', ['partiallyCompleted']],
		['v2_failed.json', ['failed']],
		['v2_return.json', ['return']],
		['v2_on_hold.json', ['onHold']],
		['v2_deleted.json', ['infoReceived']],
	])('%s', (name, choices) => {
		expect(choicesOf(sample(name))).toEqual(choices);
	});

	it.each([
		['v1_delivered.form.txt', ['completed']],
		['v2_completed.form.txt', ['completed']],
	])('%s', (name, choices) => {
		expect(choicesOf(form(name))).toEqual(choices);
	});
});

describe('what the samples do not show', () => {
	const milestone = (status: string, created_at: string) => ({ status, created_at });
	const dispatched = {
		id: '1',
		do_number: 'A',
		status: 'dispatched',
		assign_to: 'Van 07',
		date: '2026-03-03',
	};

	it.each<[string, Record<string, unknown>, string[], string]>([
		['labels in other case', { tracking_status: 'SCHEDULED' }, ['scheduled'], 'scheduled'],
		[
			'a label that goes before the date',
			{ tracking_status: 'Scheduled', date: '2026-03-01' },
			['scheduled'],
			'scheduled',
		],
		[
			'a driver who is out early',
			{ tracking_status: 'Out for delivery', date: '2026-03-04' },
			['inProgress'],
			'out_for_delivery',
		],
		[
			"an account's own label, for tomorrow",
			{ tracking_status: 'Coming soon', date: '2026-03-04' },
			['scheduled'],
			'scheduled',
		],
		[
			"an account's own label, for today",
			{ tracking_status: 'Coming soon' },
			['inProgress'],
			'out_for_delivery',
		],
		[
			"an account's own label, for yesterday",
			{ tracking_status: 'Coming soon', date: '2026-03-02' },
			['inProgress'],
			'out_for_delivery',
		],
		[
			'no label and no driver, for tomorrow',
			{ assign_to: null, date: '2026-03-04' },
			['inProgress'],
			'created',
		],
		['no label and no date', { date: null }, ['inProgress'], 'out_for_delivery'],
		[
			'the time of heading alone',
			{ head_to_delivery_at: '2026-03-03T10:21:47+10:00' },
			['headingTo', 'inProgress'],
			'arriving',
		],
		[
			'the time of heading to a pick-up, in older payloads',
			{ head_to_pick_up_at: '2026-03-03T10:21:47+10:00' },
			['headingTo', 'inProgress'],
			'arriving',
		],
		[
			'a milestone of heading alone',
			{ milestones: [milestone('head_to_pick_up', '2026-03-03T10:21:47+10:00')] },
			['headingTo', 'inProgress'],
			'arriving',
		],
		[
			'heading after which the job was handed to a driver anew',
			{
				head_to_delivery_at: '2026-03-03T10:21:47+10:00',
				milestones: [
					milestone('head_to_delivery', '2026-03-03T10:21:47+10:00'),
					milestone('out_for_delivery', '2026-03-03T00:40:00Z'),
				],
			},
			['inProgress'],
			'out_for_delivery',
		],
		[
			'milestones with the newest first',
			{
				milestones: [
					milestone('head_to_delivery', '2026-03-03T10:21:47+10:00'),
					milestone('out_for_delivery', '2026-03-03T07:02:10+10:00'),
				],
			},
			['headingTo', 'inProgress'],
			'arriving',
		],
		[
			'a completed job that the driver once headed to',
			{ status: 'completed', head_to_delivery_at: '2026-03-03T10:21:47+10:00' },
			['completed'],
			'delivered',
		],
		['a code in capitals', { status: 'COMPLETED' }, ['completed'], 'delivered'],
		['the label "Returned"', { status: 'Returned' }, ['return'], 'returned'],
		[
			'the label of the dashboard',
			{ status: 'Partially Completed' },
			['partiallyCompleted'],
			'partially_delivered',
		],
		['a status that is not known', { status: 'awaiting_customs' }, [], 'unknown'],
		['a label that was renamed', { status: 'Zugestellt' }, [], 'unknown'],
		['no status at all', { status: undefined }, [], 'unknown'],
		['a status that is no text', { status: { code: 'completed' } }, [], 'unknown'],
	])('%s', (_what, values, choices, status) => {
		const body = { ...dispatched, ...values };
		expect(choicesOf(body)).toEqual(choices);
		expect(eventOf(body).status).toBe(status);
	});

	it('takes a job for one in progress when not even the day is known', () => {
		const body = { ...dispatched, date: '2099-01-01' };
		expect(choicesOf(body, { today: null })).toEqual(['inProgress']);
	});

	it('passes an unknown status as an unknown event with the word of Detrack', () => {
		expect(eventOf({ ...dispatched, status: 'awaiting_customs' })).toMatchObject({
			event: 'unknown',
			providerStatus: 'awaiting_customs',
			outcome: 'pending',
		});
	});
});

describe('a driver who has arrived', () => {
	const AT = '2026-03-03T10:48:00.000+10:00';
	const BEFORE = '2026-03-03T10:21:47.530+10:00';
	const milestone = (status: string, created_at: unknown) => ({ status, created_at });
	const job = {
		id: '1',
		do_number: 'A',
		type: 'Delivery',
		status: 'dispatched',
		tracking_status: 'Out for delivery',
		assign_to: 'Van 07',
		date: '2026-03-03',
	};
	const headed = {
		head_to_delivery_at: BEFORE,
		milestones: [
			milestone('out_for_delivery', '2026-03-03T07:02:10.118+10:00'),
			milestone('head_to_delivery', BEFORE),
		],
	};

	it.each<[string, Record<string, unknown>, string | null]>([
		['the code of the status', { status: 'arrived' }, null],
		['the label of the status', { status: 'Arrived' }, null],
		['the tracking status alone', { tracking_status: 'Arrived' }, null],
		['the time alone', { arrived_at: AT }, AT],
		['the time after heading there', { ...headed, arrived_at: AT }, AT],
		['a time of day', { ...headed, arrived_at: '10:48 AM' }, '2026-03-03T10:48:00'],
		['a time without a zone', { ...headed, arrived_at: '2026-03-03 10:48' }, '2026-03-03T10:48:00'],
		['a time that cannot be read', { ...headed, arrived_at: 'just now' }, BEFORE],
		[
			'the milestone alone',
			{ ...headed, milestones: [...headed.milestones, milestone('arrived', AT)] },
			AT,
		],
		[
			'the milestone before others in the list',
			{ ...headed, milestones: [milestone('Arrived', AT), ...headed.milestones] },
			AT,
		],
		[
			'the last milestone where none has a time',
			{ milestones: ['out_for_delivery', 'arrived'].map((status) => ({ status })) },
			null,
		],
		['a newer status of a job on its way', { status: 'head_to_delivery', arrived_at: AT }, AT],
		[
			'the milestone of a job that is out',
			{ status: 'out_for_delivery', milestones: [milestone('arrived', AT)] },
			AT,
		],
	])('is recognised by %s', (_what, values, occurredAt) => {
		const body = { ...job, ...values };
		expect(choicesOf(body)).toEqual(['arrived']);
		expect(eventOf(body)).toMatchObject({ event: 'driver_arriving', status: 'arriving' });
		if (occurredAt !== BEFORE) expect(eventOf(body).occurredAt).toBe(occurredAt);
	});

	it('is another event than the same driver who is heading there', () => {
		const ids = [headed, { ...headed, arrived_at: AT }, { ...headed, arrived_at: '?' }].map(
			(values) => eventOf({ ...job, ...values }).eventId,
		);
		expect(new Set(ids).size).toBe(3);
	});

	it.each<[string, Record<string, unknown>, string[], string]>([
		[
			'set out again after a first stop',
			{ arrived_at: BEFORE, head_to_delivery_at: AT },
			['headingTo', 'inProgress'],
			'arriving',
		],
		[
			'was given the job anew after that',
			{ arrived_at: BEFORE, milestones: [milestone('out_for_delivery', AT)] },
			['inProgress'],
			'out_for_delivery',
		],
		['has done the job', { status: 'completed', arrived_at: AT }, ['completed'], 'delivered'],
	])('is not there any more who %s', (_what, values, choices, status) => {
		const body = { ...job, ...values };
		expect(choicesOf(body)).toEqual(choices);
		expect(eventOf(body).status).toBe(status);
	});

	it.each([
		['head_to_delivery', '2026-03-03T10:00:00', 'out_for_delivery', '2026-03-03T09:00:00'],
		['head_to_delivery', '2026-03-03T01:30:00Z', 'out_for_delivery', '2026-03-03T11:00:00+10:00'],
		['head_to_delivery', '2026-03-03T10:00:00', 'out_for_delivery', '2026-03-03T09:00:00+10:00'],
		['head_to_delivery', 1772501400, 'out_for_delivery', 1772501300000],
	])(
		'is ordered by time wherever n8n runs: %s %s after %s %s',
		(...[later, at, earlier, before]) => {
			const body = { ...job, milestones: [milestone(later, at), milestone(earlier, before)] };
			expect(choicesOf(body)).toEqual(['headingTo', 'inProgress']);
		},
	);
});

describe('the words of newer dashboards', () => {
	const job = {
		id: '1',
		do_number: 'A',
		type: 'Delivery',
		date: '2026-03-03',
		assign_to: 'Van 07',
	};

	it.each<[string[], string[], string]>([
		[['scheduled', 'Scheduled'], ['scheduled'], 'scheduled'],
		[['at_warehouse', 'At Warehouse', 'at warehouse'], ['atWarehouse'], 'in_transit'],
		[
			['head_to_pick_up', 'Head to Pick-Up', 'Heading to Pickup', 'heading to collection'],
			['inProgress'],
			'assigned',
		],
		[['picked_up', 'Picked Up', 'Collected'], ['pickedUp'], 'picked_up'],
		[
			['out_for_delivery', 'Out for Delivery', 'OUT FOR COLLECTION', 'out-for-pick-up'],
			['inProgress'],
			'out_for_delivery',
		],
		[
			['head_to_delivery', 'Heading to Delivery', 'Heading To', 'Head to Location'],
			['headingTo'],
			'arriving',
		],
		[['arrived', 'Arrived', ' ARRIVED '], ['arrived'], 'arriving'],
		[['cancelled', 'Cancelled', 'canceled', 'Canceled'], ['cancelled'], 'cancelled'],
		[['deleted', 'Deleted'], ['deleted'], 'cancelled'],
		[['Partially Collected'], ['partiallyCompleted'], 'partially_delivered'],
		[['Not Collected', 'not_delivered'], ['failed'], 'attempt_failed'],
		[['heading home', 'arrived_late', 'cancel', 'out'], [], 'unknown'],
	])('%j', (words, choices, status) => {
		for (const word of words) {
			const body = { ...job, status: word };
			expect([word, choicesOf(body), eventOf(body).status]).toEqual([word, choices, status]);
		}
	});

	it.each([
		['Heading to Delivery', ['headingTo', 'inProgress'], 'arriving'],
		['Heading to Pick Up', ['inProgress'], 'assigned'],
		['At Warehouse', ['atWarehouse', 'inProgress'], 'in_transit'],
		['picked_up', ['pickedUp', 'inProgress'], 'picked_up'],
		['Cancelled', ['cancelled'], 'cancelled'],
		['info_recv', ['inProgress'], 'created'],
		['Completed', ['inProgress'], 'out_for_delivery'],
	])('as the tracking status of a job in progress: %s', (tracking_status, choices, status) => {
		const body = { ...job, status: 'dispatched', tracking_status };
		expect(choicesOf(body)).toEqual(choices);
		expect(eventOf(body).status).toBe(status);
	});

	it('take a driver who is heading to a collection for one who comes', () => {
		const body = { ...job, type: 'Collection', status: 'head_to_pick_up' };
		expect(choicesOf(body)).toEqual(['headingTo']);
		expect(eventOf(body).status).toBe('arriving');
	});

	it('take a collected collection for a completed one', () => {
		const body = { ...job, type: 'Collection', status: 'Collected' };
		expect(eventOf(body).status).toBe('delivered');
	});
});

describe('when exactly one trigger is ticked in Detrack', () => {
	it.each([
		['v2_in_progress.json', 'arrived', 'driver_arriving', 'arriving', 'pending'],
		['v2_deleted.json', 'deleted', 'job_deleted', 'cancelled', 'cancelled'],
		['v1_deleted.json', 'deleted', 'job_deleted', 'cancelled', 'cancelled'],
		['v1_heading_to.json', 'headingTo', 'driver_arriving', 'arriving', 'pending'],
		['v2_heading_to.json', 'inProgress', 'status_changed', 'arriving', 'pending'],
		['v2_failed.json', 'failed', 'status_changed', 'attempt_failed', 'failure'],
	])('%s counts as %s', (name, onlyTrigger, event, status, outcome) => {
		expect(choicesOf(sample(name), { onlyTrigger })).toEqual([onlyTrigger]);
		expect(eventOf(sample(name), { onlyTrigger })).toMatchObject({ event, status, outcome });
	});

	it('does not take a driver who is on the way to the goods for one who arrives', () => {
		const body = {
			...sample('v2_in_progress.json'),
			status: 'dispatched',
			head_to_pick_up_at: '2026-03-03T10:21:47+10:00',
		};
		expect(eventOf(body, { onlyTrigger: 'headingTo' })).toMatchObject({
			event: 'driver_arriving',
			status: 'assigned',
		});
		const collection = { ...body, type: 'Collection' };
		expect(eventOf(collection, { onlyTrigger: 'headingTo' }).status).toBe('arriving');
	});

	it('does not take the last milestone for the time of the deletion', () => {
		expect(eventOf(sample('v2_deleted.json'), { onlyTrigger: 'deleted' }).occurredAt).toBeNull();
	});
});

it('never uses a value twice', () => {
	const values = DETRACK_EVENTS.map(({ value }) => value);
	expect(new Set(values).size).toBe(values.length);
});

it("lists every row of Detrack's table, Completed, and those of newer dashboards", () => {
	expect(DETRACK_EVENTS.map(({ name }) => name).sort()).toEqual([
		'Arrived',
		'At Warehouse',
		'Cancelled',
		'Completed',
		'Deleted',
		'Driver Heading to Location',
		'Failed',
		'In Progress',
		'In Transit',
		'Info Received',
		'Partially Completed',
		'Picked Up',
		'Put on Hold',
		'Returned',
		'Scheduled',
	]);
});
