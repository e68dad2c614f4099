import { emptyEvent, type Expected } from '../../../support/emptyEvent';

/** Of an event without a job nothing else is known. */
const nothing: Expected = { ...emptyEvent, provider: 'radaro' };

/** The job of all samples, written out by hand from the first of them. */
const job: Expected = {
	...nothing,
	jobId: '61204877',
	reference: 'SO-100482',
	orderNumber: 'INV-77315',
	trackingUrl:
		'https://account.radaro.com.au/public-report/Njg4/5b0f4b1e-0c0f-4a63-9d0a-6f7f6d1f2c11?domain=api-2.radaro.com.au&cluster_number=s2',
	jobType: 'delivery',
	recipientName: 'Tom Okafor',
	recipientPhone: '+61390003344',
	recipientEmail: 'tom.okafor@example.com',
	address: 'Unit 5, rear entrance, 14 Banksia St, Geelong VIC 3220, Australia',
	latitude: -38.14712,
	longitude: 144.36041,
	driverId: '3391054',
	windowTo: '2025-06-18T16:30:00.000000+10:00',
	providerEvent: 'job.status_changed',
	account: '688',
};

const delivered: Partial<Expected> = {
	status: 'delivered',
	outcome: 'success',
	isFinal: true,
	providerStatus: 'delivered',
	proofAt: '2025-06-18T10:13:55.667201+10:00',
	signatureUrl: 'https://files.example.com/radaro/signature-61204877.png',
	note: 'Left with reception',
};

/** What each sample must become, by file name. */
export const EXPECTED_EVENTS: Record<string, Expected> = {
	'01-job-created.json': {
		...job,
		event: 'job_created',
		status: 'created',
		occurredAt: '2025-06-17T09:05:41.204118+10:00',
		driverId: null,
		providerStatus: 'not_assigned',
	},
	'02-job-status-assigned.json': {
		...job,
		event: 'status_changed',
		status: 'assigned',
		previousStatus: 'created',
		occurredAt: '2025-06-17T11:20:03.551902+10:00',
		changedFields: ['status'],
		providerStatus: 'assigned',
	},
	'03-job-status-in-progress.json': {
		...job,
		event: 'status_changed',
		status: 'out_for_delivery',
		previousStatus: 'assigned',
		occurredAt: '2025-06-18T08:42:17.090344+10:00',
		changedFields: ['status'],
		providerStatus: 'in_progress',
	},
	'04-job-status-delivered.json': {
		...job,
		...delivered,
		event: 'status_changed',
		previousStatus: 'out_for_delivery',
		occurredAt: '2025-06-18T10:13:55.667201+10:00',
		changedFields: ['status'],
	},
	'05-job-customer-rated-second-delivered.json': {
		...job,
		...delivered,
		event: 'rating_received',
		occurredAt: '2025-06-18T19:47:30.118876+10:00',
		rating: 9,
		customerComment: 'Driver was early, thanks',
		changedFields: ['is_confirmed_by_customer'],
	},
	'06-job-status-failed.json': {
		...job,
		event: 'status_changed',
		status: 'attempt_failed',
		previousStatus: 'out_for_delivery',
		outcome: 'failure',
		occurredAt: '2025-06-18T12:01:09.402755+10:00',
		changedFields: ['status'],
		providerStatus: 'failed',
	},
	'07-job-changed-deliver-before.json': {
		...job,
		event: 'job_updated',
		status: 'assigned',
		occurredAt: '2025-06-17T13:31:22.870019+10:00',
		postCode: '3220',
		windowTo: '2025-06-20T17:00:00.000000+10:00',
		changedFields: ['deliver_before'],
		providerEvent: 'job.changed',
		providerStatus: 'assigned',
	},
	'08-job-completion-codes-accepted-failed.json': {
		...job,
		event: 'job_updated',
		status: 'attempt_failed',
		outcome: 'failure',
		occurredAt: '2025-06-18T12:01:10.015630+10:00',
		note: 'No answer at the door',
		reason: 'Customer not home',
		providerEvent: 'job.completion_codes_accepted',
		providerStatus: 'failed',
	},
	'09-job-completion-codes-accepted-delivered.json': {
		...job,
		...delivered,
		event: 'job_updated',
		occurredAt: '2025-06-18T10:13:56.401277+10:00',
		note: 'Left in a safe place, Photo taken; Left with reception; Behind the planter box',
		providerEvent: 'job.completion_codes_accepted',
	},
	'10-job-uploaded-confirmation-document.json': {
		...job,
		...delivered,
		event: 'proof_added',
		occurredAt: '2025-06-18T10:16:02.733491+10:00',
		providerEvent: 'job.uploaded_confirmation_document',
	},
	'11-checklist-job-checklist-confirmation.json': {
		...job,
		event: 'checklist_submitted',
		status: 'assigned',
		occurredAt: '2025-06-18T08:40:55.290187+10:00',
		providerEvent: 'checklist.job_checklist_confirmation',
		providerStatus: 'assigned',
	},
	'12-changed-line-level-data.partial.json': {
		...nothing,
		event: 'items_changed',
		items: [
			{
				sku: 'CHAIR-OAK-02',
				description: 'Oak dining chair, pair',
				quantity: null,
				rejectedQuantity: null,
				reason: null,
			},
			{
				sku: 'LAMP-BRS-11',
				description: 'Brass floor lamp',
				quantity: null,
				rejectedQuantity: null,
				reason: null,
			},
		],
		itemCount: 2,
		changedFields: ['cargoes'],
	},
	'13-optimisation-completed.envelope-only.json': {
		...nothing,
		event: 'route_optimised',
		providerEvent: 'optimisation.completed',
	},
};
