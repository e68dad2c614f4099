import type { Cells, EventLog } from '../../support/eventLog';
import type { StoryWorkflow } from '../../support/storyWorkflow';

let events = 0;

/** A row of the log: a delivery, under its own number of the job, has come into a state. */
export function delivery(reference: string, status: string, values: Cells = {}): Cells {
	return {
		eventId: `d${events++}`,
		event: 'status_changed',
		status,
		stateId: `${reference} ${status}`,
		jobId: `job of ${reference}`,
		reference,
		jobType: 'delivery',
		isFinal: /delivered|returned|cancelled/.test(status),
		receivedAt: '2026-03-03T00:00:00Z',
		...values,
	};
}

/** A time of that day in Melbourne, where the tests' n8n is. */
export const at = (time: string): Cells => ({ occurredAt: `2026-03-03T${time}:00+11:00` });

/** Has a reader begin with four events, so that it is soon at a single one when runs fail. */
export async function beginSmall(log: EventLog, reader: StoryWorkflow): Promise<void> {
	await log.insert('delivery_readers', {
		reader: reader.id,
		name: reader.file.name,
		place: 0,
		busyUntil: 0,
		turn: '',
		tries: 0,
		take: 2,
		movedAt: Date.now(),
		lastError: '',
		toldAt: 0,
	});
}
