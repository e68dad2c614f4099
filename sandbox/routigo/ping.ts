import { Problem } from '../core/problem';
import { deliver } from './deliver';
import type { Webhook } from './model';
import type { RoutigoService } from './service';

/** Calls a new webhook's address once, where that is set; takes it back if that had to succeed. */
export async function ping(service: RoutigoService, webhook: Webhook): Promise<void> {
	const { pingOnCreate } = service.settings.values;
	if (pingOnCreate === 'no') return;
	const subject = { id: webhook.id, reference: null };
	const sent = deliver(service, webhook, subject, { label: 'ping', body: {} }, { once: true });
	if (pingOnCreate === 'sent') return;
	if ((await sent).every(({ accepted }) => accepted)) return;
	service.store.removeWebhook(webhook);
	throw new Problem(400, 'The URL of the action could not be called');
}
