import { RADARO_KEY, RADARO_WEBHOOK_TOKEN } from '../../sandbox/radaro/defaults';
import type { CredentialInput } from '../rest';

/** Credentials that let the demo's n8n talk to the sandbox. */
export function demoCredentials(sandbox: { url: string; smtpPort: number }): CredentialInput[] {
	return [
		{
			name: 'Radaro sandbox',
			type: 'radaroApi',
			data: {
				server: 1,
				apiKey: RADARO_KEY,
				webhookTokens: RADARO_WEBHOOK_TOKEN,
				baseUrl: `${sandbox.url}/radaro`,
			},
		},
		{
			name: 'Sandbox mail',
			type: 'smtp',
			data: {
				host: '127.0.0.1',
				port: sandbox.smtpPort,
				secure: false,
				disableStartTls: true,
				user: '',
				password: '',
			},
		},
	];
}

/** Tells the stand-in Radaro where to send its webhooks, as one would in Radaro's portal. */
export async function setRadaroWebhook(sandboxUrl: string, address: string): Promise<void> {
	const response = await fetch(`${sandboxUrl}/control/radaro/webhooks`, {
		method: 'PUT',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ urls: [address], token: RADARO_WEBHOOK_TOKEN }),
	});
	if (!response.ok) {
		throw new Error(`The sandbox refused the webhook's address (${response.status}).`);
	}
}
