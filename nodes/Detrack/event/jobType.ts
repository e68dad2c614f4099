import { textOrNull } from '../../shared/basic/values';
import type { JobType } from '../../shared/event/deliveryEvent';

/** Detrack's type of a job, in capitals or not. */
export function jobTypeOf(type: unknown): JobType | null {
	const word = textOrNull(type)?.toLowerCase();
	return word === 'delivery' || word === 'collection' ? word : null;
}
