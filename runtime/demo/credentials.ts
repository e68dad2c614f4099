import {
	DETRACK_API_KEY,
	DETRACK_BASE,
	DETRACK_WEBHOOK_PASSWORD,
	DETRACK_WEBHOOK_USERNAME,
} from '../../sandbox/detrack/defaults';
import { ERP_KEY, ERP_SECRET } from '../../sandbox/erp/defaults';
import { RADARO_KEY, RADARO_WEBHOOK_TOKEN } from '../../sandbox/radaro/defaults';
import { READYCLOUD_BASE, READYCLOUD_TOKEN } from '../../sandbox/readycloud/defaults';
import { ROUTIGO_API_KEY, ROUTIGO_BASE } from '../../sandbox/routigo/defaults';
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
			name: 'Detrack sandbox',
			type: 'detrackApi',
			data: { apiKey: DETRACK_API_KEY, baseUrl: `${sandbox.url}${DETRACK_BASE}` },
		},
		{
			name: 'Detrack sandbox (webhook)',
			type: 'detrackWebhookApi',
			data: {
				authentication: 'basicAuth',
				username: DETRACK_WEBHOOK_USERNAME,
				password: DETRACK_WEBHOOK_PASSWORD,
			},
		},
		{
			name: 'RoutiGo sandbox',
			type: 'routigoApi',
			data: {
				authentication: 'apiKey',
				apiKey: ROUTIGO_API_KEY,
				baseUrl: `${sandbox.url}${ROUTIGO_BASE}`,
			},
		},
		{
			name: 'ReadyCloud sandbox',
			type: 'readyCloudApi',
			data: { accessToken: READYCLOUD_TOKEN, baseUrl: `${sandbox.url}${READYCLOUD_BASE}` },
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
		{
			name: 'Sandbox ERP',
			type: 'erpNextApi',
			data: {
				environment: 'selfHosted',
				domain: `${sandbox.url}/erp`,
				apiKey: ERP_KEY,
				apiSecret: ERP_SECRET,
				allowUnauthorizedCerts: false,
			},
		},
	];
}
