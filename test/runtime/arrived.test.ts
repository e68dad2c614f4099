import { arrivedOf } from '../../runtime/demo/arrived';
import type { Seen } from '../../sandbox/n8n';

type Job = Seen['jobs'][number];

function job(values: Partial<Job>): Job {
	return {
		vendor: 'radaro',
		id: '1',
		reference: 'SO-1',
		status: 'delivered',
		isDelivered: true,
		email: 'ada@example.com',
		...values,
	};
}

const none: Seen = { jobs: [], rows: [], subjects: [], records: [] };
const places = (seen: Partial<Seen>) =>
	Object.fromEntries(
		arrivedOf({ ...none, ...seen }).map(({ place, have, of }) => [place, [have, of]]),
	);

it('counts what the sheet, the mails and the ERP have of the jobs', () => {
	const jobs = [
		job({ id: '1', reference: 'SO-1' }),
		job({ id: '2', reference: 'SO-2', email: null }),
		job({ id: '3', reference: 'SO-3', status: 'failed', isDelivered: false }),
	];
	expect(places({ jobs })).toEqual({ Sheet: [0, 3], Mails: [0, 1], ERP: [0, 2] });
	const row = { provider: 'radaro', receivedAt: '2026-03-03T00:00:00Z' };
	const rows = [
		{ ...row, jobId: '1', providerStatus: 'delivered' },
		{ ...row, jobId: '2', providerStatus: 'in_progress' },
		{ ...row, jobId: '3', providerStatus: 'failed' },
		{ ...row, provider: 'detrack', jobId: '2', providerStatus: 'delivered' },
	];
	const subjects = [
		'Your delivery SO-1 has arrived',
		'Your delivery SO-2 is on its way',
		'Your delivery SO-11 has arrived',
	];
	const note = { doctype: 'Delivery Note' };
	const records = [
		{ ...note, name: 'SO-1', custom_delivery_status: 'delivered' },
		{ ...note, name: 'SO-2', custom_delivery_status: 'attempt_failed' },
	];
	expect(places({ jobs, rows, subjects, records })).toEqual({
		Sheet: [2, 3],
		Mails: [1, 1],
		ERP: [1, 2],
	});
});

it('takes the row that happened last, however late it came, and of two at once the final one', () => {
	const at = (time: string, providerStatus: string, isFinal = false) => ({
		provider: 'radaro',
		jobId: '1',
		occurredAt: `2026-03-03T${time}:00+11:00`,
		receivedAt: '2026-03-03T09:00:00Z',
		providerStatus,
		isFinal,
	});
	const sheet = (...rows: Array<Record<string, unknown>>) =>
		places({ jobs: [job({})], rows }).Sheet;
	expect(sheet(at('10:00', 'delivered', true), at('09:00', 'in_progress'))).toEqual([1, 1]);
	expect(sheet(at('10:00', 'delivered', true), at('10:00', 'in_progress'))).toEqual([1, 1]);
	expect(sheet(at('10:00', 'delivered', true), at('10:30', 'failed', true))).toEqual([0, 1]);
});

it.each([
	['detrack', 'completed', { provider: 'detrack', providerStatus: 'completed' }],
	['routigo', 'NOT_DELIVERED', { provider: 'routigo', providerStatus: 'NOT_DELIVERED' }],
	['readycloud', 'new', { provider: 'readyCloud', status: 'created' }],
	['readycloud', 'packed', { provider: 'readyCloud', status: 'scheduled' }],
	['readycloud', 'shipped', { provider: 'readyCloud', status: 'in_transit' }],
	['readycloud', 'delivered', { provider: 'readyCloud', status: 'delivered' }],
])('knows what a row of %s says of a job that is %s', (vendor, status, values) => {
	const row = { jobId: '1', receivedAt: '2026-03-03T09:00:00Z', ...values };
	const sheetOf = (other: string) =>
		places({ jobs: [job({ vendor, status: other })], rows: [row] }).Sheet;
	expect(sheetOf(status)).toEqual([1, 1]);
	expect(sheetOf(status === 'delivered' ? 'shipped' : 'delivered')).toEqual([0, 1]);
});
