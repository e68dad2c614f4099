import * as events from './events';
import { acceptCodes, changeDeliverBefore, changeItems, removeJob } from './jobChanges';
import { FINISHED, from, onTheWayBack, type Steps, touch, UNDERWAY } from './step';

const RATINGS = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];

/** Steps that leave the status as it is. */
export const OTHER_STEPS: Steps = {
	rate: {
		label: 'Rate',
		choice: { field: 'rating', label: 'Rating', values: RATINGS, usual: 9 },
		possible: (job) => from('delivered', 'confirmed')(job) && !job.info.is_confirmed_by_customer,
		run: (job, { rating = 9, comment = commentFor(rating) }, context) => {
			touch(job, context);
			Object.assign(job.info, {
				rating,
				customer_comment: comment,
				is_confirmed_by_customer: true,
			});
			// The status stays: this is the second event whose snapshot says "delivered".
			return events.updated(job, 'rated by customer', {
				newValues: { is_confirmed_by_customer: true },
				oldValues: { is_confirmed_by_customer: false },
			});
		},
	},
	codes: {
		label: 'Completion codes',
		aside: true,
		possible: from(...FINISHED),
		run: acceptCodes,
	},
	document: {
		label: 'Upload document',
		aside: true,
		possible: from('in_progress', ...FINISHED),
		run: (job, _options, context) => {
			touch(job, context);
			return events.updated(job, 'document uploaded', {
				topic: 'job.uploaded_confirmation_document',
			});
		},
	},
	checklist: {
		label: 'Checklist',
		aside: true,
		possible: from(...UNDERWAY),
		run: (job, { answers = [true, false] }, context) => {
			touch(job, context);
			return events.checklistSubmitted(job, answers);
		},
	},
	deliverBefore: {
		label: 'Later deadline',
		aside: true,
		possible: (job) => !from(...FINISHED)(job),
		run: changeDeliverBefore,
	},
	items: {
		label: 'Change items',
		aside: true,
		// By a manager; drivers may do it only while picked up or in progress.
		possible: (job) => !from(...FINISHED)(job) && !onTheWayBack(job),
		run: changeItems,
	},
	scan: {
		label: 'Scan barcodes',
		aside: true,
		possible: from(...UNDERWAY),
		run: (job, { barcodes = [`93${job.info.order_id}`] }, context) => {
			touch(job, context);
			return events.barcodesScanned(job, barcodes, context.settings);
		},
	},
	optimisation: {
		label: 'Optimise route',
		aside: true,
		possible: from(...UNDERWAY),
		run: () => events.optimisationCompleted(),
	},
	repeat: {
		label: 'Send again',
		aside: true,
		possible: (job) => job.lastEvent !== null,
		run: ({ lastEvent }) => lastEvent,
	},
	delete: {
		label: 'Delete',
		aside: true,
		possible: () => true,
		run: (job, _options, context) => removeJob(job, context),
	},
};

function commentFor(rating: number): string {
	return rating > 6 ? 'Driver was early, thanks' : 'Driver was late, and did not ring';
}
