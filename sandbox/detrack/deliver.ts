import type { Delivery } from '../core/delivery';
import type { Json } from '../core/json';
import { NO_RETRY } from '../core/retryRule';
import { type Job, type Sent, textOf } from './model';
import { payloadOf } from './payload';
import type { DetrackService } from './service';
import type { Trigger } from './triggers';
import type { Account } from './webhooks';

/** A trigger of Detrack's table, or the switch for changes of the driver. */
export type Cause = Trigger | 'driver_change';

/** Sends a notification to every address that wants it; resolves after the first tries. */
export async function notify(
	service: DetrackService,
	job: Job,
	cause: Cause,
	label: string,
): Promise<Delivery[]> {
	const { webhooks } = service;
	const { triggers, driverChanges } = webhooks.values;
	const ticked = cause === 'driver_change' ? driverChanges : triggers.includes(cause);
	const urls = urlsFor(job, webhooks.values);
	if (!ticked || urls.length === 0) return [];
	job.lastSent = { label, ...bodyOf(service, job, cause === 'deleted') };
	return transmit(service, job, job.lastSent, urls);
}

/** Sends the last notification again, as a person does in the dashboard. */
export function repost(service: DetrackService, job: Job, last: Sent): Promise<Delivery[]> {
	const urls = urlsFor(job, service.webhooks.values);
	return transmit(service, job, { ...last, label: `${last.label} (repost)` }, urls);
}

/** Sends any body to the account's address, or to others. */
export function sendRaw(
	service: DetrackService,
	body: Json,
	label: string,
	urls: readonly string[] = service.webhooks.values.urls,
): Promise<Delivery[]> {
	const form = service.webhooks.values.encoding === 'form';
	return transmit(service, null, { label, body, form }, urls);
}

function bodyOf(service: DetrackService, job: Job, deleted: boolean): Omit<Sent, 'label'> {
	const { version, encoding } = service.webhooks.values;
	const plain = payloadOf(version, job, service.view(), deleted);
	const { wrapping } = service.settings.values;
	const body = wrapping === 'array' ? [plain] : wrapping === 'data' ? { data: plain } : plain;
	return { body, form: encoding === 'form' };
}

function encode(body: Json, form: boolean): string {
	if (typeof body === 'string') return body;
	const text = JSON.stringify(body);
	return form ? new URLSearchParams({ json: text }).toString() : text;
}

/** The account's URL, that of the job's type and the job's own; each gets one notification. */
function urlsFor(job: Job, { urls, deliveryUrl, collectionUrl }: Account): string[] {
	const ofType = job.fields.type === 'Collection' ? collectionUrl : deliveryUrl;
	const special = [textOf(job, 'webhook_url'), ofType].flatMap((url) => url ?? []);
	return [...new Set([...urls, ...special])];
}

async function transmit(
	service: DetrackService,
	job: Job | null,
	sent: Sent,
	urls: readonly string[],
): Promise<Delivery[]> {
	return (await Promise.all(urls.map((url) => post(service, job, sent, url)))).flat();
}

async function post(
	service: DetrackService,
	job: Job | null,
	{ label, body, form }: Sent,
	url: string,
): Promise<Delivery[]> {
	const { basicSent, charset } = service.settings.values;
	const { basicAuth, username, password, headers, userAgent } = service.webhooks.values;
	const type = form ? 'application/x-www-form-urlencoded' : 'application/json';
	const plain: Record<string, string> = {
		'Content-Type': charset ? `${type}; charset=utf-8` : type,
		...(userAgent !== null && { 'User-Agent': userAgent }),
		...Object.fromEntries(headers.map(({ name, value }) => [name, value])),
	};
	const basic = Buffer.from(`${username}:${password}`).toString('base64');
	const withBasic = { ...plain, Authorization: `Basic ${basic}` };
	const send = (all: Record<string, string>): Promise<Delivery[]> =>
		service.services.sender.send({
			vendor: 'detrack',
			jobId: job && job.id,
			reference: job && job.fields.do_number,
			event: label,
			urls: [url],
			body: form && typeof body !== 'string' ? { json: body } : body,
			text: encode(body, form),
			retry: NO_RETRY,
			headers: all,
			lane: url,
		});
	if (!basicAuth) return send(plain);
	if (basicSent === 'atOnce') return send(withBasic);
	const asked = await send(plain);
	const challenged = asked.some(({ status }) => status === 401);
	return challenged ? [...asked, ...(await send(withBasic))] : asked;
}
