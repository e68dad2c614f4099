import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

import axios from 'axios';
import type { IDataObject } from 'n8n-workflow';

import {
	READYCLOUD_BASE,
	READYCLOUD_CLIENT_ID,
	READYCLOUD_CLIENT_SECRET,
	READYCLOUD_DELETED_ORG,
	READYCLOUD_ORG,
	READYCLOUD_REFRESH_TOKEN,
	READYCLOUD_TOKEN,
} from '../../sandbox/readycloud/defaults';
import { inputNodes } from '../support/chain';
import { fixture } from '../support/fixtures';
import { LiveN8n, noOp } from '../support/liveN8n';
import { locator } from '../support/readycloud';

let live: LiveN8n;
beforeAll(async () => {
	// The most talkative log, so that a token that is written anywhere is found.
	live = await LiveN8n.start({ N8N_LOG_LEVEL: 'debug' });
}, 900_000);
afterAll(async () => {
	await live.stop();
});
beforeEach(async () => {
	await live.control('POST', 'reset');
});
jest.setTimeout(90_000);

const ORGANIZATION = locator('id', READYCLOUD_ORG);
const RENEWABLE = {
	clientId: READYCLOUD_CLIENT_ID,
	clientSecret: READYCLOUD_CLIENT_SECRET,
	refreshToken: READYCLOUD_REFRESH_TOKEN,
};

async function credential(data: IDataObject = {}) {
	return await live.rest.createCredential({
		name: 'ReadyCloud',
		type: 'readyCloudApi',
		data: {
			accessToken: READYCLOUD_TOKEN,
			useOtherServer: true,
			baseUrl: `${live.sandbox.url}${READYCLOUD_BASE}`,
			...data,
		},
	});
}

interface Options {
	credential?: IDataObject;
	onError?: string;
	items?: object[];
}

/** Runs one operation such as `order.get` for some items in n8n, and gives the stored execution. */
async function run(operation: string, parameters: IDataObject = {}, options: Options = {}) {
	const { id } = await credential(options.credential);
	const [resource, name] = operation.split('.');
	const workflow = await live.importChain('Action', [
		...inputNodes(options.items ?? [{}]),
		{
			name: 'ReadyCloud',
			type: 'n8n-nodes-lastmile.readyCloud',
			typeVersion: 1,
			parameters: { resource, operation: name, organizationId: ORGANIZATION, ...parameters },
			credentials: { readyCloudApi: { id, name: 'ReadyCloud' } },
			onError: options.onError,
		},
	]);
	const executionId = await live.rest.runWorkflow(workflow.id, 'Start');
	await live.rest.waitForExecutions(workflow.id, 1, 60_000);
	return await live.rest.getExecution(executionId ?? '');
}

async function made(what: string, data: object): Promise<string> {
	return ((await live.control('POST', `readycloud/${what}`, data)) as { id: string }).id;
}

/** The only webhook that the sandbox has, with its token. */
async function onlyWebhook() {
	const { data } = await axios.get<{
		results: Array<{ token: string; url: string; suspended_at: string | null }>;
	}>(`${live.sandbox.url}${READYCLOUD_BASE}/orgs/${READYCLOUD_ORG}/webhooks/`, {
		headers: { authorization: `Bearer ${READYCLOUD_TOKEN}` },
	});
	const [webhook, ...more] = data.results;
	if (webhook === undefined || more.length > 0) throw new Error('There is not one webhook.');
	return { ...webhook, id: webhook.url.split('/').at(-2) ?? '' };
}

describe('every operation runs in n8n', () => {
	const remoteUrl = 'https://erp.example/hook?entity=contact';
	const order = { order: locator('primaryId', 'WEB-1') };
	const tag = { tag: 'two people' };
	let contact: IDataObject;
	let webhook: IDataObject;

	beforeEach(async () => {
		await made('orders', { primary_id: 'WEB-1' });
		contact = { contact: locator('id', await made('contacts', { first_name: 'Robin' })) };
		const given = { entity: 'contact', remote_url: remoteUrl };
		webhook = { webhook: locator('id', await made('webhooks', given)) };
	});

	it.each<[string, () => IDataObject, IDataObject]>([
		['webhook.create', () => ({ entity: 'orders', remoteUrl }), { remote_url: remoteUrl }],
		['webhook.get', () => webhook, { entity: 'contact', suspended_at: null }],
		['webhook.getMany', () => ({ returnAll: true }), { remote_url: remoteUrl }],
		['webhook.renew', () => ({ which: 'one', ...webhook }), { remote_url: remoteUrl }],
		['webhook.delete', () => webhook, { deleted: true }],
		['organization.get', () => ({}), { id: READYCLOUD_ORG }],
		['organization.getMany', () => ({ returnAll: true }), { id: READYCLOUD_ORG }],
		['order.create', () => ({ primaryId: 'WEB-2' }), { reference: 'WEB-2' }],
		['order.get', () => order, { reference: 'WEB-1' }],
		['order.getMany', () => ({ returnAll: true }), { reference: 'WEB-1' }],
		[
			'order.update',
			() => ({ ...order, updateFields: { orderNumber: 77 } }),
			{ reference: 'WEB-1', orderNumber: '77' },
		],
		['order.delete', () => order, { deleted: true }],
		[
			'box.getMany',
			() => ({ ...order, returnAll: true }),
			{ items: expect.any(Array) as unknown as string },
		],
		['note.create', () => ({ ...order, content: 'Ring twice' }), { content: 'Ring twice' }],
		['tag.add', () => ({ ...order, ...tag }), { tag: 'two people' }],
		['contact.create', () => ({ contactFields: { firstName: 'Kim' } }), { first_name: 'Kim' }],
		['contact.get', () => contact, { first_name: 'Robin' }],
		['contact.getMany', () => ({ returnAll: true }), { first_name: 'Robin' }],
		[
			'contact.update',
			() => ({ ...contact, updateFields: { occupation: 'Baker' } }),
			{ first_name: 'Robin', occupation: 'Baker' },
		],
		['contact.delete', () => contact, { deleted: true }],
	])('%s', async (operation, parameters, result) => {
		const execution = await run(operation, parameters());
		expect(execution.error).toBeUndefined();
		expect(execution.items.ReadyCloud).toEqual([expect.objectContaining(result)]);
	});

	it('note.getMany, tag.getMany and tag.remove', async () => {
		await run('note.create', { ...order, content: 'Ring twice' });
		await run('tag.add', { ...order, ...tag });
		const notes = await run('note.getMany', { ...order, returnAll: true });
		expect(notes.items.ReadyCloud).toEqual([expect.objectContaining({ content: 'Ring twice' })]);
		const tags = await run('tag.getMany', { of: 'order', ...order, returnAll: true });
		expect(tags.items.ReadyCloud).toContainEqual({ tag: 'two people' });
		const removed = await run('tag.remove', { ...order, ...tag });
		expect(removed.items.ReadyCloud).toEqual([{ deleted: true, ...tag }]);
		const left = await run('tag.getMany', { of: 'order', ...order, returnAll: true });
		expect(left.items.ReadyCloud).not.toContainEqual({ tag: 'two people' });
	});
});

it('shows one of two organizations, as the other one is deleted', async () => {
	const shown = await run('organization.getMany', { returnAll: true });
	expect(shown.items.ReadyCloud?.map(({ id }) => id)).toEqual([READYCLOUD_ORG]);
	const all = await run('organization.getMany', { returnAll: true, includeDeleted: true });
	expect(all.items.ReadyCloud?.map(({ id }) => id).sort()).toEqual(
		[READYCLOUD_ORG, READYCLOUD_DELETED_ORG].sort(),
	);
});

it('reads 500 orders with boxes and items within the 30 reads of a minute', async () => {
	await live.control('POST', 'readycloud/orders', { count: 500 });
	const execution = await run('order.getMany', { returnAll: true });
	expect(execution.error).toBeUndefined();
	const items = execution.items.ReadyCloud ?? [];
	expect(new Set(items.map(({ jobId }) => jobId)).size).toBe(500);
	expect(items.every(({ itemCount }) => itemCount === 2)).toBe(true);
	const requests = (await live.control('GET', 'readycloud/requests')) as Array<{ status: number }>;
	expect(requests.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
});

it('waits, as long as the user allows, where there are too many requests', async () => {
	await live.control('PATCH', 'readycloud/settings', { readsPerMinute: 1 });
	await live.control('POST', 'readycloud/orders', { count: 150 });
	const execution = await run('order.getMany', { returnAll: true, options: { longestWait: 2 } });
	expect(execution.error).toBe('ReadyCloud is getting too many requests');
	const requests = (await live.control('GET', 'readycloud/requests')) as Array<{ status: number }>;
	expect(requests.map(({ status }) => status)).toEqual([200, 429, 429, 429]);
});

it('sends refused items to the error output, and the others to the first', async () => {
	const items = ['E-1', '', 'E-3'].map((id) => ({ id }));
	const execution = await run(
		'order.create',
		{ primaryId: '={{ $json.id }}' },
		{ items, onError: 'continueErrorOutput' },
	);
	const [good, bad] = execution.data.resultData.runData.ReadyCloud?.[0]?.data?.main ?? [];
	expect(good?.map(({ json }) => json.reference)).toEqual(['E-1', 'E-3']);
	expect(bad?.map(({ json }) => json.error)).toEqual([
		'"Primary ID" (primary_id) is missing. Enter the order number that people use.',
	]);
});

it('stops the execution with the sentence for a dispatcher', async () => {
	const execution = await run('order.get', { order: locator('id', 'q2/Xd') });
	expect(execution.status).toBe('error');
	expect(execution.error).toMatch(/^"q2\/Xd" in "Order" is neither an ID nor a url of ReadyCloud/);
});

it('renews the suspended webhook of a published trigger, which goes on with the new token', async () => {
	const { id } = await credential();
	const workflow = await live.importChain('Trigger', [
		{
			name: 'ReadyCloud Trigger',
			type: 'n8n-nodes-lastmile.readyCloudTrigger',
			typeVersion: 2,
			webhookId: 'renewed-by-the-node',
			parameters: { organizationId: ORGANIZATION, events: ['orders'] },
			credentials: { readyCloudApi: { id, name: 'ReadyCloud' } },
		},
		noOp(),
	]);
	await live.rest.activate(workflow);
	const before = await onlyWebhook();
	await live.control('POST', `readycloud/webhooks/${before.id}/steps/suspend`);
	const renewed = await run('webhook.renew', { which: 'suspended' });
	expect(renewed.items.ReadyCloud).toMatchObject([{ entity: 'orders', previous_id: before.id }]);
	const after = await onlyWebhook();
	expect([after.suspended_at, after.token === before.token]).toEqual([null, false]);

	// Two, as n8n forgets what a trigger writes down in a call that starts an execution.
	for (const count of [1, 2]) {
		await made('orders', {});
		await live.rest.waitForExecutions(workflow.id, count);
	}
	expect((await onlyWebhook()).suspended_at).toBeNull();
	const url = `${live.n8n.url}/webhook/renewed-by-the-node/readycloud?entity=orders`;
	const stale = await axios.put(url, fixture('readycloud/orders.json'), {
		headers: { auth: before.token },
		validateStatus: () => true,
	});
	expect(stale.status).toBe(401);
	await live.rest.deactivate(workflow.id);
	expect(await live.control('GET', 'readycloud/webhooks')).toEqual([]);
});

describe('the test of the credential', () => {
	const test = async (data: IDataObject) =>
		(await live.rest.testCredential(await credential(data))).status;

	it.each<[string, IDataObject, string]>([
		['the right token', {}, 'OK'],
		['a right token that can be renewed', RENEWABLE, 'OK'],
		['a token with blanks around it', { accessToken: ` ${READYCLOUD_TOKEN}\n` }, 'OK'],
		['a token with what cannot be seen', { accessToken: `\ufeff${READYCLOUD_TOKEN}\u200b` }, 'OK'],
		[
			'a hidden character in it',
			{ accessToken: READYCLOUD_TOKEN.replace(/.$/, '\u00ad$&') },
			'Error',
		],
		['one in what renews it', { ...RENEWABLE, refreshToken: 'refresh\u200btoken' }, 'Error'],
		['a wrong token', { accessToken: 'wrong' }, 'Error'],
		['an address where nobody listens', { baseUrl: 'http://127.0.0.1:9' }, 'Error'],
	])('with %s', async (_what, data, status) => {
		expect(await test(data)).toBe(status);
	});

	it('accepts a base URL with a slash at its end', async () => {
		expect(await test({ baseUrl: `${live.sandbox.url}${READYCLOUD_BASE}/` })).toBe('OK');
	});

	it('refuses an expired token that cannot be renewed', async () => {
		await live.control('POST', 'readycloud/tokens/expire');
		expect(await test({})).toBe('Error');
	});

	it.each([true, false])(
		'renews an expired token, and the node then works with it (kept by the renewal: %s)',
		async (refreshKeepsAccess) => {
			await live.control('PATCH', 'readycloud/settings', { refreshKeepsAccess });
			await live.control('POST', 'readycloud/tokens/expire');
			expect(await test(RENEWABLE)).toBe('OK');
			await live.control('POST', 'readycloud/tokens/expire');
			const execution = await run('organization.getMany', {}, { credential: RENEWABLE });
			expect(execution.error).toBeUndefined();
		},
	);
});

describe('no secret shows', () => {
	const secrets = [READYCLOUD_TOKEN, READYCLOUD_REFRESH_TOKEN, READYCLOUD_CLIENT_SECRET];

	/** Everything that n8n has stored, byte by byte; credentials are encrypted in it. */
	function databaseText(): string {
		return ['database.sqlite', 'database.sqlite-wal']
			.map((file) => readFileSync(`${live.n8n.userFolder}/.n8n/${file}`, 'latin1'))
			.join('');
	}

	async function expectNone(stored: unknown, hidden: readonly string[]) {
		await wait(500);
		const database = databaseText();
		for (const secret of hidden) {
			expect(JSON.stringify(stored)).not.toContain(secret);
			expect(live.n8n.logText()).not.toContain(secret);
			expect(live.sandbox.logLines().join('\n')).not.toContain(secret);
			expect(database).not.toContain(secret);
		}
	}

	it.each([
		['401', { kind: 'status', status: 401 }],
		['404', { kind: 'status', status: 404 }],
		['500', { kind: 'status', status: 500 }],
		['a time-out', { kind: 'timeout' }],
		['a reset connection', { kind: 'reset' }],
		['an HTML answer', { kind: 'html' }],
	])('after %s', async (_what, fault) => {
		for (const onError of ['stopWorkflow', 'continueRegularOutput']) {
			await live.control('DELETE', 'readycloud/faults');
			await live.control('POST', 'readycloud/faults', fault);
			const execution = await run(
				'order.create',
				{ primaryId: 'WEB-1', options: { timeout: 1 } },
				{ credential: RENEWABLE, onError },
			);
			expect(execution.error ?? execution.items.ReadyCloud?.[0]?.error).toMatch(/ReadyCloud/);
			await expectNone(execution, secrets);
		}
	});

	it('of a webhook that is made, read and renewed', async () => {
		const remoteUrl = 'https://erp.example/hook';
		const created = await run('webhook.create', { entity: 'orders', remoteUrl });
		const { id, token } = await onlyWebhook();
		const read = await run('webhook.get', { webhook: locator('id', id) });
		const listed = await run('webhook.getMany', { returnAll: true });
		const renewed = await run('webhook.renew', { which: 'one', webhook: locator('id', id) });
		const again = await onlyWebhook();
		await expectNone([created, read, listed, renewed], [token, again.token]);
	});

	it('and the search would find it', async () => {
		const items = [{ note: READYCLOUD_CLIENT_SECRET }];
		const execution = await run('organization.getMany', {}, { items });
		expect(JSON.stringify(execution)).toContain(READYCLOUD_CLIENT_SECRET);
		await wait(500);
		expect(databaseText()).toContain(READYCLOUD_CLIENT_SECRET);
		expect(live.sandbox.logLines().join()).toContain('GET /readycloud/api/v2/orgs/');
	});
});
