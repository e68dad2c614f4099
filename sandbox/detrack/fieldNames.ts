const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const TEXT = words(`
	type primary_job_status open_to_marketplace status job_time time_window tracking_number
	order_number job_type job_fee company_name address address_1 address_2 address_3 postal_code
	city state country billing_address deliver_to_collect_from last_name phone_number
	sender_phone_number fax_number instructions assign_to notify_email webhook_url zone customer
	account_number job_owner invoice_number invoice_amount payment_mode group_id group_name
	vendor_name source attachment_url carrier auto_reschedule depot depot_contact department
	sales_person identification_number bank_prefix run_number pick_up_from pick_up_time
	pick_up_address pick_up_address_1 pick_up_address_2 pick_up_address_3 pick_up_city
	pick_up_state pick_up_country pick_up_postal_code pick_up_zone insurance_coverage payer_type
	remarks service_type warehouse_address destination_time_window door time_zone vehicle_type
	do_number job_release_time eta_time pod_time marketplace_offer
`);
const DATES = words('date start_date job_received_date');
// Three of them are "string" in Detrack's list, but numbers in its answers.
const NUMBERS = words(`
	job_sequence address_lat address_lng pick_up_lat pick_up_lng payment_amount cubic_meter
	job_price insurance_price total_price weight parcel_width parcel_length parcel_height boxes
	cartons pieces envelopes pallets bins trays bundles rolls number_of_shipping_labels
`);

/** How a field may be written. */
export type Kind = 'text' | 'date' | 'number';

/** The fields that clients may write, apart from `items`. */
export const WRITABLE: ReadonlyMap<string, Kind> = new Map([
	...TEXT.map((name) => [name, 'text'] as const),
	...DATES.map((name) => [name, 'date'] as const),
	...NUMBERS.map((name) => [name, 'number'] as const),
]);

/** Sent back with changes by many clients, and left alone by Detrack. */
export const READ_ONLY: ReadonlySet<string> = new Set(
	words(`
		id job_age detrack_number tracking_status shipper_name reason last_reason received_by_sent_by
		note live_eta pod_lat pod_lng pod_address cancelled_at pick_up_failed_count
		deliver_failed_count pick_up_assign_to pick_up_reason serial_number actual_weight temperature
		hold_time payment_collected actual_crates actual_pallets actual_utilization attempt
		goods_service_rating driver_rating customer_feedback items_count tracking_link created_at
		arrived_lat arrived_lng arrived_address geocoded_lat geocoded_lng milestones
	`),
);

/** Times and addresses of files are never written by clients. */
export function isReadOnly(name: string): boolean {
	return READ_ONLY.has(name) || /_(at|file_url)$/.test(name);
}

export const ITEM_TEXT = words(`
	sku description purchase_order_number batch_number expiry_date comments unit_of_measure
	unload_time_estimate unload_time_actual follow_up_reason rework_reason reject_reason
`);
export const ITEM_NUMBERS = words(`
	quantity actual_quantity inbound_quantity follow_up_quantity rework_quantity reject_quantity
	weight
`);

/** An item's keys in the order of Detrack's reference. */
export const ITEM_KEYS = words(`
	id sku purchase_order_number batch_number expiry_date description comments quantity
	unit_of_measure checked actual_quantity inbound_quantity unload_time_estimate
	unload_time_actual follow_up_quantity follow_up_reason rework_quantity rework_reason
	reject_quantity reject_reason weight serial_numbers photo_url
`);
