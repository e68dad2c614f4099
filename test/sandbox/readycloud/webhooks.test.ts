import {
	READYCLOUD_DELETED_ORG,
	READYCLOUD_OTHER_TOKEN,
	READYCLOUD_TOKEN,
	READYCLOUD_WEBHOOK_TOKEN,
} from '../../../sandbox/readycloud/defaults';
import { type Dict, http } from '../support/bench';
import { Cloud, idIn, type Page, sample } from './support';

const cloud = Cloud.use();

const remote_url = 'https://hooks.example.com/readycloud/';
const create = (body: Dict) => cloud.org('POST', 'webhooks/', body);

it('are created, listed, read and deleted, with the keys of the samples', async () => {
	const reply = await create(sample('webhook-create-request.json'));
	expect(reply.status).toBe(201);
	const webhook = reply.json();
	expect(Object.keys(webhook)).toEqual(Object.keys(sample('webhook-resource.json')));
	expect(webhook).toMatchObject({
		entity: 'orders',
		remote_url: 'https://hooks.example.com/readycloud/orders/',
		token: expect.stringMatching(/^[0-9a-f]{30}$/),
		suspended_at: null,
	});
	const list = await cloud.list('webhooks/');
	expect(Object.keys(list)).toEqual(Object.keys(sample('webhook-list.json')));
	expect(list).toEqual({ count: 1, next: null, previous: null, results: [webhook] });
	const path = `webhooks/${idIn(webhook)}/`;
	expect((await cloud.org('GET', path)).json()).toEqual(webhook);
	const deleted = await cloud.org('DELETE', path);
	expect([deleted.status, deleted.text]).toEqual([204, '']);
	expect((await cloud.org('DELETE', path)).status).toBe(404);
	expect((await cloud.list('webhooks/')).count).toBe(0);
});

it('are told apart by the case of their ids', async () => {
	const [first, second] = [
		(await create({ remote_url })).json(),
		(await create({ remote_url, entity: 'contact' })).json(),
	];
	expect(idIn(first)).not.toBe(idIn(second));
	expect(idIn(first).toLowerCase()).toBe(idIn(second).toLowerCase());
	await cloud.org('DELETE', `webhooks/${idIn(first)}/`);
	expect((await cloud.list('webhooks/')).results).toEqual([second]);
});

it('come in pages, whose links are absolute and hold a token of the query', async () => {
	for (let i = 0; i < 5; i++) await create({ remote_url: `${remote_url}${i}` });
	const urls = (page: Page): unknown[] =>
		page.results.map((each) => String(each.remote_url).at(-1));
	const base = `${cloud.bench.sandbox.url}/readycloud/api/v2/orgs/K7p/webhooks/`;
	const token = `bearer_token=${READYCLOUD_TOKEN}`;
	const first: Page = (await http(`${base}?${token}&limit=2`)).json<Page>();
	expect([first.count, first.previous, urls(first)]).toEqual([5, null, ['0', '1']]);
	expect(first.next).toBe(`${base}?${token}&limit=2&offset=2`);
	const second: Page = (await http(first.next ?? '')).json<Page>();
	expect(urls(second)).toEqual(['2', '3']);
	expect(second.previous).toBe(`${base}?${token}&limit=2&offset=0`);
	const third: Page = (await http(second.next ?? '')).json<Page>();
	expect([third.next, urls(third)]).toEqual([null, ['4']]);
	await cloud.settings({ maxPageSize: 4 });
	expect((await cloud.list('webhooks/?limit=1000')).results).toHaveLength(4);
});

describe('refused are', () => {
	it.each([
		[{ remote_url: 'http://hooks.example.com/' }, 'remote_url'],
		[{ remote_url: 'somewhere' }, 'remote_url'],
		[{ entity: 'orders' }, 'remote_url'],
		[{ entity: 'order', remote_url }, 'entity'],
		[{ entity: 'Contact', remote_url }, 'entity'],
	])('%j', async (body, field) => {
		const reply = await create(body);
		expect([reply.status, Object.keys(reply.json())]).toEqual([400, [field]]);
		await cloud.settings({ errorForm: 'oauth' });
		const other = await create(body);
		expect([other.status, other.json().error]).toEqual([400, 'invalid_request']);
		expect(other.json().error_description).toContain(field);
		expect((await cloud.list('webhooks/')).count).toBe(0);
	});

	it('order-delivered by an older server', async () => {
		const body = { entity: 'order-delivered', remote_url };
		expect((await create(body)).status).toBe(201);
		await cloud.settings({ orderDelivered: false });
		const reply = await create(body);
		expect([reply.status, reply.json()]).toEqual([
			400,
			{ entity: ['"order-delivered" is not a valid choice.'] },
		]);
	});

	it('duplicates when set so', async () => {
		expect([(await create({ remote_url })).status, (await create({ remote_url })).status]).toEqual([
			201, 201,
		]);
		await cloud.settings({ duplicateWebhooks: 'refused' });
		expect((await create({ remote_url })).status).toBe(400);
		expect((await create({ remote_url, entity: 'contact' })).status).toBe(201);
	});

	it('no read-only fields, which are ignored', async () => {
		const body = { remote_url, token: 'chosen', suspended_at: '2024-01-01T00:00:00Z' };
		const ignored = (await create(body)).json();
		expect([ignored.suspended_at, ignored.token]).not.toContain('chosen');
	});
});

it('take http:// where it was allowed', async () => {
	await cloud.settings({ httpsOnly: false });
	expect((await create({ remote_url: 'http://127.0.0.1:9/' })).status).toBe(201);
});

it('have a token of their own, or one in common', async () => {
	const tokens = async (): Promise<unknown[]> =>
		[await create({ remote_url }), await create({ remote_url })].map((each) => each.json().token);
	expect(new Set(await tokens()).size).toBe(2);
	await cloud.settings({ webhookTokens: 'shared' });
	expect(await tokens()).toEqual([READYCLOUD_WEBHOOK_TOKEN, READYCLOUD_WEBHOOK_TOKEN]);
});

it('are seen by every app, or only by the one that made them', async () => {
	const webhook = (await create({ remote_url })).json();
	const path = `webhooks/${idIn(webhook)}/`;
	expect((await cloud.org('GET', path, undefined, READYCLOUD_OTHER_TOKEN)).status).toBe(200);
	await cloud.settings({ webhooksSeen: 'own' });
	expect((await cloud.org('DELETE', path, undefined, READYCLOUD_OTHER_TOKEN)).status).toBe(404);
	expect((await cloud.list('webhooks/')).count).toBe(1);
});

it('can’t be registered at an organization that is gone', async () => {
	for (const org of [READYCLOUD_DELETED_ORG, 'k7p', '1']) {
		expect((await cloud.api('POST', `/orgs/${org}/webhooks/`, { remote_url })).status).toBe(404);
	}
	await cloud.settings({ deletedOrgStatus: 403 });
	expect((await cloud.api('GET', `/orgs/${READYCLOUD_DELETED_ORG}/webhooks/`)).status).toBe(403);
});
