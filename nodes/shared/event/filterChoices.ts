import type { JobType, Status } from './deliveryEvent';

/** What a service's events can be filtered by. */
export interface FilterChoices {
	/** What the service's events are about, in the plural. */
	things: 'jobs' | 'orders';
	/** Every status that its events can have. */
	statuses: readonly Status[];
	/** Left out where all are of one type. */
	jobTypes?: readonly JobType[];
}
