import { ReadyCloudApi } from '../../../../credentials/ReadyCloudApi.credentials';
import { ReadyCloud } from '../../../../nodes/ReadyCloud/ReadyCloud.node';
import { executeNode } from '../../../support/executeNode';
import { locator, runReadyCloud } from '../../../support/readycloud';
import { errorOf } from '../../../support/runOperation';
import { type Scripted, ScriptedServer } from '../../../support/scripted';

/** Answers that no page of ReadyCloud's shows, and that must not be misread all the same. */
let server: ScriptedServer | undefined;
afterEach(async () => await server?.stop());

async function answering(operation: string, parameters: object, answer: Scripted) {
	server = await ScriptedServer.start(() => answer);
	return await runReadyCloud(server.url, operation, { ...parameters });
}

const ORDER = { url: '/api/v2/orgs/K7p/orders/q2Xd/', primary_id: 'A-1' };
const byPrimaryId = { order: locator('primaryId', 'A-1') };

describe('a server that ignores the filter by Primary ID', () => {
	it('does not make another order be deleted', async () => {
		const results = [{ ...ORDER, primary_id: 'A-10' }, { url: '/api/v2/orgs/K7p/orders/z/' }];
		const run = answering('order.delete', byPrimaryId, { body: { results, next: null } });
		expect((await errorOf(run)).message).toBe(
			'ReadyCloud has no order with the Primary ID "A-1" in the organization "K7p"',
		);
		expect(server?.asked.map(({ method }) => method)).toEqual(['GET']);
	});

	it('takes no order of another organization', async () => {
		const results = [{ ...ORDER, url: '/api/v2/orgs/Z9x/orders/q2Xd/' }];
		const run = answering('order.delete', byPrimaryId, { body: { results, next: null } });
		expect((await errorOf(run)).message).toMatch(/^ReadyCloud has no order with the Primary ID/);
		expect(server?.asked.map(({ method }) => method)).toEqual(['GET']);
	});

	it('still gives the right one', async () => {
		const results = [{ ...ORDER, url: '/api/v2/orgs/K7p/orders/z/', primary_id: 'A-10' }, ORDER];
		const { items } = await answering('order.get', byPrimaryId, { body: { results, next: null } });
		expect(items[0]?.json).toMatchObject({ jobId: 'q2Xd', reference: 'A-1' });
	});
});

describe('a server that gives another object than the one that was asked for', () => {
	const webhook = (url: string) => ({ url, remote_url: 'https://a.example/b', entity: 'orders' });
	it.each<[string, object, string]>([
		['webhook.renew', { which: 'one' }, '/api/v2/orgs/K7p/webhooks/other/'],
		['webhook.renew', { which: 'one' }, '/api/v2/orgs/Z9x/webhooks/x4Tq/'],
		['webhook.get', {}, '/api/v2/orgs/K7p/webhooks/X4TQ/'],
	])('makes %s stop, and changes nothing', async (operation, parameters, url) => {
		const given = { ...parameters, webhook: locator('id', 'x4Tq') };
		expect(await errorOf(answering(operation, given, { body: webhook(url) }))).toEqual({
			message:
				'ReadyCloud answered with something else than the webhook "x4Tq" in the organization "K7p"',
			description: `Nothing was changed. ReadyCloud gave "${url}". Check "Use Another Server" in the credential.`,
		});
		expect(server?.asked.map(({ method }) => method)).toEqual(['GET']);
	});
});

describe('a new order counts as created', () => {
	it.each<[string, Scripted]>([
		['the order', { status: 201, body: ORDER }],
		['nothing', { status: 201, body: '' }],
		['an object that says nothing', { status: 201, body: { ok: true } }],
	])('when the answer is %s', async (_what, answer) => {
		const { items } = await answering('order.create', { primaryId: 'A-1' }, answer);
		expect(items[0]?.json.reference).toBe('A-1');
	});
});

describe('a new order does not count as created', () => {
	it.each<[string, Scripted, RegExp]>([
		[
			'a complaint',
			{ status: 200, body: { error: 'No.' } },
			/^ReadyCloud did not accept order "A-1": No\.$/,
		],
		[
			'a complaint in details',
			{ status: 200, body: { detail: 'No.' } },
			/^ReadyCloud did not accept order "A-1": No\.$/,
		],
		[
			'a list',
			{ status: 200, body: [ORDER] },
			/^ReadyCloud answered with something that is not an order$/,
		],
		[
			'words',
			{ status: 200, body: 'queued' },
			/^ReadyCloud answered with something that is not an order$/,
		],
		[
			'a redirect',
			{ status: 301, body: '' },
			/^ReadyCloud does not know this address; check Base URL in the credential: it must end in \/api\/v2$/,
		],
	])('when the answer is %s', async (_what, answer, message) => {
		const run = answering('order.create', { primaryId: 'A-1' }, answer);
		expect((await errorOf(run)).message).toMatch(message);
	});
});

it('an order that is not in the answer cannot be read', async () => {
	const run = answering('order.get', { order: locator('id', 'q2Xd') }, { body: {} });
	expect((await errorOf(run)).message).toBe(
		'ReadyCloud answered with something that is not an order',
	);
});

it('a changed order whose answer is empty is shown as it was sent', async () => {
	const parameters = { order: locator('id', 'q2Xd'), updateFields: { total: '3 USD' } };
	const { items } = await answering('order.update', parameters, { status: 204, body: '' });
	expect(items[0]?.json).toMatchObject({ jobId: 'q2Xd', account: 'K7p', amount: '3' });
});

const NEW_TAG = { order: locator('id', 'q2Xd'), tag: 'rush' };

it.each<[string, Scripted]>([
	['the tags of the order', { status: 201, body: ['gift', 'rush'] }],
	['the tag', { status: 201, body: 'rush' }],
	['an object with it', { status: 200, body: { value: 'rush' } }],
	['nothing', { status: 204, body: '' }],
])('a new tag is answered with %s', async (_what, answer) => {
	const { items } = await answering('tag.add', NEW_TAG, answer);
	expect(items[0]?.json).toEqual({ tag: 'rush' });
});

it.each<[string, Scripted]>([
	['other words', { status: 201, body: ['No.'] }],
	['the tag, and a bad status', { status: 400, body: ['rush'] }],
])('a new tag is refused by a list of %s', async (_what, answer) => {
	const { message } = await errorOf(answering('tag.add', NEW_TAG, answer));
	expect(message).toMatch(/^ReadyCloud did not accept the tag "rush"/);
});

it.each([200, 202, 204])('a deletion answered with %p is one', async (status) => {
	const parameters = { contact: locator('id', 'm3Ws') };
	const { items } = await answering('contact.delete', parameters, { status, body: '' });
	expect(items[0]?.json).toEqual({ deleted: true, id: 'm3Ws' });
});

it.each([
	['contact.delete', { contact: locator('id', 'm3Ws') }, 'this deletion'],
	['tag.remove', { order: locator('id', 'q2Xd'), tag: 'rush' }, 'this deletion'],
	['tag.add', { order: locator('id', 'q2Xd'), tag: 'rush' }, 'the tag "rush"'],
])(
	'%s is none when the answer complains with a good status',
	async (operation, parameters, what) => {
		const run = answering(operation, parameters, { status: 200, body: { detail: 'No.' } });
		expect((await errorOf(run)).message).toBe(`ReadyCloud did not accept ${what}: No.`);
	},
);

it.each([
	['a bare list', ['rush', 'gift', 7, '']],
	['a list with the usual pages', { results: ['rush', 'gift'], next: null }],
])('tags are read from %s', async (_what, body) => {
	const parameters = { of: 'organization', returnAll: true };
	const { items } = await answering('tag.getMany', parameters, { body });
	expect(items.map(({ json }) => json.tag)).toEqual(['rush', 'gift']);
});

it('what is no list of tags is an error', async () => {
	const run = answering('tag.getMany', { of: 'organization' }, { body: { tags: 'rush' } });
	expect((await errorOf(run)).message).toBe(
		'ReadyCloud answered with something that is not a list of tags',
	);
});

it('tokens that a renewal brings during a request are never shown', async () => {
	const credential = {
		accessToken: 'old-access-token',
		refreshToken: 'old-refresh-token',
		baseUrl: '',
	};
	const renewed = ['new-access-token', 'new-refresh-token'];
	server = await ScriptedServer.start(() => {
		// As n8n does after a 401: it saves what the renewal gave, and sends the request again.
		[credential.accessToken, credential.refreshToken] = renewed as [string, string];
		return { body: { url: '/api/v2/orgs/K7p/', name: `${renewed.join(' ')} old-access-token` } };
	});
	credential.baseUrl = server.url;
	const { items } = await executeNode({
		node: new ReadyCloud(),
		credentialType: new ReadyCloudApi(),
		credential,
		parameters: {
			resource: 'organization',
			operation: 'get',
			organizationId: locator('id', 'K7p'),
		},
	});
	expect(items[0]?.json.name).toBe('*** *** ***');
});
