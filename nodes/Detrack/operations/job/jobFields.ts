import { defineProperties } from '../../../shared/api/properties';
import { DETRACK_STATUSES } from '../../event/statuses';
import { itemsField } from './itemFields';
import { TYPE_OPTIONS } from './jobLocator';

/** What Detrack's dashboard calls a status where its code says something else. */
const LABELS: Readonly<Record<string, string>> = {
	info_recv: 'Info Received',
	dispatched: 'In Progress',
	completed_partial: 'Partially Completed',
};

/** Every status, as Detrack's dashboard names it (docs/vendors.md#detrack-statuses). */
export const STATUS_OPTIONS = DETRACK_STATUSES.map((value) => ({
	value,
	name:
		LABELS[value] ?? value.replace(/_/g, ' ').replace(/\b[a-z]/g, (letter) => letter.toUpperCase()),
}));

export const doNumberField = {
	displayName: 'D.O. Number',
	name: 'doNumber',
	type: 'string',
	default: '',
	placeholder: 'e.g. ORD-48310',
	description: 'Your number of the delivery order. Detrack takes each once a day.',
} as const;

export const dateField = {
	displayName: 'Date',
	name: 'date',
	type: 'dateTime',
	typeOptions: { dateOnly: true },
	default: '',
	description: 'The day of the job',
} as const;

export const addressField = {
	displayName: 'Address',
	name: 'address',
	type: 'string',
	default: '',
	placeholder: 'e.g. 8 Newstead Ter, Newstead QLD 4006, Australia',
	description: 'Where to deliver or collect, in one line',
} as const;

export const typeField = {
	displayName: 'Type',
	name: 'type',
	type: 'options',
	options: TYPE_OPTIONS,
	default: 'Delivery',
	description: 'Whether it is a delivery or a collection. Detrack takes a new job for a delivery.',
} as const;

/**
 * What both a new and an existing job may get, in alphabetical order. A parameter's name is Detrack's
 * in camel case, and is turned back by rule (docs/vendors.md#detrack-jobs).
 */
export const optionalJobFields = defineProperties([
	{ displayName: 'Account Number', name: 'accountNumber', type: 'string', default: '' },
	{ displayName: 'Address Line 1', name: 'address1', type: 'string', default: '' },
	{ displayName: 'Address Line 2', name: 'address2', type: 'string', default: '' },
	{ displayName: 'Address Line 3', name: 'address3', type: 'string', default: '' },
	{
		displayName: 'Assign To',
		name: 'assignTo',
		type: 'string',
		default: '',
		placeholder: 'e.g. Lee Wei Ming',
		description: 'The driver or vehicle, by the exact name that it has in Detrack',
	},
	{
		displayName: 'Attachment URL',
		name: 'attachmentUrl',
		type: 'string',
		default: '',
		description: 'Web address of a document that the driver can open',
	},
	{ displayName: 'City', name: 'city', type: 'string', default: '' },
	{ displayName: 'Company Name', name: 'companyName', type: 'string', default: '' },
	{
		displayName: 'Contact Name',
		name: 'deliverToCollectFrom',
		type: 'string',
		default: '',
		placeholder: 'e.g. Priya Natarajan',
		description: 'Who gets the delivery, or hands over the collection',
	},
	{ displayName: 'Country', name: 'country', type: 'string', default: '' },
	{ displayName: 'Customer', name: 'customer', type: 'string', default: '' },
	{ displayName: 'Depot', name: 'depot', type: 'string', default: '' },
	{
		displayName: 'ETA Time',
		name: 'etaTime',
		type: 'string',
		default: '',
		placeholder: 'e.g. 14:30',
	},
	{ displayName: 'Group Name', name: 'groupName', type: 'string', default: '' },
	{
		displayName: 'Instructions',
		name: 'instructions',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		description: 'What the driver should know',
	},
	{ displayName: 'Invoice Amount', name: 'invoiceAmount', type: 'string', default: '' },
	{ displayName: 'Invoice Number', name: 'invoiceNumber', type: 'string', default: '' },
	itemsField,
	{
		displayName: 'Items (JSON)',
		name: 'itemsJson',
		type: 'json',
		default: '',
		description: "The items as a JSON list, by Detrack's own names. They join those under Items.",
	},
	{
		displayName: 'Job Sequence',
		name: 'jobSequence',
		type: 'string',
		default: '',
		placeholder: 'e.g. 3',
		description: "Where the job stands in the driver's list",
	},
	{
		displayName: 'Job Time',
		name: 'jobTime',
		type: 'string',
		default: '',
		placeholder: 'e.g. 30 mins',
		description: 'How long the job takes, or when it is, as free text',
	},
	{ displayName: 'Job Type', name: 'jobType', type: 'string', default: '' },
	{ displayName: 'Last Name', name: 'lastName', type: 'string', default: '' },
	{ displayName: 'Latitude', name: 'addressLat', type: 'string', default: '' },
	{ displayName: 'Longitude', name: 'addressLng', type: 'string', default: '' },
	{
		displayName: 'Notify Email',
		name: 'notifyEmail',
		type: 'string',
		default: '',
		placeholder: 'e.g. priya@example.com',
		description: 'Who gets an email when the job is done',
	},
	{ displayName: 'Order Number', name: 'orderNumber', type: 'string', default: '' },
	{
		displayName: 'Other Attributes',
		name: 'otherAttributes',
		type: 'json',
		default: '{}',
		description:
			"More attributes by Detrack's own names, as a JSON object. They win over the fields above.",
	},
	{ displayName: 'Payment Amount', name: 'paymentAmount', type: 'number', default: 0 },
	{ displayName: 'Payment Mode', name: 'paymentMode', type: 'string', default: '' },
	{
		displayName: 'Phone Number',
		name: 'phoneNumber',
		type: 'string',
		default: '',
		placeholder: 'e.g. +61400555012',
	},
	{
		displayName: 'POD Time',
		name: 'podTime',
		type: 'string',
		default: '',
		placeholder: 'e.g. 13:30',
		description: 'When the job was done. Needed to close a job by hand.',
	},
	{ displayName: 'Postal Code', name: 'postalCode', type: 'string', default: '' },
	{ displayName: 'Remarks', name: 'remarks', type: 'string', default: '' },
	{ displayName: 'Run Number', name: 'runNumber', type: 'string', default: '' },
	{ displayName: 'Service Type', name: 'serviceType', type: 'string', default: '' },
	{
		displayName: 'Start Date',
		name: 'startDate',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		description: 'From which day the job counts. Detrack takes the date of the job without it.',
	},
	{ displayName: 'State', name: 'state', type: 'string', default: '' },
	{
		displayName: 'Status',
		name: 'status',
		type: 'options',
		options: STATUS_OPTIONS,
		default: 'dispatched',
		description: 'A job that is completed, partially completed or failed by hand needs a POD Time',
	},
	{
		displayName: 'Time Window',
		name: 'timeWindow',
		type: 'string',
		default: '',
		placeholder: 'e.g. 0900 - 1100 hrs',
	},
	{ displayName: 'Tracking Number', name: 'trackingNumber', type: 'string', default: '' },
	{ displayName: 'Vehicle Type', name: 'vehicleType', type: 'string', default: '' },
	{
		displayName: 'Webhook URL',
		name: 'webhookUrl',
		type: 'string',
		default: '',
		description: 'An address for the notifications of this job alone',
	},
	{ displayName: 'Weight', name: 'weight', type: 'number', default: 0 },
	{ displayName: 'Zone', name: 'zone', type: 'string', default: '' },
]);
