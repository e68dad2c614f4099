import type { Delivery } from '../core/delivery';
import type { Account } from './webhooks';
import type { Json } from '../core/json';
import { textOf, type Job, type Sent } from './model';
import { payloadOf } from './payload';
import type { DetrackService } from './service';
import type { DetrackSettings } from './settings';
import type { Trigger } from './triggers';

interface Target {
	url: string;
	/** The account's own address, as opposed to one of a type or a job. */
	account: boolean;
}

/** A trigger of Detrack's table, or the switch for changes of the driver. */
export type Cause = Trigger | 'driver_change';

/** Sends a notification to every address that wants it; resolves after the first tries. */
export async function notify(
	service: DetrackService,
	job: Job,
	cause: Cause,
	label: string,
): Promise<Delivery[]> {
	const { webhooks, settings } = service;
	const { triggers, driverChanges } = webhooks.values;
	const ticked = cause === 'driver_change' ? driverChanges : triggers.includes(cause);
	const wanting = targets(job, webhooks.values, settings.values).filter(
		({ account }) => ticked || (!account && settings.values.triggersApply === 'account'),
	);
	if (wanting.length === 0) return [];
	job.lastSent = { label, ...bodyOf(service, job, cause === 'deleted') };
	return transmit(service, job, job.lastSent, wanting);
}

/** Sends the last notification again, as a person does in the dashboard. */
export function repost(service: DetrackService, job: Job, last: Sent): Promise<Delivery[]> {
	const { webhooks, settings } = service;
	const original = settings.values.repostBody === 'original';
	const again = original ? last : { ...last, ...bodyOf(service, job, false) };
	const to = targets(job, webhooks.values, settings.values);
	return transmit(service, job, { ...again, label: `${last.label} (repost)` }, to);
}

/** Sends any body to the account's address, or to others. */
export function sendRaw(
	service: DetrackService,
	body: Json,
	label: string,
	urls: readonly string[] = service.webhooks.values.urls,
): Promise<Delivery[]> {
	const form = service.webhooks.values.encoding === 'form';
	const to = urls.map((url) => ({ url, account: true }));
	return transmit(service, null, { label, body, form }, to);
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

function targets(job: Job, account: Account, { addresses }: DetrackSettings): Target[] {
	const { urls, deliveryUrl, collectionUrl } = account;
	const own = textOf(job, 'webhook_url');
	const ofType = job.fields.type === 'Collection' ? collectionUrl : deliveryUrl;
	const special = [own, ofType].flatMap((url) => (url ? [{ url, account: false }] : []));
	const all = [...urls.map((url) => ({ url, account: true })), ...special];
	if (addresses === 'mostSpecific' && special.length > 0) return special.slice(0, 1);
	// One address gets one notification, however often it was entered.
	return all.filter(({ url }, index) => all.findIndex((each) => each.url === url) === index);
}

async function transmit(
	service: DetrackService,
	job: Job | null,
	sent: Sent,
	to: readonly Target[],
): Promise<Delivery[]> {
	const { copies } = service.settings.values;
	const all = Array.from({ length: copies }, () => to).flat();
	return (await Promise.all(all.map((target) => post(service, job, sent, target)))).flat();
}

async function post(
	service: DetrackService,
	job: Job | null,
	{ label, body, form }: Sent,
	{ url, account }: Target,
): Promise<Delivery[]> {
	const { authApplies, basicSent, charset, retry, webhookTimeoutMs } = service.settings.values;
	const { basicAuth, username, password, headers, userAgent } = service.webhooks.values;
	const proven = account || authApplies === 'all';
	const type = form ? 'application/x-www-form-urlencoded' : 'application/json';
	const plain: Record<string, string> = {
		'Content-Type': charset ? `${type}; charset=utf-8` : type,
		...(userAgent !== null && { 'User-Agent': userAgent }),
		...(proven && Object.fromEntries(headers.map(({ name, value }) => [name, value]))),
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
			retry,
			timeoutMs: webhookTimeoutMs,
			headers: all,
			lane: url,
		});
	if (!basicAuth || !proven) return send(plain);
	if (basicSent === 'atOnce') return send(withBasic);
	const asked = await send(plain);
	const challenged = asked.some(({ status }) => status === 401);
	return challenged ? [...asked, ...(await send(withBasic))] : asked;
}
