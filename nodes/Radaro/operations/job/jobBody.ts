import type { IDataObject } from 'n8n-workflow';

import { onlyGiven } from '../../../shared/action/attributes';
import { isBlank, jsonOf } from '../../../shared/action/jsonField';
import { merged, otherAttributesOf } from '../../../shared/action/otherAttributes';
import { driverOf } from './driver';

/** What the fields of an operation may hold, by parameter name. */
export interface JobValues {
	externalId?: string;
	customerName?: string;
	customerEmail?: string;
	customerPhone?: string;
	address?: string;
	address2?: string;
	location?: string;
	postCode?: string;
	pickupAddress?: string;
	pickupAddress2?: string;
	deliveryZone?: number | null;
	driver?: string;
	capacity?: number | null;
	status?: string;
	title?: string;
	title2?: string;
	title3?: string;
	comment?: string;
	deliverAfter?: unknown;
	deliverBefore?: unknown;
	pickupAfter?: unknown;
	pickupBefore?: unknown;
	deliveryInterval?: unknown;
	otherAttributes?: unknown;
}

/**
 * The fields of an operation as Radaro's attributes (docs/vendors.md#radaro-job). A field that was
 * not given is left out; one that was given empty is sent empty, which clears it.
 *
 * @throws InvalidInput when a JSON field holds none
 */
export function bodyOf(values: JobValues): IDataObject {
	const given = {
		external_id: values.externalId,
		customer: onlyGiven({
			name: values.customerName,
			email: values.customerEmail,
			phone: values.customerPhone,
		}),
		deliver_address: onlyGiven({
			address: values.address,
			location: values.location,
			post_code: values.postCode,
		}),
		deliver_address_2: values.address2,
		pickup_address: onlyGiven({ address: values.pickupAddress }),
		pickup_address_2: values.pickupAddress2,
		delivery_zone: values.deliveryZone,
		driver: values.driver === undefined ? undefined : driverOf(values.driver),
		capacity: values.capacity,
		status: values.status,
		title: values.title,
		title_2: values.title2,
		title_3: values.title3,
		comment: values.comment,
		deliver_after: values.deliverAfter,
		deliver_before: values.deliverBefore,
		pickup_after: values.pickupAfter,
		pickup_before: values.pickupBefore,
		delivery_interval: intervalOf(values.deliveryInterval),
	};
	const others = otherAttributesOf(values.otherAttributes, 'jobs');
	return merged(onlyGiven(given) ?? {}, others);
}

function intervalOf(given: unknown): unknown {
	if (given === undefined) return undefined;
	return isBlank(given) ? null : jsonOf(given, 'Delivery Interval');
}
