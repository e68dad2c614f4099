import { setTimeout as sleep } from 'node:timers/promises';

import axios from 'axios';

import manifest from '../package.json';
import { prepareStandIns, setUpPortals } from '../runtime/demo/portals';
import { DEMO_VENDORS } from '../runtime/demo/vendors';
import { bindWorkflow, credentialTypesOf, webhookUrl } from '../runtime/demo/workflow';
import {
	type Credential,
	type N8nRest,
	restClient,
	type RestTarget,
	type Workflow,
	type WorkflowFile,
} from '../runtime/rest';
import { type Sandbox, startSandbox } from '../sandbox';
import { templateFile } from '../test/support/storyWorkflow';
import type { Answer } from './queue/options';
import { SentEvents } from './sentEvents';

/** Where n8n would stand on the internet. */
const HOST = 'n8n.example.com';
/** What startN8n() gives without being asked. */
const TIME_ZONE = 'Etc/UTC';
/** The services' limits are no part of what is counted, and their clock is moved on by hand. */
const NO_LIMITS = {
	detrack: { requestsPerMinute: 100_000 },
	readycloud: { readsPerMinute: 100_000, writesPerMinute: 100_000 },
};
const LOOK_MS = 200;

/** ReadyCloud suspends a webhook after four failures, and sends nothing until it was renewed. */
const RENEWING: WorkflowFile = {
	name: 'Renew suspended webhooks',
	nodes: [
		{
			name: 'Again and again',
			type: 'n8n-nodes-base.scheduleTrigger',
			typeVersion: 1.2,
			position: [0, 0],
			parameters: { rule: { interval: [{ field: 'seconds', secondsInterval: 20 }] } },
		},
		{
			name: 'Renew',
			type: `${manifest.name}.readyCloud`,
			typeVersion: 1,
			position: [200, 0],
			parameters: { resource: 'webhook', operation: 'renew' },
		},
	],
	connections: {
		'Again and again': { main: [[{ node: 'Renew', type: 'main', index: 0 }]] },
	},
};

/** What an n8n is started with, so that services are told the address at which they reach it. */
export const RECEPTION_ENVIRONMENT = { WEBHOOK_URL: `https://${HOST}/` };

export interface ReceptionOptions {
	/** The n8n that is asked by its REST interface. */
	target: RestTarget;
	/** Where its triggers are called, each of which must know them before they are called. */
	receivers: readonly string[];
	/** Where services call it, if that is not the first of these. */
	entrance?: string;
}

/** An n8n that receives events of all services, which the sandbox stands in for, and keeps them in the event log. */
export class Reception {
	readonly rest: N8nRest;
	/** All that the services have sent since `forget()`. */
	sent = new SentEvents(TIME_ZONE);
	#receiving: Workflow | undefined;
	readonly #credentials = new Map<string, Promise<Credential>>();
	readonly #receivers: readonly string[];
	#sandbox: Sandbox | undefined;

	private constructor({ target, receivers }: ReceptionOptions) {
		this.rest = restClient(target);
		this.#receivers = receivers;
	}

	static async open(options: ReceptionOptions): Promise<Reception> {
		const { entrance = options.receivers[0] ?? '' } = options;
		const reception = new Reception(options);
		reception.#sandbox = await startSandbox({
			hosts: { [HOST]: entrance },
			delivered: (delivery) => reception.sent.add(delivery),
		});
		try {
			await reception.#prepare();
			return reception;
		} catch (error) {
			await reception.close();
			throw error;
		}
	}

	async #prepare(): Promise<void> {
		await this.rest.ensureOwner();
		await prepareStandIns(this.sandboxUrl);
		for (const [vendor, settings] of Object.entries(NO_LIMITS)) {
			await this.control('PATCH', `${vendor}/settings`, settings);
		}
		await this.rest.activate(await this.imported(RENEWING));
	}

	async close(): Promise<void> {
		await this.#sandbox?.close();
	}

	get sandboxUrl(): string {
		return this.#sandbox?.url ?? '';
	}

	/** Imports a template as a user does, with credentials. */
	async imported(file: WorkflowFile): Promise<Workflow> {
		return await this.rest.importWorkflow(await this.bound(file));
	}

	/**
	 * Publishes the receiving workflow of the event log with a choice of *Answer the Service*, in the
	 * place of the one before, and has all services call it. Gives the URLs of a trigger, one at each
	 * receiver, by its type without the package's name.
	 */
	async listen(answer: Answer): Promise<(trigger: string) => string[]> {
		if (this.#receiving) await this.rest.deactivate(this.#receiving.id);
		const file = await this.bound(answering(await templateFile('event-log/receive'), answer));
		this.#receiving = await this.rest.importWorkflow(file);
		await this.rest.activate(this.#receiving);
		const types = await this.rest.nodeTypes();
		const urlOf = (n8nUrl: string, trigger: string): string =>
			webhookUrl(types, n8nUrl, file, `${manifest.name}.${trigger}`);
		await setUpPortals(this.sandboxUrl, (provider) =>
			urlOf(`https://${HOST}`, `${provider}Trigger`),
		);
		const urlsOf = (trigger: string): string[] => this.#receivers.map((url) => urlOf(url, trigger));
		for (const url of urlsOf('radaroTrigger')) await isListening(url);
		return urlsOf;
	}

	/** Makes the tables of the event log, as a user does once. */
	async makeTables(): Promise<void> {
		await this.rest.runWorkflow(this.#receiving?.id ?? '', 'Make the tables');
		for (;;) {
			const found = await this.rest.listDataTables();
			// The last one that the workflow makes.
			if (found.some(({ name }) => name === 'delivery_told')) return;
			await sleep(LOOK_MS);
		}
	}

	async tableId(name: string): Promise<string> {
		const found = (await this.rest.listDataTables()).find((each) => each.name === name);
		if (!found) throw new Error(`There is no table ${name}.`);
		return found.id;
	}

	/** Begins to count anew. */
	forget(): void {
		this.sent = new SentEvents(TIME_ZONE);
	}

	/** Drives the sandbox: a path below /control. */
	async control(method: string, path: string, data: object = {}): Promise<unknown> {
		const url = `${this.sandboxUrl}/control/${path}`;
		return (await axios.request<unknown>({ method, url, data, proxy: false })).data;
	}

	/** A workflow with the credentials and the organization in it. */
	async bound(file: WorkflowFile): Promise<WorkflowFile> {
		const types = credentialTypesOf(await this.rest.nodeTypes());
		const credentials = new Map<string, Credential>();
		for (const input of DEMO_VENDORS.flatMap((vendor) => vendor.credentials(this.sandboxUrl))) {
			const made = this.#credentials.get(input.type) ?? this.rest.createCredential(input);
			this.#credentials.set(input.type, made);
			credentials.set(input.type, await made);
		}
		return bindWorkflow(file, { credentials, credentialTypes: types });
	}
}

/** The file with the choice of *Answer the Service* in each of its triggers. */
function answering(file: WorkflowFile, answer: Answer): WorkflowFile {
	const nodes = file.nodes.map((node) =>
		node.type.startsWith(manifest.name)
			? { ...node, parameters: { ...Object(node.parameters), answer } }
			: node,
	);
	return { ...file, nodes };
}

/** Waits until a receiver knows a URL, which a webhook processor learns a moment after the main. */
export async function isListening(url: string): Promise<void> {
	const options = { proxy: false, validateStatus: () => true } as const;
	while ((await axios.get(url, options)).status !== 200) await sleep(LOOK_MS);
}
