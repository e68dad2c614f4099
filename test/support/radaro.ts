import axios from 'axios';
import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import { RadaroApi } from '../../credentials/RadaroApi.credentials';
import { Radaro } from '../../nodes/Radaro/Radaro.node';
import { type Sandbox, startSandbox } from '../../sandbox';
import { RADARO_KEY } from '../../sandbox/radaro/defaults';
import { executeNode, type Run } from './executeNode';

interface Request {
	method: string;
	path: string;
	query: Record<string, string>;
	body: unknown;
	status: number;
}

export interface RunRadaro {
	items?: IDataObject[];
	credential?: ICredentialDataDecryptedObject;
	continueOnFail?: boolean;
	timezone?: string;
}

/** The Radaro node beside a sandbox of its own; `start` and `stop` belong into a test's hooks. */
export class RadaroBench {
	#sandbox: Sandbox | undefined;

	async start(): Promise<void> {
		this.#sandbox = await startSandbox();
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

	/** Runs one operation of the Radaro node; a name without a resource is one of a job. */
	async run(operation: string, parameters: IDataObject, options: RunRadaro = {}): Promise<Run> {
		const [name, resource = 'job'] = operation.split('.').reverse();
		return await executeNode({
			node: new Radaro(),
			credentialType: new RadaroApi(),
			credential: {
				server: 1,
				apiKey: RADARO_KEY,
				baseUrl: this.#sandbox === undefined ? '' : `${this.url}/radaro`,
				...options.credential,
			},
			parameters: { resource, operation: name, ...parameters },
			items: options.items,
			continueOnFail: options.continueOnFail,
			timezone: options.timezone,
		});
	}

	async reset(): Promise<void> {
		await this.control('POST', 'reset');
	}

	async settings(settings: object): Promise<void> {
		await this.control('PATCH', 'radaro/settings', settings);
	}

	async fault(fault: object): Promise<void> {
		await this.control('POST', 'radaro/faults', fault);
	}

	/** Creates one job; gives its columns. */
	async create(id: string, additionalFields: IDataObject = {}): Promise<IDataObject> {
		const { items } = await this.run('create', { ...minimalJob(id), additionalFields });
		return items[0]?.json ?? {};
	}

	/** The last request of a method. */
	async lastRequest(method: string): Promise<Request | undefined> {
		return (await this.requests(method)).at(-1);
	}

	/** The requests that the sandbox has got since the last reset. */
	async requests(method?: string): Promise<Request[]> {
		const all = (await this.control('GET', 'radaro/requests')) as Request[];
		return all.filter((request) => method === undefined || request.method === method);
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

/** The least that creates a job, by fields. */
export const minimalJob = (externalId = '={{ $json.id }}'): IDataObject => ({
	externalId,
	customerName: 'Tom Okafor',
	address: '14 Banksia St, Geelong VIC 3220, Australia',
});

/** Locators of a job. */
export const byExternalId = (value: string): IDataObject => ({
	job: { __rl: true, mode: 'externalId', value },
});
export const byOrderId = (value: string): IDataObject => ({
	job: { __rl: true, mode: 'id', value },
});

/** The message and description of the error that a run ends with. */
export async function errorOf(
	run: Promise<Run>,
): Promise<{ message: string; description: string }> {
	try {
		await run;
	} catch (error) {
		const { message, description } = error as { message: string; description?: string | null };
		return { message, description: description ?? '' };
	}
	throw new Error('The run ended without an error.');
}
