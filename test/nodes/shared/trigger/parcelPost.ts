import type { DeliveryEvent } from '../../../../nodes/shared/event/deliveryEvent';
import { ACCEPTED, refused, verifyHeader } from '../../../../nodes/shared/trigger/verification';
import type { WebhookVendor } from '../../../../nodes/shared/trigger/webhookVendor';
import { emptyEvent } from '../../../support/emptyEvent';

export interface Parcel {
	kind?: string;
	status?: DeliveryEvent['status'];
	/** Values that are no text cannot be understood. */
	reference?: unknown;
	weight?: number;
	trackingNumber?: string;
}

export interface Keys {
	current: string;
}

/** A small made-up vendor: it sends `{ parcels: […] }` and authenticates by the header `X-Key`. */
export const parcelPost: WebhookVendor<Parcel, Keys | null> = {
	name: 'Parcel Post',
	setup: {
		missing: 'no secret is entered',
		proof: () =>
			'Its key is known here. Whether it is the right one, you will see when the first event comes.',
	},
	secrets: async () => await Promise.resolve({ current: 'correct-horse-9' }),
	isReady: (keys) => keys !== null,
	verify(call, keys) {
		if (keys === null) return refused('no key is known');
		return verifyHeader(call, 'X-Key', (value) =>
			value === keys.current ? ACCEPTED : refused('the key is wrong'),
		);
	},
	textsToMask: (keys) => (keys === null ? [] : [keys.current]),
	read(body) {
		const { parcels } = (body ?? {}) as { parcels?: Parcel[] };
		if (!Array.isArray(parcels)) return { expected: 'Parcel Post sends a list of parcels.' };
		return { received: parcels.map((payload) => ({ payload, original: { ...payload } })) };
	},
	classify: ({ kind }) => ({
		event: 'status_changed',
		name: kind ?? null,
		choices: kind === undefined ? [] : [kind],
	}),
	normalize(
		{ status = 'delivered', reference = null, trackingNumber = null },
		{ event },
		receivedAt,
	) {
		if (reference !== null && typeof reference !== 'string') {
			throw new Error('the reference is no text');
		}
		const eventId = `event of ${reference}`;
		const stateId = `${status} of ${reference}`;
		return {
			...emptyEvent,
			eventId,
			stateId,
			event,
			status,
			receivedAt,
			reference,
			trackingNumber,
		};
	},
};
