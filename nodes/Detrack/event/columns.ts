import {
	type Coordinates,
	coordinatesOf,
	idOrNull,
	joinTexts,
	numberOrNull,
	recordsIn,
	textOrNull,
} from '../../shared/basic/values';
import type { DeliveryEvent, DeliveryItem, JobType } from '../../shared/event/deliveryEvent';
import type { DetrackJob } from './schema';

/** The parts of a job that take more than one of its keys (docs/vendors.md#detrack-columns). */

const PHOTO_KEYS = Array.from({ length: 10 }, (_, index) => `photo_${index + 1}_file_url`);

/** Addresses of the photos of a job and of its items. */
export function photoUrlsOf(job: DetrackJob): string[] {
	const ofItems = recordsIn(job.items).map((item) => item.photo_url);
	const urls = new Set<string>();
	for (const url of [...PHOTO_KEYS.map((key) => job[key]), ...ofItems]) {
		const text = textOrNull(url);
		if (text !== null) urls.add(text);
	}
	return [...urls];
}

export function itemsOf(job: DetrackJob): Pick<DeliveryEvent, 'items' | 'itemCount'> {
	const items = recordsIn(job.items).map(itemOf);
	const counted = integerOrNull(job.items_count);
	return { items, itemCount: counted ?? (Array.isArray(job.items) ? items.length : null) };
}

function itemOf(item: Record<string, unknown>): DeliveryItem {
	return {
		sku: idOrNull(item.sku),
		description: textOrNull(item.description),
		quantity: numberOrNull(item.quantity),
		rejectedQuantity: numberOrNull(item.reject_quantity),
		reason: textOrNull(item.reject_reason),
	};
}

/** Why a job failed, or else why items of it were rejected. */
export function reasonOf(job: DetrackJob): string | null {
	const ofItems = recordsIn(job.items).map((item) => item.reject_reason);
	return textOrNull(job.reason) ?? joinTexts(ofItems, ', ');
}

/** First and last name may be the same word, so they are not joined as a set. */
export function recipientNameOf(job: DetrackJob): string | null {
	const names = [job.deliver_to_collect_from, job.last_name].map(textOrNull);
	return (
		textOrNull(names.filter((name) => name !== null).join(' ')) ?? textOrNull(job.company_name)
	);
}

/** The address in one line; a job made from its parts may lack the whole. */
export function addressOf(job: DetrackJob): string | null {
	const parts = [
		job.address_1,
		job.address_2,
		job.address_3,
		job.city,
		joinTexts([job.state, idOrNull(job.postal_code)], ' '),
		job.country,
	];
	const whole = textOrNull(job.address) ?? joinTexts(parts, ', ');
	return whole === null ? null : whole.split(/\s*[\r\n]+\s*/).join(', ');
}

/** Latitude and longitude from two keys, which hold numbers or texts. */
export function coordinatesFrom(latitude: unknown, longitude: unknown): Coordinates {
	return coordinatesOf(`${idOrNull(latitude) ?? ''},${idOrNull(longitude) ?? ''}`);
}

/** Where the address is: as it was given, or else as Detrack found it. */
export function placeOf(job: DetrackJob): Coordinates {
	const given = coordinatesFrom(job.address_lat, job.address_lng);
	return given.latitude === null ? coordinatesFrom(job.geocoded_lat, job.geocoded_lng) : given;
}

export function jobTypeOf(type: unknown): JobType | null {
	const word = textOrNull(type)?.toLowerCase();
	return word === 'delivery' || word === 'collection' ? word : null;
}

export function integerOrNull(value: unknown): number | null {
	const number = numberOrNull(value);
	return number !== null && Number.isInteger(number) ? number : null;
}

/** A plain decimal as text; Detrack names no currency. */
export function amountOf(value: unknown): string | null {
	const text = idOrNull(value);
	return text !== null && /^-?\d+(\.\d+)?$/.test(text) ? text : null;
}
