import { otherAttributesField } from '../../../shared/action/otherAttributes';
import { date, json, number, options, text } from '../../../shared/api/fields';
import { defineProperties } from '../../../shared/api/properties';
import { DETRACK_STATUSES } from '../../event/codes';
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

export const doNumberField = text('D.O. Number', 'doNumber', {
	placeholder: 'e.g. ORD-48310',
	description: 'Your number of the delivery order. Detrack takes each once a day.',
});

export const dateField = date('Date', 'date', { description: 'The day of the job' });

export const addressField = text('Address', 'address', {
	placeholder: 'e.g. 8 Newstead Ter, Newstead QLD 4006, Australia',
	description: 'Where to deliver or collect, in one line',
});

export const typeField = options('Type', 'type', {
	options: TYPE_OPTIONS,
	default: 'Delivery',
	description: 'Whether it is a delivery or a collection. Detrack takes a new job for a delivery.',
});

/**
 * What both a new and an existing job may get, in alphabetical order. A parameter's name is Detrack's
 * in camel case, and is turned back by rule (docs/vendors.md#detrack-jobs).
 */
export const optionalJobFields = defineProperties([
	text('Account Number', 'accountNumber'),
	text('Address Line 1', 'address1'),
	text('Address Line 2', 'address2'),
	text('Address Line 3', 'address3'),
	text('Assign To', 'assignTo', {
		placeholder: 'e.g. Lee Wei Ming',
		description: 'The driver or vehicle, by the exact name that it has in Detrack',
	}),
	text('Attachment URL', 'attachmentUrl', {
		description: 'Web address of a document that the driver can open',
	}),
	text('City', 'city'),
	text('Company Name', 'companyName'),
	text('Contact Name', 'deliverToCollectFrom', {
		placeholder: 'e.g. Priya Natarajan',
		description: 'Who gets the delivery, or hands over the collection',
	}),
	text('Country', 'country'),
	text('Customer', 'customer'),
	text('Depot', 'depot'),
	text('ETA Time', 'etaTime', { placeholder: 'e.g. 14:30' }),
	text('Group Name', 'groupName'),
	text('Instructions', 'instructions', {
		typeOptions: { rows: 2 },
		description: 'What the driver should know',
	}),
	text('Invoice Amount', 'invoiceAmount'),
	text('Invoice Number', 'invoiceNumber'),
	itemsField,
	json('Items (JSON)', 'itemsJson', {
		default: '',
		description: "The items as a JSON list, by Detrack's own names. They join those under Items.",
	}),
	text('Job Sequence', 'jobSequence', {
		placeholder: 'e.g. 3',
		description: "Where the job stands in the driver's list",
	}),
	text('Job Time', 'jobTime', {
		placeholder: 'e.g. 30 mins',
		description: 'How long the job takes, or when it is, as free text',
	}),
	text('Job Type', 'jobType'),
	text('Last Name', 'lastName'),
	text('Latitude', 'addressLat'),
	text('Longitude', 'addressLng'),
	text('Notify Email', 'notifyEmail', {
		placeholder: 'e.g. priya@example.com',
		description: 'Who gets an email when the job is done',
	}),
	text('Order Number', 'orderNumber'),
	otherAttributesField('Detrack'),
	number('Payment Amount', 'paymentAmount'),
	text('Payment Mode', 'paymentMode'),
	text('Phone Number', 'phoneNumber', { placeholder: 'e.g. +61400555012' }),
	text('POD Time', 'podTime', {
		placeholder: 'e.g. 13:30',
		description: 'When the job was done. Needed to close a job by hand.',
	}),
	text('Postal Code', 'postalCode'),
	text('Remarks', 'remarks'),
	text('Run Number', 'runNumber'),
	text('Service Type', 'serviceType'),
	date('Start Date', 'startDate', {
		description: 'From which day the job counts. Detrack takes the date of the job without it.',
	}),
	text('State', 'state'),
	options('Status', 'status', {
		options: STATUS_OPTIONS,
		default: 'dispatched',
		description: 'A job that is completed, partially completed or failed by hand needs a POD Time',
	}),
	text('Time Window', 'timeWindow', { placeholder: 'e.g. 0900 - 1100 hrs' }),
	text('Tracking Number', 'trackingNumber'),
	text('Vehicle Type', 'vehicleType'),
	text('Webhook URL', 'webhookUrl', {
		description: 'An address for the notifications of this job alone',
	}),
	number('Weight', 'weight'),
	text('Zone', 'zone'),
]);
