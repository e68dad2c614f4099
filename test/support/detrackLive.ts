import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import axios, { type AxiosRequestConfig } from 'axios';
import type { IDataObject } from 'n8n-workflow';

import {
	DETRACK_API_KEY,
	DETRACK_BASE,
	DETRACK_WEBHOOK_PASSWORD,
	DETRACK_WEBHOOK_USERNAME,
} from '../../sandbox/detrack/defaults';
import { type LiveN8n, noOp } from './liveN8n';

const DETRACK_PAIR = `${DETRACK_WEBHOOK_USERNAME}:${DETRACK_WEBHOOK_PASSWORD}`;
/** The header that Detrack's account is set to send. */
export const DETRACK_PROOF = `Basic ${Buffer.from(DETRACK_PAIR).toString('base64')}`;

/** The credential of a trigger; without `data` the Basic Auth that the sandbox sends. */
async function webhookCredential(live: LiveN8n, data?: IDataObject) {
	const basic = {
		authentication: 'basicAuth',
		username: DETRACK_WEBHOOK_USERNAME,
		password: DETRACK_WEBHOOK_PASSWORD,
	};
	return await live.rest.createCredential({
		name: 'Detrack Webhook',
		type: 'detrackWebhookApi',
		data: data ?? basic,
	});
}

export async function detrackCredential(live: LiveN8n, data: IDataObject = {}) {
	return await live.rest.createCredential({
		name: 'Detrack',
		type: 'detrackApi',
		data: {
			apiKey: DETRACK_API_KEY,
			useOtherServer: true,
			baseUrl: `${live.sandbox.url}${DETRACK_BASE}`,
			...data,
		},
	});
}

/** An inactive workflow of a Detrack Trigger and an end, and its addresses. */
export async function detrackTrigger(
	live: LiveN8n,
	parameters: IDataObject = {},
	credential?: IDataObject,
) {
	const webhookId = randomUUID();
	const { id } = await webhookCredential(live, credential);
	const workflow = await live.importChain('Detrack', [
		{
			name: 'Detrack Trigger',
			type: 'n8n-nodes-lastmile.detrackTrigger',
			typeVersion: 2,
			webhookId,
			parameters,
			credentials: { detrackWebhookApi: { id, name: 'Detrack Webhook' } },
		},
		noOp(),
	]);
	return {
		workflow,
		credentialId: id,
		url: `${live.n8n.url}/webhook/${webhookId}/detrack`,
		testUrl: `${live.n8n.url}/webhook-test/${webhookId}/detrack`,
	};
}

/** A published workflow of a Detrack Trigger, and how to call it with or without proof. */
export async function listeningDetrack(
	live: LiveN8n,
	parameters: IDataObject = {},
	credential?: IDataObject,
) {
	const made = await detrackTrigger(live, parameters, credential);
	await live.rest.activate(made.workflow);
	return {
		...made,
		call: async (data: unknown, config: AxiosRequestConfig = {}) =>
			await callDetrack(made.url, data, config),
		settledCount: async () => {
			await wait(1000);
			return await live.rest.countExecutions(made.workflow.id);
		},
	};
}

/** Calls an address as Detrack would, with the proof unless other headers are given. */
export async function callDetrack(url: string, data: unknown, config: AxiosRequestConfig = {}) {
	const answer = await axios.request<unknown>({
		method: 'POST',
		url,
		data,
		headers: { authorization: DETRACK_PROOF },
		validateStatus: () => true,
		...config,
	});
	return { status: answer.status, data: answer.data, headers: answer.headers };
}

/** What the trigger gave in every execution, in the order in which they began. */
export async function detrackEvents(
	live: LiveN8n,
	workflowId: string,
	count: number,
): Promise<IDataObject[]> {
	const executions = await live.rest.waitForExecutions(workflowId, count);
	const events: IDataObject[] = [];
	for (const { id } of [...executions].reverse()) {
		const { items } = await live.rest.getExecution(id);
		events.push(...((items['Detrack Trigger'] ?? []) as IDataObject[]));
	}
	return events;
}

/** Everything that n8n has stored, byte by byte; credentials are encrypted in it. */
export async function databaseText(live: LiveN8n): Promise<string> {
	const folder = path.join(live.n8n.userFolder, '.n8n');
	const files = ['database.sqlite', 'database.sqlite-wal'].map(
		async (name) => await readFile(path.join(folder, name), 'latin1').catch(() => ''),
	);
	return (await Promise.all(files)).join('');
}
