import type { Delivery } from '../core/delivery';
import type { Webhook } from './model';
import type { RoutigoService } from './service';
import type { RoutigoSettings } from './settings';
import { isReal, targetOf } from './target';

const DAY_MINUTES = 24 * 60;
const TEN_MINUTES_SECONDS = 600;

/** What a delivery is about. */
export interface Subject {
	id: string;
	/** The owner's own name for it. */
	reference: string | null;
	/** The owner's names for what is in it. */
	references?: readonly string[];
}

/** What is sent. */
export interface Content {
	label: string;
	body: unknown;
	/** When it happened. */
	at?: string;
}

/** What a delivery by hand may have otherwise than registered. */
export interface Otherwise {
	/** Never repeated. */
	once?: boolean;
	url?: string;
	headers?: Record<string, string>;
	queryParameters?: Record<string, string>;
}

/** Sends a body to one webhook, and again after each failure until it has lived long enough. */
export function deliver(
	service: RoutigoService,
	webhook: Webhook,
	subject: Subject,
	{ label, body, at }: Content,
	otherwise: Otherwise = {},
): Promise<Delivery[]> {
	const settings = service.settings.values;
	const { clock, sender } = service.services;
	const to = { ...webhook.config.action, ...otherwise };
	if (!isReal(to.url)) return Promise.resolve([]);
	const now = (): number => clock.now().getTime();
	const until = now() + positive(to.minutesToLive, DAY_MINUTES) * 60_000;
	const delay = positive(to.secondsDelayBeforeRetry, TEN_MINUTES_SECONDS);
	return sender.send({
		vendor: 'routigo',
		jobId: subject.id,
		reference: subject.reference,
		references: subject.references,
		event: label,
		urls: [targetOf(to.url, to.queryParameters ?? {})],
		body,
		retry: { times: otherwise.once ? 0 : Infinity, delaysSeconds: [delay] },
		headers: { 'Content-Type': settings.contentType, ...timeHeader(settings, at), ...to.headers },
		webhook: webhook.id,
		lane: webhook.id,
		wanted: () => now() < until && service.store.webhooks.includes(webhook),
	});
}

/** RoutiGo says that headers tell something, such as a time, but not under which names. */
function timeHeader(
	{ timeHeader }: RoutigoSettings,
	at: string | undefined,
): Record<string, string> {
	return timeHeader === null || at === undefined ? {} : { [timeHeader]: at };
}

// What was accepted without being positive counts as not given.
function positive(value: number | null | undefined, otherwise: number): number {
	return typeof value === 'number' && value > 0 ? value : otherwise;
}
