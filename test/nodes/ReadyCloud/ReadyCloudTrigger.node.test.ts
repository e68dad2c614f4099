import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { ReadyCloudTrigger } from '../../../nodes/ReadyCloud/ReadyCloudTrigger.node';
import { digestOfToken } from '../../../nodes/ReadyCloud/trigger/memory';
import type { Expected } from '../../support/emptyEvent';
import { fixture } from '../../support/fixtures';
import { answerTo, type CallOptions } from '../../support/webhookContext';
import { EXPECTED_EVENTS } from './event/expectedEvents';

const TOKEN = '0f1e2d3c4b5a69788796a5b4c3d2e1';
const RENEWED = '1a2b3c4d5e6f708192a3b4c5d6e7f8';
const ACCESS = '5a4db0c5a4db0c5a4db0c5a4db0c0001';
const BASE = 'https://readycloud.example/api/v2';
const REFUSED = {
	message: 'This call was refused: it does not prove that it comes from ReadyCloud.',
};
const order = fixture('readycloud/orders-filled.json');

interface Said {
	statusCode: number;
	body: unknown;
	headers?: object;
}

const registered = (token = TOKEN, id = 'x4Tq', entity: string | null = 'orders') => ({
	id,
	organization: 'K7p',
	tokenDigest: digestOfToken(token),
	entity,
});

/** What the trigger remembers of webhooks for several entities that share a token. */
const sharing = (...entities: string[]) => ({
	webhooks: entities.map((entity) => registered(TOKEN, `id of ${entity}`, entity)),
});

/** A token that ReadyCloud might have made. */
const madeUp = (number: number) => `deadbeefdeadbeef${String(number).padStart(14, '0')}`;

let count = 0;
/** A trigger whose URL no other test has, with what it remembers and what ReadyCloud answers. */
class Trigger {
	readonly path = `/webhook/hook-${count++}/readycloud`;
	webhookUrl = `https://n8n.example${this.path}`;
	memory: IDataObject = { webhooks: [registered()] };
	readonly asked: IHttpRequestOptions[] = [];
	answer: (request: IHttpRequestOptions) => Said = () => ({ statusCode: 500, body: '' });

	async call(options: CallOptions = {}) {
		return await answerTo(
			{
				method: 'PUT',
				query: { entity: 'orders' },
				body: order,
				headers: { auth: TOKEN },
				credential: { accessToken: ACCESS, baseUrl: BASE },
				...options,
				parameters: { organizationId: { mode: 'list', value: 'K7p' }, ...options.parameters },
			},
			async (context) => await new ReadyCloudTrigger().webhook.call(context),
			{
				getNodeWebhookUrl: () => this.webhookUrl,
				getWorkflowStaticData: () => this.memory,
				helpers: {
					httpRequestWithAuthentication: async (_type: string, request: IHttpRequestOptions) => {
						this.asked.push(request);
						return await Promise.resolve(this.answer(request));
					},
				},
			},
		);
	}

	/** ReadyCloud's list of webhooks holds these. */
	lists(...webhooks: object[]): void {
		this.answer = () => ({ statusCode: 200, body: { next: null, results: webhooks } });
	}

	webhook(
		token: string,
		remoteUrl = `${this.webhookUrl}?entity=orders`,
		id = 'x4Tr',
		entity = 'orders',
	) {
		const url = `/api/v2/orgs/K7p/webhooks/${id}/`;
		return { url, remote_url: remoteUrl, token, entity, suspended_at: null };
	}
}

let trigger: Trigger;
beforeEach(() => {
	trigger = new Trigger();
});

const only = (events: string[], more: IDataObject = {}) => ({ parameters: { events, ...more } });

describe('the answer table', () => {
	it.each<[string, string, Expected]>(EXPECTED_EVENTS)(
		'starts one execution with the delivery event of %s: %s',
		async (entity, name, expected) => {
			trigger.memory = { webhooks: [registered(TOKEN, 'x4Tq', entity)] };
			const answer = await trigger.call({
				query: { entity },
				body: fixture(`readycloud/${name}`),
			});
			expect([answer.status, answer.body]).toEqual([200, { received: true }]);
			expect(answer.items).toEqual([expect.objectContaining(expected)]);
			expect(trigger.asked).toEqual([]);
		},
	);

	it('says why it ignores an event that is not selected', async () => {
		const answer = await trigger.call(only(['contact']));
		expect(answer).toMatchObject({
			status: 200,
			body: {
				received: true,
				ignored: 'This event is not among the events selected in the trigger.',
			},
		});
		expect(answer.items).toBeUndefined();
	});

	it('says which filter leaves an event out', async () => {
		const answer = await trigger.call(only(['*'], { filters: { statuses: ['attempt_failed'] } }));
		expect(answer.body).toEqual({
			received: true,
			ignored: "The trigger's filter on the status leaves this event out.",
		});
	});

	it.each<[string, CallOptions['headers'], number]>([
		['right', { auth: TOKEN }, 200],
		['right and in capitals', { AUTH: TOKEN }, 200],
		['right and spelled as ReadyCloud does', { Auth: TOKEN }, 200],
		['missing', {}, 401],
		['empty', { auth: '' }, 401],
		['wrong', { auth: RENEWED }, 401],
		['right but for capitals', { auth: TOKEN.toUpperCase() }, 401],
		['repeated', { auth: `${TOKEN}, ${TOKEN}` }, 401],
		['there under two spellings', { auth: TOKEN, Auth: TOKEN }, 401],
		['another one', { authorization: `Bearer ${TOKEN}` }, 401],
		['the digest of the token', { auth: digestOfToken(TOKEN) }, 401],
	])('with an Auth header that is %s', async (_what, headers, status) => {
		trigger.lists(trigger.webhook(TOKEN));
		const answer = await trigger.call({ headers });
		expect(answer.status).toBe(status);
		expect(answer.items?.length).toBe(status === 200 ? 1 : undefined);
		if (status === 401) expect(answer.body).toEqual(REFUSED);
		expect(answer.logged.join()).not.toContain(TOKEN);
	});

	it('asks for proof before it looks at the body', async () => {
		expect((await trigger.call({ body: 'hello', headers: {} })).status).toBe(401);
		expect(await trigger.call({ body: 'hello' })).toMatchObject({
			status: 400,
			body: { message: 'This body cannot be read: ReadyCloud sends a JSON object with "url".' },
		});
	});

	it.each<[string, IDataObject, string]>([
		[
			'its webhooks',
			{ webhooks: [registered()] },
			'it is ready for events that ReadyCloud sends. It knows the token of 1 webhook at ReadyCloud. Whether ReadyCloud still sends the same, you will see when the next event comes.',
		],
		[
			'none',
			{},
			'it is not ready yet, because no webhook at ReadyCloud belongs to it: publish the workflow.',
		],
	])('tells a browser what this URL is when it remembers %s', async (_what, memory, state) => {
		trigger.memory = memory;
		const answer = await trigger.call({ method: 'GET', headers: {} });
		expect([answer.status, answer.body, answer.items]).toEqual([
			200,
			`This is the webhook address of a ReadyCloud Trigger in n8n, and ${state}`,
			undefined,
		]);
	});

	it('lets an unknown entity pass with any event', async () => {
		trigger.memory = { webhooks: [registered(TOKEN, 'x4Tq', 'invoice')] };
		expect((await trigger.call({ query: { entity: 'invoice' } })).items).toMatchObject([
			{ event: 'unknown', providerEvent: 'invoice', jobId: 'q2Xd' },
		]);
	});

	it('gives the original as it came', async () => {
		const body = { ...order, brand_new: { deep: [1] } };
		const answer = await trigger.call({ body, ...only(['*'], { output: 'original' }) });
		expect(answer.items).toEqual([body]);
	});

	it('gives one item for each object of a list', async () => {
		const answer = await trigger.call({ body: [order, { ...order, primary_id: 'WEB-2' }] });
		expect(answer.items?.map(({ reference }) => reference)).toEqual(['WEB-20418', 'WEB-2']);
	});

	it('takes an empty object without starting anything', async () => {
		const answer = await trigger.call({ body: {} });
		expect([answer.status, answer.items]).toEqual([200, undefined]);
		expect(answer.body).toEqual({ received: true, ignored: 'The call holds no event.' });
	});

	it.each<[string, IDataObject]>([
		['another entity', { entity: 'contact' }],
		['an entity that nobody knows', { entity: 'invoice' }],
		['two entities', { entity: ['orders', 'contact'] }],
		['something else', { entity: { a: 'orders' } }],
	])('refuses a token whose URL names %s', async (_what, query) => {
		const { status, items, logged } = await trigger.call({ query });
		expect([status, items, trigger.asked]).toEqual([401, undefined, []]);
		expect(logged.join()).toContain('for another entity than the address names');
	});

	it('goes by the token where the URL has lost its query', async () => {
		expect((await trigger.call({ query: {} })).items).toMatchObject([
			{ event: 'job_updated', providerEvent: 'orders', jobId: 'q2Xd' },
		]);
	});

	it('takes a token that webhooks share for each of their entities, and for no other', async () => {
		trigger.memory = sharing('orders', 'acceptance-scan');
		const called = async (query: IDataObject) => {
			const { status, items } = await trigger.call({ query });
			return [status, items?.[0]?.providerEvent];
		};
		expect(await called({ entity: 'orders' })).toEqual([200, 'orders']);
		expect(await called({ entity: 'acceptance-scan' })).toEqual([200, 'acceptance-scan']);
		expect(await called({ entity: 'contact' })).toEqual([401, undefined]);
		// Which of them it is, nothing tells.
		expect(await called({})).toEqual([200, null]);
	});

	it('takes a token that an earlier version has remembered for any entity', async () => {
		const { entity, ...older } = registered();
		trigger.memory = { webhooks: [older] };
		expect((await trigger.call()).items).toMatchObject([{ providerEvent: entity }]);
	});
});

describe('what the trigger remembers', () => {
	it.each<[string, IDataObject]>([
		['nothing', {}],
		['another form', { webhooks: { orders: 'x' } }],
		['entries of an older version', { webhooks: [{ id: 'x4Tq', token: TOKEN }, null, 7] }],
		['webhooks without a token', { webhooks: [{ ...registered(), tokenDigest: '' }] }],
	])('is found again through the list when it is %s', async (_what, memory) => {
		trigger.memory = memory;
		trigger.lists(trigger.webhook(TOKEN), trigger.webhook(RENEWED, 'https://erp.example/hook'));
		expect((await trigger.call()).status).toBe(200);
		expect(trigger.memory.webhooks).toEqual([registered(TOKEN, 'x4Tr')]);
		// Of another program's webhook at the same organization nothing is accepted.
		expect((await trigger.call({ headers: { auth: RENEWED } })).status).toBe(401);
	});

	it('is replaced when the webhook was renewed, and the old token counts no more', async () => {
		trigger.lists(trigger.webhook(RENEWED));
		expect((await trigger.call({ headers: { auth: RENEWED } })).status).toBe(200);
		expect((await trigger.call()).status).toBe(401);
	});

	it('need not have been saved by n8n for the next call', async () => {
		trigger.lists(trigger.webhook(RENEWED));
		const call = async () => {
			trigger.memory = { webhooks: [registered()] };
			return await trigger.call({ headers: { auth: RENEWED } });
		};
		expect((await call()).status).toBe(200);
		expect((await call()).status).toBe(200);
		expect(trigger.asked).toHaveLength(1);
	});

	it('gives way to what is saved when the workflow is published again', async () => {
		trigger.lists(trigger.webhook(RENEWED));
		await trigger.call({ headers: { auth: RENEWED } });
		trigger.lists(trigger.webhook('the token after that'));
		trigger.memory = { webhooks: [registered('the token after that')] };
		expect((await trigger.call({ headers: { auth: 'the token after that' } })).status).toBe(200);
		expect((await trigger.call({ headers: { auth: RENEWED } })).status).toBe(401);
	});

	it('keeps webhooks at the URL that n8n had before', async () => {
		const OLD_URL = 'https://old.example/webhook/1/readycloud?entity=orders';
		const before = trigger.webhook(TOKEN, OLD_URL, 'x4Tq');
		trigger.lists(before, trigger.webhook(RENEWED));
		expect((await trigger.call({ headers: { auth: madeUp(1) } })).status).toBe(401);
		expect(trigger.memory.webhooks).toEqual([registered(), registered(RENEWED, 'x4Tr')]);
	});

	it('is kept when ReadyCloud lists nothing', async () => {
		trigger.lists();
		await trigger.call({ headers: { auth: madeUp(1) } });
		expect((await trigger.call()).status).toBe(200);
	});

	it('is kept of entities that the list does not show', async () => {
		const CONTACTS = madeUp(7);
		trigger.memory = { webhooks: [registered(), registered(CONTACTS, 'c0nt', 'contact')] };
		trigger.lists(trigger.webhook(RENEWED));
		expect((await trigger.call({ headers: { auth: RENEWED } })).status).toBe(200);
		const contact = { query: { entity: 'contact' }, headers: { auth: CONTACTS } };
		expect((await trigger.call(contact)).status).toBe(200);
		expect((await trigger.call()).status).toBe(401);
	});

	it('is kept where only the beginning of the list was read', async () => {
		let offset = 0;
		trigger.answer = () => ({
			statusCode: 200,
			body: { next: `?offset=${++offset}`, results: [trigger.webhook(RENEWED)] },
		});
		expect((await trigger.call({ headers: { auth: RENEWED } })).status).toBe(200);
		expect((await trigger.call()).status).toBe(200);
	});

	it.each([
		(url: string) => url.replace('n8n.example', 'N8N.EXAMPLE:443'),
		(url: string) => `${url}/`,
		(url: string) => url.replace('hook', '%68ook'),
	])('is found at a URL that ReadyCloud spells in its own way', async (spelled) => {
		trigger.lists(trigger.webhook(RENEWED, `${spelled(trigger.webhookUrl)}?entity=orders`));
		expect((await trigger.call({ headers: { auth: RENEWED } })).status).toBe(200);
	});
});

describe('webhooks that were renewed', () => {
	const renewed = { headers: { auth: RENEWED } };

	it('are found by one list for all calls that come at once', async () => {
		trigger.lists(trigger.webhook(RENEWED));
		const answers = await Promise.all(Array.from({ length: 6 }, async () => trigger.call(renewed)));
		expect(answers.map(({ status, items }) => [status, items?.length])).toEqual(
			Array.from({ length: 6 }, () => [200, 1]),
		);
		expect(trigger.asked).toHaveLength(1);
	});

	it('are found by another list where the one under way was asked for too early', async () => {
		trigger.lists(trigger.webhook(TOKEN));
		const early = trigger.call({ headers: { auth: madeUp(1) } });
		while (trigger.asked.length === 0) await Promise.resolve();
		const late = [trigger.call(renewed), trigger.call(renewed)];
		trigger.lists(trigger.webhook(RENEWED));
		expect((await early).status).toBe(401);
		expect((await Promise.all(late)).map(({ status }) => status)).toEqual([200, 200]);
		expect(trigger.asked).toHaveLength(2);
	});

	it('are found at once after a list that failed', async () => {
		expect(await trigger.call(renewed)).toMatchObject({
			status: 503,
			headers: { 'retry-after': '15' },
			body: { message: expect.stringContaining('Send it again') as unknown },
		});
		trigger.lists(trigger.webhook(RENEWED));
		expect((await trigger.call(renewed)).status).toBe(200);
	});

	it('are found whatever outsiders have sent who do not know the organization', async () => {
		trigger.lists(trigger.webhook(TOKEN));
		for (let number = 0; number < 40; number++) {
			await trigger.call({ headers: { auth: madeUp(number) }, body: {} });
		}
		expect(trigger.asked).toHaveLength(5);
		trigger.lists(trigger.webhook(RENEWED));
		expect((await trigger.call(renewed)).status).toBe(200);
	});
});

describe('forged calls', () => {
	const forged = { headers: { auth: madeUp(0) } };

	async function at(second: number, options: CallOptions): Promise<number> {
		const clock = jest.spyOn(Date, 'now').mockReturnValue(1_700_000_000_000 + second * 1000);
		try {
			return (await trigger.call(options)).status;
		} finally {
			clock.mockRestore();
		}
	}

	it('with the same token cost one list a minute', async () => {
		trigger.lists(trigger.webhook(TOKEN));
		for (const second of [0, 1, 30, 59]) expect(await at(second, forged)).toBe(401);
		expect(trigger.asked).toHaveLength(1);
		expect(await at(60, forged)).toBe(401);
		expect(trigger.asked).toHaveLength(2);
	});

	it('cost none where nothing like a token comes', async () => {
		trigger.lists(trigger.webhook(TOKEN));
		for (const auth of ['forged', 'two words of many letters', 'x'.repeat(1_000_000)]) {
			expect((await trigger.call({ headers: { auth } })).status).toBe(401);
		}
		expect(trigger.asked).toEqual([]);
	});

	it('about the organization cost ten lists at once, and then one in six seconds', async () => {
		trigger.lists(trigger.webhook(TOKEN));
		const statuses: number[] = [];
		for (let number = 0; number < 12; number++) {
			statuses.push(await at(0, { headers: { auth: madeUp(number) } }));
		}
		expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 503, 503]);
		expect(trigger.asked).toHaveLength(10);
		// Both allowances have one more.
		for (const number of [20, 21, 22]) await at(12, { headers: { auth: madeUp(number) } });
		expect(trigger.asked).toHaveLength(12);
	});

	it('cost none without the header', async () => {
		expect((await trigger.call({ headers: {} })).status).toBe(401);
		expect(trigger.asked).toEqual([]);
	});

	it('cost none when they come as from a browser', async () => {
		const answer = await trigger.call({ ...forged, method: 'GET' });
		expect([answer.status, trigger.asked]).toEqual([200, []]);
	});

	it('cost five pages of a list that does not end', async () => {
		let offset = 0;
		const other = trigger.webhook(TOKEN, 'https://erp.example');
		trigger.answer = () => ({
			statusCode: 200,
			body: {
				next: `?offset=${++offset}`,
				results: [{ ...other, url: `/api/v2/orgs/K7p/webhooks/erp${offset}/` }],
			},
		});
		expect((await trigger.call(forged)).status).toBe(401);
		expect(trigger.asked).toHaveLength(5);
	});

	it('do not end in what belongs to another trigger', async () => {
		const other = new Trigger();
		trigger.lists(other.webhook(RENEWED));
		expect((await trigger.call({ headers: { auth: RENEWED } })).status).toBe(401);
	});

	it.each<[string, () => Said]>([
		['fails', () => ({ statusCode: 500, body: 'oops' })],
		['is refused', () => ({ statusCode: 403, body: {} })],
		['is limited', () => ({ statusCode: 429, body: {} })],
		['is a page', () => ({ statusCode: 200, body: '<html></html>' })],
		['is none', () => ({ statusCode: 200, body: [] })],
	])('are to be sent again, with a warning, when the list %s', async (_what, answer) => {
		trigger.memory = {};
		trigger.answer = answer;
		const { status, items, logged } = await trigger.call();
		expect([status, items]).toEqual([503, undefined]);
		expect(logged[0]).toMatch(
			/^Trigger: the tokens of its webhooks could not be read again: ReadyCloud/,
		);
		expect(logged.join()).not.toContain(TOKEN);
	});

	it('are to be sent again, with a warning, when the credential is gone', async () => {
		const answer = await trigger.call({ ...forged, credential: new Error('It was deleted') });
		expect(answer.status).toBe(503);
		expect(answer.logged[0]).toContain('It was deleted');
		// What is proven by what the trigger remembers needs no credential.
		expect((await trigger.call({ credential: new Error('It was deleted') })).status).toBe(200);
	});
});

describe('fetching the full order', () => {
	const options = only(['*'], { options: { fetchFullOrder: true } });
	const whole = (changes: object = {}) => ({
		...order,
		boxes: [{ url: `${String(order.url)}boxes/9bR/`, tracking_number: '1Z999AA10123456784' }],
		...changes,
	});

	it('gives the tracking numbers', async () => {
		trigger.answer = () => ({ statusCode: 200, body: whole() });
		const { items } = await trigger.call(options);
		expect(items).toMatchObject([{ trackingNumber: '1Z999AA10123456784' }]);
		expect(trigger.asked).toMatchObject([
			{ url: `${BASE}/orgs/K7p/orders/q2Xd/`, qs: { expand: 'boxes,items' } },
		]);
	});

	it.each([
		['TRUE', 1],
		['0', 0],
		['maybe', 0],
	])('is done where the option is %j: %d times', async (fetchFullOrder, times) => {
		trigger.answer = () => ({ statusCode: 200, body: whole() });
		await trigger.call(only(['*'], { options: { fetchFullOrder } }));
		expect(trigger.asked).toHaveLength(times);
	});

	it.each([
		['delivered', 1],
		['in_transit', 0],
	])('comes before the filter on the status %s: %d items', async (status, count) => {
		const boxes = [{ tracking_number: '1Z9', delivered_at: '2025-06-18T10:13:55Z' }];
		trigger.answer = () => ({ statusCode: 200, body: whole({ boxes }) });
		const filters = { statuses: [status] };
		const { items = [] } = await trigger.call(
			only(['*'], { filters, options: { fetchFullOrder: true } }),
		);
		expect(items).toHaveLength(count);
	});

	it('gives an event the same id as without', async () => {
		trigger.answer = () => ({ statusCode: 200, body: whole() });
		const [full] = (await trigger.call(options)).items ?? [];
		const [compact] = (await trigger.call()).items ?? [];
		expect(full?.eventId).toBe(compact?.eventId);
	});

	it.each<[string, () => Said]>([
		['there are too many requests', () => ({ statusCode: 429, body: {} })],
		['the order is gone', () => ({ statusCode: 404, body: {} })],
		['the server fails', () => ({ statusCode: 502, body: '<html></html>' })],
		['a page comes', () => ({ statusCode: 200, body: '<html></html>' })],
		['nothing comes', () => ({ statusCode: 200, body: '' })],
		['something else comes', () => ({ statusCode: 200, body: { detail: 'Try later.' } })],
		[
			'another order comes',
			() => ({ statusCode: 200, body: whole({ url: '/api/v2/orgs/K7p/orders/q2xd/' }) }),
		],
		[
			'no answer comes',
			() => {
				throw Object.assign(new Error('timeout'), { code: 'ECONNABORTED' });
			},
		],
	])('loses no event and no column when %s', async (_what, answer) => {
		trigger.answer = answer;
		const { status, items, logged } = await trigger.call(options);
		expect(status).toBe(200);
		expect(items).toMatchObject([{ reference: 'WEB-20418', jobId: 'q2Xd', trackingNumber: null }]);
		expect(logged).toEqual([
			expect.stringMatching(
				/^Trigger: the full order could not be fetched, so the event has no tracking number: ReadyCloud/,
			),
		]);
	});

	it.each<[string, IDataObject]>([
		['has its boxes in full', whole()],
		['is of another organization', { ...order, url: '/api/v2/orgs/k7P/orders/q2Xd/' }],
		['leads elsewhere', { ...order, url: '/api/v2/orgs/K7p/orders/../' }],
		['leads elsewhere in disguise', { ...order, url: '/api/v2/orgs/K7p/orders/%2e%2e/' }],
		['has no url', { ...order, url: null }],
	])('reads nothing where the delivery %s', async (_what, body) => {
		const { status, items } = await trigger.call({ ...options, body });
		expect([status, items?.length, trigger.asked.length]).toEqual([200, 1, 0]);
	});

	it('reads nothing for what is no order, or is not wanted', async () => {
		const contact = fixture('readycloud/inferred/contact.json');
		await trigger.call({ ...options, query: { entity: 'contact' }, body: contact });
		const unwanted = only(['contact'], { options: { fetchFullOrder: true } });
		expect((await trigger.call(unwanted)).items).toBeUndefined();
		expect(trigger.asked).toEqual([]);
	});
});
