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
	text('Auto Reschedule', 'autoReschedule'),
	text('Billing Address', 'billingAddress'),
	number('Bins', 'bins'),
	number('Boxes', 'boxes'),
	number('Bundles', 'bundles'),
	text('Carrier', 'carrier'),
	number('Cartons', 'cartons'),
	text('City', 'city'),
	text('Company Name', 'companyName'),
	text('Contact Name', 'deliverToCollectFrom', {
		placeholder: 'e.g. Priya Natarajan',
		description: 'Who gets the delivery, or hands over the collection',
	}),
	text('Country', 'country'),
	number('Cubic Meter', 'cubicMeter'),
	text('Customer', 'customer'),
	text('Department', 'department'),
	text('Depot', 'depot'),
	text('Depot Contact', 'depotContact'),
	text('Destination Time Window', 'destinationTimeWindow'),
	text('Door', 'door'),
	number('Envelopes', 'envelopes'),
	text('ETA Time', 'etaTime', { placeholder: 'e.g. 14:30' }),
	text('Fax Number', 'faxNumber'),
	text('Group ID', 'groupId'),
	text('Group Name', 'groupName'),
	text('Instructions', 'instructions', {
		typeOptions: { rows: 2 },
		description: 'What the driver should know',
	}),
	number('Insurance Price', 'insurancePrice'),
	text('Invoice Amount', 'invoiceAmount'),
	text('Invoice Number', 'invoiceNumber'),
	itemsField,
	json('Items (JSON)', 'itemsJson', {
		default: '',
		description: "The items as a JSON list, by Detrack's own names. They join those under Items.",
	}),
	text('Job Fee', 'jobFee'),
	text('Job Owner', 'jobOwner'),
	number('Job Price', 'jobPrice'),
	date('Job Received Date', 'jobReceivedDate'),
	text('Job Release Time', 'jobReleaseTime', { placeholder: 'e.g. 09:00 AM' }),
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
	number('Number of Shipping Labels', 'numberOfShippingLabels'),
	text('Order Number', 'orderNumber'),
	otherAttributesField('Detrack'),
	number('Pallets', 'pallets'),
	number('Parcel Height', 'parcelHeight'),
	number('Parcel Length', 'parcelLength'),
	number('Parcel Width', 'parcelWidth'),
	text('Payer Type', 'payerType'),
	number('Payment Amount', 'paymentAmount'),
	text('Payment Mode', 'paymentMode'),
	text('Phone Number', 'phoneNumber', { placeholder: 'e.g. +61400555012' }),
	text('Pick-Up Address', 'pickUpAddress'),
	text('Pick-Up Address Line 1', 'pickUpAddress1'),
	text('Pick-Up Address Line 2', 'pickUpAddress2'),
	text('Pick-Up Address Line 3', 'pickUpAddress3'),
	text('Pick-Up City', 'pickUpCity'),
	text('Pick-Up Country', 'pickUpCountry'),
	text('Pick-Up From', 'pickUpFrom'),
	text('Pick-Up Latitude', 'pickUpLat'),
	text('Pick-Up Longitude', 'pickUpLng'),
	text('Pick-Up Postal Code', 'pickUpPostalCode'),
	text('Pick-Up State', 'pickUpState'),
	text('Pick-Up Time', 'pickUpTime'),
	text('Pick-Up Zone', 'pickUpZone'),
	number('Pieces', 'pieces'),
	text('POD Time', 'podTime', {
		placeholder: 'e.g. 13:30',
		description: 'When the job was done. Needed to close a job by hand.',
	}),
	text('Postal Code', 'postalCode'),
	options('Primary Job Status', 'primaryJobStatus', {
		options: STATUS_OPTIONS,
		default: 'dispatched',
		description: "Detrack's attribute primary_job_status, which it does not explain",
	}),
	text('Remarks', 'remarks'),
	number('Rolls', 'rolls'),
	text('Run Number', 'runNumber'),
	text('Sales Person', 'salesPerson'),
	text('Sender Phone Number', 'senderPhoneNumber'),
	text('Service Type', 'serviceType'),
	text('Source', 'source'),
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
	text('Time Zone', 'timeZone'),
	number('Total Price', 'totalPrice'),
	text('Tracking Number', 'trackingNumber'),
	number('Trays', 'trays'),
	text('Vehicle Type', 'vehicleType'),
	text('Vendor Name', 'vendorName'),
	text('Warehouse Address', 'warehouseAddress'),
	text('Webhook URL', 'webhookUrl', {
		description: 'An address for the notifications of this job alone',
	}),
	number('Weight', 'weight'),
	text('Zone', 'zone'),
]);
