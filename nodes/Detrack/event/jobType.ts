import { textOrNull } from '../../shared/basic/values';
import type { JobType } from '../../shared/event/deliveryEvent';

/** Detrack's type of a job, in capitals or not. */
export function jobTypeOf(type: unknown): JobType | null {
	const word = textOrNull(type)?.toLowerCase();
	return word === 'delivery' || word === 'collection' ? word : null;
}

/** Our own words for Detrack's types, which it takes in this spelling only. */
const TYPE_OF: Readonly<Record<JobType, string>> = {
	delivery: 'Delivery',
	collection: 'Collection',
};

/** A type as Detrack takes it, also from the column `jobType`; any other word stays as it is. */
export function detrackTypeOf(type: unknown): string | null {
	const known = jobTypeOf(type);
	return known === null ? textOrNull(type) : TYPE_OF[known];
}
