import { catalogueBy } from '../../shared/event/eventCatalogue';
import type { DetrackPayload } from './schema';

/**
 * The only list of Detrack's events: all rows of its table of triggers, "Completed", which the table
 * forgets, and those of newer dashboards. The first entry that fits a payload names its delivery event.
 */
export const DETRACK_EVENTS = catalogueBy(mayBeOfTrigger, [
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
		description: "A driver is assigned, and the job's day is still to come",
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
		name: 'Driver Heading to Location',
		description: 'The driver tapped "Head To Location"; payload version 1 does not show it',
		event: 'driver_arriving',
	},
	{
		value: 'arrived',
		name: 'Arrived',
		description: 'The driver has arrived, in newer dashboards',
		event: 'driver_arriving',
	},
	{
		value: 'inProgress',
		name: 'In Progress',
		description: 'The job is ready for the driver app, with a driver or not yet',
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
		name: 'Returned',
		description: 'The goods go back to the shipper',
		event: 'status_changed',
	},
	{
		value: 'onHold',
		name: 'Put on Hold',
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
		description: 'Only with the option Only Trigger in Detrack: calls have no mark of a deletion',
		event: 'job_deleted',
	},
]);

function mayBeOfTrigger({ triggers }: DetrackPayload, trigger: string): boolean {
	return triggers.includes(trigger);
}
