import { otherAttributesField } from '../../../shared/action/otherAttributes';
import { dateTime, json, number, optionalLocator, options, text } from '../../../shared/api/fields';
import { defineProperties } from '../../../shared/api/properties';
import { CREATION_STATUSES, RADARO_STATUSES } from '../../event/statuses';
import { driverChoice } from './driver';

/** "not_assigned" as "Not Assigned"; Radaro's portal calls `delivered` "Completed". */
function statusOptions(statuses: readonly string[]) {
	return statuses.map((value) => ({
		value,
		name:
			value === 'delivered'
				? 'Completed (Delivered)'
				: value.replace(/_/g, ' ').replace(/\b[a-z]/g, (letter) => letter.toUpperCase()),
	}));
}

/** The statuses of jobs by the names in Radaro's portal. */
export const STATUS_OPTIONS = statusOptions(RADARO_STATUSES);

/** The status of a new job: Radaro allows three. */
export const creationStatusField = options('Status', 'status', {
	default: 'not_assigned',
	options: statusOptions(CREATION_STATUSES),
	description: 'A pending job needs a delivery zone or a post code in one, and a phone number',
});

/** The status of an existing job. Which of them Radaro accepts from outside is not documented. */
export const statusOfJobField = options('Status', 'status', {
	default: 'not_assigned',
	options: STATUS_OPTIONS,
	description: 'The status that the job gets',
});

export const externalIdField = text('External ID', 'externalId', {
	placeholder: 'e.g. SO-100482',
	description: 'Your own number of this job. Radaro accepts each only once.',
});

export const customerNameField = text('Customer Name', 'customerName', {
	placeholder: 'e.g. Tom Okafor',
	description: 'Who gets the delivery',
});

export const addressField = text('Delivery Address', 'address', {
	placeholder: 'e.g. 14 Banksia St, Geelong VIC 3220, Australia',
	description: 'Where to deliver, in one line',
});

/** What nearly every job has, beside its status. */
export const usualJobFields = defineProperties([
	text('Customer Phone', 'customerPhone', { placeholder: 'e.g. +61390003344' }),
	text('Customer Email', 'customerEmail', { placeholder: 'e.g. tom.okafor@example.com' }),
	optionalLocator('Driver', 'driver', driverChoice),
	dateTime('Deliver After', 'deliverAfter', {
		description:
			"Earliest delivery. A date without a time zone is taken to be in the workflow's time zone.",
	}),
	dateTime('Deliver Before', 'deliverBefore', {
		description:
			"Latest delivery. A date without a time zone is taken to be in the workflow's time zone.",
	}),
	text('Title', 'title', {
		placeholder: 'e.g. INV-77315',
		description: 'Free text, commonly an order or invoice number',
	}),
	text('Comment', 'comment', {
		typeOptions: { rows: 2 },
		description: 'What the driver should know',
	}),
]);

/** What only some jobs have. */
export const rareJobFields = defineProperties([
	text('Address Line 2', 'address2', {
		placeholder: 'e.g. Unit 5, rear entrance',
		description: 'Floor, unit, entrance',
	}),
	text('Post Code', 'postCode', {
		description: 'Post code of the delivery address; finds the delivery zone of a pending job',
	}),
	text('Delivery Location', 'location', {
		placeholder: 'e.g. -38.147120,144.360410',
		description: 'Latitude and longitude of the delivery address, with a comma between them',
	}),
	number('Delivery Zone ID', 'deliveryZone', {
		description: "The number of the delivery zone in Radaro's portal",
	}),
	text('Pick Up Address', 'pickupAddress', { description: 'Where to pick up, in one line' }),
	text('Pick Up Address Line 2', 'pickupAddress2'),
	dateTime('Pick Up After', 'pickupAfter'),
	dateTime('Pick Up Before', 'pickupBefore'),
	text('Title 2', 'title2'),
	text('Title 3', 'title3'),
	number('Capacity', 'capacity', {
		typeOptions: { minValue: 0 },
		description: 'How much room the job takes. Only used by route optimisation.',
	}),
	json('Delivery Interval', 'deliveryInterval', {
		default: '',
		description: 'Instead of Deliver After and Deliver Before, in a form that Radaro told you',
	}),
	otherAttributesField('Radaro'),
]);
