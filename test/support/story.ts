import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import axios from 'axios';

import { ensureN8n } from '../../runtime/install';
import { type N8n, startN8n } from '../../runtime/n8n';
import { packPackage } from '../../runtime/pack';
import { freePort } from '../../runtime/ports';
import {
	type Credential,
	type Execution,
	type N8nRest,
	restClient,
	type WorkflowFile,
} from '../../runtime/rest';
import type { Postgres } from '../../runtime/servers/postgres';
import type { Sandbox } from '../../sandbox';
import { RADARO_WEBHOOK_TOKEN } from '../../sandbox/radaro/defaults';
import { chain, inputNodes, type Node } from './chain';
import type { Google } from './google';
import type { Intercept } from './intercept';
import type { Odoo } from './odoo';
import { credentialInput, credentialTypesOf } from './storyCredentials';
import { type PartsOptions, StoryParts } from './storyParts';
import { type Changes, prepared, StoryWorkflow, templateFile } from './storyWorkflow';

export interface Mail {
	id: number;
	to: string;
	subject: string;
	text: string;
	html: string | null;
	attachments: Array<{ name: string; type: string; size: number }>;
}

export interface StoryOptions extends PartsOptions {
	/** Folder with the manifest and the lock file of another n8n than the current one. */
	source?: string;
	/** Further environment of n8n. */
	env?: Record<string, string>;
	timezone?: string;
}

/**
 * Everything between a driver's tap and a row, a mail or a record: sandbox, n8n with the package,
 * Google, ERPNext, Odoo, PostgreSQL and a mail server, all on this machine. One is enough for many
 * templates.
 */
export class Story {
	readonly sandbox: Sandbox;
	readonly intercept: Intercept;
	readonly google: Google;
	readonly odoo: Odoo;
	readonly postgres: Postgres;
	readonly #credentials = new Map<string, Promise<Credential>>();

	readonly #parts: StoryParts;
	readonly #folder: string;

	private constructor(
		readonly n8n: N8n,
		readonly rest: N8nRest,
		parts: StoryParts,
		folder: string,
	) {
		this.#parts = parts;
		this.#folder = folder;
		this.sandbox = parts.sandbox;
		this.intercept = parts.intercept;
		this.google = parts.google;
		this.odoo = parts.odoo;
		this.postgres = parts.postgres;
	}

	static async open({ source, env, timezone, ...others }: StoryOptions = {}): Promise<Story> {
		const folder = await mkdtemp(path.join(os.tmpdir(), 'lastmile-story-'));
		let parts: StoryParts | undefined;
		try {
			// A package that was packed before, so that several runs need not each build one.
			const tarball = process.env.LASTMILE_TARBALL ?? (await packPackage({ outDir: folder }));
			const port = await freePort();
			parts = await StoryParts.start(port, others);
			const n8n = await startN8n({
				installation: await ensureN8n({ source }),
				port,
				tarballs: [tarball],
				timezone: timezone ?? 'Australia/Melbourne',
				env: { ...parts.environment, ...env },
			});
			const rest = restClient(n8n);
			await rest.ensureOwner();
			return new Story(n8n, rest, parts, folder);
		} catch (error) {
			await parts?.stop();
			await rm(folder, { recursive: true, force: true });
			throw error;
		}
	}

	async close(): Promise<void> {
		await this.n8n.stop();
		await this.#parts.stop();
		await rm(this.#folder, { recursive: true, force: true });
	}

	/** The credential of a type, made on its first use. */
	async credential(type: string): Promise<Credential> {
		const made = this.#credentials.get(type);
		if (made) return await made;
		const making = this.rest.createCredential(credentialInput(type, this.#parts));
		this.#credentials.set(type, making);
		return await making;
	}

	/**
	 * Imports a template of `templates/` and does what its notes ask for: sets each node's credential
	 * and, by `changes`, the parameters that only a user can know.
	 */
	async importTemplate(name: string, changes: Changes = {}): Promise<StoryWorkflow> {
		return await this.importFile(await templateFile(name), changes);
	}

	async importFile(file: WorkflowFile, changes: Changes = {}): Promise<StoryWorkflow> {
		const types = credentialTypesOf(prepared(file, changes).nodes);
		const found: Credential[] = [];
		// One by one: an old n8n has one connection to SQLite, and one transaction at a time.
		for (const type of types) found.push(await this.credential(type));
		const ready = prepared(file, changes, found);
		return new StoryWorkflow(this, ready, await this.rest.importWorkflow(ready));
	}

	/** Runs nodes one after the other on items, as from the editor; gives the finished execution. */
	async runNodes(items: object[], ...nodes: Node[]): Promise<Execution> {
		const workflow = await this.importFile(chain('Nodes', [...inputNodes(items), ...nodes]));
		return await workflow.run('Start');
	}

	/** Pastes the addresses of workflows' Radaro Triggers into Radaro's portal. */
	async connectRadaro(...workflows: StoryWorkflow[]): Promise<void> {
		const type = 'n8n-nodes-lastmile.radaroTrigger';
		const urls = await Promise.all(workflows.map(async (each) => await each.address(type)));
		await this.control('PUT', 'radaro/webhooks', { urls, token: RADARO_WEBHOOK_TOKEN });
	}

	/** Drives the sandbox, as its page does. */
	async control<T = unknown>(
		method: string,
		route: string,
		data: object | undefined = method === 'GET' ? undefined : {},
	): Promise<T> {
		const answer = await axios.request<T>({
			method,
			url: `${this.sandbox.url}/control/${route}`,
			data,
			proxy: false,
			validateStatus: () => true,
		});
		if (answer.status < 400) return answer.data;
		throw new Error(`The sandbox refused ${method} ${route}: ${JSON.stringify(answer.data)}`);
	}

	/** Lets workflows that are imported from now on send to this mail server; to the sandbox's without. */
	sendMailsTo(port: number = this.sandbox.smtpPort): void {
		this.#parts.smtpPort = port;
		this.#credentials.delete('smtp');
	}

	/** Mails that have arrived, oldest first. */
	async mails(): Promise<Mail[]> {
		return (await this.control<Mail[]>('GET', 'inbox')).reverse();
	}

	/** Content of a mail's attachment, counted from 0. */
	async attachment(mail: Mail, index: number): Promise<Buffer> {
		const url = `${this.sandbox.url}/control/inbox/${mail.id}/attachments/${index}`;
		const answer = await axios.get<Buffer>(url, { responseType: 'arraybuffer', proxy: false });
		return Buffer.from(answer.data);
	}

	/** All that workflows have written anywhere, as one text to look for what must not be in it. */
	async written(): Promise<string> {
		const records = [
			await this.mails(),
			await this.control('GET', 'erp/changes'),
			this.odoo.requests,
			this.google.everything(),
			await this.postgres.everything(),
		];
		return JSON.stringify(records);
	}
}
