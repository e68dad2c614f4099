import { Postgres } from '../../runtime/servers/postgres';
import { type Sandbox, startSandbox } from '../../sandbox';
import type { Delivery } from '../../sandbox/core/delivery';
import { Google } from './google';
import { Intercept } from './intercept';
import { Odoo } from './odoo';
import { routeVendors } from './vendorHosts';

/** Where n8n would stand on the internet; vendors' calls to it arrive at this machine's. */
export const N8N_HOST = 'n8n.example.com';
/** Where an ERPNext in the cloud would be; the sandbox stands in for it. */
export const ERPNEXT_HOST = 'harbour.erpnext.com';

export interface PartsOptions {
	/** Port of the mail server that credentials name; that of the sandbox without. */
	smtpPort?: number;
	/** Told of every webhook that a vendor has sent. */
	delivered?: (delivery: Delivery) => void;
}

/** Everything around n8n in a story. */
export class StoryParts {
	private constructor(
		readonly sandbox: Sandbox,
		readonly intercept: Intercept,
		readonly google: Google,
		readonly odoo: Odoo,
		readonly postgres: Postgres,
		/** Port of the mail server that credentials name. */
		public smtpPort: number,
	) {}

	static async start(
		n8nPort: number,
		{ smtpPort, delivered }: PartsOptions = {},
	): Promise<StoryParts> {
		const [sandbox, intercept, google, odoo, postgres] = await Promise.all([
			startSandbox({ hosts: { [N8N_HOST]: `http://127.0.0.1:${n8nPort}` }, delivered }),
			Intercept.start(),
			Google.start(),
			Odoo.start(),
			Postgres.start(),
		]);
		routeVendors(intercept, sandbox.url);
		google.standIn(intercept);
		intercept.forward(ERPNEXT_HOST, `${sandbox.url}/erp`);
		const mails = smtpPort ?? sandbox.smtpPort;
		return new StoryParts(sandbox, intercept, google, odoo, postgres, mails);
	}

	/** What n8n is started with, so that its calls and those to it find their way. */
	get environment(): Record<string, string> {
		return { WEBHOOK_URL: `https://${N8N_HOST}/`, ...this.intercept.environment };
	}

	async stop(): Promise<void> {
		await Promise.all([
			this.sandbox.close(),
			this.intercept.stop(),
			this.google.stop(),
			this.odoo.stop(),
			this.postgres.stop(),
		]);
	}
}
