import type { CredentialInput } from '../../rest';

/** What the demo does for a vendor, so that n8n and the vendor's stand-in know each other. */
export interface DemoVendor {
	/** The credentials that let n8n talk to the sandbox at this URL. */
	credentials: (sandboxUrl: string) => CredentialInput[];
	/** Settings of the stand-in that must hold before a trigger is published. */
	settings?: object;
	/** Whether a row of the sheet says that a job has the status that its stand-in gives it. */
	tells: (row: Readonly<Record<string, unknown>>, status: string) => boolean;
}
