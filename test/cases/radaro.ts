import type { IDataObject } from 'n8n-workflow';

import { RadaroTrigger } from '../../nodes/Radaro/RadaroTrigger.node';
import { RADARO_KEY, RADARO_WEBHOOK_TOKEN } from '../../sandbox/radaro/defaults';
import { fixture } from '../support/fixtures';
import { byExternalId, minimalJob, RadaroBench } from '../support/radaro';
import { answerTo } from '../support/webhookContext';
import type { CaseTable, OperationCase, TriggerCase } from './case';

const bench = new RadaroBench();

const delivered = fixture('radaro/04-job-status-delivered.json');

/** A completed job with other values. */
const job = (values: object) => ({
	...delivered,
	token: RADARO_WEBHOOK_TOKEN,
	order_info: { ...(delivered.order_info as object), ...values },
});

/** An event that says otherwise what has changed, of a job with other values. */
const event = (change: object, values: object = {}) => ({
	...job(values),
	old_values: {},
	...change,
});

/** A job that changes to another status. */
const changesTo = (status: string, before: string) =>
	event({ new_values: { status }, old_values: { status: before } }, { status });

/** The choices of a trigger that only wants these events. */
const only = (...events: string[]): IDataObject => ({ events });

const statuses: TriggerCase[] = [
	{
		what: 'a driver on the way to the goods',
		call: { body: changesTo('pickup', 'assigned') },
		row: {
			event: 'status_changed',
			status: 'assigned',
			previousStatus: 'assigned',
			outcome: 'pending',
			isFinal: false,
			providerStatus: 'pickup',
		},
		not: { status: 'picked_up' },
	},
	{
		what: 'goods that were fetched after the way to them',
		call: { body: changesTo('picked_up', 'pickup') },
		row: { status: 'picked_up', previousStatus: 'assigned', providerStatus: 'picked_up' },
	},
	{
		what: "a way to the goods in the portal's words",
		call: { body: changesTo('Pick up', 'Assigned'), parameters: only('jobPickup') },
		row: { status: 'assigned', previousStatus: 'assigned', providerStatus: 'Pick up' },
	},
	{
		what: 'a changed deadline of a job whose driver is on the way to the goods',
		call: {
			body: event(
				{ topic: 'job.changed', new_values: { deliver_before: '2025-06-18T18:00:00' } },
				{ status: 'pickup' },
			),
		},
		row: { event: 'job_updated', status: 'assigned', providerStatus: 'pickup' },
	},
	{
		what: 'a driver on the way back, of whom nothing more is known',
		call: { body: changesTo('way_back', 'in_progress'), parameters: only('statusChanged') },
		row: { status: 'unknown', outcome: 'pending', isFinal: false, providerStatus: 'way_back' },
	},
	{
		what: "a way back in the portal's words",
		call: { body: changesTo('Way Back', 'delivered') },
		row: { status: 'unknown', previousStatus: 'delivered', providerStatus: 'Way Back' },
	},
	{
		what: 'a word that no page lists and that means one thing',
		call: { body: changesTo('cancelled', 'assigned') },
		row: { status: 'cancelled', outcome: 'cancelled', isFinal: true, providerStatus: 'cancelled' },
	},
	{
		what: 'a word that nobody knows',
		call: { body: changesTo('parked', 'assigned') },
		row: { status: 'unknown', outcome: 'pending', providerStatus: 'parked' },
	},
];

const scanned = (topic: string, newValues: object | null = null) =>
	event({ topic, new_values: newValues }, { status: 'in_progress' });
const SCAN = { event: 'job_updated', status: 'out_for_delivery', jobId: '61204877' };

const scans: TriggerCase[] = [
	{
		what: 'scanned barcodes, where only these are wanted',
		call: {
			body: scanned('job.barcodes_scanned', { barcodes: [{ code: 'X', scanned: true }] }),
			parameters: only('barcodesScanned'),
		},
		row: { ...SCAN, changedFields: ['barcodes'], providerEvent: 'job.barcodes_scanned' },
	},
	{
		what: 'a scan by its topic alone',
		call: { body: scanned('job.barcode_scanned'), parameters: only('barcodesScanned') },
		row: { ...SCAN, changedFields: [], providerEvent: 'job.barcode_scanned' },
	},
	{
		what: 'a scan by a topic in other words',
		call: { body: scanned('barcode.scans.created', {}), parameters: only('barcodesScanned') },
		row: { ...SCAN, providerEvent: 'barcode.scans.created' },
	},
	{
		what: 'a scan by what has changed',
		call: {
			body: scanned('job.changed', { scanned_barcodes: ['93001', '93002'] }),
			parameters: only('barcodesScanned'),
		},
		row: { ...SCAN, changedFields: ['scanned_barcodes'], providerEvent: 'job.changed' },
	},
	{
		what: 'no scan in a completed job',
		call: { body: job({}), parameters: only('barcodesScanned') },
		rows: 0,
	},
	{
		what: 'no scan in barcodes that were taken away',
		call: { body: scanned('job.changed', { barcodes: [] }), parameters: only('barcodesScanned') },
		rows: 0,
	},
];

const ratings: TriggerCase[] = [
	{
		what: 'a comment alone as a rating',
		call: {
			body: event(
				{
					new_values: { customer_comment: 'nice' },
					old_values: { customer_comment: null },
				},
				{ customer_comment: 'nice' },
			),
			parameters: only('customerRated'),
		},
		row: {
			event: 'rating_received',
			status: 'delivered',
			rating: null,
			customerComment: 'nice',
			changedFields: ['customer_comment'],
		},
	},
	{
		what: 'a rating alone',
		call: {
			body: event({ new_values: { rating: 4 } }, { rating: 4 }),
			parameters: only('customerRated'),
		},
		row: { event: 'rating_received', rating: 4, customerComment: null },
	},
	{
		what: 'a rating and a comment that the job does not show yet',
		call: {
			body: event({
				topic: 'job.changed',
				new_values: { rating: '2', customer_comment: 'Two hours\nlate' },
			}),
		},
		row: { event: 'rating_received', rating: 2, customerComment: 'Two hours late' },
	},
	{
		what: 'a comment alone, though the trigger wants low ratings',
		call: {
			body: event({ new_values: { customer_comment: 'Nobody rang' } }),
			parameters: { ...only('customerRated'), options: { highestRating: 6 } },
		},
		row: { event: 'rating_received', customerComment: 'Nobody rang' },
	},
	{
		what: 'no low rating in a high one alone',
		call: {
			body: event({ new_values: { rating: 10 } }),
			parameters: { options: { highestRating: 6 } },
		},
		rows: 0,
	},
	{
		what: 'no completion in a comment',
		call: {
			body: event({ new_values: { customer_comment: 'nice' } }),
			parameters: only('jobCompleted', 'statusChanged', 'jobChanged'),
		},
		rows: 0,
	},
	{
		what: 'a comment that was taken back as another change',
		call: { body: event({ new_values: { customer_comment: null } }) },
		row: { event: 'job_updated' },
	},
];

const links: TriggerCase[] = [
	{
		what: 'links that are only paths as none',
		call: {
			body: job({
				confirmation_signature: '/media/signatures/61204877.png',
				public_report_link: '/public-report/Njg4/1',
				confirmation_photos: ['/media/1.jpg', { url: 'media/2.jpg' }],
			}),
		},
		row: { signatureUrl: null, trackingUrl: null, photoUrls: [] },
	},
	{
		what: 'whole links beside paths',
		call: {
			body: job({
				confirmation_signature: ' https://files.example.com/s.png',
				pick_up_confirmation_photos: ['/media/1.jpg', 'https://files.example.com/1.jpg'],
				delivery_confirmation_photos: [
					{ image: 'https://files.example.com/2.jpg', thumb: '//files.example.com/2s.jpg' },
				],
			}),
		},
		row: {
			signatureUrl: 'https://files.example.com/s.png',
			photoUrls: ['https://files.example.com/1.jpg', 'https://files.example.com/2.jpg'],
		},
	},
	{
		what: 'links of another kind as none',
		call: {
			body: job({
				confirmation_signature: 'data:image/png;base64,AAAA',
				public_report_link: 'account.radaro.com.au/public-report/1',
				confirmation_documents: ['http:media/3.pdf', 'file:///3.pdf'],
			}),
		},
		row: { signatureUrl: null, trackingUrl: null, photoUrls: [] },
	},
];

const addresses: TriggerCase[] = [
	{
		what: 'an address with line breaks',
		call: {
			body: job({
				deliver_address: { address: '14 Banksia St\r\nGeelong VIC 3220\nAustralia' },
				deliver_address_2: 'Unit 5\nrear',
			}),
		},
		row: { address: 'Unit 5, rear, 14 Banksia St, Geelong VIC 3220, Australia' },
	},
	{
		what: 'an address whose lines end with commas',
		call: {
			body: job({
				deliver_address: { address: '14 Banksia St,\nGeelong VIC 3220,' },
				deliver_address_2: 'Level 2, Suite 9,',
			}),
		},
		row: { address: 'Level 2, Suite 9, 14 Banksia St, Geelong VIC 3220' },
	},
	{
		what: 'an address with line breaks of other kinds',
		call: {
			body: job({
				deliver_address: { address: '14 Banksia St\u2028\u2028Geelong\tVIC\u00853220' },
				deliver_address_2: '\n',
			}),
		},
		row: { address: '14 Banksia St, Geelong VIC, 3220' },
	},
	{
		what: 'an address of which only the floor is known',
		call: { body: job({ deliver_address: null, deliver_address_2: 'Floor 3\u000b' }) },
		row: { address: 'Floor 3' },
	},
];

const oddCharacters: TriggerCase[] = [
	{
		what: 'a comment with a NUL character',
		call: { body: job({ confirmation_comment: 'Left\u0000at the door', completion_codes: [] }) },
		row: { note: 'Left at the door' },
	},
	{
		what: 'half a character in the number, the name and a link',
		call: {
			body: job({
				external_id: 'SO-1\ud83d',
				customer: { name: '\udc00Tom' },
				public_report_link: 'https://account.radaro.com.au/\ud83d',
			}),
		},
		row: {
			reference: 'SO-1\ufffd',
			recipientName: '\ufffdTom',
			trackingUrl: 'https://account.radaro.com.au/\ufffd',
		},
	},
	{
		what: 'half a character in what has changed, and in the topic',
		call: {
			body: event({ topic: 'job.\ud83d', new_values: { 'note\udc00': '\ud83d' } }),
		},
		row: { event: 'unknown', providerEvent: 'job.\ufffd', changedFields: ['note\ufffd'] },
	},
	{
		what: 'keys that every object has',
		call: {
			body: JSON.parse(
				JSON.stringify(event({ topic: 'job.changed', new_values: {} })).replace(
					'"new_values":{}',
					'"new_values":{"__proto__":{"a":1},"constructor":2,"toString":3,"":4}',
				),
			) as unknown,
			parameters: { output: 'deliveryEventWithOriginal' },
		},
		row: { event: 'job_updated', changedFields: ['__proto__', 'constructor', 'toString'] },
	},
	{
		what: 'such keys in the job, with values of odd kinds',
		call: {
			body: JSON.parse(
				JSON.stringify(job({ customer: 'Tom', deliver_address: ['x'] })).replace(
					'"external_id":',
					'"__proto__":{"status":"failed"},"hasOwnProperty":1,"external_id":',
				),
			) as unknown,
		},
		row: { status: 'delivered', reference: 'SO-100482', recipientName: null },
	},
];

/** A call with the right token, where the credential holds it like this. */
const pasted = (what: string, webhookTokens: string, status = 200): TriggerCase => ({
	what,
	call: { body: job({}), credential: { webhookTokens } },
	status,
	rows: status === 200 ? 1 : 0,
});

const tokens: TriggerCase[] = [
	pasted('a token behind a zero width space', `\u200b${RADARO_WEBHOOK_TOKEN}`),
	pasted(
		'a token between a byte order mark and a no-break blank',
		`\ufeff${RADARO_WEBHOOK_TOKEN}\u00a0`,
	),
	pasted(
		'the second of two tokens, between direction marks',
		`first, \u200e${RADARO_WEBHOOK_TOKEN}\u200f`,
	),
	pasted('a token on a line of its own', `first\u2028\u00ad${RADARO_WEBHOOK_TOKEN}\u2060\r\n`),
	pasted(
		'a token with something unseen in its middle',
		RADARO_WEBHOOK_TOKEN.replace('T', 'T\u200b'),
		401,
	),
	pasted('nothing but what cannot be seen', '\u200b\ufeff', 401),
];

/** A job created with a date as somebody typed it, in Melbourne. */
const typed = (when: unknown, deliverBefore: string): OperationCase => ({
	what: `reads the date ${JSON.stringify(when)}`,
	operation: 'create',
	parameters: {
		...minimalJob('SO-1'),
		additionalFields: { deliverBefore: '={{ $json.when }}' },
	},
	options: { items: [{ when } as IDataObject], timezone: 'Australia/Melbourne' },
	sent: { method: 'POST', body: { deliver_before: deliverBefore } },
});

const dates: OperationCase[] = [
	typed('2099-03-03 9:30', '2099-03-02T22:30:00Z'),
	typed('3 Mar 2099 16:30', '2099-03-03T05:30:00Z'),
	typed('2099-03-03 09:30 AM', '2099-03-02T22:30:00Z'),
	typed('Tue, 03 Mar 2099 16:30:00', '2099-03-03T05:30:00Z'),
	typed('2099-07-03 4:05 pm', '2099-07-03T06:05:00Z'),
	typed('2099-03-03T09:30:00+01:00', '2099-03-03T08:30:00Z'),
	{
		what: 'refuses a date that may be two days',
		operation: 'create',
		parameters: { ...minimalJob('SO-1'), additionalFields: { deliverAfter: '06/07/2099' } },
		error: /cannot be read: "06\/07\/2099"/,
	},
	{
		what: 'reads the date of an update',
		operation: 'update',
		parameters: {
			...byExternalId('SO-1'),
			updateFields: { deliverAfter: '3 March 2099, 7:15' },
		},
		options: { timezone: 'Australia/Melbourne' },
		prepare: async () => await bench.create('SO-1'),
		sent: { method: 'PATCH', body: { deliver_after: '2099-03-02T20:15:00Z' } },
	},
];

const jobs: OperationCase[] = [
	{
		what: 'gives a job whose driver is on the way to the goods',
		operation: 'get',
		parameters: byExternalId('SO-1'),
		prepare: async () => await goingToPickUp(),
		items: [{ status: 'assigned', providerStatus: 'pickup', outcome: 'pending' }],
	},
	{
		what: 'finds such a job by its status',
		operation: 'getMany',
		parameters: { returnAll: true, filters: { statuses: ['pickup'] } },
		prepare: async () => await goingToPickUp(),
		items: [{ status: 'assigned', reference: 'SO-1' }],
		count: 1,
	},
];

async function goingToPickUp(): Promise<void> {
	const { jobId } = await bench.create('SO-1');
	for (const step of ['assign', 'pickup']) {
		await bench.control('POST', `radaro/jobs/${String(jobId)}/steps/${step}`);
	}
}

/** Right values of Radaro: what is a delivery, an address, a time, a rating, a link. */
export const radaro: CaseTable = {
	slug: 'radaro',
	bench,
	proof: { params: { key: RADARO_KEY } },
	call: async (options) =>
		await answerTo(
			{ credential: { webhookTokens: RADARO_WEBHOOK_TOKEN }, ...options },
			async (context) => await new RadaroTrigger().webhook.call(context),
		),
	triggers: [
		...statuses,
		...scans,
		...ratings,
		...links,
		...addresses,
		...oddCharacters,
		...tokens,
	],
	operations: [...dates, ...jobs],
	standIn: [],
};
