import { DETRACK_WEBHOOK_PASSWORD } from '../../sandbox/detrack/defaults';
import { RADARO_WEBHOOK_TOKEN } from '../../sandbox/radaro/defaults';

/** The production URLs of the triggers whose services have a URL pasted into them. */
export interface PastedUrls {
	radaro: string;
	detrack: string;
}

/**
 * Does in the stand-ins what a person does once in the services' portals. RoutiGo and ReadyCloud are
 * told by their triggers themselves; ReadyCloud must only be brought to call a URL by HTTP.
 */
export async function setUpPortals(sandboxUrl: string, urls: PastedUrls): Promise<void> {
	const control = `${sandboxUrl}/control`;
	await send('PUT', `${control}/radaro/webhooks`, {
		urls: [urls.radaro],
		token: RADARO_WEBHOOK_TOKEN,
	});
	await send('PUT', `${control}/detrack/webhooks`, {
		urls: [urls.detrack],
		basicAuth: true,
		password: DETRACK_WEBHOOK_PASSWORD,
	});
}

/** Must be there before a ReadyCloud Trigger is published, as n8n listens on this computer by HTTP. */
export async function allowHttp(sandboxUrl: string): Promise<void> {
	await send('PATCH', `${sandboxUrl}/control/readycloud/settings`, { httpsOnly: false });
}

async function send(method: string, url: string, body: object): Promise<void> {
	const response = await fetch(url, {
		method,
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
	if (!response.ok) {
		throw new Error(`The sandbox refused ${method} ${new URL(url).pathname} (${response.status}).`);
	}
}
