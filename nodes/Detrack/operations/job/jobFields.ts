import { otherAttributesField } from '../../../shared/action/otherAttributes';
import { date, json, number, options, text } from '../../../shared/api/fields';
import { defineProperties } from '../../../shared/api/properties';
import { DETRACK_STATUSES } from '../../event/codes';
import { assignToField } from './assignTo';
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

/** For counts and measures of goods. */
const FROM_ZERO = { typeOptions: { minValue: 0 } } as const;

/**
 * What both a new and an existing job may get: what is needed most comes first, the rest in groups. A
 * parameter's name is Detrack's in camel case, and is turned back by rule (docs/vendors.md#detrack-jobs).
 */
export const optionalJobFields = defineProperties([
	// Who gets it, what, by whom and when: what nearly every job has.
	text('Contact Name', 'deliverToCollectFrom', {
		placeholder: 'e.g. Priya Natarajan',
		description: 'Who gets the delivery, or hands over the collection',
	}),
	text('Phone Number', 'phoneNumber', { placeholder: 'e.g. +61400555012' }),
	itemsField,
	assignToField({ description: 'The driver or vehicle that gets the job' }),
	text('Time Window', 'timeWindow', { placeholder: 'e.g. 0900 - 1100 hrs' }),
	options('Type', 'type', {
		options: TYPE_OPTIONS,
		default: 'Delivery',
		description:
			'Whether it is a delivery or a collection. Detrack takes a new job for a delivery.',
	}),
	text('Instructions', 'instructions', {
		typeOptions: { rows: 2 },
		description: 'What the driver should know',
	}),
	text('Notify Email', 'notifyEmail', {
		placeholder: 'e.g. priya@example.com',
		description: 'Who gets an email when the job is done',
	}),
	options('Status', 'status', {
		options: STATUS_OPTIONS,
		default: 'dispatched',
		description: 'A job that is completed, partially completed or failed by hand needs a POD Time',
	}),
	// More of the recipient and the place.
	text('Last Name', 'lastName'),
	text('Company Name', 'companyName'),
	text('Customer', 'customer'),
	text('Account Number', 'accountNumber'),
	text('Address Line 1', 'address1'),
	text('Address Line 2', 'address2'),
	text('Address Line 3', 'address3'),
	text('Postal Code', 'postalCode'),
	text('City', 'city'),
	text('State', 'state'),
	text('Country', 'country'),
	text('Zone', 'zone'),
	text('Latitude', 'addressLat'),
	text('Longitude', 'addressLng'),
	text('Fax Number', 'faxNumber'),
	// More of the day and the run.
	date('Start Date', 'startDate', {
		description: 'From which day the job counts. Detrack takes the date of the job without it.',
	}),
	text('Job Time', 'jobTime', {
		placeholder: 'e.g. 30 mins',
		description: 'How long the job takes, or when it is, as free text',
	}),
	text('Job Release Time', 'jobReleaseTime', { placeholder: 'e.g. 09:00 AM' }),
	text('ETA Time', 'etaTime', { placeholder: 'e.g. 14:30' }),
	text('Destination Time Window', 'destinationTimeWindow'),
	text('Job Sequence', 'jobSequence', {
		placeholder: 'e.g. 3',
		description: "Where the job stands in the driver's list",
	}),
	text('Run Number', 'runNumber'),
	text('Time Zone', 'timeZone'),
	date('Job Received Date', 'jobReceivedDate'),
	text('POD Time', 'podTime', {
		placeholder: 'e.g. 13:30',
		description: 'When the job was done. Needed to close a job by hand.',
	}),
	text('Auto Reschedule', 'autoReschedule'),
	options('Primary Job Status', 'primaryJobStatus', {
		options: STATUS_OPTIONS,
		default: 'dispatched',
	}),
	// More of the goods.
	json('Items (JSON)', 'itemsJson', {
		default: '',
		description: "The items as a JSON list, by Detrack's own names. They join those under Items.",
	}),
	number('Pieces', 'pieces', FROM_ZERO),
	number('Weight', 'weight', FROM_ZERO),
	number('Cubic Meter', 'cubicMeter', FROM_ZERO),
	number('Parcel Length', 'parcelLength', FROM_ZERO),
	number('Parcel Width', 'parcelWidth', FROM_ZERO),
	number('Parcel Height', 'parcelHeight', FROM_ZERO),
	number('Cartons', 'cartons', FROM_ZERO),
	number('Boxes', 'boxes', FROM_ZERO),
	number('Pallets', 'pallets', FROM_ZERO),
	number('Bins', 'bins', FROM_ZERO),
	number('Bundles', 'bundles', FROM_ZERO),
	number('Envelopes', 'envelopes', FROM_ZERO),
	number('Rolls', 'rolls', FROM_ZERO),
	number('Trays', 'trays', FROM_ZERO),
	number('Number of Shipping Labels', 'numberOfShippingLabels', FROM_ZERO),
	// Other numbers of the job.
	text('Order Number', 'orderNumber'),
	text('Invoice Number', 'invoiceNumber'),
	text('Tracking Number', 'trackingNumber'),
	text('Remarks', 'remarks'),
	text('Attachment URL', 'attachmentUrl', {
		description: 'Web address of a document that the driver can open',
	}),
	text('Webhook URL', 'webhookUrl', {
		description: 'An address for the notifications of this job alone',
	}),
	// Where it is picked up.
	text('Pick-Up From', 'pickUpFrom'),
	text('Pick-Up Address', 'pickUpAddress'),
	text('Pick-Up Address Line 1', 'pickUpAddress1'),
	text('Pick-Up Address Line 2', 'pickUpAddress2'),
	text('Pick-Up Address Line 3', 'pickUpAddress3'),
	text('Pick-Up Postal Code', 'pickUpPostalCode'),
	text('Pick-Up City', 'pickUpCity'),
	text('Pick-Up State', 'pickUpState'),
	text('Pick-Up Country', 'pickUpCountry'),
	text('Pick-Up Zone', 'pickUpZone'),
	text('Pick-Up Latitude', 'pickUpLat'),
	text('Pick-Up Longitude', 'pickUpLng'),
	text('Pick-Up Time', 'pickUpTime'),
	text('Sender Phone Number', 'senderPhoneNumber'),
	text('Warehouse Address', 'warehouseAddress'),
	// Money.
	number('Payment Amount', 'paymentAmount'),
	text('Payment Mode', 'paymentMode'),
	text('Payer Type', 'payerType'),
	number('Total Price', 'totalPrice'),
	number('Job Price', 'jobPrice'),
	text('Job Fee', 'jobFee'),
	number('Insurance Price', 'insurancePrice'),
	text('Invoice Amount', 'invoiceAmount'),
	text('Billing Address', 'billingAddress'),
	// How the company sorts its jobs.
	text('Job Type', 'jobType', {
		description: 'A word of your account. Delivery or collection is chosen under Type.',
	}),
	text('Service Type', 'serviceType'),
	text('Group Name', 'groupName'),
	text('Group ID', 'groupId'),
	text('Depot', 'depot'),
	text('Depot Contact', 'depotContact'),
	text('Department', 'department'),
	text('Door', 'door'),
	text('Carrier', 'carrier'),
	text('Vehicle Type', 'vehicleType'),
	text('Vendor Name', 'vendorName'),
	text('Job Owner', 'jobOwner'),
	text('Sales Person', 'salesPerson'),
	text('Source', 'source'),
	// What has no field here.
	otherAttributesField('Detrack'),
]);
