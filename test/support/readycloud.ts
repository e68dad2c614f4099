import axios from 'axios';
import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import { ReadyCloudApi } from '../../credentials/ReadyCloudApi.credentials';
import { ReadyCloud } from '../../nodes/ReadyCloud/ReadyCloud.node';
import { type Sandbox, startSandbox } from '../../sandbox';
import {
	READYCLOUD_BASE,
	READYCLOUD_ORG,
	READYCLOUD_TOKEN,
} from '../../sandbox/readycloud/defaults';
import { executeNode, type Run } from './executeNode';

interface Request {
	at: string;
	method: string;
	path: string;
	query: Record<string, string>;
	body: unknown;
	status: number;
}

export interface RunReadyCloud {
	items?: IDataObject[];
	credential?: ICredentialDataDecryptedObject;
	continueOnFail?: boolean;
	timezone?: string;
}

/** A webhook as the sandbox shows it: without its token. */
export interface SandboxWebhook {
	id: string;
	event: string;
	url: string;
	suspendedAt: string | null;
}

/** The ReadyCloud node beside a sandbox of its own; `start` and `stop` belong into a test's hooks. */
export class ReadyCloudBench {
	#sandbox: Sandbox | undefined;

	async start(): Promise<void> {
		this.#sandbox = await startSandbox({ vendors: ['readycloud'] });
	}

	async stop(): Promise<void> {
		await this.#sandbox?.close();
	}

	get url(): string {
		if (this.#sandbox === undefined) throw new Error('The sandbox has not been started.');
		return this.#sandbox.url;
	}

	logLines(): readonly string[] {
		return this.#sandbox?.logLines() ?? [];
	}

	/** Runs one operation in the sandbox's organization, such as `webhook.getMany`. */
	async run(
		operation: string,
		parameters: IDataObject = {},
		options: RunReadyCloud = {},
	): Promise<Run> {
		const [resource, name] = operation.split('.');
		return await executeNode({
			node: new ReadyCloud(),
			credentialType: new ReadyCloudApi(),
			credential: {
				accessToken: READYCLOUD_TOKEN,
				baseUrl: this.#sandbox === undefined ? '' : `${this.url}${READYCLOUD_BASE}`,
				...options.credential,
			},
			parameters: {
				resource,
				operation: name,
				organizationId: locator('id', READYCLOUD_ORG),
				...parameters,
			},
			items: options.items,
			continueOnFail: options.continueOnFail,
			timezone: options.timezone,
		});
	}

	/** The first output item of an operation. */
	async one(operation: string, parameters: IDataObject = {}): Promise<IDataObject> {
		const { items } = await this.run(operation, parameters);
		return items[0]?.json ?? {};
	}

	async reset(): Promise<void> {
		await this.control('POST', 'reset');
	}

	async settings(settings: object): Promise<void> {
		await this.control('PATCH', 'readycloud/settings', settings);
	}

	async fault(fault: object): Promise<void> {
		await this.control('POST', 'readycloud/faults', fault);
	}

	/** Moves the sandbox's clock. */
	async advance(advanceSeconds: number): Promise<void> {
		await this.control('POST', 'clock', { advanceSeconds });
	}

	/** Creates orders that have been there all along. */
	async orders(count: number, given: object = {}): Promise<void> {
		await this.control('POST', 'readycloud/orders', { count, ...given });
	}

	/** Registers a webhook as another program does; gives its id. */
	async webhook(entity: string, address: string, isSuspended = false): Promise<string> {
		const given = { entity, remote_url: address };
		const { id } = (await this.control('POST', 'readycloud/webhooks', given)) as { id: string };
		if (isSuspended) await this.control('POST', `readycloud/webhooks/${id}/steps/suspend`);
		return id;
	}

	/** What is registered at ReadyCloud. */
	async webhooks(): Promise<SandboxWebhook[]> {
		return (await this.control('GET', 'readycloud/webhooks')) as SandboxWebhook[];
	}

	/** The requests that the sandbox has got since the last reset. */
	async requests(method?: string): Promise<Request[]> {
		const all = (await this.control('GET', 'readycloud/requests')) as Request[];
		return all.filter((request) => method === undefined || request.method === method);
	}

	async lastRequest(method: string): Promise<Request | undefined> {
		return (await this.requests(method)).at(-1);
	}

	async control(
		method: string,
		route: string,
		data: object | undefined = method === 'POST' ? {} : undefined,
	): Promise<unknown> {
		const answer = await axios.request({ method, url: `${this.url}/control/${route}`, data });
		return answer.data as unknown;
	}
}

export const locator = (mode: string, value: string): IDataObject => ({ __rl: true, mode, value });
