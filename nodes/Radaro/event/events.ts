import type { Catalogue } from '../../shared/event/eventCatalogue';
import {
	changesStatusTo,
	hasTopic,
	isBarcodeScan,
	isCreation,
	isDeadlineChange,
	isDeletion,
	isItemsChange,
	isOtherChange,
	isReview,
	isStatusChange,
} from './changes';
import type { RadaroPayload } from './schema';

/**
 * The only list of Radaro's events. The first entry that fits a payload names its delivery event;
 * a payload may fulfil several, as a completed job is also a changed status.
 */
export const RADARO_EVENTS: Catalogue<RadaroPayload> = [
	{
		value: 'jobDeleted',
		name: 'Job Deleted',
		description: 'A job was deleted',
		event: 'job_deleted',
		fits: isDeletion,
	},
	{
		value: 'jobCreated',
		name: 'Job Created',
		description: 'A job was created, by API or by hand',
		event: 'job_created',
		fits: isCreation,
	},
	{
		value: 'jobCompleted',
		name: 'Job Completed',
		description: 'The driver completed a job: Radaro\'s status "Completed" (delivered)',
		event: 'status_changed',
		fits: changesStatusTo('delivered'),
	},
	{
		value: 'jobFailed',
		name: 'Job Failed',
		description: 'The driver could not complete a job: status "Failed"',
		event: 'status_changed',
		fits: changesStatusTo('failed'),
	},
	{
		value: 'jobAssigned',
		name: 'Job Assigned',
		description: 'A driver was assigned: status "Assigned"',
		event: 'status_changed',
		fits: changesStatusTo('assigned'),
	},
	{
		value: 'jobPickup',
		name: 'Job Going to Pick Up',
		description: 'The driver is on the way to the goods: status "Pick up"',
		event: 'status_changed',
		fits: changesStatusTo('pickup'),
	},
	{
		value: 'jobPickedUp',
		name: 'Job Picked Up',
		description: 'The driver has the goods: status "Picked up"',
		event: 'status_changed',
		fits: changesStatusTo('picked_up'),
	},
	{
		value: 'jobInProgress',
		name: 'Job in Progress',
		description: 'The driver is on the way: status "In Progress"',
		event: 'status_changed',
		fits: changesStatusTo('in_progress'),
	},
	{
		value: 'jobConfirmed',
		name: 'Job Confirmed',
		description: 'A job was confirmed: status "Confirmed"',
		event: 'status_changed',
		fits: changesStatusTo('confirmed'),
	},
	{
		value: 'customerRated',
		name: 'Customer Rated',
		description: 'The customer left a rating, a comment or both after the delivery',
		event: 'rating_received',
		fits: isReview,
	},
	{
		value: 'statusChanged',
		name: 'Status Changed',
		description: 'A job changed to any status, also to one that is not in this list',
		event: 'status_changed',
		fits: isStatusChange,
	},
	{
		value: 'itemsChanged',
		name: 'Items Changed',
		description: 'The items inside a job changed (line-level data)',
		event: 'items_changed',
		fits: isItemsChange,
	},
	{
		value: 'barcodesScanned',
		name: 'Barcodes Scanned',
		description: 'A driver scanned barcodes of a job',
		event: 'job_updated',
		fits: isBarcodeScan,
	},
	{
		value: 'deliverBeforeChanged',
		name: 'Latest Delivery Time Changed',
		description: 'The latest delivery time of a job changed',
		event: 'job_updated',
		fits: isDeadlineChange,
	},
	{
		value: 'jobChanged',
		name: 'Other Job Change',
		description: 'Something else about a job changed, such as its driver or description',
		event: 'job_updated',
		fits: isOtherChange,
	},
	{
		value: 'completionCodesAccepted',
		name: 'Completion Codes Accepted',
		description: 'The driver chose completion codes for a completed or failed job',
		event: 'job_updated',
		fits: hasTopic('job.completion_codes_accepted'),
	},
	{
		value: 'documentUploaded',
		name: 'Confirmation Document Uploaded',
		description: 'A confirmation document was uploaded for a job',
		event: 'proof_added',
		fits: hasTopic('job.uploaded_confirmation_document'),
	},
	{
		value: 'checklistSubmitted',
		name: 'Checklist Submitted',
		description: 'A driver submitted a job checklist',
		event: 'checklist_submitted',
		fits: hasTopic('checklist.job_checklist_confirmation'),
	},
	{
		value: 'optimisationCompleted',
		name: 'Optimisation Completed',
		description: 'A route optimisation was completed',
		event: 'route_optimised',
		fits: hasTopic('optimisation.completed'),
	},
];
