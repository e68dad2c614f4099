import type { Delivery } from '../core/delivery';
import type { Hook, Told } from './model';
import type { ReadyCloudService } from './service';
import { isTooMuch } from './suspension';
import { targetOf } from './target';

/** What an event is about. */
export interface Subject {
	id: string;
	/** The owner's own name for it. */
	reference: string | null;
	/** Whether it was removed, which v1 told in its own way. */
	removed?: boolean;
	remember(events: readonly Told[]): void;
}

/** Sends one event to one webhook, as ReadyCloud does: PUT, and the token in the header `Auth`. */
export function deliver(
	service: ReadyCloudService,
	hook: Hook,
	subject: Subject,
	event: Told,
): Promise<Delivery[]> {
	const settings = service.settings.values;
	const removed = subject.removed === true;
	const suffix = removed || settings.idSuffix ? subject.id : null;
	return service.services.sender.send({
		vendor: 'readycloud',
		jobId: subject.id,
		reference: subject.reference,
		event: event.label,
		urls: [targetOf(hook.remote_url, settings, suffix)],
		body: removed ? '' : event.body,
		retry: settings.retry,
		timeoutMs: settings.webhookTimeoutMs,
		method: removed ? 'DELETE' : 'PUT',
		headers: { Auth: hook.token },
		lane: hook.id,
		accepts: (status) => status === 200,
		wanted: () => hook.suspended_at === null && isRegistered(service, hook),
		tried: ({ status }) => {
			const now = service.services.clock.now().getTime();
			const tooMuch = isTooMuch(hook, status, now, service.settings.values);
			if (tooMuch && hook.suspended_at === null) service.suspend(hook);
		},
	});
}

// It may have been deleted while the event waited for its turn.
function isRegistered({ store }: ReadyCloudService, hook: Hook): boolean {
	return store.orgs.some((org) => org.hooks.includes(hook));
}
