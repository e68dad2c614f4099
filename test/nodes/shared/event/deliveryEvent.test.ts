import {
	deliveryEventSchema,
	isFinal,
	jobColumnsSchema,
	outcomeOf,
} from '../../../../nodes/shared/event/deliveryEvent';
import { emptyEvent } from '../../../support/emptyEvent';

const { eventName, ...empty } = emptyEvent;
const row = {
	...empty,
	stateId: 's',
	eventName,
	eventId: 'e',
	receivedAt: '2026-03-03T00:00:00.000Z',
};

it.each([
	['created', 'pending', false],
	['scheduled', 'pending', false],
	['assigned', 'pending', false],
	['picked_up', 'pending', false],
	['in_transit', 'pending', false],
	['out_for_delivery', 'pending', false],
	['arriving', 'pending', false],
	['delivered', 'success', true],
	['partially_delivered', 'partial', true],
	['attempt_failed', 'failure', false],
	['on_hold', 'pending', false],
	['returned', 'failure', true],
	['cancelled', 'cancelled', true],
	['unknown', 'pending', false],
] as const)('of the status %s the outcome is %s, and it is final: %s', (status, outcome, final) => {
	expect([outcomeOf(status), isFinal(status)]).toEqual([outcome, final]);
});

it('accepts a row of which nothing is known', () => {
	expect(deliveryEventSchema.parse(row)).toEqual(row);
});

it.each([
	['another service', { provider: 'parcels' }],
	['another event', { event: 'jobCreated' }],
	['another status', { status: 'done' }],
	['no list of photos', { photoUrls: null }],
	['a number as a reference', { reference: 451 }],
	['a text as a latitude', { latitude: '-38.1' }],
	['half an attempt', { attempt: 1.5 }],
	['an item without its columns', { items: [{ sku: 'A' }] }],
	['no event id', { eventId: null }],
])('refuses a row with %s', (_what, change) => {
	expect(deliveryEventSchema.safeParse({ ...row, ...change }).success).toBe(false);
});

it('gives a job the columns of its event but for those that only an event has', () => {
	const { eventId, event, previousStatus, receivedAt, changedFields, providerEvent, ...job } = row;
	expect(jobColumnsSchema.strict().parse(job)).toEqual(job);
	expect(Object.keys(jobColumnsSchema.shape)).toEqual(Object.keys(job));
	expect(jobColumnsSchema.strict().safeParse(row).success).toBe(false);
});
