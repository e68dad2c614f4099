/**
 * The only list of vendors: build, tests, sandbox and bench read it. Plain data without an import, so
 * that all of them can. What is shipped does not read it, as each node stands alone in its bundle.
 */
export interface VendorEntry {
	/** As users write it. */
	readonly name: string;
	/** Below `nodes/`, and the stem of the names of its files and classes. */
	readonly folder: string;
	/**
	 * Its name elsewhere: icons, page in `docs/`, folder in `sandbox/`, sample in `bench/`, keyword, end
	 * of its package's name; in capitals the beginning of the names of its constants.
	 */
	readonly slug: string;
	/**
	 * Its word in the column `provider` of the delivery event, and the name of its action node; that of
	 * its trigger has `Trigger` behind it.
	 */
	readonly provider: string;
	/** How the webhook URL of its trigger gets to the vendor. */
	readonly webhookUrl: 'pasted' | 'registered';
	/** Whether a trigger of its own asks the vendor for changes; its name has `ChangesTrigger` at the end. */
	readonly hasChangesTrigger: boolean;
	/** Classes of its credentials, one in each file of `credentials/`. */
	readonly credentials: readonly string[];
	/** Hosts of its API; tests answer for them with the sandbox. */
	readonly hosts: RegExp;
	/** What its action node works with, as the description of its package says it. */
	readonly actions: string;
}

/** In the order in which users read of them. */
export const VENDORS = [
	{
		name: 'Radaro',
		folder: 'Radaro',
		slug: 'radaro',
		provider: 'radaro',
		webhookUrl: 'pasted',
		hasChangesTrigger: true,
		credentials: ['RadaroApi', 'RadaroWebhookApi'],
		hosts: /^api(-\d+)?\.radaro\.com\.au$/,
		actions: 'jobs',
	},
	{
		name: 'Detrack',
		folder: 'Detrack',
		slug: 'detrack',
		provider: 'detrack',
		webhookUrl: 'pasted',
		hasChangesTrigger: true,
		credentials: ['DetrackApi', 'DetrackWebhookApi'],
		hosts: /^app\.detrack\.com$/,
		actions: 'jobs and proofs of delivery',
	},
	{
		name: 'RoutiGo',
		folder: 'Routigo',
		slug: 'routigo',
		provider: 'routigo',
		webhookUrl: 'registered',
		hasChangesTrigger: false,
		credentials: ['RoutigoApi'],
		hosts: /^api\.routigo\.com$/,
		actions: 'orders and webhooks',
	},
	{
		name: 'ReadyCloud',
		folder: 'ReadyCloud',
		slug: 'readycloud',
		provider: 'readyCloud',
		webhookUrl: 'registered',
		hasChangesTrigger: true,
		credentials: ['ReadyCloudApi'],
		hosts: /^www\.readycloud\.com$/,
		actions: 'orders and contacts',
	},
] as const satisfies readonly VendorEntry[];

/** The package that holds this vendor alone. */
export function packageNameOf({ slug }: Pick<VendorEntry, 'slug'>): string {
	return `n8n-nodes-${slug}`;
}

/** Where the vendor's page for users is. */
export function pageOf({ slug }: Pick<VendorEntry, 'slug'>): string {
	return `docs/${slug}.md`;
}

/** The vendor's compiled files, as `package.json` lists them under `n8n`. */
export function compiledFilesOf({
	folder,
	hasChangesTrigger,
	credentials,
}: Pick<VendorEntry, 'folder' | 'hasChangesTrigger' | 'credentials'>): {
	nodes: string[];
	credentials: string[];
} {
	const kinds = ['', ...(hasChangesTrigger ? ['ChangesTrigger'] : []), 'Trigger'];
	return {
		nodes: kinds.map((kind) => `dist/nodes/${folder}/${folder}${kind}.node.js`),
		credentials: credentials.map((name) => `dist/credentials/${name}.credentials.js`),
	};
}
