import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

import manifest from '../../package.json';
import type { N8n } from '../n8n';
import { type N8nRest, restClient } from '../rest';
import { demoCredentials } from './credentials';
import { readNotes, writeNotes } from './memory';
import { prepareStandIns, setUpPortals } from './portals';
import { ensureCredentials, ensureTable, ensureWorkflow } from './provision';
import { credentialTypesOf, webhookUrl } from './workflow';

const TEMPLATES = resolve(__dirname, '..', '..', 'templates');
/** The workflow that works with the sandbox at once; the others are there to be filled in. */
const DEMO = 'lastmile-demo.json';

/** What the demo put into n8n. */
export interface Demo {
	rest: N8nRest;
	tableId: string;
	workflowId: string;
	/** How many templates are there beside the demo's own workflow. */
	templates: number;
}

/**
 * Brings an n8n and the sandbox together: owner, credentials, data table, workflows, the URLs in
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
		const tableId = await ensureTable(rest);
		const credentials = await ensureCredentials(rest, demoCredentials(sandbox), notes);
		const types = await rest.nodeTypes();
		const bindings = { credentials, tableId, credentialTypes: credentialTypesOf(types) };
		await prepareStandIns(sandbox.url);
		const demo = await ensureWorkflow(rest, join(TEMPLATES, DEMO), bindings, notes, true);
		await setUpPortals(sandbox.url, (provider) =>
			webhookUrl(types, n8n.url, demo, `${manifest.name}.${provider}Trigger`),
		);
		const templates = readdirSync(TEMPLATES, { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.json') && file !== DEMO)
			.sort();
		for (const file of templates) {
			await ensureWorkflow(rest, join(TEMPLATES, file), bindings, notes, false);
		}
		const workflowId = notes.workflows[DEMO] ?? '';
		return { rest, tableId, workflowId, templates: templates.length };
	} finally {
		await writeNotes(home, notes);
	}
}
