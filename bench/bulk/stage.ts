import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import axios from 'axios';

import { DEMO_VENDORS } from '../../runtime/demo/vendors';
import { bindWorkflow, credentialTypesOf } from '../../runtime/demo/workflow';
import type { N8nInstallation } from '../../runtime/install';
import { type N8n, startN8n } from '../../runtime/n8n';
import { type Credential, type N8nRest, restClient } from '../../runtime/rest';
import { type Sandbox, startSandbox } from '../../sandbox';
import { chain, type Node, webhookNode } from '../../test/support/chain';
import { RADARO_KEY } from '../../sandbox/radaro/defaults';
import { type ProcessFigure, watch } from '../processFigures';
import { gaugeEnvironment, gaugeOf } from '../soak/gauge';
import { radaroJobs } from './jobs';

/** As many as the sandbox makes up at once. */
const SEEDED_AT_ONCE = 5000;

/** How long a way took for all its items, from the call to its end, and what it took of n8n. */
export interface WayFigure {
	seconds: number;
	/** How many requests the service got. */
	requests: number;
	process: ProcessFigure | null;
}

/** A real n8n with this package, beside the sandbox without the services' limits. */
export class BulkStage {
	private constructor(
		readonly n8n: N8n,
		readonly rest: N8nRest,
		readonly sandbox: Sandbox,
		readonly credentials: ReadonlyMap<string, Credential>,
		readonly types: ReadonlyMap<string, string[]>,
		readonly folder: string,
	) {}

	/** @param tarball this package as npm publishes it */
	static async open(installation: N8nInstallation, tarball: string): Promise<BulkStage> {
		const sandbox = await startSandbox();
		const folder = await mkdtemp(join(tmpdir(), 'lastmile-bulk-'));
		try {
			const n8n = await startN8n({
				installation,
				tarballs: [tarball],
				// What n8n does when nothing is set.
				env: {
					N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'false',
					N8N_PAYLOAD_SIZE_MAX: '64',
					...gaugeEnvironment(join(folder, 'gauge.json')),
				},
			});
			const rest = restClient(n8n);
			await rest.ensureOwner();
			const credentials = new Map<string, Credential>();
			for (const input of DEMO_VENDORS.flatMap((vendor) => vendor.credentials(sandbox.url))) {
				credentials.set(input.type, await rest.createCredential(input));
			}
			const types = credentialTypesOf(await rest.nodeTypes());
			return new BulkStage(n8n, rest, sandbox, credentials, types, folder);
		} catch (error) {
			await sandbox.close();
			throw error;
		}
	}

	async close(): Promise<void> {
		await this.n8n.stop();
		await this.sandbox.close();
		await rm(this.folder, { recursive: true, force: true });
	}

	/** Empties the services, and takes their limits away. */
	async reset(): Promise<void> {
		await this.#control('POST', 'reset');
		await this.#control('PATCH', 'detrack/settings', { requestsPerMinute: 1_000_000 });
		const limits = { readsPerMinute: 1_000_000, writesPerMinute: 1_000_000 };
		await this.#control('PATCH', 'readycloud/settings', limits);
	}

	/** Gives a service so many jobs, or orders. */
	async seed(vendor: string, count: number): Promise<void> {
		if (vendor === 'radaro') {
			// Its list has only what was made with the key that asks for it.
			const url = `${this.sandbox.url}/radaro/api/webhooks/jobs/`;
			const options = {
				params: { key: RADARO_KEY },
				proxy: false,
				maxBodyLength: Infinity,
			} as const;
			await axios.post(url, radaroJobs(count, 'L'), options);
			return;
		}
		const path = vendor === 'readycloud' ? `${vendor}/orders` : `${vendor}/jobs`;
		for (let left = count; left > 0; left -= SEEDED_AT_ONCE) {
			await this.#control('POST', path, { count: Math.min(left, SEEDED_AT_ONCE) });
		}
	}

	/** Publishes nodes in a row behind a webhook, which gives them the items of a call. */
	async publish(nodes: readonly Node[]): Promise<(items: readonly object[]) => Promise<void>> {
		const path = randomUUID();
		const items = {
			name: 'Items',
			type: 'n8n-nodes-base.splitOut',
			typeVersion: 1,
			parameters: { fieldToSplitOut: 'body.items', options: {} },
		};
		const file = chain('Bulk', [webhookNode(path), items, ...nodes]);
		const workflow = await this.rest.importWorkflow(
			bindWorkflow(
				// Only the work is measured, not how n8n stores what came of it.
				{ ...file, settings: { ...file.settings, saveDataSuccessExecution: 'none' } },
				{ credentials: this.credentials, credentialTypes: this.types },
			),
		);
		await this.rest.activate(workflow);
		return async (given) => {
			const url = `${this.n8n.url}/webhook/${path}`;
			await axios.post(url, { items: given }, { proxy: false, maxBodyLength: Infinity });
		};
	}

	/** Has nodes do their work once, and says what it took. */
	async measure(
		vendor: string,
		call: (items: readonly object[]) => Promise<void>,
		items: readonly object[],
	): Promise<WayFigure> {
		await this.#control('DELETE', `${vendor}/requests`);
		const pid = this.n8n.pid ?? 0;
		// What ways before this one have left behind is not this one's.
		await gaugeOf(pid, join(this.folder, 'gauge.json'));
		const used = await watch(pid);
		const startedAt = performance.now();
		await call(items);
		const seconds = (performance.now() - startedAt) / 1000;
		const process = await used();
		const asked = (await this.#control('GET', `${vendor}/requests/count`)) as { count: number };
		return { seconds, process, requests: asked.count };
	}

	async #control(method: string, path: string, data?: object): Promise<unknown> {
		const url = `${this.sandbox.url}/control/${path}`;
		const body = method === 'GET' ? undefined : (data ?? {});
		return (await axios.request({ method, url, data: body, proxy: false })).data as unknown;
	}
}
