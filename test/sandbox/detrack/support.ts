import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { DETRACK_API_KEY, DETRACK_BASE } from '../../../sandbox/detrack/defaults';
import { type Dict, http, type Reply } from '../support/bench';
import { VendorBench } from '../support/vendorBench';

/** The date in the account's zone that the tests work on; the virtual clock is near it. */
export interface Report {
	id: string;
	job: Dict;
	steps: Array<{ name: string; label: string; aside: boolean }>;
	deliveries: Dict[];
}

export interface List {
	data: Dict[];
	links: { next: string | null; prev: string | null; first?: string; last?: string };
	total_count?: number;
}

/** Detrack in a running sandbox, with short words for what tests do most. */
export class Track extends VendorBench {
	protected readonly vendor = 'detrack';

	/** A call below the base address. */
	api(method: string, path: string, body?: unknown, key: string | null = DETRACK_API_KEY) {
		const url = `${this.bench.sandbox.url}${DETRACK_BASE}${path}`;
		return http(url, method, body, key === null ? {} : { 'x-api-key': key });
	}

	/** A call below `/dn/jobs`; `data` is put into the body. */
	jobs(method: string, path: string, data?: unknown, key?: string | null): Promise<Reply> {
		return this.api(method, `/dn/jobs${path}`, data === undefined ? undefined : { data }, key);
	}

	async list(query = ''): Promise<List> {
		return (await this.jobs('GET', query)).json<List>();
	}

	async search(filters: Dict): Promise<string[]> {
		const reply = await this.jobs('POST', '/search', filters);
		return reply.json<List>().data.map((job) => String(job.do_number));
	}

	/** Creates a job by the API; gives it. */
	async create(doNumber: string, more: Dict = {}): Promise<Dict> {
		const reply = await this.jobs('POST', '', minimal(doNumber, more));
		if (reply.status !== 201) throw new Error(reply.text);
		return reply.json<{ data: Dict }>().data;
	}

	/** What the account enters; the receiver's address if no other is given. */
	async hooks(changes: Dict = {}): Promise<Dict> {
		const body = { urls: [this.receiver.url()], ...changes };
		const reply = await this.control('PUT', 'webhooks', body);
		if (reply.status !== 200) throw new Error(reply.text);
		return reply.json();
	}

	/** Creates a job by hand. */
	async make(body: Dict = {}): Promise<Report> {
		const reply = await this.control('POST', 'jobs', body);
		if (reply.status !== 201) throw new Error(reply.text);
		return reply.json<Report>();
	}

	async step(id: string, step: string, body?: Dict): Promise<Report> {
		const reply = await this.control('POST', `jobs/${id}/steps/${step}`, body);
		if (reply.status !== 200) throw new Error(reply.text);
		return reply.json<Report>();
	}

	/** Several steps, one after the other. */
	async walk(id: string, ...steps: string[]): Promise<void> {
		for (const step of steps) await this.step(id, step);
	}

	/** The events sent so far, as the delivery log names them, oldest first. */
	async events(): Promise<string[]> {
		await this.settle();
		const all = (await this.bench.control('GET', 'deliveries')).json<Dict[]>();
		return all.map(({ event }) => String(event)).reverse();
	}

	/** The account's date, some days from today; the default zone has no summer time. */
	async day(offset = 0): Promise<string> {
		const { now } = (await this.bench.control('GET', 'state')).json<{ now: string }>();
		const brisbane = Date.parse(now) + (10 + offset * 24) * 3_600_000;
		return new Date(brisbane).toISOString().slice(0, 10);
	}
}

/** What a job needs at least. */
export function minimal(doNumber: string, more: Dict = {}): Dict {
	return { do_number: doNumber, date: '2026-03-03', address: '18 Harbour View Road', ...more };
}

/** One of the committed sample payloads. */
export function sample(name: string): Dict {
	return JSON.parse(readFileSync(join(__dirname, '../../fixtures/detrack', name), 'utf8'));
}
