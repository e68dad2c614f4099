const words = (text: string): readonly string[] => text.trim().split(/\s+/);

// In the order of the reference's example.
const REFERENCE = words(`
	id type primary_job_status open_to_marketplace marketplace_offer do_number attempt date
	start_date job_age job_release_time job_time time_window job_received_date tracking_number
	order_number job_type job_sequence job_fee address_lat address_lng address company_name
	address_1 address_2 address_3 postal_code city state country geocoded_lat geocoded_lng
	billing_address deliver_to_collect_from last_name phone_number sender_phone_number fax_number
	instructions assign_to notify_email webhook_url zone customer account_number job_owner
	invoice_number invoice_amount payment_mode payment_amount group_name vendor_name shipper_name
	source weight parcel_width parcel_length parcel_height cubic_meter boxes cartons pieces
	envelopes pallets bins trays bundles rolls number_of_shipping_labels attachment_url
	detrack_number status tracking_status reason last_reason received_by_sent_by note carrier
	pod_lat pod_lng pod_address address_tracked_at arrived_lat arrived_lng arrived_address
	arrived_at texted_at called_at serial_number signed_at photo_1_at photo_2_at photo_3_at
	photo_4_at photo_5_at signature_file_url photo_1_file_url photo_2_file_url photo_3_file_url
	photo_4_file_url photo_5_file_url actual_weight temperature hold_time payment_collected
	auto_reschedule actual_crates actual_pallets actual_utilization goods_service_rating
	driver_rating customer_feedback eta_time live_eta depot depot_contact department sales_person
	identification_number bank_prefix run_number pick_up_from pick_up_time pick_up_lat pick_up_lng
	pick_up_address pick_up_address_1 pick_up_address_2 pick_up_address_3 pick_up_city
	pick_up_state pick_up_country pick_up_postal_code pick_up_zone pick_up_assign_to
	pick_up_reason info_received_at pick_up_at scheduled_at at_warehouse_at out_for_delivery_at
	head_to_pick_up_at head_to_delivery_at cancelled_at pod_at pick_up_failed_count
	deliver_failed_count job_price insurance_price insurance_coverage total_price payer_type
	remarks items_count service_type warehouse_address destination_time_window door time_zone
	vehicle_type created_at items milestones
`);

// In the list of fields, but not in the example.
const LISTED = words(`
	group_id pod_time tracking_link photo_6_at photo_7_at photo_8_at photo_9_at photo_10_at
	photo_6_file_url photo_7_file_url photo_8_file_url photo_9_file_url photo_10_file_url
	recipient_sender_device_signature_file_url
`);

/** The keys of a job in the API's answers, in order. */
export const JOB_KEYS = [...REFERENCE, ...LISTED];
