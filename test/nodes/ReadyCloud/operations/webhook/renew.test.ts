import { NodeApiError } from 'n8n-workflow';

import { READYCLOUD_ORG } from '../../../../../sandbox/readycloud/defaults';
import { locator, ReadyCloudBench } from '../../../../support/readycloud';
import { errorOf } from '../../../../support/runOperation';
import { useBench } from '../../../../support/standInBench';

const readyCloud = useBench(new ReadyCloudBench());

const A = 'https://n8n.example.com/webhook/a?entity=orders';
const B = 'https://n8n.example.com/webhook/b?entity=contact';
const C = 'https://n8n.example.com/webhook/c?entity=packaging';
const renewAll = (options = {}) => readyCloud.run('webhook.renew', { options });
/** The first read is answered, and none after it. */
const noFurtherList = async () => {
	await readyCloud.fault({ kind: 'slow', ms: 0, times: 1, methods: ['GET'] });
	await readyCloud.fault({ kind: 'status', status: 500, methods: ['GET'] });
};
const registered = async () =>
	(await readyCloud.webhooks()).map(({ event, url, suspendedAt }) => [
		event,
		url,
		suspendedAt === null ? 'sound' : 'suspended',
	]);

describe('all suspended webhooks', () => {
	it('are deleted and created again, with the same event and address; others stay', async () => {
		const sound = await readyCloud.webhook('orders', A);
		const b = await readyCloud.webhook('contact', B, true);
		const c = await readyCloud.webhook('packaging', C, true);
		const { items, hints } = await renewAll();
		expect(
			items.map(({ json, pairedItem }) => [json.previous_id, json.remote_url, pairedItem]),
		).toEqual([
			[b, B, { item: 0 }],
			[c, C, { item: 0 }],
		]);
		for (const { json } of items) {
			expect(json.suspended_at).toBeNull();
			expect(json.previous_suspended_at).toEqual(expect.any(String));
			expect(json.id).not.toBe(json.previous_id);
		}
		expect(hints).toEqual([]);
		expect(await registered()).toEqual([
			['orders', A, 'sound'],
			['contact', B, 'sound'],
			['packaging', C, 'sound'],
		]);
		expect((await readyCloud.webhooks())[0]?.id).toBe(sound);
	});

	it('are found on all pages', async () => {
		await readyCloud.settings({ maxPageSize: 1 });
		await readyCloud.webhook('orders', A, true);
		await readyCloud.webhook('contact', B, true);
		expect((await renewAll()).items).toHaveLength(2);
	});

	it('give nothing when there are none', async () => {
		await readyCloud.webhook('orders', A);
		expect((await renewAll()).items).toEqual([]);
		expect(await readyCloud.requests('DELETE')).toEqual([]);
	});

	it('get an item each, when one of them is lost', async () => {
		await readyCloud.webhook('orders', A, true);
		await readyCloud.webhook('contact', B, true);
		await readyCloud.fault({ kind: 'status', status: 400, methods: ['POST'], times: 1 });
		const { items, hints } = await renewAll();
		expect(
			items.map(({ json }) => [json.error ?? 'renewed', json.entity, json.remote_url]),
		).toEqual([
			[
				`ReadyCloud deleted the webhook for "orders" at ${A}, but did not create it again`,
				'orders',
				A,
			],
			['renewed', 'contact', B],
		]);
		expect(hints.map(({ message }) => message)).toEqual([
			'1 of 2 webhooks were not renewed. Each of them says why under "error".',
		]);
		expect(await registered()).toEqual([['contact', B, 'sound']]);
	});

	it('show no value in the address of one that is still there', async () => {
		await readyCloud.webhook('orders', 'https://shop.example.com/a?key=SHOP-SECRET-A', true);
		await readyCloud.webhook('contact', 'https://shop.example.com/b?key=SHOP-SECRET-B', true);
		await readyCloud.fault({ kind: 'status', status: 400, methods: ['DELETE'], times: 1 });
		const { items } = await renewAll();
		expect(items.map(({ json }) => [typeof json.error, json.remote_url])).toEqual([
			['string', 'https://shop.example.com/a?key=***'],
			['undefined', 'https://shop.example.com/b?key=***'],
		]);
	});

	it('stay as they are when the app may not delete them, and the rest is not tried', async () => {
		await readyCloud.webhook('orders', A, true);
		await readyCloud.webhook('contact', B, true);
		await readyCloud.fault({ kind: 'status', status: 403, methods: ['DELETE'] });
		const { message } = await errorOf(renewAll());
		expect(message).toBe('ReadyCloud gives no access to organization "K7p"');
		expect(await readyCloud.requests('DELETE')).toHaveLength(1);
		expect(await registered()).toEqual([
			['orders', A, 'suspended'],
			['contact', B, 'suspended'],
		]);
	});
});

describe('one webhook', () => {
	const renew = (id: string, options = {}) =>
		readyCloud.run('webhook.renew', { which: 'one', webhook: locator('id', id), options });

	it('is renewed whether it is suspended or not, and no other', async () => {
		const a = await readyCloud.webhook('orders', A);
		await readyCloud.webhook('contact', B, true);
		const { items } = await renew(a);
		expect(items[0]?.json).toMatchObject({
			previous_id: a,
			previous_suspended_at: null,
			entity: 'orders',
			remote_url: A,
		});
		expect(await registered()).toEqual([
			['contact', B, 'suspended'],
			['orders', A, 'sound'],
		]);
	});

	it('that is not there is an error, and nothing is changed', async () => {
		await readyCloud.webhook('orders', A, true);
		expect((await errorOf(renew('nothere'))).message).toBe(
			`ReadyCloud has no webhook "nothere" in the organization "${READYCLOUD_ORG}"`,
		);
		expect(await registered()).toEqual([['orders', A, 'suspended']]);
	});

	it('that cannot be created again is named with its event and address', async () => {
		const id = await readyCloud.webhook('orders', A, true);
		await readyCloud.fault({ kind: 'status', status: 400, methods: ['POST'] });
		const error = await errorOf(renew(id));
		expect(error.message).toBe(
			`ReadyCloud deleted the webhook for "orders" at ${A}, but did not create it again`,
		);
		expect(error.description).toMatch(
			/^Create it with the operation "Create" of the resource "Webhook", with exactly this event and address\. The reason: ReadyCloud did not accept a webhook for "orders": /,
		);
	});

	it('that cannot be created again for too many requests is named, too', async () => {
		const id = await readyCloud.webhook('orders', A, true);
		await readyCloud.fault({ kind: 'status', status: 429, methods: ['POST'] });
		const error = await errorOf(renew(id, { longestWait: 0 }));
		expect(error.message).toBe(
			`ReadyCloud deleted the webhook for "orders" at ${A}, but did not create it again`,
		);
		expect(error.description).toContain('The reason: ReadyCloud is getting too many requests. ');
	});

	it.each([{ kind: 'reset' }, { kind: 'malformed' }, { kind: 'status', status: 502 }])(
		'counts as renewed when it was created and only the answer was lost: %j',
		async (fault) => {
			const id = await readyCloud.webhook('orders', A, true);
			await readyCloud.fault({ ...fault, when: 'after', methods: ['POST'], times: 1 });
			const { items } = await renew(id);
			expect(items[0]?.json).toMatchObject({ previous_id: id, remote_url: A, suspended_at: null });
			expect(await registered()).toEqual([['orders', A, 'sound']]);
		},
	);

	it('is lost when the list shows that an unanswered request did not create it', async () => {
		const id = await readyCloud.webhook('orders', A, true);
		await readyCloud.fault({ kind: 'reset', when: 'before', methods: ['POST'] });
		expect((await errorOf(renew(id))).message).toBe(
			`ReadyCloud deleted the webhook for "orders" at ${A}, but did not create it again`,
		);
		expect(await registered()).toEqual([]);
	});

	it('is of unknown fate when the list cannot be read either', async () => {
		const id = await readyCloud.webhook('orders', A, true);
		await readyCloud.fault({ kind: 'reset', methods: ['POST'] });
		await noFurtherList();
		const error = await errorOf(renew(id));
		expect(error.message).toBe(
			`ReadyCloud deleted the webhook for "orders" at ${A}, but whether it was created again is not known`,
		);
		expect(error.description).toMatch(/^If it is missing in the list of webhooks, create it /);
	});

	it('is of unknown fate when neither its deletion nor the list is answered', async () => {
		const id = await readyCloud.webhook('orders', A, true);
		await readyCloud.fault({ kind: 'reset', methods: ['DELETE'] });
		await noFurtherList();
		const error = await errorOf(renew(id));
		expect(error.message).toBe(
			`Whether ReadyCloud deleted the webhook for "orders" at ${A} is not known`,
		);
		expect(error.description).toMatch(/^It was not created again\. /);
		expect(await readyCloud.requests('POST')).toEqual([]);
	});

	it('is created again when only the answer to its deletion was lost', async () => {
		const id = await readyCloud.webhook('orders', A, true);
		await readyCloud.fault({ kind: 'reset', when: 'after', methods: ['DELETE'], times: 1 });
		expect((await renew(id)).items[0]?.json.previous_id).toBe(id);
		expect(await registered()).toEqual([['orders', A, 'sound']]);
	});

	it('stays as it is when its deletion did not reach ReadyCloud', async () => {
		const id = await readyCloud.webhook('orders', A, true);
		await readyCloud.fault({ kind: 'status', status: 503, methods: ['DELETE'] });
		expect((await errorOf(renew(id))).message).toBe('ReadyCloud is not able to answer right now');
		expect(await registered()).toEqual([['orders', A, 'suspended']]);
	});

	it('is told as an item when the workflow goes on', async () => {
		const id = await readyCloud.webhook('orders', A, true);
		await readyCloud.fault({ kind: 'status', status: 400, methods: ['POST'] });
		const parameters = { which: 'one', webhook: locator('id', id) };
		const { items } = await readyCloud.run('webhook.renew', parameters, { continueOnFail: true });
		expect(items[0]?.error).toBeInstanceOf(NodeApiError);
		expect(items[0]?.json.error).toContain(A);
	});
});
