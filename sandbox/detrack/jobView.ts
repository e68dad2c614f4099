import type { Json } from '../core/json';
import { ITEM_KEYS } from './fieldNames';
import { fileUrl } from './fileUrls';
import { JOB_KEYS } from './jobKeys';
import type { Job } from './model';
import { picked, valuesOf } from './values';
import type { View } from './view';

/** A job as the API answers it. */
export function jobView(job: Job, view: View): Record<string, Json> {
	const values = { ...valuesOf(job, view), items: itemViews(job, view) };
	return picked(values, JOB_KEYS, (utc) => utc);
}

/** The items, with all keys in order. */
export function itemViews(job: Job, view: View): Json[] {
	return job.items.map((item) => {
		const shown = Object.fromEntries(ITEM_KEYS.map((key) => [key, item[key] ?? null]));
		const photo = `item_${item.id}.jpg`;
		if (photo in job.proofs) shown.photo_url = fileUrl(job, photo, view);
		return shown;
	});
}
