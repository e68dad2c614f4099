import type { Dict } from '../support/bench';
import { Cloud, idIn } from './support';

const cloud = Cloud.use();

interface State {
	vendors: Array<Dict & { jobs: Dict[]; registered: Dict[] }>;
}
const column = async (): Promise<State['vendors'][number] | undefined> => {
	const { vendors } = (await cloud.bench.control('GET', 'state')).json<State>();
	return vendors.find(({ name }) => name === 'readycloud');
};

it('shows orders, contacts and webhooks in a column', async () => {
	const webhook = await cloud.subscribe('orders');
	const { id } = await cloud.make('orders', { primary_id: 'WEB-1' });
	await cloud.make('contacts', { first_name: 'Robin', last_name: 'Placeholder' });
	await cloud.step(id, 'ship', { tracking_number: '1Z-MADE-UP' });
	await cloud.control('POST', `webhooks/${idIn(webhook)}/steps/suspend`);
	expect(await column()).toMatchObject({
		label: 'ReadyCloud',
		jobCount: 2,
		actions: [{ path: 'orders' }, { path: 'contacts' }],
		webhooks: null,
		jobs: [
			{ id, title: 'WEB-1', status: 'shipped', statusLabel: 'Shipped', tone: 'moving' },
			{ title: 'Robin Placeholder', status: 'contact' },
		],
		registered: [
			{
				id: idIn(webhook),
				event: 'orders',
				url: webhook.remote_url,
				suspendedAt: expect.any(String),
				steps: [{ name: 'remove' }],
			},
		],
	});
	const lines = async (): Promise<unknown> => (await column())?.jobs[0]?.lines;
	expect(await lines()).toEqual(
		expect.arrayContaining(['Tracking: 1Z-MADE-UP', 'Carrier: Label created', 'Payment: pending']),
	);
	await cloud.step(id, 'scan');
	expect(await lines()).toContain('Carrier: Accepted by carrier');
	await cloud.step(id, 'pay');
	expect(await lines()).toContain('Payment: paid');
});

describe('steps', () => {
	it('are those that are possible', async () => {
		const { id, steps } = await cloud.make('orders');
		const names = (list: Array<{ name: string }>): string[] => list.map(({ name }) => name);
		const always = ['change', 'note', 'repeat', 'delete'];
		const aside = ['change', 'note', 'cancel', 'repeat', 'delete'];
		expect(names(steps)).toEqual(['pay', 'pack', 'ship', ...aside]);
		expect(names((await cloud.step(id, 'pay')).steps)).toEqual(['pack', 'ship', ...aside]);
		expect(names((await cloud.step(id, 'pack')).steps)).toEqual(['ship', ...aside]);
		expect(names((await cloud.step(id, 'ship')).steps)).toEqual(['scan', 'deliver', ...always]);
		expect(names((await cloud.step(id, 'deliver')).steps)).toEqual(always);
		const reply = await cloud.control('POST', `jobs/${id}/steps/pack`);
		expect([reply.status, reply.json().error]).toEqual([
			409,
			'The step "pack" isn\'t possible for an order that is "delivered"; possible are: change, note, repeat, delete.',
		]);
		expect((await cloud.control('POST', 'jobs/nobody/steps/pack')).status).toBe(404);
	});

	it('change what was asked for', async () => {
		const { id } = await cloud.make('orders');
		const { job } = await cloud.step(id, 'change', { fields: { po_number: 'PO-9' } });
		expect(job).toMatchObject({ po_number: 'PO-9' });
		await cloud.step(id, 'note');
		expect((await cloud.step(id, 'cancel')).job).toMatchObject({
			notes: [{ content: 'Customer asked for gift wrap.' }],
			billing: { status: 'cancelled' },
		});
		const [card] = (await column())?.jobs ?? [];
		expect(card).toMatchObject({ status: 'cancelled', statusLabel: 'Payment cancelled' });
		expect(JSON.stringify(card?.lines)).toContain('ReadyCloud has no status for a cancelled order');
		const bad = await cloud.control('POST', `jobs/${id}/steps/change`, {
			fields: { order_number: 'x' },
		});
		expect([bad.status, bad.json().error]).toEqual([400, expect.stringContaining('order_number')]);
		await cloud.step(id, 'delete');
		expect((await cloud.list('orders/')).count).toBe(0);
	});

	it('of contacts change them and their address', async () => {
		const { id } = await cloud.make('contacts');
		await cloud.step(id, 'changeContact', { fields: { occupation: 'Baker' } });
		const { job } = await cloud.step(id, 'changeAddress', { fields: { city: 'Nampa' } });
		expect(job).toMatchObject({ occupation: 'Baker', addresses: [{ city: 'Nampa' }] });
	});
});

it('answers as to an expired token where that fault is on', async () => {
	await cloud.control('POST', 'faults', { kind: 'expiredKey', times: 1 });
	const reply = await cloud.api('GET', '/orgs/');
	expect([reply.status, reply.json()]).toEqual([
		401,
		{ detail: 'The access token is unknown or has expired.' },
	]);
	expect(reply.headers.get('www-authenticate')).toContain('error="invalid_token"');
});

it('applies faults', async () => {
	await cloud.control('POST', 'faults', { kind: 'status', status: 503, times: 1, path: '/orgs' });
	expect((await cloud.api('GET', '/orgs/')).status).toBe(503);
	expect((await cloud.api('GET', '/orgs/')).status).toBe(200);
	const requests = (await cloud.control('GET', 'requests')).json<Dict[]>();
	expect(requests).toMatchObject([
		{ path: '/readycloud/api/v2/orgs/', fault: 'status before', status: 503 },
		{ fault: null, status: 200 },
	]);
});

it.each([
	['PATCH', 'settings', { errorForm: 'poem' }, 'errorForm'],
	['POST', 'orders', { primary_id: '' }, 'primary_id'],
	['POST', 'orders', { count: 0 }, 'count'],
	['POST', 'orders', { count: 2, primary_id: 'same' }, 'primary_id'],
	['POST', 'contacts', { is_company: 'x' }, 'is_company'],
	['POST', 'webhooks', { remote_url: 'http://x' }, 'HTTPS'],
	['POST', 'tokens', { access: 'short' }, 'access'],
	['POST', 'send', { entity: 'poem' }, 'entity'],
])('%s %s refuses %j in words', async (method, path, body, word) => {
	const reply = await cloud.control(method, path, body);
	expect([reply.status, reply.json().error]).toEqual([400, expect.stringContaining(word)]);
});

it('forgets everything with a reset', async () => {
	await cloud.subscribe('orders');
	await cloud.make('orders');
	await cloud.settings({ readsPerMinute: 1 });
	await cloud.api('GET', '/orgs/');
	await cloud.control('POST', 'tokens/expire');
	await cloud.reset();
	expect(await column()).toMatchObject({ jobs: [], jobCount: 0, registered: [] });
	expect((await cloud.api('GET', '/orgs/')).status).toBe(200);
	expect((await cloud.control('GET', 'settings')).json().readsPerMinute).toBe(30);
});
