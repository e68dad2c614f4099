import {
	coordinatesOf,
	idOrNull,
	isRecord,
	joinTexts,
	keysOf,
	numberOrNull,
	recordsIn,
	textOrNull,
	webUrlOrNull,
} from '../../shared/basic/values';
import type { DeliveryItem } from '../../shared/event/deliveryEvent';
import type { KnownColumns } from '../../shared/event/deliveryRow';
import type { RadaroJob } from './schema';
import { codeOf, statusOf } from './statuses';

/**
 * What each column of a job is made from (docs/radaro.md#columns). Columns that are not here are an
 * event's own, or always empty.
 *
 * @param job `null` for an event that is of no job
 * @param changed what an event says has changed, which counts before what stands in the job
 */
export function columnsOf(
	job: RadaroJob | null,
	changed: Record<string, unknown> = {},
): KnownColumns {
	const providerStatus = textOrNull(changed.status) ?? textOrNull(job?.status);
	const { items, itemCount } = itemsOf(changed.cargoes ?? job?.cargoes);
	if (job === null) return { items, itemCount, providerStatus };
	const customer = keysOf(job.customer);
	const address = keysOf(job.deliver_address);
	const { latitude, longitude } = coordinatesOf(address.location);
	return {
		jobId: idOrNull(job.order_id),
		reference: idOrNull(job.external_id),
		orderNumber: idOrNull(job.title),
		trackingUrl: webUrlOrNull(job.public_report_link),
		jobType: 'delivery',
		recipientName: textOrNull(customer.name),
		recipientPhone: idOrNull(customer.phone),
		recipientEmail: textOrNull(customer.email),
		// The row puts commas between lines, and not where a line ends with one.
		address: joinTexts([job.deliver_address_2, address.address], '\n'),
		postCode: idOrNull(address.post_code),
		latitude,
		longitude,
		driverId: idOrNull(job.driver),
		windowFrom: textOrNull(job.deliver_after),
		windowTo: textOrNull(job.deliver_before),
		proofAt: statusOf(providerStatus) === 'delivered' ? textOrNull(job.completed_at) : null,
		signatureUrl: webUrlOrNull(job.confirmation_signature),
		photoUrls: photoUrlsOf(job),
		note: noteOf(job, providerStatus),
		reason: reasonOf(job, providerStatus),
		rating: numberOrNull(changed.rating) ?? numberOrNull(job.rating),
		customerComment: textOrNull(changed.customer_comment) ?? textOrNull(job.customer_comment),
		items,
		itemCount,
		providerStatus,
		account: idOrNull(job.merchant),
	};
}

/** What the driver chose and wrote. The completion codes of a failed job are its reason instead. */
function noteOf(job: RadaroJob, providerStatus: string | null): string | null {
	const codes = codeOf(providerStatus) === 'failed' ? null : completionNames(job.completion_codes);
	return joinTexts(
		[codes, job.confirmation_comment, job.completion_comment, job.error_comment],
		'; ',
	);
}

function reasonOf(job: RadaroJob, providerStatus: string | null): string | null {
	const code = codeOf(providerStatus);
	if (code === 'failed') {
		return completionNames(job.completion_codes) ?? textOrNull(job.error_comment);
	}
	return code === 'pending' ? textOrNull(job.pending_comment) : null;
}

/** The names of the completion codes as one text, such as "Customer not home". */
function completionNames(codes: unknown): string | null {
	return joinTexts(
		recordsIn(codes).map((code) => code.name),
		', ',
	);
}

/** Line-level data as items. How many pieces a line has is documented only after a bulk scan. */
function itemsOf(cargoes: unknown): Pick<KnownColumns, 'items' | 'itemCount'> {
	const lines = isRecord(cargoes) ? cargoes.line_level_data : undefined;
	if (!Array.isArray(lines)) return { items: [], itemCount: null };
	const items = recordsIn(lines).map(itemOf);
	return { items, itemCount: items.length };
}

function itemOf(line: Record<string, unknown>): DeliveryItem {
	return {
		sku: textOrNull(line.code),
		description: textOrNull(line.description),
		quantity:
			numberOrNull(line.bulk_quantity_delivered) ?? numberOrNull(line.bulk_quantity_picked_up),
		rejectedQuantity: null,
		reason: lineReasonOf(line.delivered_reason) ?? lineReasonOf(line.picked_up_reason),
	};
}

/** `codes` holds texts or named objects: Radaro's page shows the list, not its members. */
function lineReasonOf(reason: unknown): string | null {
	if (!isRecord(reason) || !Array.isArray(reason.codes) || reason.codes.length === 0) return null;
	const codes: unknown[] = reason.codes;
	return joinTexts(
		codes.map((code) => (isRecord(code) ? code.name : code)),
		', ',
	);
}

/** URLs of photos and documents, as texts or inside objects, from every key named like them. */
function photoUrlsOf(job: RadaroJob): string[] {
	const urls = new Set<string | null>();
	for (const key of Object.keys(job)) {
		if (!key.endsWith('confirmation_photos') && !key.endsWith('confirmation_documents')) continue;
		const list: unknown[] = Array.isArray(job[key]) ? job[key] : [];
		for (const entry of list) {
			const values: unknown[] = isRecord(entry) ? Object.values(entry) : [entry];
			for (const value of values) urls.add(webUrlOrNull(value));
		}
	}
	return [...urls].filter((url) => url !== null);
}
