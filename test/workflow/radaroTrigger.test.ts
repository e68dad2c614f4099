import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

import axios, { type AxiosRequestConfig } from 'axios';
import type { IDataObject } from 'n8n-workflow';

import { RADARO_WEBHOOK_TOKEN } from '../../sandbox/radaro/defaults';
import { fixture } from '../support/fixtures';
import { LiveN8n, noOp, radaroTrigger } from '../support/liveN8n';

let live: LiveN8n;
beforeAll(async () => {
	live = await LiveN8n.start();
}, 900_000);
afterAll(async () => {
	await live.stop();
});

const delivered = {
	...fixture('radaro/04-job-status-delivered.json'),
	token: RADARO_WEBHOOK_TOKEN,
};
const rated = {
	...fixture('radaro/05-job-customer-rated-second-delivered.json'),
	token: RADARO_WEBHOOK_TOKEN,
};

/** An active workflow of a trigger and an end, and how to call it. */
async function listening(parameters: IDataObject = {}, credential: IDataObject = {}) {
	const id = randomUUID();
	const { id: credentialId } = await live.radaroWebhookCredential(credential);
	const workflow = await live.importChain('Trigger', [
		radaroTrigger(id, credentialId, parameters),
		noOp(),
	]);
	await live.rest.activate(workflow);
	const url = `${live.n8n.url}/webhook/${id}/radaro`;
	const call = async (data: unknown, config: AxiosRequestConfig = {}) =>
		await axios.request({ method: 'POST', url, data, validateStatus: () => true, ...config });
	return { workflow, url, call, credentialId };
}

/** The executions there are once n8n has had time to store one too many. */
async function countSettled(workflowId: string): Promise<number> {
	await wait(1000);
	return await live.rest.countExecutions(workflowId);
}

it('starts one execution with the delivery event for a proven and wanted call', async () => {
	const { workflow, call } = await listening();
	const answer = await call(delivered);
	expect([answer.status, answer.data]).toEqual([200, { received: true }]);
	const [execution] = await live.rest.waitForExecutions(workflow.id, 1);
	const { items, status } = await live.rest.getExecution(execution?.id ?? '');
	expect(status).toBe('success');
	expect(items['Radaro Trigger']).toEqual([
		expect.objectContaining({
			event: 'status_changed',
			status: 'delivered',
			reference: 'SO-100482',
			latitude: -38.14712,
		}),
	]);
});

it('answers 200 and starts nothing for an event that is not selected or is filtered out', async () => {
	const { workflow, call } = await listening({
		events: ['jobCompleted'],
		filters: { reference: 'SO-*' },
	});
	const notSelected = await call(rated);
	expect([notSelected.status, notSelected.data]).toEqual([
		200,
		{ received: true, ignored: 'This event is not among the events selected in the trigger.' },
	]);
	const filtered = await call({ ...delivered, order_info: { external_id: 'WEB-1' } });
	expect([filtered.status, filtered.data]).toEqual([
		200,
		{ received: true, ignored: "The trigger's filter on the reference leaves this event out." },
	]);
	expect(await countSettled(workflow.id)).toBe(0);
	await call(delivered);
	await live.rest.waitForExecutions(workflow.id, 1);
	expect(await countSettled(workflow.id)).toBe(1);
});

describe('what does not prove itself gets 401 and no execution', () => {
	it.each<[string, unknown, AxiosRequestConfig]>([
		['no token', { ...delivered, token: undefined }, {}],
		['a wrong token', { ...delivered, token: 'wrong' }, {}],
		['a token in the address', {}, { params: { token: RADARO_WEBHOOK_TOKEN } }],
		['an empty body', '', {}],
		['text', 'hello', { headers: { 'content-type': 'text/plain' } }],
		[
			'a form',
			`token=${RADARO_WEBHOOK_TOKEN}x`,
			{ headers: { 'content-type': 'application/x-www-form-urlencoded' } },
		],
		[
			'bytes of no known type',
			Buffer.from([1, 2, 3]),
			{ headers: { 'content-type': 'application/octet-stream' } },
		],
		['a megabyte', { ...delivered, token: 'x'.repeat(1_000_000) }, {}],
	])('%s', async (_what, data, config) => {
		const { workflow, call } = await listening();
		const answer = await call(data, config);
		expect([answer.status, answer.data]).toEqual([
			401,
			{ message: 'This call was refused: it does not prove that it comes from Radaro.' },
		]);
		expect(await countSettled(workflow.id)).toBe(0);
	});

	const gzip = { 'content-encoding': 'gzip' };
	it.each<[string, unknown, Record<string, string>]>([
		[
			'a form with files',
			'--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n',
			{ 'content-type': 'multipart/form-data; boundary=x' },
		],
		[
			'a badly packed body',
			Buffer.from('garbage'),
			{ 'content-type': 'application/octet-stream', ...gzip },
		],
		['a badly packed body of no type', Buffer.from('garbage'), { 'content-type': '', ...gzip }],
		['17 MB', Buffer.alloc(17_000_000, 97), { 'content-type': 'application/octet-stream' }],
	])('%s', async (_what, data, headers) => {
		const { workflow, call } = await listening();
		const answer = await call(data, { headers, maxBodyLength: Infinity });
		expect(answer.status).toBe(401);
		expect(await countSettled(workflow.id)).toBe(0);
	});

	it('a call that breaks off', async () => {
		const { workflow, url } = await listening();
		const { hostname, port, pathname } = new URL(url);
		await new Promise<void>((resolve) => {
			const socket = connect(Number(port), hostname, () => {
				socket.write(
					`POST ${pathname} HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: text/html\r\nContent-Length: 100\r\n\r\nabc`,
				);
				setTimeout(() => socket.destroy(), 200);
			});
			socket.on('close', () => resolve());
		});
		expect(await countSettled(workflow.id)).toBe(0);
	});

	it('a credential without tokens', async () => {
		const { workflow, url, call, credentialId } = await listening();
		await live.rest.updateCredential(credentialId, {
			name: 'Radaro',
			type: 'radaroWebhookApi',
			data: { webhookTokens: '' },
		});
		expect((await call(delivered)).status).toBe(401);
		expect((await call({ ...delivered, token: '' })).status).toBe(401);
		expect((await axios.get<string>(url)).data).toMatch(/it is not ready yet/);
		expect(await countSettled(workflow.id)).toBe(0);
	});
});

it('is not published with a credential without a token, but goes on when n8n starts again', async () => {
	const { workflow, url, credentialId } = await listening();
	const data = { webhookTokens: ' ' };
	await live.rest.updateCredential(credentialId, {
		name: 'Radaro',
		type: 'radaroWebhookApi',
		data,
	});
	await live.n8n.restart();
	await live.rest.ensureOwner();
	expect((await axios.get<string>(url)).data).toMatch(/it is not ready yet/);
	await live.rest.deactivate(workflow.id);
	await expect(live.rest.activate(workflow)).rejects.toThrow(
		'The credential has no webhook token, so every call would be refused',
	);
	await live.rest.updateCredential(credentialId, {
		name: 'Radaro',
		type: 'radaroWebhookApi',
		data: { webhookTokens: RADARO_WEBHOOK_TOKEN },
	});
	await live.rest.activate(workflow);
	expect((await axios.get<string>(url)).data).toMatch(/it is ready/);
});

it('tells a browser what the address is, and leaves other methods to n8n', async () => {
	const { workflow, url, call } = await listening();
	const opened = await axios.get<string>(url);
	expect(opened.data).toBe(
		'This is the webhook address of a Radaro Trigger in n8n, and it is ready for events that Radaro sends. Its credential in n8n holds 1 webhook token. Whether Radaro sends the same one, you will see when the first event comes.',
	);
	for (const method of ['PUT', 'PATCH', 'DELETE']) {
		expect((await call(delivered, { method })).status).toBe(404);
	}
	expect(await countSettled(workflow.id)).toBe(0);
});

it('goes on listening on the test address until a proven event comes', async () => {
	const id = randomUUID();
	const { id: credentialId } = await live.radaroWebhookCredential();
	const workflow = await live.importChain('Test', [radaroTrigger(id, credentialId), noOp()]);
	expect(await live.rest.runWorkflow(workflow.id, 'Radaro Trigger')).toBeUndefined();
	const post = async (body: unknown) =>
		await axios.post<unknown>(`${live.n8n.url}/webhook-test/${id}/radaro`, body, {
			validateStatus: () => true,
		});
	expect((await post({ ...delivered, token: 'wrong' })).status).toBe(401);
	expect((await post(delivered)).status).toBe(200);
	const [execution] = await live.rest.waitForExecutions(workflow.id, 1);
	expect(execution?.mode).toBe('manual');
	expect((await post(delivered)).status).toBe(404);
});

it('reads JSON of an undeclared content type, which n8n leaves unread', async () => {
	const { workflow, call } = await listening();
	const headers = { 'content-type': 'application/octet-stream' };
	expect((await call(Buffer.from(JSON.stringify(delivered)), { headers })).status).toBe(200);
	await live.rest.waitForExecutions(workflow.id, 1);
});

it("gets n8n's own refusal and no execution for JSON that is broken", async () => {
	const { workflow, call } = await listening();
	const headers = { 'content-type': 'application/json' };
	expect((await call(Buffer.from('{"token": '), { headers })).status).toBe(422);
	expect(await countSettled(workflow.id)).toBe(0);
});

it('keeps its address and its proof over a restart of n8n', async () => {
	const { workflow, call } = await listening();
	await live.n8n.restart();
	expect((await call({ ...delivered, token: 'wrong' })).status).toBe(401);
	expect((await call(delivered)).status).toBe(200);
	await live.rest.waitForExecutions(workflow.id, 1);
});

it('stores neither the token nor the credential in an execution that keeps the original', async () => {
	const { workflow, call } = await listening({ output: 'deliveryEventWithOriginal' });
	await call(delivered);
	const [execution] = await live.rest.waitForExecutions(workflow.id, 1);
	const stored = JSON.stringify(await live.rest.getExecution(execution?.id ?? ''));
	expect(stored).toContain('INV-77315');
	expect(stored).not.toContain(RADARO_WEBHOOK_TOKEN);
	expect(live.n8n.logText()).not.toContain(RADARO_WEBHOOK_TOKEN);
});

it('takes a new token from the credential without being activated again', async () => {
	const id = randomUUID();
	const credential = await live.radaroWebhookCredential();
	const workflow = await live.importChain('Rotation', [radaroTrigger(id, credential.id), noOp()]);
	await live.rest.activate(workflow);
	const url = `${live.n8n.url}/webhook/${id}/radaro`;
	const status = async (token: string) =>
		(await axios.post(url, { ...delivered, token }, { validateStatus: () => true })).status;
	expect(await status('TheNextToken0001')).toBe(401);
	await live.rest.updateCredential(credential.id, {
		name: 'Radaro',
		type: 'radaroWebhookApi',
		data: { webhookTokens: `${RADARO_WEBHOOK_TOKEN}, TheNextToken0001` },
	});
	expect([await status('TheNextToken0001'), await status(RADARO_WEBHOOK_TOKEN)]).toEqual([
		200, 200,
	]);
});

it.each([
	[`\u200b${RADARO_WEBHOOK_TOKEN}\u00a0`, 'OK', /^Complete\. /],
	['', 'Error', /^The credential has no webhook token/],
	['Sandbox\ufeffToken', 'Error', /^The token holds a character that cannot be seen \(U\+FEFF\)/],
])('its credential with %j is tested as %s', async (webhookTokens, status, message) => {
	const credential = await live.radaroWebhookCredential({ webhookTokens });
	expect(await live.rest.testCredential(credential)).toMatchObject({
		status,
		message: expect.stringMatching(message) as string,
	});
});
