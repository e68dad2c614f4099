import { randomUUID } from 'node:crypto';

import axios from 'axios';
import type { IDataObject } from 'n8n-workflow';

import {
	DETRACK_WEBHOOK_PASSWORD,
	DETRACK_WEBHOOK_USERNAME,
} from '../../../sandbox/detrack/defaults';
import { RADARO_WEBHOOK_TOKEN } from '../../../sandbox/radaro/defaults';
import {
	READYCLOUD_BASE,
	READYCLOUD_ORG,
	READYCLOUD_TOKEN,
} from '../../../sandbox/readycloud/defaults';
import { ROUTIGO_API_KEY, ROUTIGO_BASE } from '../../../sandbox/routigo/defaults';
import type { Node } from '../../support/chain';
import { DETRACK_PROOF } from '../../support/detrackLive';
import { fixture } from '../../support/fixtures';
import { type LiveN8n, noOp } from '../../support/liveN8n';

/** A published trigger: where it is called, and how its service proves itself. */
export interface Door {
	workflow: string;
	method: string;
	url: string;
	body: IDataObject;
	proof: string;
	/** The name of the header that holds the proof; without it, it is the token in the body. */
	header?: string;
}

async function credential(live: LiveN8n, type: string, data: IDataObject) {
	const { id } = await live.rest.createCredential({ name: type, type, data });
	return { [type]: { id, name: type } };
}

/** Publishes a workflow of one trigger; gives its id, and the URL at which the trigger is called. */
async function published(
	live: LiveN8n,
	slug: string,
	parameters: IDataObject,
	credentials: Node['credentials'],
) {
	const webhookId = randomUUID();
	const name = {
		radaro: 'radaro',
		detrack: 'detrack',
		routigo: 'routigo',
		readycloud: 'readyCloud',
	};
	const type = `n8n-nodes-lastmile.${name[slug as keyof typeof name]}Trigger`;
	const trigger = { name: 'Trigger', type, typeVersion: 2, webhookId, parameters, credentials };
	const workflow = await live.importChain(slug, [trigger, noOp()]);
	await live.rest.activate(workflow);
	return { workflow: workflow.id, url: `${live.n8n.url}/webhook/${webhookId}/${slug}` };
}

/** Publishes a trigger of each vendor; what registers itself is looked up at the sandbox. */
export const DOORS = {
	async Radaro(live: LiveN8n): Promise<Door> {
		const token = RADARO_WEBHOOK_TOKEN;
		const made = await credential(live, 'radaroWebhookApi', { webhookTokens: token });
		return {
			...(await published(live, 'radaro', {}, made)),
			method: 'POST',
			body: fixture('radaro/04-job-status-delivered.json') as IDataObject,
			proof: token,
		};
	},
	async Detrack(live: LiveN8n): Promise<Door> {
		const made = await credential(live, 'detrackWebhookApi', {
			authentication: 'basicAuth',
			username: DETRACK_WEBHOOK_USERNAME,
			password: DETRACK_WEBHOOK_PASSWORD,
		});
		return {
			...(await published(live, 'detrack', {}, made)),
			method: 'POST',
			body: fixture('detrack/v2_completed.json') as IDataObject,
			proof: DETRACK_PROOF,
			header: 'authorization',
		};
	},
	async RoutiGo(live: LiveN8n): Promise<Door> {
		const baseUrl = `${live.sandbox.url}${ROUTIGO_BASE}`;
		const key = {
			authentication: 'apiKey',
			apiKey: ROUTIGO_API_KEY,
			token: '',
			useOtherServer: true,
			baseUrl,
		};
		const made = await published(
			live,
			'routigo',
			{ events: ['ASSIGNMENT_DONE'] },
			await credential(live, 'routigoApi', key),
		);
		const answer = await axios.get<Array<{ action: { url: string; headers: IDataObject } }>>(
			`${baseUrl}/v2/webhooks`,
			{ headers: { 'X-API-KEY': ROUTIGO_API_KEY } },
		);
		const { pathname } = new URL(made.url);
		const own = answer.data.find(({ action }) => action.url.endsWith(pathname));
		return {
			...made,
			url: `${made.url}?lastmileEvent=ASSIGNMENT_DONE&lastmileType=ASSIGNMENT`,
			method: 'POST',
			body: { id: 'a-1', endStatus: 'DELIVERED' },
			proof: String(own?.action.headers.Authorization),
			header: 'authorization',
		};
	},
	async ReadyCloud(live: LiveN8n): Promise<Door> {
		const baseUrl = `${live.sandbox.url}${READYCLOUD_BASE}`;
		const made = await published(
			live,
			'readycloud',
			{
				organizationId: { __rl: true, mode: 'list', value: READYCLOUD_ORG },
				events: ['orders'],
			},
			await credential(live, 'readyCloudApi', {
				accessToken: READYCLOUD_TOKEN,
				useOtherServer: true,
				baseUrl,
			}),
		);
		const answer = await axios.get<{ results: Array<{ remote_url: string; token: string }> }>(
			`${baseUrl}/orgs/${READYCLOUD_ORG}/webhooks/?limit=100`,
			{ headers: { authorization: `Bearer ${READYCLOUD_TOKEN}` } },
		);
		const { pathname } = new URL(made.url);
		const own = answer.data.results.find(({ remote_url: called }) => called.includes(pathname));
		return {
			...made,
			url: `${made.url}?entity=orders`,
			method: 'PUT',
			body: fixture('readycloud/orders-filled.json') as IDataObject,
			proof: String(own?.token),
			header: 'auth',
		};
	},
};
