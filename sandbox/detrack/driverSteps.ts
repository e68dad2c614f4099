import { Refusal } from '../core/refusal';
import { addPhoto, arrive, finish, sign } from './finish';
import { addMilestone, tell, turnJob } from './jobLife';
import type { Item, Job } from './model';
import { from, isUnderway, type StepOptions, type Steps } from './step';

const driver = (job: Job): string => job.fields.assign_to ?? '';

/** What a driver does in the app. */
export const DRIVER_STEPS: Steps = {
	headTo: {
		label: 'Heading there',
		possible: (job) => isUnderway(job) && !job.fields.head_to_delivery_at,
		run: (job, _options, service) => {
			if (service.settings.values.headToMarks) {
				const collection = job.fields.type === 'Collection';
				const code = collection ? 'head_to_pick_up' : 'head_to_delivery';
				const at = addMilestone(service, job, code, driver(job));
				job.fields.head_to_delivery_at = at;
				if (collection) job.fields.head_to_pick_up_at = at;
				job.fields.live_eta = new Date(Date.parse(at) + 30 * 60_000).toISOString();
			}
			return tell(service, job, ['head_to']);
		},
	},
	arrive: {
		label: 'Arrived',
		aside: true,
		possible: (job) => isUnderway(job) && !job.fields.arrived_at,
		run: (job, _options, service) => {
			arrive(job, service);
			if (service.settings.values.arrivedMilestone) {
				addMilestone(service, job, 'arrived', driver(job));
			}
			return tell(service, job, ['arrived']);
		},
	},
	complete: {
		label: 'Complete',
		possible: isUnderway,
		run: (job, options, service) =>
			turnJob(service, job, driver(job), () => {
				for (const item of job.items) accept(item);
				sign(job, options, service);
				finish(job, 'completed', { note: 'Left with reception.', ...options }, service);
			}),
	},
	partial: {
		label: 'Reject an item',
		possible: (job) => isUnderway(job) && job.items.length > 0,
		run: (job, options, service) => {
			const rejected = rejections(job, options);
			return turnJob(service, job, driver(job), () => {
				for (const item of job.items) accept(item);
				for (const { item, quantity, reason } of rejected) {
					item.actual_quantity = (item.quantity ?? quantity) - quantity;
					item.reject_quantity = quantity;
					item.reject_reason = reason;
					job.proofs[`item_${item.id}.jpg`] = { bytes: null };
				}
				sign(job, { photos: 0, ...options }, service);
				finish(job, 'completed_partial', options, service);
			});
		},
	},
	fail: {
		label: 'Fail',
		possible: isUnderway,
		run: (job, options, service) =>
			turnJob(service, job, driver(job), () => {
				for (let count = 1; count <= (options.photos ?? 0); count++) addPhoto(job, count, service);
				finish(job, 'failed', { reason: 'No Recipient', ...options }, service);
			}),
	},
	photo: {
		label: 'Add a photo',
		aside: true,
		possible: from('completed', 'completed_partial', 'failed'),
		run: (job, _options, service) => {
			const number = Array.from({ length: 10 }, (_, index) => index + 1).find(
				(each) => !(`photo_${each}.jpg` in job.proofs),
			);
			if (number === undefined) throw new Refusal(409, 'A job has at most ten photos.');
			addPhoto(job, number, service);
			return Promise.resolve([]);
		},
	},
};

function accept(item: Item): void {
	item.checked = true;
	item.actual_quantity = item.quantity;
}

function rejections(
	job: Job,
	{ rejected }: StepOptions,
): Array<{ item: Item; quantity: number; reason: string }> {
	const last = job.items.at(-1);
	if (!rejected && last)
		return [{ item: last, quantity: last.quantity ?? 1, reason: 'Goods Damaged' }];
	return (rejected ?? []).map(({ sku, quantity, reason }) => {
		const item = job.items.find((each) => each.sku === sku);
		if (!item) throw new Refusal(409, `The job has no item "${sku}".`);
		if (item.quantity !== null && quantity > item.quantity) {
			throw new Refusal(409, `Of "${sku}" at most ${item.quantity} can be rejected.`);
		}
		return { item, quantity, reason };
	});
}
