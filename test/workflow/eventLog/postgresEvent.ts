import type { Cells } from '../../support/eventLog';

let events = 0;
/** An event of a delivery, at a time of a day. */
export function event(job: string, status: string, time: string, values: Cells = {}): Cells {
	return {
		eventId: `p${events++}`,
		provider: 'radaro',
		status,
		stateId: `${job} ${status}`,
		jobId: job,
		reference: job,
		jobType: 'delivery',
		recipientEmail: `${job.toLowerCase()}@customer.example`,
		isFinal: status === 'delivered',
		occurredAt: `2026-03-03T${time}:00+11:00`,
		receivedAt: '2026-03-03T00:00:00Z',
		...values,
	};
}
