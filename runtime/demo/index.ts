import { resolve } from 'node:path';
import type { N8n } from '../n8n';
import { type N8nRest, restClient } from '../rest';
import { demoCredentials, setRadaroWebhook } from './credentials';
import { readNotes, writeNotes } from './memory';
import { ensureCredentials, ensureTable, ensureWorkflow } from './provision';
import { webhookUrl } from './workflow';

const WORKFLOW = resolve(__dirname, '..', '..', 'templates', 'radaro-demo.json');
const TRIGGER = 'n8n-nodes-lastmile.radaroTrigger';

/** What the demo put into n8n. */
export interface Demo {
	rest: N8nRest;
	tableId: string;
	workflowId: string;
	/** Production address of the Radaro Trigger. */
	webhook: string;
}

/**
 * Brings an n8n and the sandbox together: owner, credentials, data table, active
 * workflow, webhook address. What an earlier call made is reused; only what changed is touched.
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
		const bound = await ensureWorkflow(rest, WORKFLOW, { credentials, tableId }, notes);
		const webhook = await webhookUrl(rest, n8n.url, bound, TRIGGER);
		await setRadaroWebhook(sandbox.url, webhook);
		return { rest, tableId, workflowId: notes.workflowId ?? '', webhook };
	} finally {
		await writeNotes(home, notes);
	}
}
