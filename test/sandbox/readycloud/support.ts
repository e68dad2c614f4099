import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import {
	READYCLOUD_BASE,
	READYCLOUD_ORG,
	READYCLOUD_TOKEN,
} from '../../../sandbox/readycloud/defaults';
import { type Dict, http, type Reply } from '../support/bench';
import { VendorBench } from '../support/vendorBench';

export interface Page {
	count: number;
	next: string | null;
	previous: string | null;
	results: Dict[];
}

export interface Report {
	id: string;
	job: Dict;
	steps: Array<{ name: string }>;
	deliveries: Dict[];
	suspended: boolean;
}

/** ReadyCloud in a running sandbox, with short words for what tests do most. */
export class Cloud extends VendorBench {
	protected readonly vendor = 'readycloud';

	/** A call below the base address. */
	api(method: string, path: string, body?: unknown, token: string | null = READYCLOUD_TOKEN) {
		const url = `${this.bench.sandbox.url}${READYCLOUD_BASE}${path}`;
		return http(url, method, body, token === null ? {} : { authorization: `Bearer ${token}` });
	}

	/** A call below the organization. */
	org(method: string, path: string, body?: unknown, token?: string): Promise<Reply> {
		return this.api(method, `/orgs/${READYCLOUD_ORG}/${path}`, body, token);
	}

	async list(path: string): Promise<Page> {
		return (await this.org('GET', path)).json<Page>();
	}

	/** Registers the receiver for an entity; gives the webhook. */
	async subscribe(entity: string, path = '/hook'): Promise<Dict> {
		const remote_url = this.receiver.url(path).replace('http:', 'https:');
		const reply = await this.org('POST', 'webhooks/', { entity, remote_url });
		if (reply.status !== 201) throw new Error(reply.text);
		return reply.json();
	}

	async make(what: 'orders' | 'contacts' | 'packaging', body: Dict = {}): Promise<Report> {
		const reply = await this.control('POST', what, body);
		if (reply.status !== 201) throw new Error(reply.text);
		return reply.json<Report>();
	}

	async step(id: string, step: string, body?: Dict): Promise<Report> {
		const reply = await this.control('POST', `jobs/${id}/steps/${step}`, body);
		if (reply.status !== 200) throw new Error(reply.text);
		return reply.json<Report>();
	}
}

/** The id at the end of a `url`. */
export function idIn(resource: Dict): string {
	return String(resource.url).split('/').at(-2) ?? '';
}

/** One of the committed sample payloads. */
export function sample(name: string): Dict {
	return JSON.parse(readFileSync(join(__dirname, '../../fixtures/readycloud', name), 'utf8'));
}
