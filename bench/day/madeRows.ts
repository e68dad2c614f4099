import type { Cells } from '../../test/support/eventLog';

const ITEMS = '[{"sku":"00451","name":"Bulb E27","quantity":4,"rejected":null,"reason":null}]';

/**
 * So many rows of jobs that were delivered in the last of their rows, each job with a customer of its
 * own; all alike but for numbers.
 *
 * @param each how many rows a job has
 */
export function madeRows(count: number, each = 1): Cells[] {
	const at = Date.UTC(2026, 2, 2, 22);
	return Array.from({ length: count }, (_, index) => {
		const number = String(Math.floor(index / each)).padStart(6, '0');
		const isLast = index % each === each - 1 || index === count - 1;
		const status = isLast ? 'delivered' : 'assigned';
		const occurredAt = new Date(at + index * 1000).toISOString();
		return {
			eventId: `event-${String(index).padStart(6, '0')}`,
			provider: 'radaro',
			event: 'status_changed',
			status,
			outcome: isLast ? 'success' : 'open',
			isFinal: isLast,
			occurredAt,
			receivedAt: occurredAt,
			jobId: `61${number}`,
			reference: `SO-${number}`,
			jobType: 'delivery',
			recipientName: 'Priya Nair',
			recipientPhone: '+61400555001',
			recipientEmail: `customer-${number}@customer.example`,
			address: '12 Banksia St, Geelong VIC 3220, Australia',
			driverName: 'Noah Petersen',
			trackingUrl: `https://track.radaro.example/${number}`,
			note: 'Left with reception',
			items: ITEMS,
			itemCount: 1,
			providerEvent: 'job.status_changed',
			providerStatus: status,
			stateId: `state-${number}-${status}`,
			eventName: 'Job Status Changed',
		};
	});
}

/** A text without the numbers by which rows differ, so that the first can be compared with the last. */
export function withoutNumbers(text: string): string {
	return text.replace(/\d+/g, '#');
}
