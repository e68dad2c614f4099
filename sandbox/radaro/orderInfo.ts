import { MANAGER, MERCHANT_ID } from './defaults';
import type { Job, RadaroLocation } from './model';

/**
 * The full snapshot of a job, keys and their order as in Radaro's examples.
 *
 * @param zoned with `delivery_zone` and the two address keys that come with it
 */
export function orderInfo(job: Job, zoned = job.zoned): Record<string, unknown> {
	const { info } = job;
	return {
		external_id: info.external_id,
		deliver_after: info.deliver_after,
		deliver_before: info.deliver_before,
		delivery_interval: info.delivery_interval,
		manager: MANAGER,
		customer: info.customer,
		deliver_address: location(info.deliver_address, zoned),
		...(zoned ? { delivery_zone: info.delivery_zone } : {}),
		deliver_address_2: info.deliver_address_2,
		pickup_address: info.pickup_address && location(info.pickup_address, false),
		pickup_address_2: info.pickup_address_2,
		pickup: info.pickup,
		pickup_after: info.pickup_after,
		pickup_before: info.pickup_before,
		confirmation_signature: info.confirmation_signature,
		geofence_entered_at: info.geofence_entered_at,
		geofence_exited_at: info.geofence_exited_at,
		title: info.title,
		title_2: info.title_2,
		title_3: info.title_3,
		comment: info.comment,
		started_at: info.started_at,
		picked_up_at: info.picked_up_at,
		// Neither type nor unit of these two and of `duration` is documented.
		pick_up_distance: null,
		order_distance: null,
		status: info.status,
		order_id: info.order_id,
		starting_point: info.starting_point,
		confirmation_comment: info.confirmation_comment,
		updated_at: info.updated_at,
		created_at: info.created_at,
		rating: info.rating,
		customer_comment: info.customer_comment,
		pending_comment: info.pending_comment,
		customer_review_opt_in: info.customer_review_opt_in,
		duration: null,
		deadline_passed: deadlinePassed(job),
		driver: info.driver,
		merchant: MERCHANT_ID,
		sub_branding: info.sub_branding,
		completed_at: info.completed_at,
		completion_codes: info.completion_codes,
		is_confirmed_by_customer: info.is_confirmed_by_customer,
		public_report_link: info.public_report_link,
		...(info.error_comment === null ? {} : { error_comment: info.error_comment }),
		...(info.completion_comment === null ? {} : { completion_comment: info.completion_comment }),
	};
}

function location(place: RadaroLocation, zoned: boolean): Record<string, unknown> {
	const { id, address, raw_address, location: coordinates, description } = place;
	const before = { id, address, raw_address, location: coordinates };
	if (!zoned) return { ...before, description };
	const { post_code, secondary_address } = place;
	return { ...before, post_code, description, secondary_address };
}

function deadlinePassed({ info }: Job): boolean {
	if (info.deliver_before === null) return false;
	const reached = info.completed_at ?? info.updated_at;
	return Date.parse(reached) > Date.parse(info.deliver_before);
}
