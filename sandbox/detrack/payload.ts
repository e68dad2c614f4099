import type { Json } from '../core/json';
import { zoned } from '../core/zones';
import { itemViews } from './jobView';
import { type Job, type Status, textOf } from './model';
import { PAYLOAD_KEYS } from './payloadKeys';
import { picked, valuesOf } from './values';
import type { View } from './view';

// From the map in a sample of Detrack's own; only two of them are in its articles.
const LABELS: Readonly<Record<Status, string>> = {
	info_recv: 'Info Received',
	in_transit: 'In Transit',
	dispatched: 'In Progress',
	completed: 'Delivered',
	completed_partial: 'Partially Delivered',
	failed: 'Not Delivered',
	on_hold: 'On Hold',
	return: 'Return',
};

/** What a notification tells of a job. */
export function payloadOf(
	version: '1' | '2',
	job: Job,
	view: View,
	deleted = false,
): Record<string, Json> {
	const body = version === '1' ? versionOne(job, view) : versionTwo(job, view);
	if (!deleted || view.settings.deletedBody === 'lastState') return body;
	const kept = version === '1' ? ['date', 'do'] : ['id', 'type', 'do_number', 'date'];
	return Object.fromEntries(kept.map((key) => [key, body[key] ?? null]));
}

function versionTwo(job: Job, view: View): Record<string, Json> {
	const { timeZone } = view.settings;
	const values = valuesOf(job, view);
	// Here an unset carrier is an empty text, in the API's answers it is null.
	const all = { ...values, carrier: values.carrier ?? '', items: itemViews(job, view) };
	return picked(all, PAYLOAD_KEYS, (utc) => zoned(new Date(utc), timeZone));
}

function versionOne(job: Job, view: View): Record<string, Json> {
	const { fields, items, proofs } = job;
	const { timeZone, v1Collection, v1Labels } = view.settings;
	const text = (field: string): string => textOf(job, field) ?? '';
	const image = Object.keys(proofs).some((file) => /^(signature|photo)/.test(file));
	const other = fields.type === 'Collection' && v1Collection === 'collection';
	const podAt = textOf(job, 'pod_at');
	const photo = `${view.origin}/detrack/deliveries/photo/${job.id}.jpg`;
	return {
		date: fields.date,
		address: fields.address,
		[other ? 'collection_time' : 'delivery_time']: text('time_window') || text('job_time'),
		[other ? 'collect_from' : 'deliver_to']: text('deliver_to_collect_from'),
		phone: text('phone_number'),
		notify_email: text('notify_email'),
		notify_url: text('webhook_url'),
		assign_to: text('assign_to'),
		instructions: text('instructions'),
		zone: text('zone'),
		reason: text('reason'),
		note: text('note'),
		[other ? 'sent_by' : 'received_by']: text('received_by_sent_by'),
		image: image ? 1 : 0,
		view_image_url: image ? photo : '',
		do: fields.do_number,
		status: v1Labels[fields.status] ?? LABELS[fields.status],
		time: podAt === null ? '' : zoned(new Date(podAt), timeZone).replace(/\.\d+/, ''),
		pod_lat: coordinate(text('pod_lat')),
		pod_lng: coordinate(text('pod_lng')),
		pod_address: text('pod_address'),
		items: items.map((item) => ({
			sku: item.sku ?? '',
			desc: item.description ?? '',
			qty: item.quantity ?? 0,
			reject: item.reject_quantity,
			reason: item.reject_reason ?? '',
		})),
	};
}

function coordinate(text: string): number | string {
	return text === '' ? '' : Number(text);
}
