import { z } from 'zod';

import type { Asked } from './scripted';

/**
 * What RoutiGo's published interface description allows, written from docs/vendors.md#routigo-webhooks
 * and, for the upload, from docs/vendors.md#routigo-upload.
 */
const words = z.record(z.string(), z.string());

const action = z
	.object({
		name: z.string().min(1),
		url: z.string().regex(/^https?:\/\//),
		headers: words.optional(),
		queryParameters: words.optional(),
		minutesToLive: z.number().int().optional(),
		secondsDelayBeforeRetry: z.number().int().optional(),
		supplierToFilterOn: z.string().optional(),
	})
	.strict();

const saveWebhookConfig = z
	.object({
		routigoEvent: z.enum([
			'TOUR_PLANNED',
			'TOUR_ASSIGNED',
			'TOUR_UNASSIGNED',
			'TOUR_STARTED',
			'TOUR_FINISHED',
			'STOP_ARRIVED',
			'STOP_DONE',
			'SHIPMENT_DONE',
			'ASSIGNMENT_ARRIVED',
			'ASSIGNMENT_DONE',
		]),
		routigoEventType: z.enum(['TOUR', 'STOP', 'SHIPMENT', 'ASSIGNMENT']),
		serviceCentres: z.array(z.string()).optional(),
		action,
	})
	.strict();

const duration = z.string().regex(/^PT(?=\d)(\d+H)?(\d+M)?(\d+S)?$/);

const addressInformation = z
	.object({
		name: z.string().optional(),
		streetName: z.string(),
		houseNumber: z.string(),
		houseNumberAddition: z.string().optional(),
		postcode: z.string(),
		cityName: z.string().optional(),
		countryCode: z.string().regex(/^[A-Z]{2}$/),
	})
	.strict();

const orders = z
	.array(
		z
			.object({
				identifier: z.string().min(1),
				scheduledDeliveryDate: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
				deliveryLocation: z
					.object({
						addressInformation,
						visitAfter: duration.optional(),
						visitBefore: duration.optional(),
					})
					.strict(),
				pickupLocation: z
					.object({ addressInformation: addressInformation.partial() })
					.strict()
					.optional(),
			})
			.strict(),
	)
	.min(1);

const nothing = z.undefined();

/** Each operation: method, path, allowed query parameters, and body. */
const OPERATIONS: Array<{ method: string; path: RegExp; query: string[]; body: z.ZodTypeAny }> = [
	{ method: 'GET', path: /^\/v2\/webhooks$/, query: ['event', 'type'], body: nothing },
	{ method: 'POST', path: /^\/v2\/webhooks$/, query: [], body: saveWebhookConfig },
	{ method: 'GET', path: /^\/v2\/webhooks\/[^/]+$/, query: [], body: nothing },
	{ method: 'PUT', path: /^\/v2\/webhooks\/[^/]+$/, query: [], body: saveWebhookConfig },
	{ method: 'DELETE', path: /^\/v2\/webhooks\/[^/]+$/, query: [], body: nothing },
	{ method: 'PUT', path: /^\/upload$/, query: [], body: orders },
];

/** What is wrong with a request to RoutiGo, as a sentence; `null` when nothing is. */
export function flawIn({ method, path, query, headers, body }: Asked): string | null {
	const operation = OPERATIONS.find((one) => one.method === method && one.path.test(path));
	if (operation === undefined) return `RoutiGo has no ${method} ${path}`;
	const extra = [...query.keys()].filter((name) => !operation.query.includes(name));
	if (extra.length > 0) return `${method} ${path} has no parameter ${extra.join()}`;
	const key = headers['x-api-key'];
	const bearer = /^Bearer \S+$/.test(headers.authorization ?? '');
	if ((typeof key === 'string' && key !== '') === bearer) {
		return 'A request carries an API key or a bearer token, and not both';
	}
	if (body !== undefined && !/^application\/json/.test(headers['content-type'] ?? '')) {
		return `A body came as ${headers['content-type']}`;
	}
	const checked = operation.body.safeParse(body);
	return checked.success ? null : `${method} ${path}: ${checked.error.message}`;
}
