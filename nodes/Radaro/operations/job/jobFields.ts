import { defineProperties } from '../../../shared/api/properties';
import { CREATION_STATUSES, RADARO_STATUSES } from '../../event/statuses';

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

/** The status of a new job: Radaro allows three. */
export const creationStatusField = {
	displayName: 'Status',
	name: 'status',
	type: 'options',
	default: 'not_assigned',
	options: statusOptions(CREATION_STATUSES),
	description: 'A pending job needs a delivery zone or a post code in one, and a phone number',
} as const;

/** The status of an existing job. Which of them Radaro accepts from outside is not documented. */
export const statusOfJobField = {
	displayName: 'Status',
	name: 'status',
	type: 'options',
	default: 'not_assigned',
	options: statusOptions(RADARO_STATUSES),
	description: 'The status that the job gets',
} as const;

export const externalIdField = {
	displayName: 'External ID',
	name: 'externalId',
	type: 'string',
	default: '',
	placeholder: 'e.g. SO-100482',
	description: 'Your own number of this job. Radaro accepts each only once.',
} as const;

export const customerNameField = {
	displayName: 'Customer Name',
	name: 'customerName',
	type: 'string',
	default: '',
	placeholder: 'e.g. Tom Okafor',
	description: 'Who gets the delivery',
} as const;

export const addressField = {
	displayName: 'Delivery Address',
	name: 'address',
	type: 'string',
	default: '',
	placeholder: 'e.g. 14 Banksia St, Geelong VIC 3220, Australia',
	description: 'Where to deliver, in one line. Needed unless Delivery Location is given.',
} as const;

/** The attributes that both a new and an existing job may get, in alphabetical order. */
export const optionalJobFields = defineProperties([
	{
		displayName: 'Address Line 2',
		name: 'address2',
		type: 'string',
		default: '',
		placeholder: 'e.g. Unit 5, rear entrance',
		description: 'Floor, unit, entrance',
	},
	{
		displayName: 'Capacity',
		name: 'capacity',
		type: 'number',
		default: 0,
		description: 'How much room the job takes. Only used by route optimisation.',
	},
	{
		displayName: 'Comment',
		name: 'comment',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		description: 'What the driver should know',
	},
	{
		displayName: 'Customer Email',
		name: 'customerEmail',
		type: 'string',
		placeholder: 'e.g. tom.okafor@example.com',
		default: '',
	},
	{
		displayName: 'Customer Phone',
		name: 'customerPhone',
		type: 'string',
		default: '',
		placeholder: 'e.g. +61390003344',
	},
	{
		displayName: 'Deliver After',
		name: 'deliverAfter',
		type: 'dateTime',
		default: '',
		description:
			"Earliest delivery. A date without a time zone is taken to be in the workflow's time zone.",
	},
	{
		displayName: 'Deliver Before',
		name: 'deliverBefore',
		type: 'dateTime',
		default: '',
		description:
			"Latest delivery. A date without a time zone is taken to be in the workflow's time zone.",
	},
	{
		displayName: 'Delivery Interval',
		name: 'deliveryInterval',
		type: 'json',
		default: '',
		description:
			'Instead of Deliver After and Deliver Before. Radaro does not document what it holds, so it is sent as you write it.',
	},
	{
		displayName: 'Delivery Location',
		name: 'location',
		type: 'string',
		default: '',
		placeholder: 'e.g. -38.147120,144.360410',
		description: 'Latitude and longitude of the delivery address, with a comma between them',
	},
	{
		displayName: 'Delivery Zone ID',
		name: 'deliveryZone',
		type: 'number',
		default: 0,
		description: "The number of the delivery zone in Radaro's portal",
	},
	{
		displayName: 'Driver ID',
		name: 'driver',
		type: 'number',
		default: 0,
		description: "The number of a driver in Radaro's portal; a new job is then assigned",
	},
	{
		displayName: 'Other Attributes',
		name: 'otherAttributes',
		type: 'json',
		default: '{}',
		description:
			"More attributes by Radaro's own names, as a JSON object. They win over the fields above.",
	},
	{
		displayName: 'Pick Up After',
		name: 'pickupAfter',
		type: 'dateTime',
		default: '',
	},
	{
		displayName: 'Pick Up Address',
		name: 'pickupAddress',
		type: 'string',
		default: '',
		description: 'Where to pick up, in one line',
	},
	{
		displayName: 'Pick Up Address Line 2',
		name: 'pickupAddress2',
		type: 'string',
		default: '',
	},
	{
		displayName: 'Pick Up Before',
		name: 'pickupBefore',
		type: 'dateTime',
		default: '',
	},
	{
		displayName: 'Post Code',
		name: 'postCode',
		type: 'string',
		default: '',
		description: 'Post code of the delivery address; finds the delivery zone of a pending job',
	},
	{
		displayName: 'Title',
		name: 'title',
		type: 'string',
		default: '',
		placeholder: 'e.g. INV-77315',
		description: 'Free text, commonly an order or invoice number',
	},
	{ displayName: 'Title 2', name: 'title2', type: 'string', default: '' },
	{ displayName: 'Title 3', name: 'title3', type: 'string', default: '' },
]);
