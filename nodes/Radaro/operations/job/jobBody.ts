import type { IDataObject } from 'n8n-workflow';

import { isBlank, jsonOf, objectOf } from '../../../shared/action/jsonField';
import { InvalidInput } from '../../../shared/basic/invalidInput';
import { isRecord } from '../../../shared/basic/values';

export { InvalidInput as InvalidJob, isBlank, objectOf };

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
	driver?: number | null;
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
 * @throws InvalidJob when a JSON field holds none
 */
export function bodyOf(values: JobValues): IDataObject {
	const given = {
		external_id: values.externalId,
		customer: present({
			name: values.customerName,
			email: values.customerEmail,
			phone: values.customerPhone,
		}),
		deliver_address: present({
			address: values.address,
			location: values.location,
			post_code: values.postCode,
		}),
		deliver_address_2: values.address2,
		pickup_address: present({ address: values.pickupAddress }),
		pickup_address_2: values.pickupAddress2,
		delivery_zone: values.deliveryZone,
		driver: values.driver,
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
	const others = isBlank(values.otherAttributes)
		? {}
		: objectOf(values.otherAttributes, 'Other Attributes');
	return { ...present(given), ...merged(given, others) };
}

/** Other attributes of an object join those that the fields have filled; they win over the same. */
function merged(given: Record<string, unknown>, others: IDataObject): IDataObject {
	return Object.fromEntries(
		Object.entries(others).map(([key, value]) => {
			const filled = given[key];
			return [key, isRecord(filled) && isRecord(value) ? { ...filled, ...value } : value];
		}),
	) as IDataObject;
}

function intervalOf(given: unknown): unknown {
	if (given === undefined) return undefined;
	return isBlank(given) ? null : jsonOf(given, 'Delivery Interval');
}

/** Without the keys that were not given, or `undefined` when none was. */
function present(values: Record<string, unknown>): IDataObject | undefined {
	const given = Object.entries(values).filter(([, value]) => value !== undefined);
	return given.length === 0 ? undefined : (Object.fromEntries(given) as IDataObject);
}
