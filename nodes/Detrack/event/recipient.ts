import {
	type Coordinates,
	coordinatesFrom,
	idOrNull,
	joinTexts,
	textOrNull,
} from '../../shared/basic/values';
import type { DetrackJob } from './schema';

/** Who gets the delivery, and where: the columns that take several keys of a job. */

/** First and last name may be the same word, so they are not joined as a set. */
export function recipientNameOf(job: DetrackJob): string | null {
	const names = [job.deliver_to_collect_from, job.last_name].map(textOrNull);
	return (
		textOrNull(names.filter((name) => name !== null).join(' ')) ?? textOrNull(job.company_name)
	);
}

/** The address; a job made from its parts may lack the whole. */
export function addressOf(job: DetrackJob): string | null {
	const parts = [
		job.address_1,
		job.address_2,
		job.address_3,
		job.city,
		joinTexts([job.state, idOrNull(job.postal_code)], ' '),
		job.country,
	];
	return textOrNull(job.address) ?? joinTexts(parts, ', ');
}

/** Where the address is: as it was given, or else as Detrack found it. */
export function placeOf(job: DetrackJob): Coordinates {
	const given = coordinatesFrom(job.address_lat, job.address_lng);
	return given.latitude === null ? coordinatesFrom(job.geocoded_lat, job.geocoded_lng) : given;
}
