import { NodeApiError } from 'n8n-workflow';

import { UNDO_SECONDS } from '../api/limits';

/**
 * What a trigger that registers its webhooks needs of its vendor. One webhook is for one event, and
 * all functions are about those of this trigger alone: others at the vendor are never touched.
 */
export interface WebhookRegistration<Webhook> {
	/** The events that need a webhook each. */
	wanted: readonly string[];
	/** All at this trigger's URL, also those that are not wanted any more. */
	list(): Promise<Webhook[]>;
	idOf(webhook: Webhook): string;
	eventOf(webhook: Webhook): string | null;
	/** Whether it still does its work: not suspended, and nothing about it has changed. */
	isSound(webhook: Webhook): boolean;
	/** `null` where the vendor does not offer the event and the user did not ask for it by name. */
	create(event: string): Promise<Webhook | null>;
	repair(webhook: Webhook, event: string): Promise<Webhook | null>;
	/** Something that is not there any more counts as removed. */
	remove(webhook: Webhook): Promise<void>;
	/** Grants time for undoing, however long all took before. */
	allowMore?(seconds: number): void;
}

interface Plan<Webhook> {
	sound: Webhook[];
	broken: Array<{ event: string; webhook: Webhook }>;
	missing: string[];
	surplus: Webhook[];
}

/** What is listed, each once: to remove what came twice would remove the only one there is. */
async function listOnce<Webhook>({ list, idOf }: WebhookRegistration<Webhook>): Promise<Webhook[]> {
	return [...new Map((await list()).map((webhook) => [idOf(webhook), webhook])).values()];
}

/** Compares what is there with what is wanted: one sound webhook for each event, and no other. */
function planOf<Webhook>(
	{ wanted, eventOf, isSound }: WebhookRegistration<Webhook>,
	listed: readonly Webhook[],
): Plan<Webhook> {
	const plan: Plan<Webhook> = { sound: [], broken: [], missing: [], surplus: [] };
	for (const event of wanted) {
		const candidates = listed.filter((each) => eventOf(each) === event);
		const sound = candidates.find(isSound);
		const [first] = candidates;
		if (sound !== undefined) plan.sound.push(sound);
		else if (first !== undefined) plan.broken.push({ event, webhook: first });
		else plan.missing.push(event);
	}
	const needed = [...plan.sound, ...plan.broken.map(({ webhook }) => webhook)];
	plan.surplus = listed.filter((each) => !needed.includes(each));
	return plan;
}

/** The webhooks when they are exactly as wanted, or `null`. Nothing is changed. */
export async function findSoundWebhooks<Webhook>(
	vendor: WebhookRegistration<Webhook>,
): Promise<Webhook[] | null> {
	const { sound, broken, missing, surplus } = planOf(vendor, await listOnce(vendor));
	return broken.length + missing.length + surplus.length === 0 ? sound : null;
}

/**
 * Makes the webhooks as wanted, whatever is there; safe to repeat. When a step fails, everything
 * that this call made is removed again, also what was made although the answer was lost.
 */
export async function registerWebhooks<Webhook>(
	vendor: WebhookRegistration<Webhook>,
): Promise<Webhook[]> {
	const before = await listOnce(vendor);
	const { sound, broken, missing, surplus } = planOf(vendor, before);
	const made: Array<Webhook | null> = [];
	let isDone = false;
	try {
		for (const event of missing) made.push(await vendor.create(event));
		for (const { event, webhook } of broken) {
			made.push(await vendor.repair(webhook, event));
		}
		for (const webhook of surplus) await vendor.remove(webhook);
		isDone = true;
	} finally {
		if (!isDone) await undo(vendor, before, present(made));
	}
	return [...sound, ...present(made)];
}

/** Removes all webhooks of this trigger, and gives those that were there. */
export async function unregisterWebhooks<Webhook>(
	vendor: WebhookRegistration<Webhook>,
): Promise<Webhook[]> {
	const listed = await listOnce(vendor);
	await removeAll(listed, vendor.remove);
	return listed;
}

/** With these answers no other request has a chance: a refused key, too many requests, a vendor that is down. */
const HOPELESS = ['401', '403', '429', '502', '503', '504'];

/**
 * Removes each of some webhooks, also where it fails for one of them.
 *
 * @throws the first error, at once where it is not about that webhook alone, as when nothing is answered
 */
export async function removeAll<Webhook>(
	webhooks: readonly Webhook[],
	remove: (webhook: Webhook) => Promise<void>,
): Promise<void> {
	const errors: unknown[] = [];
	for (const webhook of webhooks) {
		try {
			await remove(webhook);
		} catch (error) {
			errors.push(error);
			if (!isAboutOne(error)) break;
		}
	}
	if (errors.length > 0) throw errors[0];
}

function isAboutOne(error: unknown): boolean {
	const status = error instanceof NodeApiError ? error.httpCode : null;
	return status !== null && !HOPELESS.includes(status);
}

/** The reason for undoing is what the user must read, so what goes wrong here is left out. */
async function undo<Webhook>(
	vendor: WebhookRegistration<Webhook>,
	before: readonly Webhook[],
	made: readonly Webhook[],
): Promise<void> {
	vendor.allowMore?.(UNDO_SECONDS);
	const known = new Set(before.map(vendor.idOf));
	const now = await vendor.list().catch(() => made);
	for (const webhook of now) {
		if (!known.has(vendor.idOf(webhook))) {
			await vendor.remove(webhook).catch(() => undefined);
		}
	}
}

function present<Webhook>(list: ReadonlyArray<Webhook | null>): Webhook[] {
	return list.filter((each): each is NonNullable<typeof each> => each !== null);
}
