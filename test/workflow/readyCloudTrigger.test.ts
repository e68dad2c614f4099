import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

import axios, { type AxiosRequestConfig } from 'axios';
import type { IDataObject } from 'n8n-workflow';

import {
	ENTITIES,
	READYCLOUD_BASE,
	READYCLOUD_CLIENT_ID,
	READYCLOUD_CLIENT_SECRET,
	READYCLOUD_ORG,
	READYCLOUD_REFRESH_TOKEN,
	READYCLOUD_TOKEN,
} from '../../sandbox/readycloud/defaults';
import { chain, type Node } from '../support/chain';
import { fixture } from '../support/fixtures';
import { LiveN8n, noOp } from '../support/liveN8n';

interface Webhook {
	url: string;
	entity: string;
	remote_url: string;
	token: string;
	suspended_at: string | null;
}

let live: LiveN8n;
beforeAll(async () => {
	live = await LiveN8n.start();
}, 900_000);
afterAll(async () => {
	await live.stop();
});
beforeEach(async () => {
	await live.control('POST', 'reset');
	// Each activation reads and writes a few times, and the clock of the sandbox stands still.
	await live.control('PATCH', 'readycloud/settings', { readsPerMinute: 999, writesPerMinute: 999 });
});
jest.setTimeout(120_000);

async function credential(data: IDataObject = {}): Promise<string> {
	const { id } = await live.rest.createCredential({
		name: 'ReadyCloud',
		type: 'readyCloudApi',
		data: {
			accessToken: READYCLOUD_TOKEN,
			useOtherServer: true,
			baseUrl: `${live.sandbox.url}${READYCLOUD_BASE}`,
			...data,
		},
	});
	return id;
}

function trigger(webhookId: string, credentialId: string, parameters: IDataObject = {}): Node {
	return {
		name: 'ReadyCloud Trigger',
		type: 'n8n-nodes-lastmile.readyCloudTrigger',
		typeVersion: 2,
		webhookId,
		parameters: {
			organizationId: { __rl: true, mode: 'list', value: READYCLOUD_ORG },
			events: ['orders', 'acceptance-scan'],
			...parameters,
		},
		credentials: { readyCloudApi: { id: credentialId, name: 'ReadyCloud' } },
	};
}

/** A workflow of a trigger and an end, published, with what a test needs to deal with it. */
async function published(parameters: IDataObject = {}, credentialId?: string) {
	const id = randomUUID();
	const used = credentialId ?? (await credential());
	const chainOf = (changed: IDataObject) => [trigger(id, used, changed), noOp()];
	const workflow = await live.importChain('ReadyCloud', chainOf(parameters));
	await live.rest.activate(workflow);
	const address = `https://127.0.0.1:${live.n8n.port}/webhook/${id}/readycloud`;
	return { id, workflow, address, url: address.replace('https', 'http'), chainOf };
}

async function atReadyCloud(): Promise<Webhook[]> {
	const answer = await axios.get<{ results: Webhook[] }>(
		`${live.sandbox.url}${READYCLOUD_BASE}/orgs/${READYCLOUD_ORG}/webhooks/?limit=100`,
		{ headers: { authorization: `Bearer ${READYCLOUD_TOKEN}` } },
	);
	return answer.data.results;
}

/** Entity and address of all webhooks there are, whoever made them. */
async function registered(): Promise<string[]> {
	return (await atReadyCloud()).map(({ entity, remote_url }) => `${entity} ${remote_url}`).sort();
}

async function webhookFor(entity: string): Promise<Webhook & { id: string }> {
	const found = (await atReadyCloud()).find(({ remote_url }) =>
		remote_url.endsWith(`/readycloud?entity=${entity}`),
	);
	if (found === undefined) throw new Error(`There is no webhook for ${entity}.`);
	return { ...found, id: found.url.split('/').at(-2) ?? '' };
}

async function step(entity: string, name: 'suspend' | 'remove'): Promise<void> {
	const { id } = await webhookFor(entity);
	await live.control('POST', `readycloud/webhooks/${id}/steps/${name}`);
}

async function foreign(): Promise<string> {
	const remoteUrl = 'https://erp.example/hook';
	await live.control('POST', 'readycloud/webhooks', { entity: 'orders', remote_url: remoteUrl });
	return `orders ${remoteUrl}`;
}

/** What two webhooks of a trigger look like in the list. */
const bothAt = (address: string) => [
	`acceptance-scan ${address}?entity=acceptance-scan`,
	`orders ${address}?entity=orders`,
];

async function settledCount(workflowId: string): Promise<number> {
	await wait(1000);
	return await live.rest.countExecutions(workflowId);
}

async function put(url: string, data: unknown, config: AxiosRequestConfig = {}) {
	const answer = await axios.request<unknown>({
		method: 'PUT',
		url,
		data,
		validateStatus: () => true,
		...config,
	});
	return { status: answer.status, data: answer.data };
}

describe('the life of its webhooks', () => {
	it('registers them, repairs them and removes them, and touches no others', async () => {
		const other = await foreign();
		const { workflow, address } = await published();
		expect(await registered()).toEqual([...bothAt(address), other].sort());

		await live.rest.deactivate(workflow.id);
		expect(await registered()).toEqual([other]);

		await live.rest.activate(workflow);
		await step('orders', 'remove');
		await live.rest.deactivate(workflow.id);
		expect(await registered()).toEqual([other]);
	});

	it('follows a change of the events', async () => {
		const other = await foreign();
		const { workflow, address, chainOf } = await published();
		const changed = await live.rest.updateWorkflow(
			workflow.id,
			chain('ReadyCloud', chainOf({ events: ['contact', 'orders'] })),
		);
		await live.rest.activate(changed);
		expect(await registered()).toEqual(
			[`contact ${address}?entity=contact`, `orders ${address}?entity=orders`, other].sort(),
		);
	});

	it('keeps them over a restart, after which they still deliver', async () => {
		const other = await foreign();
		const { workflow, address } = await published();
		const before = await atReadyCloud();
		await live.n8n.restart();
		expect(await atReadyCloud()).toEqual(before);
		await live.control('POST', 'readycloud/orders', {});
		await live.rest.waitForExecutions(workflow.id, 1);
		await live.rest.deactivate(workflow.id);
		expect(await registered()).toEqual([other]);
		await live.rest.activate(workflow);
		expect(await registered()).toEqual([...bothAt(address), other].sort());
	});

	// n8n 2.41 asks its triggers when a workflow is published, not when n8n starts.
	it('repairs them when it is published again, whatever happened meanwhile', async () => {
		const other = await foreign();
		const { workflow, address, url } = await published();
		const { token } = await webhookFor('orders');
		await step('orders', 'suspend');
		await step('acceptance-scan', 'remove');
		await live.n8n.restart();
		await live.rest.deactivate(workflow.id);
		expect(await registered()).toEqual([other]);
		await live.rest.activate(workflow);
		expect(await registered()).toEqual([...bothAt(address), other].sort());
		const fresh = await webhookFor('orders');
		expect([fresh.suspended_at, fresh.token === token]).toEqual([null, false]);
		const answer = await put(`${url}?entity=orders`, fixture('readycloud/orders.json'), {
			headers: { auth: fresh.token },
		});
		expect(answer).toEqual({ status: 200, data: { received: true } });
	});

	it('takes deliveries of a webhook that was suspended and renewed at ReadyCloud', async () => {
		const { workflow, address } = await published();
		await step('orders', 'remove');
		await live.control('POST', 'readycloud/webhooks', {
			entity: 'orders',
			remote_url: `${address}?entity=orders`,
		});
		await live.control('POST', 'readycloud/orders', {});
		await live.rest.waitForExecutions(workflow.id, 1);
		await live.rest.deactivate(workflow.id);
		expect(await registered()).toEqual([]);
	});

	it('serves two workflows on one organization apart', async () => {
		const first = await published();
		const second = await published({ events: ['orders'] });
		await live.rest.deactivate(first.workflow.id);
		expect(await registered()).toEqual([`orders ${second.address}?entity=orders`]);
	});

	it('says why it cannot be published, and leaves nothing behind', async () => {
		await live.control('PATCH', 'readycloud/settings', { orderDelivered: false });
		await expect(published({ events: ['orders', 'order-delivered'] })).rejects.toThrow(
			'ReadyCloud did not accept a webhook for "order-delivered"',
		);
		expect(await registered()).toEqual([]);
	});
});

describe('the answers of its address', () => {
	it('makes every delivery of the sandbox one execution with one delivery event', async () => {
		const { workflow } = await published({ events: ['*'] });
		expect((await atReadyCloud()).map(({ entity }) => entity).sort()).toEqual([...ENTITIES].sort());
		const { id } = (await live.control('POST', 'readycloud/orders', {})) as { id: string };
		for (const name of ['pay', 'ship', 'scan']) {
			await live.control('POST', `readycloud/jobs/${id}/steps/${name}`);
		}
		const executions = await live.rest.waitForExecutions(workflow.id, 4);
		const events = await Promise.all(
			executions.map(async (execution) => {
				const { items } = await live.rest.getExecution(execution.id);
				return items['ReadyCloud Trigger']?.map(({ event, jobId }) => [event, jobId]);
			}),
		);
		expect(events.flat().sort()).toEqual(
			[
				['acceptance_scanned', id],
				['job_updated', id],
				['job_updated', id],
				['job_updated', id],
			].sort(),
		);
	});

	it('refuses with 401 and stores nothing when the call is not proven', async () => {
		const { workflow, url } = await published();
		const { token } = await webhookFor('orders');
		const order = fixture('readycloud/orders.json');
		const to = `${url}?entity=orders`;
		const answers = [
			await put(to, order),
			await put(to, order, { headers: { auth: '' } }),
			await put(to, order, { headers: { auth: 'wrong-token' } }),
			await put(to, order, { headers: { authorization: `Bearer ${token}` } }),
			await put(to, order, { headers: { auth: token.toUpperCase() } }),
			await put(to, order, { headers: { auth: [token, token] } }),
			await put(`${to}&auth=${token}`, order),
		];
		expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 401, 401]);
		const accepted = await put(to, order, { headers: { AUTH: token } });
		expect(accepted).toEqual({ status: 200, data: { received: true } });
		await live.rest.waitForExecutions(workflow.id, 1);
		expect(await settledCount(workflow.id)).toBe(1);
	});

	it('takes POST too, answers a browser, and knows no other method', async () => {
		const { workflow, url } = await published({ events: ['contact'] });
		const { token } = await webhookFor('contact');
		const contact = fixture('readycloud/inferred/contact.json');
		const headers = { auth: token };
		const posted = await put(`${url}?entity=contact`, contact, { method: 'POST', headers });
		const browsed = await put(url, undefined, { method: 'GET' });
		const deleted = await put(url, undefined, { method: 'DELETE', headers });
		expect([posted.status, browsed, deleted.status]).toEqual([
			200,
			{
				status: 200,
				data: 'This is the webhook address of a ReadyCloud Trigger in n8n, and it is ready for events that ReadyCloud sends. It knows the token of 1 webhook at ReadyCloud. Whether ReadyCloud still sends the same, you will see when the next event comes.',
			},
			404,
		]);
		await live.rest.waitForExecutions(workflow.id, 1);
	});

	it('fetches the full order where that is asked for', async () => {
		const { workflow } = await published({
			events: ['order-delivered'],
			options: { fetchFullOrder: true },
		});
		const { id } = (await live.control('POST', 'readycloud/orders', {})) as { id: string };
		for (const name of ['pay', 'pack', 'ship', 'deliver']) {
			await live.control('POST', `readycloud/jobs/${id}/steps/${name}`);
		}
		const [execution] = await live.rest.waitForExecutions(workflow.id, 1);
		const { items } = await live.rest.getExecution(execution?.id ?? '');
		const answer = await axios.get<{ boxes: Array<{ tracking_number: string }> }>(
			`${live.sandbox.url}${READYCLOUD_BASE}/orgs/${READYCLOUD_ORG}/orders/${id}/?expand=boxes,items`,
			{ headers: { authorization: `Bearer ${READYCLOUD_TOKEN}` } },
		);
		const [box] = answer.data.boxes;
		expect(box?.tracking_number).toMatch(/\w{5,}/);
		expect(items['ReadyCloud Trigger']).toMatchObject([
			{ event: 'status_changed', status: 'delivered', trackingNumber: box?.tracking_number },
		]);
	});
});

it('listens on the test address of the editor, and cleans up after one event', async () => {
	const id = randomUUID();
	const workflow = await live.importChain('ReadyCloud', [
		trigger(id, await credential(), { events: ['orders'] }),
		noOp(),
	]);
	await live.rest.runWorkflow(workflow.id, 'ReadyCloud Trigger');
	const address = `https://127.0.0.1:${live.n8n.port}/webhook-test/${id}/readycloud`;
	expect(await registered()).toEqual([`orders ${address}?entity=orders`]);
	await live.control('POST', 'readycloud/orders', {});
	await live.rest.waitForExecutions(workflow.id, 1);
	for (let tries = 0; tries < 50 && (await registered()).length > 0; tries++) await wait(100);
	expect(await registered()).toEqual([]);
});

describe('a credential that renews itself', () => {
	const renewable = {
		clientId: READYCLOUD_CLIENT_ID,
		clientSecret: READYCLOUD_CLIENT_SECRET,
		refreshToken: READYCLOUD_REFRESH_TOKEN,
	};

	it.each([true, false])(
		'is used over two expiries of the access token (kept by the renewal: %s)',
		async (refreshKeepsAccess) => {
			await live.control('PATCH', 'readycloud/settings', { refreshKeepsAccess });
			const used = await credential(renewable);
			const { workflow, address } = await published({}, used);
			for (let round = 0; round < 2; round++) {
				await live.control('POST', 'readycloud/tokens/expire');
				await live.rest.deactivate(workflow.id);
				await live.control('POST', 'readycloud/tokens/expire');
				await live.rest.activate(workflow);
			}
			const hooks = (await live.control('GET', 'readycloud/webhooks')) as Array<{ url: string }>;
			expect(hooks.map(({ url }) => url).sort()).toEqual(
				['acceptance-scan', 'orders'].map((entity) => `${address}?entity=${entity}`),
			);
		},
	);

	it('says why it was not renewed', async () => {
		const used = await credential({ ...renewable, refreshToken: 'used-up-refresh-token' });
		await live.control('POST', 'readycloud/tokens/expire');
		await expect(published({}, used)).rejects.toThrow('ReadyCloud did not renew it');
	});

	it('says that a token has expired that cannot be renewed', async () => {
		const used = await credential();
		await live.control('POST', 'readycloud/tokens/expire');
		await expect(published({}, used)).rejects.toThrow(
			'ReadyCloud does not accept the access token',
		);
	});
});

it('leaves no token in stored executions, in n8n’s database or in its log', async () => {
	const { workflow, url } = await published({ output: 'deliveryEventWithOriginal' });
	const { token } = await webhookFor('orders');
	await put(`${url}?entity=orders`, fixture('readycloud/orders.json'), {
		headers: { auth: token },
	});
	await live.rest.waitForExecutions(workflow.id, 1);
	await wait(500);
	const stored = ['database.sqlite', 'database.sqlite-wal']
		.map((file) => readFileSync(`${live.n8n.userFolder}/.n8n/${file}`, 'latin1'))
		.join('');
	expect(stored).toContain('acceptance-scan');
	for (const secret of [token, READYCLOUD_TOKEN]) {
		expect(stored).not.toContain(secret);
		expect(live.n8n.logText()).not.toContain(secret);
	}
});
