import { catalogueBy } from '../../shared/event/eventCatalogue';
import type { DetrackPayload } from './schema';

/**
 * The only list of Detrack's events: all rows of its table of triggers, "Completed", which the table
 * forgets, and those of newer dashboards. The first entry that fits a payload names its delivery event.
 */
export const DETRACK_EVENTS = catalogueBy(triggersIn, [
	{
		value: 'inTransit',
		name: 'In Transit',
		description: 'A job was created whose goods are still on their way to the warehouse',
		event: 'job_created',
	},
	{
		value: 'infoReceived',
		name: 'Info Received',
		description: 'A job was created whose goods have not reached the warehouse',
		event: 'job_created',
	},
	{
		value: 'scheduled',
		name: 'Scheduled',
		description:
			"A driver is assigned, and the job's day is still to come. Payload version 1 does not say so: the date is compared with today in the workflow's time zone.",
		event: 'status_changed',
	},
	{
		value: 'atWarehouse',
		name: 'At Warehouse',
		description: 'The goods have reached the warehouse, in newer dashboards',
		event: 'status_changed',
	},
	{
		value: 'pickedUp',
		name: 'Picked Up',
		description: 'The driver has picked up the goods of a delivery, in newer dashboards',
		event: 'status_changed',
	},
	{
		value: 'headingTo',
		name: 'Heading To',
		description:
			'The driver tapped "Head To Location". Detrack does not document how it says so: recognised in payload version 2 by the time of heading or the newest milestone, and then also an In Progress; never in version 1. To be sure, use the option "Only Trigger in Detrack".',
		event: 'driver_arriving',
	},
	{
		value: 'arrived',
		name: 'Arrived',
		description:
			'The driver has arrived, in newer dashboards. Recognised by the status, the time of arrival or the newest milestone; in payload version 1 only by the status. It does not count as In Progress, though its status may still say so.',
		event: 'driver_arriving',
	},
	{
		value: 'inProgress',
		name: 'In Progress',
		description:
			'The job is ready for the driver app, with a driver or not yet. A changed driver and, in payload version 1, Heading To look the same.',
		event: 'status_changed',
	},
	{
		value: 'completed',
		name: 'Completed',
		description: 'The driver completed the job',
		event: 'status_changed',
	},
	{
		value: 'partiallyCompleted',
		name: 'Partially Completed',
		description: 'The job is done, but at least one item was rejected',
		event: 'status_changed',
	},
	{
		value: 'failed',
		name: 'Failed',
		description: 'The job could not be completed',
		event: 'status_changed',
	},
	{
		value: 'return',
		name: 'Return',
		description: 'The goods go back to the shipper',
		event: 'status_changed',
	},
	{
		value: 'onHold',
		name: 'On Hold',
		description: 'The job was put on hold',
		event: 'status_changed',
	},
	{
		value: 'cancelled',
		name: 'Cancelled',
		description: 'The job was cancelled, in newer dashboards',
		event: 'status_changed',
	},
	{
		value: 'deleted',
		name: 'Deleted',
		description:
			'The job was deleted. Detrack\'s call has no mark of it and looks like an older event of the job, so this never starts the workflow unless the option "Only Trigger in Detrack" says that every call means it.',
		event: 'job_deleted',
	},
]);

/** The triggers that a notification may be of. */
function triggersIn({ triggers }: DetrackPayload): readonly string[] {
	return triggers;
}
