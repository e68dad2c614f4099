import { READYCLOUD_ORG } from '../../../../../sandbox/readycloud/defaults';
import { locator, ReadyCloudBench } from '../../../../support/readycloud';
import { errorOf } from '../../../../support/runOperation';
import { useBench } from '../../../../support/standInBench';

const readyCloud = useBench(new ReadyCloudBench());

const ADDRESS = 'https://n8n.example.com/webhook/abc?entity=orders';
const run = (parameters = {}) =>
	readyCloud.run('webhook.create', { entity: 'orders', remoteUrl: ADDRESS, ...parameters });
const create = async (parameters = {}) => (await run(parameters)).items[0]?.json ?? {};

describe('create', () => {
	it('registers an address for an event, and gives the webhook with its id', async () => {
		const webhook = await create({ entity: 'acceptance-scan' });
		expect(webhook).toMatchObject({
			entity: 'acceptance-scan',
			remote_url: ADDRESS,
			suspended_at: null,
			url: `/api/v2/orgs/${READYCLOUD_ORG}/webhooks/${String(webhook.id)}/`,
		});
		expect((await readyCloud.lastRequest('POST'))?.body).toEqual({
			entity: 'acceptance-scan',
			remote_url: ADDRESS,
		});
		expect(await readyCloud.webhooks()).toMatchObject([
			{ id: webhook.id, event: 'acceptance-scan', url: ADDRESS },
		]);
	});

	it.each([
		[
			'http://n8n.example.com/webhook/abc',
			'ReadyCloud only calls addresses that begin with https://, but "Address" is "http://n8n.example.com/webhook/abc". If it is one of n8n\'s own, set n8n\'s environment variable N8N_WEBHOOK_URL (WEBHOOK_URL before n8n 2.30) to its public https:// address, restart n8n and copy the address again.',
		],
		['  ', '"Address" is empty. Enter the https:// address that ReadyCloud is to call.'],
	])('refuses the address "%s", and sends nothing', async (remoteUrl, message) => {
		expect((await errorOf(run({ remoteUrl }))).message).toBe(message);
		expect(await readyCloud.requests()).toEqual([]);
	});

	it('says that an older server does not offer the newest event', async () => {
		await readyCloud.settings({ orderDelivered: false });
		const { message, description } = await errorOf(run({ entity: 'order-delivered' }));
		expect(message).toMatch(/^ReadyCloud did not accept a webhook for "order-delivered": /);
		expect(description).toMatch(/^ReadyCloud does not offer this event to your account\./);
		expect(await readyCloud.webhooks()).toEqual([]);
	});
});

describe('get, get many and delete', () => {
	it('gives one, by its id and by its url', async () => {
		const { id, url } = await create();
		for (const value of [id, url, `https://www.readycloud.com${String(url)}`]) {
			const webhook = locator('id', String(value));
			expect(await readyCloud.one('webhook.get', { webhook })).toMatchObject({ id, url });
		}
	});

	it('gives all pages of them', async () => {
		await readyCloud.settings({ maxPageSize: 2 });
		for (const number of [1, 2, 3, 4, 5]) {
			await readyCloud.webhook('orders', `https://example.com/${number}`);
		}
		const { items } = await readyCloud.run('webhook.getMany', { returnAll: true });
		expect(items.map(({ json }) => json.remote_url)).toEqual(
			[1, 2, 3, 4, 5].map((number) => `https://example.com/${number}`),
		);
		const few = await readyCloud.run('webhook.getMany', { returnAll: false, limit: 3 });
		expect(few.items).toHaveLength(3);
	});

	it('gives only suspended ones, wherever they stand in the list', async () => {
		await readyCloud.settings({ maxPageSize: 1 });
		await readyCloud.webhook('orders', 'https://example.com/sound');
		const id = await readyCloud.webhook('contact', 'https://example.com/suspended', true);
		const parameters = { returnAll: false, limit: 1, onlySuspended: true };
		const { items } = await readyCloud.run('webhook.getMany', parameters);
		expect(items.map(({ json }) => json.id)).toEqual([id]);
		expect(items[0]?.json.suspended_at).toEqual(expect.any(String));
	});

	it('deletes one, and leaves the others', async () => {
		const other = await readyCloud.webhook('orders', ADDRESS);
		const { id } = await create();
		const webhook = locator('id', String(id));
		expect(await readyCloud.one('webhook.delete', { webhook })).toEqual({ deleted: true, id });
		expect(await readyCloud.webhooks()).toMatchObject([{ id: other }]);
		for (const operation of ['webhook.delete', 'webhook.get']) {
			expect((await errorOf(readyCloud.run(operation, { webhook }))).message).toBe(
				`ReadyCloud has no webhook "${String(id)}" in the organization "${READYCLOUD_ORG}"`,
			);
		}
	});
});

describe('the token of a webhook', () => {
	it('never shows', async () => {
		const created = await create();
		const webhook = locator('id', String(created.id));
		const shown = [
			created,
			await readyCloud.one('webhook.get', { webhook }),
			await readyCloud.one('webhook.getMany', { returnAll: true }),
			await readyCloud.one('webhook.renew', { which: 'one', webhook }),
		];
		for (const each of shown) {
			expect(each.remote_url).toBe(ADDRESS);
			expect(Object.keys(each)).not.toContain('token');
			// The sandbox makes tokens of 30 hexadecimal digits, as in ReadyCloud's examples.
			expect(JSON.stringify(each)).not.toMatch(/[0-9a-f]{30}/);
		}
	});

	it.each(['webhook.create', 'webhook.getMany', 'webhook.get'])(
		'does not show when an answer to %s is cut off',
		async (operation) => {
			const id = await readyCloud.webhook('orders', ADDRESS);
			await readyCloud.fault({ kind: 'malformed', when: 'after' });
			const parameters = { entity: 'contact', remoteUrl: ADDRESS, webhook: locator('id', id) };
			const error = await errorOf(readyCloud.run(operation, parameters));
			expect(error.message).toMatch(/^ReadyCloud answered with something that is not an? /);
			expect(JSON.stringify(error)).not.toMatch(/[0-9a-f]{12}/);
		},
	);
});
