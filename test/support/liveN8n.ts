import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import axios from 'axios';
import type { IDataObject } from 'n8n-workflow';

import { type N8n, startN8n } from '../../runtime/n8n';
import { packPackage } from '../../runtime/pack';
import { freePorts } from '../../runtime/ports';
import { type N8nRest, restClient, type Workflow } from '../../runtime/rest';
import { type Sandbox, startSandbox } from '../../sandbox';
import { RADARO_KEY, RADARO_WEBHOOK_TOKEN } from '../../sandbox/radaro/defaults';
import { chain, type Node } from './chain';

/** A real n8n with the packed package, beside a sandbox. */
export class LiveN8n {
	readonly #folder: string;

	private constructor(
		readonly n8n: N8n,
		readonly rest: N8nRest,
		readonly sandbox: Sandbox,
		folder: string,
	) {
		this.#folder = folder;
	}

	static async start(env: Record<string, string> = {}): Promise<LiveN8n> {
		const folder = await mkdtemp(path.join(os.tmpdir(), 'lastmile-live-'));
		const sandbox = await startSandbox();
		const [port = 0] = await freePorts(1);
		const n8n = await startN8n({
			port,
			tarballs: [await packPackage({ outDir: folder })],
			timezone: 'Australia/Melbourne',
			// Vendors that insist on HTTPS get such an address; the sandbox calls it by HTTP.
			env: { WEBHOOK_URL: `https://127.0.0.1:${port}/`, ...env },
		});
		const rest = restClient(n8n);
		await rest.ensureOwner();
		return new LiveN8n(n8n, rest, sandbox, folder);
	}

	async stop(): Promise<void> {
		await this.n8n.stop();
		await this.sandbox.close();
		await rm(this.#folder, { recursive: true, force: true });
	}

	/** A Radaro credential for the sandbox, changed by `data`. */
	async radaroCredential(data: IDataObject = {}) {
		return await this.rest.createCredential({
			name: 'Radaro',
			type: 'radaroApi',
			data: {
				server: 1,
				apiKey: RADARO_KEY,
				useOtherServer: true,
				baseUrl: `${this.sandbox.url}/radaro`,
				...data,
			},
		});
	}

	/** A credential of a Radaro Trigger, with the token that the sandbox sends, changed by `data`. */
	async radaroWebhookCredential(data: IDataObject = {}) {
		return await this.rest.createCredential({
			name: 'Radaro Webhook',
			type: 'radaroWebhookApi',
			data: { webhookTokens: RADARO_WEBHOOK_TOKEN, ...data },
		});
	}

	/** Imports a chain of nodes, each connected to the next. */
	async importChain(name: string, nodes: Node[]): Promise<Workflow> {
		return await this.rest.importWorkflow(chain(name, nodes));
	}

	async control(
		method: string,
		route: string,
		data: object | undefined = method === 'GET' ? undefined : {},
	): Promise<unknown> {
		const answer = await axios.request({
			method,
			url: `${this.sandbox.url}/control/${route}`,
			data,
		});
		return answer.data as unknown;
	}
}

/** A Radaro Trigger whose address is made of its `webhookId`. */
export function radaroTrigger(
	webhookId: string,
	credentialId: string,
	parameters: IDataObject = {},
): Node {
	return {
		name: 'Radaro Trigger',
		type: 'n8n-nodes-lastmile.radaroTrigger',
		typeVersion: 2,
		webhookId,
		parameters,
		credentials: { radaroWebhookApi: { id: credentialId, name: 'Radaro Webhook' } },
	};
}

export function noOp(name = 'End'): Node {
	return { name, type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} };
}
