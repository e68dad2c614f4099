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
		['a status that is not known', { status: 'cancelled' }, [], 'unknown'],
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
		expect(eventOf({ ...dispatched, status: 'cancelled' })).toMatchObject({
			event: 'unknown',
			providerStatus: 'cancelled',
			outcome: 'pending',
		});
	});
});

describe('when exactly one trigger is ticked in Detrack', () => {
	it.each([
		['v2_deleted.json', 'deleted', 'job_deleted', 'cancelled', 'cancelled'],
		['v1_deleted.json', 'deleted', 'job_deleted', 'cancelled', 'cancelled'],
		['v1_heading_to.json', 'headingTo', 'driver_arriving', 'arriving', 'pending'],
		['v2_heading_to.json', 'inProgress', 'status_changed', 'arriving', 'pending'],
		['v2_failed.json', 'failed', 'status_changed', 'attempt_failed', 'failure'],
	])('%s counts as %s', (name, onlyTrigger, event, status, outcome) => {
		expect(choicesOf(sample(name), { onlyTrigger })).toEqual([onlyTrigger]);
		expect(eventOf(sample(name), { onlyTrigger })).toMatchObject({ event, status, outcome });
	});

	it('does not take the last milestone for the time of the deletion', () => {
		expect(eventOf(sample('v2_deleted.json'), { onlyTrigger: 'deleted' }).occurredAt).toBeNull();
	});
});

it('never uses a value twice', () => {
	const values = DETRACK_EVENTS.map(({ value }) => value);
	expect(new Set(values).size).toBe(values.length);
});

it("lists every row of Detrack's table, and Completed", () => {
	expect(DETRACK_EVENTS.map(({ name }) => name).sort()).toEqual([
		'Completed',
		'Deleted',
		'Failed',
		'Heading To',
		'In Progress',
		'In Transit',
		'Info Received',
		'On Hold',
		'Partially Completed',
		'Return',
		'Scheduled',
	]);
});
