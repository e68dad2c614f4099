import {
	isRecord,
	joinTexts,
	numberOrNull,
	recordsIn,
	textOrNull,
} from '../../shared/basic/values';
import type { DeliveryEvent, DeliveryItem } from '../../shared/event/deliveryEvent';
import type { RadaroJob } from './schema';

/** The parts of a job that are lists, most of them documented only in part. */

/** The names of the completion codes as one text, such as "Customer not home". */
export function completionNames(codes: unknown): string | null {
	return joinTexts(
		recordsIn(codes).map((code) => code.name),
		', ',
	);
}

/** Line-level data as items. How many pieces a line has is documented only after a bulk scan. */
export function itemsOf(cargoes: unknown): Pick<DeliveryEvent, 'items' | 'itemCount'> {
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
		reason: reasonOf(line.delivered_reason) ?? reasonOf(line.picked_up_reason),
	};
}

/** `codes` holds texts or named objects: Radaro's page shows the list, not its members. */
function reasonOf(reason: unknown): string | null {
	if (!isRecord(reason) || !Array.isArray(reason.codes) || reason.codes.length === 0) return null;
	const codes: unknown[] = reason.codes;
	return joinTexts(
		codes.map((code) => (isRecord(code) ? code.name : code)),
		', ',
	);
}

/** Addresses of photos and documents, as texts or inside objects, from every key named like them. */
export function photoUrlsOf(job: RadaroJob): string[] {
	const urls = new Set<string>();
	for (const key of Object.keys(job)) {
		if (!key.endsWith('confirmation_photos') && !key.endsWith('confirmation_documents')) continue;
		const list: unknown[] = Array.isArray(job[key]) ? job[key] : [];
		for (const entry of list) {
			const values: unknown[] = isRecord(entry) ? Object.values(entry) : [entry];
			for (const value of values) if (isWebAddress(value)) urls.add(value);
		}
	}
	return [...urls];
}

function isWebAddress(value: unknown): value is string {
	return typeof value === 'string' && (value.startsWith('https:') || value.startsWith('http:'));
}
