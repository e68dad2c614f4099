import { RADARO_EVENTS } from '../../../../nodes/Radaro/event/events';
import { radaroPayloadSchema } from '../../../../nodes/Radaro/event/schema';
import { classifyBy } from '../../../../nodes/shared/event/eventCatalogue';
import { fixture } from '../../../support/fixtures';

function choicesOf(body: unknown): readonly string[] {
	return classifyBy(RADARO_EVENTS, radaroPayloadSchema.parse(body)).choices;
}

describe('which choices of the trigger each sample fulfils', () => {
	it.each([
		['01-job-created.json', ['jobCreated']],
		['02-job-status-assigned.json', ['jobAssigned', 'statusChanged']],
		['03-job-status-in-progress.json', ['jobInProgress', 'statusChanged']],
		['04-job-status-delivered.json', ['jobCompleted', 'statusChanged']],
		['05-job-customer-rated-second-delivered.json', ['customerRated']],
		['06-job-status-failed.json', ['jobFailed', 'statusChanged']],
		['07-job-changed-deliver-before.json', ['deliverBeforeChanged']],
		['08-job-completion-codes-accepted-failed.json', ['completionCodesAccepted']],
		['09-job-completion-codes-accepted-delivered.json', ['completionCodesAccepted']],
		['10-job-uploaded-confirmation-document.json', ['documentUploaded']],
		['11-checklist-job-checklist-confirmation.json', ['checklistSubmitted']],
		['12-changed-line-level-data.partial.json', ['itemsChanged']],
		['13-optimisation-completed.envelope-only.json', ['optimisationCompleted']],
	])('%s', (name, choices) => {
		expect(choicesOf(fixture(`radaro/${name}`))).toEqual(choices);
	});
});

describe('what the samples do not show', () => {
	const updated = { topic: 'job.status_changed', event_type: 'updated' };

	it.each([
		[
			'a review that repeats the status',
			{ new_values: { status: 'delivered', is_confirmed_by_customer: true } },
			['customerRated', 'statusChanged'],
		],
		[
			'a status without a choice of its own',
			{ new_values: { status: 'way_back' } },
			['statusChanged'],
		],
		['a status change that does not say to which', { new_values: null }, ['statusChanged']],
		['a driver assigned under the status topic', { new_values: { driver: 3 } }, ['jobChanged']],
		[
			'is_confirmed_by_customer false',
			{ new_values: { is_confirmed_by_customer: false } },
			['jobChanged'],
		],
		[
			'a change of description',
			{ topic: 'job.changed', new_values: { comment: 'x' } },
			['jobChanged'],
		],
		['a change that says nothing', { topic: 'job.changed', new_values: {} }, ['jobChanged']],
		[
			'status and deadline together',
			{ new_values: { status: 'assigned', deliver_before: '2025-06-20T17:00:00' } },
			['jobAssigned', 'statusChanged', 'deliverBeforeChanged'],
		],
		[
			'a created job that names its status',
			{ event_type: 'created', new_values: { status: 'assigned' } },
			['jobCreated'],
		],
		[
			'a delivery and its review in one',
			{
				old_values: { status: 'in_progress' },
				new_values: { status: 'delivered', is_confirmed_by_customer: true },
			},
			['jobCompleted', 'customerRated', 'statusChanged'],
		],
		[
			'status and driver together',
			{ new_values: { status: 'assigned', driver: 3 } },
			['jobAssigned', 'statusChanged', 'jobChanged'],
		],
		[
			'deadline and comment together',
			{ new_values: { deliver_before: '2025-06-20T17:00:00', comment: 'x' } },
			['deliverBeforeChanged', 'jobChanged'],
		],
		[
			'a created document',
			{ topic: 'job.uploaded_confirmation_document', event_type: 'created' },
			['documentUploaded'],
		],
		[
			'a created optimisation',
			{ topic: 'optimisation.completed', event_type: 'created' },
			['optimisationCompleted'],
		],
		[
			'a created checklist',
			{ topic: 'checklist.job_checklist_confirmation', event_type: 'created' },
			['checklistSubmitted'],
		],
		['something unknown that was created', { topic: 'job.note_added', event_type: 'created' }, []],
		['a comment alone', { new_values: { customer_comment: 'nice' } }, ['customerRated']],
		['a rating alone', { new_values: { rating: 4 } }, ['customerRated']],
		['a rating as text', { new_values: { rating: '9' } }, ['customerRated']],
		[
			'a rating and a comment',
			{ new_values: { rating: 10, customer_comment: 'Thanks' } },
			['customerRated'],
		],
		[
			'a rating beside a comment that is empty',
			{ topic: 'job.changed', new_values: { rating: 2, customer_comment: '' } },
			['customerRated'],
		],
		[
			'a whole review',
			{ new_values: { is_confirmed_by_customer: true, rating: 3, customer_comment: 'Late' } },
			['customerRated'],
		],
		[
			"a review in Python's spelling",
			{ new_values: { is_confirmed_by_customer: 'True' } },
			['customerRated'],
		],
		[
			'a comment that was taken back',
			{ new_values: { customer_comment: null }, old_values: { customer_comment: 'nice' } },
			['jobChanged'],
		],
		[
			'a rating that was taken back',
			{ new_values: { rating: null, customer_comment: ' ' } },
			['jobChanged'],
		],
		[
			'a created job that names no rating',
			{ event_type: 'created', new_values: { rating: null, customer_comment: '' } },
			['jobCreated'],
		],
		[
			'a created job with a comment',
			{ event_type: 'created', new_values: { customer_comment: 'x' } },
			['jobCreated'],
		],
		[
			'a delivery and its comment in one',
			{
				old_values: { status: 'in_progress' },
				new_values: { status: 'delivered', customer_comment: 'nice' },
			},
			['jobCompleted', 'customerRated', 'statusChanged'],
		],
		['a scan', { topic: 'job.barcode_scanned', new_values: null }, ['barcodesScanned']],
		[
			'a scan with what was scanned',
			{
				topic: 'job.barcodes_scanned',
				new_values: { barcodes: [{ code: 'X', scanned: true }] },
			},
			['barcodesScanned'],
		],
		['a scan in other words', { topic: 'job.scanned_barcodes' }, ['barcodesScanned']],
		['a scan that is of no job', { topic: 'barcode.scan', event_type: '' }, ['barcodesScanned']],
		['a scan in other spelling', { topic: 'Job.BarCodeScan' }, ['barcodesScanned']],
		[
			'a scan that was created',
			{ topic: 'job.bar_code.scans', event_type: 'created' },
			['barcodesScanned'],
		],
		[
			'a scan by its type',
			{ topic: 'job.changed', event_type: 'barcodes_scanned', new_values: { scans: 2 } },
			['barcodesScanned', 'jobChanged'],
		],
		[
			'changed barcodes',
			{ topic: 'job.changed', new_values: { barcodes: ['93001'] } },
			['barcodesScanned'],
		],
		[
			'changed barcodes under the status topic',
			{ new_values: { scannedBarcodes: { X: true } } },
			['barcodesScanned'],
		],
		[
			'barcodes together with the status',
			{ new_values: { status: 'picked_up', barcodes: ['X'] } },
			['jobPickedUp', 'statusChanged', 'barcodesScanned'],
		],
		[
			'barcodes together with a comment',
			{ topic: 'job.changed', new_values: { comment: 'x', barcodes: ['X'] } },
			['barcodesScanned', 'jobChanged'],
		],
		[
			'barcodes that are gone',
			{ topic: 'job.changed', new_values: { barcodes: [] } },
			['jobChanged'],
		],
		['barcodes that were printed', { topic: 'job.barcodes_printed', new_values: {} }, []],
		['something else that was scanned', { topic: 'job.passport_scanned', new_values: {} }, []],
		[
			'a created job with barcodes',
			{ event_type: 'created', new_values: { barcodes: ['X'] } },
			['jobCreated'],
		],
		[
			'a status in the words of the portal',
			{ new_values: { status: 'Completed' }, old_values: { status: 'In Progress' } },
			['jobCompleted', 'statusChanged'],
		],
		[
			'"Pick up" in the words of the portal',
			{ new_values: { status: 'Pick up' } },
			['jobPickup', 'statusChanged'],
		],
		[
			'keys that every object has',
			{
				topic: 'job.changed',
				new_values: JSON.parse('{"__proto__": 1, "constructor": 2, "toString": 3}') as object,
			},
			['jobChanged'],
		],
		['a deleted job by its topic', { topic: 'job.deleted', event_type: undefined }, ['jobDeleted']],
		['a deleted job by its type', { event_type: 'deleted' }, ['jobDeleted']],
		['a removed driver', { topic: 'job.driver_removed' }, []],
		['a removed document', { topic: 'job.removed_confirmation_document' }, []],
		['a deleted checklist', { topic: 'checklist.item', event_type: 'deleted' }, []],
		[
			'a document that was deleted',
			{ topic: 'job.uploaded_confirmation_document', event_type: 'deleted' },
			['documentUploaded'],
		],
		[
			'the status of a checklist',
			{ topic: 'checklist.job_checklist_confirmation', new_values: { status: 'failed' } },
			['checklistSubmitted'],
		],
		['an unknown topic', { topic: 'job.note_added', new_values: null }, []],
		['no topic at all', { topic: undefined, event_type: undefined }, []],
	])('%s', (_what, change, choices) => {
		expect(choicesOf({ ...updated, ...change })).toEqual(choices);
	});
});

it('never uses a value twice', () => {
	const values = RADARO_EVENTS.map(({ value }) => value);
	expect(new Set(values).size).toBe(values.length);
});
