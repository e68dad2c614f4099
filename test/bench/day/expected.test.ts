import { asTold, type DayJob } from '../../../bench/day/jobs';
import { expectedMails } from '../../../bench/day/mails';
import { comparedRecords, expectedRecords, referencesIn } from '../../../bench/day/records';
import { wrongInSheet } from '../../../bench/day/sheetStates';
import type { JobState } from '../../../bench/day/states';
import { compared } from '../../../bench/day/tally';

function job(number: string, states: JobState[], values: Partial<DayJob> = {}): DayJob {
	return {
		vendor: 'radaro',
		id: number,
		number,
		kind: 'delivery',
		attempt: 1,
		mail: 'tom@example.com',
		steps: states.map((state) => ({ name: state, state, told: true })),
		...values,
	};
}

const untold = job('SO-9', ['out_for_delivery', 'delivered']);
untold.steps = untold.steps.map((step, index) => ({ ...step, told: index === 0 }));

it('wants a mail of the last state, and allows those of earlier ones', () => {
	const { wanted, allowed, unsure } = expectedMails(
		[
			job('SO-1', ['created', 'out_for_delivery', 'delivered']),
			job('SO-2', ['out_for_delivery', 'attempt_failed']),
			job('SO-3', ['delivered'], { kind: 'collection' }),
			job('SO-4', ['delivered'], { mail: undefined }),
			untold,
		],
		asTold,
	);
	expect(wanted).toEqual(['tom@example.com: Your delivery SO-1 has arrived']);
	expect([...allowed].sort()).toEqual([
		'tom@example.com: Your delivery SO-1 has arrived',
		'tom@example.com: Your delivery SO-1 is on its way',
		'tom@example.com: Your delivery SO-2 is on its way',
		'tom@example.com: Your delivery SO-9 has arrived',
		'tom@example.com: Your delivery SO-9 is on its way',
	]);
	expect(unsure).toBe(1);
});

it('tells what is missing, doubled and false', () => {
	const what = { wanted: ['a', 'b', 'c'], allowed: new Set(['d']) };
	expect(compared(['a', 'c', 'a', 'd', 'x', 'a'], what)).toEqual({
		there: 4,
		missing: ['b'],
		doubled: ['a', 'a'],
		false: ['x'],
	});
});

it('wants records of deliveries in their last state, and all others untouched', () => {
	const tour = {
		shipments: [
			{ id: 's1', order: { identifier: 'RG-1' } },
			{ id: 's2', order: { identifier: 'RG-2' } },
		],
		stops: [
			{ assignments: [{ shipmentId: 's1', endStatus: 'DELIVERED' }] },
			{
				assignments: [
					{ shipmentId: 's2', endStatus: 'NOT_DELIVERED' },
					{ shipmentId: null, endStatus: 'DONE' },
				],
			},
		],
	};
	const expected = expectedRecords(
		[
			job('SO-1', ['out_for_delivery', 'delivered']),
			job('SO-2', ['attempt_failed']),
			job('SO-3', ['partially_delivered']),
			untold,
		],
		[tour],
		asTold,
	);
	expect([...expected.written]).toEqual([
		['SO-1', 'delivered'],
		['SO-3', 'partially_delivered'],
		['RG-1', 'delivered'],
	]);
	expect([...expected.untouched]).toEqual(['SO-2', 'RG-2']);
	const there = new Map([
		['SO-1', 'delivered'],
		['SO-2', 'attempt_failed'],
		['SO-3', 'delivered'],
		['RG-2', ''],
	]);
	expect(comparedRecords(there, expected)).toEqual({
		right: 2,
		wrong: [
			'SO-3 says delivered, and is partially_delivered',
			'RG-1 says nothing, and is delivered',
			'SO-2 says attempt_failed, and is not delivered',
		],
	});
});

it('knows the names of records by what is made', () => {
	expect(referencesIn({ do_number: 'DO-1', order_number: 'WEB-1' })).toEqual(['DO-1']);
	expect(referencesIn({ orders: [{ identifier: 'RG-1' }, { identifier: 'RG-2' }] })).toEqual([
		'RG-1',
		'RG-2',
	]);
});

it('finds jobs that the sheet leaves in another state than theirs', () => {
	const row = (reference: string, status: string, values: Record<string, string> = {}) => ({
		provider: 'radaro',
		reference,
		status,
		attempt: '',
		isFinal: 'FALSE',
		occurredAt: '2026-03-03T09:00:00+10:00',
		...values,
	});
	const rows = [
		row('SO-1', 'delivered', { isFinal: 'TRUE' }),
		// At the same time, and less.
		row('SO-1', 'in_transit'),
		row('SO-2', 'delivered', { occurredAt: '2026-03-03T10:00:00+10:00' }),
		row('SO-2', 'out_for_delivery'),
		row('SO-3', 'out_for_delivery'),
		row('DO-4', 'attempt_failed', { provider: 'detrack', attempt: '1' }),
		row('DO-4', 'scheduled', { provider: 'detrack', attempt: '2' }),
		row('WEB-5', 'created', { provider: 'readyCloud' }),
		// Nobody tells when it was deleted.
		row('DO-7', 'created', { provider: 'detrack' }),
		row('DO-7', 'cancelled', { provider: 'detrack', occurredAt: '' }),
	];
	const jobs = [
		job('SO-1', ['delivered']),
		job('SO-2', ['delivered']),
		job('SO-3', ['delivered']),
		job('DO-4', ['attempt_failed'], { vendor: 'detrack' }),
		job('DO-4', ['scheduled'], { vendor: 'detrack', attempt: 2 }),
		job('WEB-5', ['created'], { vendor: 'readycloud' }),
		job('SO-6', ['assigned']),
		job('DO-7', ['cancelled'], { vendor: 'detrack' }),
		job('tour', ['delivered'], { vendor: 'routigo' }),
		untold,
	];
	expect(wrongInSheet(rows, jobs, asTold)).toEqual([
		'SO-3 says out_for_delivery, and is delivered',
		'SO-6 says nothing, and is assigned',
	]);
});
