import axios from 'axios';
import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import { DetrackApi } from '../../credentials/DetrackApi.credentials';
import { Detrack } from '../../nodes/Detrack/Detrack.node';
import { type Sandbox, startSandbox } from '../../sandbox';
import { DETRACK_API_KEY, DETRACK_BASE } from '../../sandbox/detrack/defaults';
import { executeNode, type Run } from './executeNode';

interface Request {
	method: string;
	path: string;
	query: Record<string, string>;
	body: unknown;
	status: number;
}

export interface RunDetrack {
	items?: IDataObject[];
	credential?: ICredentialDataDecryptedObject;
	continueOnFail?: boolean;
	timezone?: string;
}

/** Runs one operation of the Detrack node against any server; a name alone is one of a job. */
export async function runDetrack(
	baseUrl: string,
	operation: string,
	parameters: IDataObject,
	options: RunDetrack = {},
): Promise<Run> {
	const [name, resource = 'job'] = operation.split('.').reverse();
	return await executeNode({
		node: new Detrack(),
		credentialType: new DetrackApi(),
		credential: { apiKey: DETRACK_API_KEY, baseUrl, ...options.credential },
		parameters: { resource, operation: name, ...parameters },
		items: options.items,
		continueOnFail: options.continueOnFail,
		timezone: options.timezone ?? 'Australia/Brisbane',
	});
}

/** The Detrack node beside a sandbox of its own; `start` and `stop` belong into a test's hooks. */
export class DetrackBench {
	#sandbox: Sandbox | undefined;

	async start(): Promise<void> {
		this.#sandbox = await startSandbox({ vendors: ['detrack'] });
	}

	async stop(): Promise<void> {
		await this.#sandbox?.close();
	}

	get url(): string {
		if (this.#sandbox === undefined) throw new Error('The sandbox has not been started.');
		return this.#sandbox.url;
	}

	get baseUrl(): string {
		return this.url + DETRACK_BASE;
	}

	logLines(): readonly string[] {
		return this.#sandbox?.logLines() ?? [];
	}

	async run(operation: string, parameters: IDataObject, options: RunDetrack = {}): Promise<Run> {
		return await runDetrack(this.baseUrl, operation, parameters, options);
	}

	/** Forgets all jobs; a test sends more requests in a minute than Detrack allows. */
	async reset(): Promise<void> {
		await this.control('POST', 'reset');
		await this.settings({ requestsPerMinute: 100_000 });
	}

	async settings(settings: object): Promise<void> {
		await this.control('PATCH', 'detrack/settings', settings);
	}

	async fault(fault: object): Promise<void> {
		await this.control('POST', 'detrack/faults', fault);
	}

	/** Creates one job; gives its columns. */
	async create(doNumber: string, additionalFields: IDataObject = {}): Promise<IDataObject> {
		const { items } = await this.run('create', { ...minimalJob(doNumber), additionalFields });
		return items[0]?.json ?? {};
	}

	/** Lets something happen to a job, such as `complete`. */
	async step(doNumber: string, step: string, options: object = {}): Promise<void> {
		const job = encodeURIComponent(doNumber);
		await this.control('POST', `detrack/jobs/${job}/steps/${step}`, options);
	}

	/** The requests that the sandbox has got since the last reset. */
	async requests(method?: string): Promise<Request[]> {
		const all = (await this.control('GET', 'detrack/requests')) as Request[];
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

export const DAY = '2099-03-03';

/** The least that creates a job, by fields. */
export const minimalJob = (doNumber = '={{ $json.id }}'): IDataObject => ({
	doNumber,
	date: DAY,
	address: '8 Newstead Ter, Newstead QLD 4006, Australia',
});

/** A job's locator. */
export const byNumber = (value: string): IDataObject => ({
	job: { __rl: true, mode: 'doNumber', value },
});
