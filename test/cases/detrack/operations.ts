import { byNumber, DAY, minimalJob } from '../../support/detrack';
import type { OperationCase } from '../case';
import { bench } from './bench';

/** An operation on a job that is there, by the type as a row has it. */
const byType = (
	operation: string,
	parameters: OperationCase['parameters'],
	more: Partial<OperationCase>,
): OperationCase => ({
	what: `a type as a row has it: ${JSON.stringify(parameters)}`,
	operation,
	parameters,
	options: { items: [{ jobType: 'delivery', reference: 'T-1' }] },
	prepare: async () => void (await bench.create('T-1')),
	...more,
});

const ROW_TYPE = '={{ $json.jobType }}';
const WHICH = { ...byNumber('={{ $json.reference }}'), which: { type: ROW_TYPE } };
const FOUND = { reference: 'T-1', jobType: 'delivery' };

const types: readonly OperationCase[] = [
	byType('get', WHICH, { items: [FOUND] }),
	byType('get', { ...byNumber('T-1'), which: { type: ' DELIVERY ' } }, { items: [FOUND] }),
	byType(
		'get',
		{ job: { __rl: true, mode: 'list', value: '{"do_number":"T-1","type":"delivery"}' } },
		{ items: [FOUND] },
	),
	byType(
		'update',
		{ ...WHICH, updateFields: { zone: 'North' } },
		{
			items: [FOUND],
			sent: {
				method: 'PUT',
				body: { do_number: 'T-1', type: 'Delivery', data: { zone: 'North' } },
			},
		},
	),
	byType(
		'update',
		{ ...byNumber('T-1'), updateFields: { type: 'collection' } },
		{
			items: [{ jobType: 'collection' }],
		},
	),
	byType('delete', WHICH, { items: [{ deleted: true }] }),
	byType('reattempt', WHICH, {
		prepare: async () => {
			await bench.create('T-1', { assignTo: 'Van 07' });
			await bench.step('T-1', 'postpone', { date: '2020-01-16' });
			await bench.step('T-1', 'fail');
		},
		items: [{ ...FOUND, attempt: 2 }],
		sent: { method: 'POST', body: { data: { type: 'Delivery' } } },
	}),
	byType(
		'updateMany',
		{ doNumber: 'T-1', which: { type: ROW_TYPE }, updateFields: { zone: 'x' } },
		{
			items: [{ updated: true, jobType: 'delivery' }],
			sent: { method: 'PUT', body: { data: [{ type: 'Delivery' }] } },
		},
	),
	byType(
		'deleteMany',
		{ doNumber: 'T-1', which: { type: ROW_TYPE } },
		{
			items: [{ deleted: true, jobType: 'delivery' }],
		},
	),
	byType('getMany', { returnAll: true, filters: { type: ROW_TYPE } }, { items: [FOUND], count: 1 }),
	byType(
		'search',
		{ returnAll: true, filters: { type: ROW_TYPE } },
		{
			items: [FOUND],
			sent: { method: 'POST', body: { data: { type: 'Delivery' } } },
		},
	),
	byType(
		'create',
		{ ...minimalJob('T-2'), additionalFields: { type: 'collection' } },
		{
			items: [{ jobType: 'collection' }],
			sent: { method: 'POST', body: { data: { type: 'Collection' } } },
		},
	),
	byType(
		'create',
		{ ...minimalJob('T-2'), additionalFields: { otherAttributes: '{"type":"COLLECTION"}' } },
		{
			items: [{ jobType: 'collection' }],
		},
	),
	byType(
		'createMany',
		{
			source: 'json',
			jobJson: JSON.stringify({ do_number: 'T-2', date: DAY, address: 'x', type: 'collection' }),
		},
		{
			items: [{ jobType: 'collection' }],
		},
	),
	byType(
		'downloadDocument',
		{ ...WHICH, document: 'shipping-label' },
		{
			items: [{ references: ['T-1'] }],
		},
	),
	byType(
		'downloadDocument',
		{ jobs: 'several', doNumbers: 'T-1', which: { type: ROW_TYPE }, document: 'shipping-label' },
		{
			items: [{ references: ['T-1'] }],
		},
	),
];

const statuses: readonly OperationCase[] = [
	['delivered', 'completed'],
	['attempt_failed', 'failed'],
	['partially_delivered', 'completed_partial'],
	['returned', 'return'],
	['In Progress', 'dispatched'],
	['on_hold', 'on_hold'],
	['head_to_delivery', 'head_to_delivery'],
].map(([given, sent]) => ({
	what: `the status "${given}" as a row has it`,
	operation: 'search',
	parameters: { returnAll: true, filters: { statuses: [given] } },
	sent: { method: 'POST', body: { data: { statuses: [sent] } } },
}));

/** A date that somebody typed, in a workflow in Melbourne. */
const typed = (when: string, date: string): OperationCase => ({
	what: `the date "${when}"`,
	operation: 'create',
	parameters: { ...minimalJob('D-1'), date: '={{ $json.when }}' },
	options: { items: [{ when }], timezone: 'Australia/Melbourne' },
	sent: { method: 'POST', body: { data: { date } } },
});

const fields: readonly OperationCase[] = [
	typed('3 Mar 2099 16:30', '2099-03-03'),
	typed('Tue, 03 Mar 2099 16:30:00', '2099-03-03'),
	typed('2099-03-03 23:59', '2099-03-03'),
	typed('2099-03-03T16:30:00Z', '2099-03-04'),
	{
		what: 'a date that could be two',
		operation: 'create',
		parameters: { ...minimalJob('D-1'), date: '03/04/2099' },
		error: /The date in "Date" cannot be read: "03\/04\/2099"/,
	},
	{
		what: "the reference's other fields by name",
		operation: 'create',
		parameters: {
			...minimalJob('D-1'),
			additionalFields: {
				primaryJobStatus: 'info_recv',
				boxes: 2,
				jobReceivedDate: '1 Mar 2099',
				jobReleaseTime: '0.375',
				pickUpAddress1: 'Dock 4',
				pickUpPostalCode: '4006',
				etaTime: '14:30:00',
				senderPhoneNumber: '+61400555012',
			},
		},
		sent: {
			method: 'POST',
			body: {
				data: {
					primary_job_status: 'info_recv',
					boxes: 2,
					job_received_date: '2099-03-01',
					job_release_time: '09:00',
					pick_up_address_1: 'Dock 4',
					pick_up_postal_code: '4006',
					eta_time: '14:30',
					sender_phone_number: '+61400555012',
				},
			},
		},
		items: [{ providerStatus: 'info_recv' }],
	},
	{
		what: 'a job that is closed with what a row and a sheet say',
		operation: 'update',
		parameters: { ...byNumber('D-1'), updateFields: { status: 'delivered', podTime: 0.5625 } },
		prepare: async () => void (await bench.create('D-1')),
		sent: { method: 'PUT', body: { data: { status: 'completed', pod_time: '13:30' } } },
		items: [{ status: 'delivered', proofAt: '2099-03-03T03:30:00.000Z' }],
	},
];

export const operations: readonly OperationCase[] = [...types, ...statuses, ...fields];
