import type { Status } from '../../../nodes/shared/event/deliveryEvent';
import type { Verification } from '../../../nodes/shared/trigger/verification';
import type { WebhookVendor } from '../../../nodes/shared/trigger/webhookVendor';

/** What the documents say of a vendor and nothing tells that all vendors have in common. */
export interface VendorDocuments {
	/** How its trigger is named and set up in what a caller reads. */
	webhook: Pick<WebhookVendor<never, never>, 'name' | 'setup'>;
	/** What the log may say of a refused call, one for each cause. */
	refusals: Verification[];
	/**
	 * The table of statuses on its page from the second column on: the vendor's word and the status, or
	 * the status alone where the first column is a rule.
	 */
	statuses: Array<[word: string, status: Status] | [status: Status]>;
	/** Statuses that follow from more than the vendor's word, as its page says in prose. */
	statusesByRule: Status[];
	/** What the credential for the stand-in holds, as its page tells it: labels and values. */
	sandboxCredential: Array<[label: string, value: string]>;
	/** The settings of its stand-in with their defaults. */
	settings: Record<string, unknown>;
	/** The steps of its stand-in, by what they happen to. */
	steps: Record<string, Readonly<Record<string, { label: string }>>>;
}

/** Where the demo and the pages expect the sandbox. */
export const SANDBOX = 'http://127.0.0.1:5700';

/** A call as the functions that verify take it. */
export const call = (headers: Record<string, string | string[]> = {}, body: unknown = {}) => ({
	headers,
	query: {},
	body,
});
