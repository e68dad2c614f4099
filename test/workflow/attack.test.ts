import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

import axios from 'axios';
import type { IDataObject } from 'n8n-workflow';

import { DETRACK_WEBHOOK_PASSWORD, DETRACK_WEBHOOK_USERNAME } from '../../sandbox/detrack/defaults';
import { RADARO_WEBHOOK_TOKEN } from '../../sandbox/radaro/defaults';
import {
	READYCLOUD_BASE,
	READYCLOUD_ORG,
	READYCLOUD_TOKEN,
} from '../../sandbox/readycloud/defaults';
import { ROUTIGO_API_KEY, ROUTIGO_BASE } from '../../sandbox/routigo/defaults';
import type { Node } from '../support/chain';
import { DETRACK_PROOF } from '../support/detrackLive';
import { fixture } from '../support/fixtures';
import { LiveN8n, noOp, radaroTrigger } from '../support/liveN8n';

let live: LiveN8n;
beforeAll(async () => {
	live = await LiveN8n.start();
}, 900_000);
afterAll(async () => {
	await live.stop();
});
jest.setTimeout(60_000);

/** A published trigger: where it is called, and how its service proves itself. */
interface Door {
	workflow: string;
	method: string;
	url: string;
	body: IDataObject;
	proof: string;
	/** The name of the header that holds the proof; without it, it is the token in the body. */
	header?: string;
}

async function credential(type: string, data: IDataObject) {
	const { id } = await live.rest.createCredential({ name: type, type, data });
	return { [type]: { id, name: type } };
}

/** Publishes a workflow of one trigger; gives its id, and the URL at which the trigger is called. */
async function published(slug: string, parameters: IDataObject, credentials: Node['credentials']) {
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

const DOORS: Record<string, () => Promise<Door>> = {
	async Radaro() {
		const token = RADARO_WEBHOOK_TOKEN;
		const made = await credential('radaroWebhookApi', { webhookTokens: token });
		return {
			...(await published('radaro', {}, made)),
			method: 'POST',
			body: fixture('radaro/04-job-status-delivered.json') as IDataObject,
			proof: token,
		};
	},
	async Detrack() {
		const made = await credential('detrackWebhookApi', {
			authentication: 'basicAuth',
			username: DETRACK_WEBHOOK_USERNAME,
			password: DETRACK_WEBHOOK_PASSWORD,
		});
		return {
			...(await published('detrack', {}, made)),
			method: 'POST',
			body: fixture('detrack/v2_completed.json') as IDataObject,
			proof: DETRACK_PROOF,
			header: 'authorization',
		};
	},
	async RoutiGo() {
		const baseUrl = `${live.sandbox.url}${ROUTIGO_BASE}`;
		const key = {
			authentication: 'apiKey',
			apiKey: ROUTIGO_API_KEY,
			useOtherServer: true,
			baseUrl,
		};
		const made = await published(
			'routigo',
			{ events: ['ASSIGNMENT_DONE'] },
			await credential('routigoApi', key),
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
	async ReadyCloud() {
		const baseUrl = `${live.sandbox.url}${READYCLOUD_BASE}`;
		const made = await published(
			'readycloud',
			{
				organizationId: { __rl: true, mode: 'list', value: READYCLOUD_ORG },
				events: ['orders'],
			},
			await credential('readyCloudApi', {
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

/** What is sent: a proof, or nothing in its place; and what else. */
type Row = [what: string, proofOf: (proof: string) => unknown, more: Partial<Door>, status: number];

const WRONG: Row[] = [
	['absent', () => undefined, {}, 401],
	['empty', () => '', {}, 401],
	['wrong', (proof) => `${proof.slice(0, 12)}A${proof.slice(13)}`, {}, 401],
	['short', (proof) => proof.replace(/=*$/, '').slice(0, -2), {}, 401],
	['in other case', (proof) => proof.slice(0, 7) + proof.slice(7).toUpperCase(), {}, 401],
	['with a blank inside', (proof) => `${proof.slice(0, 9)} ${proof.slice(9)}`, {}, 401],
	['twice, joined', (proof) => `${proof}, ${proof}`, {}, 401],
	['fifteen thousand bytes long', (proof) => proof + 'x'.repeat(15_000), {}, 401],
	['in another header', () => undefined, { header: 'x-proof' }, 401],
];

async function send(door: Door, proof: unknown, more: Partial<Door> = {}) {
	const { method, url, body, header } = { ...door, ...more };
	const { token, ...others } = body;
	const isInBody = door.header === undefined;
	const answer = await axios.request<unknown>({
		method,
		url,
		data: isInBody && proof !== undefined ? { ...others, token: proof } : isInBody ? others : body,
		headers: {
			'content-type': 'application/json',
			...(more.header === undefined ? {} : { [more.header]: door.proof }),
			...(header === undefined || proof === undefined ? {} : { [header]: proof as string }),
		},
		validateStatus: () => true,
	});
	return answer;
}

it.each(Object.entries(DOORS))(
	'%s: no wrong proof gets in, and the right one does',
	async (_name, make) => {
		const door = await make();
		for (const [what, proofOf, more, status] of WRONG) {
			const answer = await send(door, proofOf(door.proof), more);
			expect([what, answer.status]).toEqual([what, status]);
			expect(JSON.stringify(answer.data)).not.toContain(door.proof);
		}
		expect((await send(door, door.proof)).status).toBe(200);
		const [only, ...others] = await live.rest.waitForExecutions(door.workflow, 1);
		expect([only?.status, others]).toEqual(['success', []]);
		expect(await live.rest.countExecutions(door.workflow)).toBe(1);
	},
);

it('a setting that comes out empty becomes a failed execution that keeps the event', async () => {
	const { id } = await live.radaroWebhookCredential();
	const webhookId = randomUUID();
	// Right when the workflow is published, and empty a moment later.
	const until = Date.now() + 6000;
	const statuses = `={{ $now.toMillis() > ${until} ? [] : ['delivered'] }}`;
	const workflow = await live.importChain('Broken', [
		radaroTrigger(webhookId, id, { filters: { statuses } }),
		noOp(),
	]);
	await live.rest.activate(workflow);
	const door: Door = {
		workflow: workflow.id,
		method: 'POST',
		url: `${live.n8n.url}/webhook/${webhookId}/radaro`,
		body: fixture('radaro/04-job-status-delivered.json') as IDataObject,
		proof: RADARO_WEBHOOK_TOKEN,
	};
	await wait(Math.max(0, until - Date.now()) + 500);
	expect((await send(door, 'forged')).status).toBe(401);
	expect((await send(door, door.proof)).status).toBe(500);
	const [failed, ...others] = await live.rest.waitForExecutions(workflow.id, 1);
	expect([failed?.status, others]).toEqual(['error', []]);
	const execution = await live.rest.getExecution(failed?.id ?? '');
	expect(execution.error).toBe('The filter "Statuses" was added, but it is empty');
	const kept = JSON.stringify(execution.data.resultData.error);
	expect(kept).toContain('SO-100482');
	expect(kept).not.toContain(RADARO_WEBHOOK_TOKEN);
});
