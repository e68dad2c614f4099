import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join, resolve, sep } from 'node:path';

import manifest from '../../package.json';
import type { N8n } from '../n8n';
import { type N8nRest, restClient, type WorkflowFile, workflowFileSchema } from '../rest';
import { demoCredentials } from './credentials';
import { type DemoFlow, filledIn, otherFlows, RECEIVE } from './flows';
import { fingerprint, readNotes, writeNotes } from './memory';
import { prepareStandIns, registeredIn, setUpPortals } from './portals';
import { ensureCredentials, ensureTags, ensureWorkflow, keptWorkflows } from './provision';
import { ensureTables, tablesOf } from './tables';
import { bindWorkflow, credentialTypesOf, webhookUrl } from './workflow';

const TEMPLATES = resolve(__dirname, '..', '..', 'templates');
/** The table that stands for a sheet. */
const SHEET = 'Lastmile demo sheet';

/** What the demo put into n8n. */
export interface Demo {
	rest: N8nRest;
	/** The data table that stands for a sheet. */
	tableId: string;
	/** The workflow that receives the events. */
	workflowId: string;
	/** All workflows that run in the demo, that one among them. */
	workflowIds: string[];
	/** How many templates are there to be filled in. */
	templates: number;
	/** Vendors that call only addresses which a person has entered, by their names. */
	elsewhere: readonly string[];
}

/**
 * Brings an n8n and the sandbox together: owner, credentials, data tables, workflows, the URLs in
 * the services' portals. What an earlier call made is reused; only what changed is touched.
 */
export async function provision(
	n8n: N8n,
	sandbox: { url: string; smtpPort: number },
	home: string,
): Promise<Demo> {
	const rest = restClient(n8n);
	await rest.ensureOwner();
	const notes = await readNotes(home);
	try {
		const credentials = await ensureCredentials(rest, demoCredentials(sandbox), notes);
		const types = await rest.nodeTypes();
		const bindings = { credentials, credentialTypes: credentialTypesOf(types) };
		await prepareStandIns(sandbox.url);
		const bound = async (flow: DemoFlow): Promise<WorkflowFile> =>
			bindWorkflow(filledIn(await template(flow.file), flow), bindings);
		const receive = await bound(RECEIVE);
		const others = new Map<string, WorkflowFile>();
		for (const flow of otherFlows(sandbox.url)) others.set(flow.file, await bound(flow));
		const all = [receive, ...others.values()];
		const tables = await ensureTables(rest, all.flatMap(tablesOf));
		const known = { notes, kept: await keptWorkflows(rest), tags: await ensureTags(rest) };
		const drafts = templateNames().filter((name) => name !== RECEIVE.file && !others.has(name));
		// n8n lists what was changed last first; so what a user looks for comes last here.
		for (const name of [...drafts].reverse()) {
			const file = bindWorkflow(await template(name), bindings);
			await ensureWorkflow(rest, basename(name), file, known, 'draft');
		}
		for (const [name, file] of [...others].reverse()) {
			await ensureWorkflow(rest, basename(name), file, known, 'published');
		}
		// Triggers that register themselves do so only when they are published, which need not be
		// again while everything is registered as they left it.
		const registered = async (): Promise<string> =>
			fingerprint([n8n.url, await registeredIn(sandbox.url)]);
		const isAsLeft = notes.made.registered === (await registered());
		const publication = isAsLeft ? 'published' : 'anew';
		await ensureWorkflow(rest, basename(RECEIVE.file), receive, known, publication);
		notes.made.registered = await registered();
		const elsewhere = await setUpPortals(sandbox.url, (provider) =>
			webhookUrl(types, n8n.url, receive, `${manifest.name}.${provider}Trigger`),
		);
		return {
			rest,
			tableId: tables.get(SHEET) ?? '',
			workflowId: notes.workflows[basename(RECEIVE.file)] ?? '',
			workflowIds: [RECEIVE.file, ...others.keys()].flatMap(
				(name) => notes.workflows[basename(name)] ?? [],
			),
			templates: drafts.length,
			elsewhere,
		};
	} finally {
		await writeNotes(home, notes);
	}
}

function templateNames(): string[] {
	return readdirSync(TEMPLATES, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.json'))
		.map((file) => file.replaceAll(sep, '/'))
		.sort();
}

async function template(name: string): Promise<WorkflowFile> {
	return workflowFileSchema.parse(JSON.parse(await readFile(join(TEMPLATES, name), 'utf8')));
}
