import { ERP_KEY, ERP_SECRET } from '../../sandbox/erp/defaults';
import type { CredentialInput } from '../rest';
import { DEMO_VENDORS } from './vendors';

/** Credentials that let the demo's n8n talk to the sandbox. */
export function demoCredentials(sandbox: { url: string; smtpPort: number }): CredentialInput[] {
	return [
		...DEMO_VENDORS.flatMap(({ credentials }) => credentials(sandbox.url)),
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
