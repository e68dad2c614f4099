import axios from 'axios';
import type { IDataObject } from 'n8n-workflow';

import { type Sandbox, startSandbox } from '../../sandbox';
import type { VENDORS } from '../../vendors';
import type { Run } from './executeNode';
import { type OperationOptions, runOperation, type TestedNode } from './runOperation';

/** A request as the sandbox tells of it. */
export interface SeenRequest {
	at: string;
	method: string;
	path: string;
	query: Record<string, string>;
	body: unknown;
	status: number;
}

export interface StandIn {
	slug: (typeof VENDORS)[number]['slug'];
	/** Where its API begins below the sandbox's URL. */
	apiPath: string;
	/** The vendor's action node; the URL in its credential is the stand-in's. */
	tested: TestedNode;
}

interface Startable {
	start(): Promise<void>;
	stop(): Promise<void>;
	reset?(): Promise<void>;
}

/** A bench for all tests of a file, as new before each of them. */
export function useBench<Bench extends Startable>(bench: Bench): Bench {
	beforeAll(async () => await bench.start());
	afterAll(async () => await bench.stop());
	beforeEach(async () => await bench.reset?.());
	return bench;
}

/** A vendor's action node beside a sandbox of its own; see `useBench`. */
export class StandInBench {
	#sandbox: Sandbox | undefined;
	readonly #standIn: StandIn;

	constructor(standIn: StandIn) {
		this.#standIn = standIn;
	}

	async start(): Promise<void> {
		this.#sandbox = await startSandbox({ vendors: [this.#standIn.slug] });
	}

	async stop(): Promise<void> {
		await this.#sandbox?.close();
	}

	async reset(): Promise<void> {
		await this.control('POST', 'reset');
	}

	/** The sandbox's URL. */
	get url(): string {
		return this.#started.url;
	}

	/** The URL of the vendor's API. */
	get baseUrl(): string {
		return `${this.url}${this.#standIn.apiPath}`;
	}

	logLines(): readonly string[] {
		return this.#started.logLines();
	}

	/** Runs one operation of the node, such as `webhook.getMany`; `create` is one of a job. */
	async run(
		operation: string,
		parameters: IDataObject = {},
		options: OperationOptions = {},
	): Promise<Run> {
		const credential = { baseUrl: this.baseUrl, ...options.credential };
		return await runOperation(this.#standIn.tested, operation, parameters, {
			...options,
			credential,
		});
	}

	async settings(changes: object): Promise<void> {
		await this.control('PATCH', `${this.#standIn.slug}/settings`, changes);
	}

	async fault(fault: object): Promise<void> {
		await this.control('POST', `${this.#standIn.slug}/faults`, fault);
	}

	/** The requests that the stand-in has got since the last reset. */
	async requests(method?: string): Promise<SeenRequest[]> {
		const all = (await this.control('GET', `${this.#standIn.slug}/requests`)) as SeenRequest[];
		return all.filter((request) => method === undefined || request.method === method);
	}

	async lastRequest(method: string): Promise<SeenRequest | undefined> {
		return (await this.requests(method)).at(-1);
	}

	/** Asks the sandbox's control interface, such as `POST clock`. */
	async control(
		method: string,
		route: string,
		data: object | undefined = method === 'POST' ? {} : undefined,
	): Promise<unknown> {
		const answer = await axios.request({ method, url: `${this.url}/control/${route}`, data });
		return answer.data as unknown;
	}

	get #started(): Sandbox {
		if (this.#sandbox === undefined) throw new Error('The sandbox has not been started.');
		return this.#sandbox;
	}
}
