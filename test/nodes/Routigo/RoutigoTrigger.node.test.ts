import type { IDataObject } from 'n8n-workflow';

import { tagParameters } from '../../../nodes/Routigo/event/urlTags';
import { RoutigoTrigger } from '../../../nodes/Routigo/RoutigoTrigger.node';
import {
	authorizationOf,
	deriveSecret,
	subscriptionToken,
} from '../../../nodes/Routigo/trigger/secrets';
import { fixture } from '../../support/fixtures';
import { answerTo, type CallOptions } from '../../support/webhookContext';

const KEY = 'regular-key-of-a-planner-1';
const CREDENTIAL = { authentication: 'apiKey', apiKey: KEY, token: '' };
const WEBHOOK_URL = 'https://n8n.example.test/webhook/7f0c/routigo';
const DONE = { event: 'ASSIGNMENT_DONE', type: 'ASSIGNMENT' };
const PLANNED = { event: 'TOUR_PLANNED', type: 'TOUR' };
const BODY = {
	id: 'a-1',
	endStatus: 'DELIVERED',
	identifier: '48213',
	registrations: { parcels: 2 },
};

const tokenOf = (tags = DONE, webhookUrl = WEBHOOK_URL, key = KEY) =>
	subscriptionToken(deriveSecret(webhookUrl, key), tags);
const proofOf = (tags = DONE, webhookUrl = WEBHOOK_URL, key = KEY) => ({
	authorization: authorizationOf(tokenOf(tags, webhookUrl, key)),
});

type Call = CallOptions & { tags?: typeof DONE; webhookUrl?: string };

/** A call of the trigger, with the proof of the subscription that its tags name. */
async function call({ tags = DONE, webhookUrl = WEBHOOK_URL, ...options }: Call = {}) {
	return await answerTo(
		{
			credential: CREDENTIAL,
			headers: proofOf(tags),
			query: tagParameters(tags),
			body: BODY,
			...options,
		},
		async (context) => await new RoutigoTrigger().webhook.call(context),
		{ getNodeWebhookUrl: () => webhookUrl },
	);
}

const only = (events: string[], more: IDataObject = {}) => ({ parameters: { events, ...more } });
const REFUSED = {
	message: 'This call was refused: it does not prove that it comes from RoutiGo.',
};
const UNREADABLE = {
	message: 'This body cannot be read: RoutiGo sends a JSON object or a list of them.',
};

it.each<[string, unknown]>([
	['nothing', {}],
	['the event of another subscription', { eventType: 'ROUTE_PLANNED' }],
	['the word of another subscription', { eventType: 'TOUR_PLANNED' }],
])(
	'where the tags got lost, the token tells the event and a body with %s does not',
	async (_what, more) => {
		const lost = { query: {}, body: { ...BODY, ...(more as IDataObject) } };
		expect((await call(lost)).items).toMatchObject([
			{ event: 'status_changed', status: 'delivered', providerEvent: 'ASSIGNMENT_DONE' },
		]);
		expect((await call({ ...lost, ...only(['TOUR_PLANNED']) })).items).toBeUndefined();
	},
);

describe('the answer table', () => {
	it('starts one execution for a proven and wanted event', async () => {
		const answer = await call();
		expect([answer.status, answer.body]).toEqual([200, { received: true }]);
		expect(answer.items).toMatchObject([
			{ event: 'status_changed', status: 'delivered', jobId: 'a-1', reference: '48213' },
		]);
	});

	it('says why it ignores an event that is not selected', async () => {
		const answer = await call(only(['TOUR_PLANNED', 'STOP_DONE']));
		expect([answer.status, answer.items]).toEqual([200, undefined]);
		expect(answer.body).toEqual({
			received: true,
			ignored: 'This event is not among the events selected in the trigger.',
		});
	});

	it('says which filter leaves an event out', async () => {
		const answer = await call(only(['*'], { filters: { outcomes: ['failure'] } }));
		expect([answer.status, answer.items]).toEqual([200, undefined]);
		expect(answer.body).toEqual({
			received: true,
			ignored: "The trigger's filter on the outcome leaves this event out.",
		});
	});

	it.each<[string, Call]>([
		['no proof', { headers: {} }],
		['a made-up token', { headers: { authorization: 'Bearer made-up' } }],
		['the API key itself', { headers: { authorization: `Bearer ${KEY}` } }],
		['the token of another event', { headers: proofOf(PLANNED) }],
		['the right token with tags of another event', { query: tagParameters(PLANNED) }],
		['forged tags alone', { headers: {}, query: tagParameters(PLANNED) }],
		['no tags and no proof', { headers: {}, query: {} }],
		['the token in the query', { headers: {}, query: { ...proofOf() } }],
		['the token in the body', { headers: {}, body: { ...BODY, ...proofOf() } }],
		['the token of another URL', { headers: proofOf(DONE, WEBHOOK_URL.replace('7f0c', '7f0d')) }],
		[
			'the token of an older key',
			{ headers: proofOf(DONE, WEBHOOK_URL, 'older-key-of-a-planner') },
		],
		['a text without proof', { headers: {}, body: 'hello' }],
		['an empty body without proof', { headers: {}, body: undefined }],
		['an unread body without proof', { headers: {}, unread: '{', contentType: 'text/html' }],
		['a credential without a key', { credential: { ...CREDENTIAL, apiKey: ' ' } }],
		[
			'a credential for another scheme',
			{ credential: { ...CREDENTIAL, authentication: 'bearer' } },
		],
		['a credential that cannot be read', { credential: new Error('gone') }],
	])('refuses %s with 401 and starts nothing', async (_what, options) => {
		const answer = await call(options);
		expect([answer.status, answer.body, answer.items]).toEqual([401, REFUSED, undefined]);
		expect(answer.headers['www-authenticate']).toBeUndefined();
		for (const secret of [KEY, tokenOf(), tokenOf(PLANNED), deriveSecret(WEBHOOK_URL, KEY)]) {
			expect(answer.logged.join()).not.toContain(secret);
		}
	});

	it('says in the log why it refused, in words that help', async () => {
		const { logged } = await call({ query: tagParameters(PLANNED) });
		expect(logged).toEqual([
			'RoutiGo Trigger "Trigger" refused a call with 401: the token in the header "Authorization" is not that of the subscription that the address names',
		]);
		const none = await call({ credential: {} });
		expect(none.logged).toEqual([
			'RoutiGo Trigger "Trigger" refused a call with 401: no secret can be derived, because the credential of this trigger has no key',
		]);
	});

	it.each<[string, Call]>([
		['a text', { body: 'hello' }],
		[
			'a body that is too large or badly packed',
			{ unread: new Error('too large'), contentType: 'text/plain' },
		],
	])('answers %s with 400', async (_what, options) => {
		const answer = await call(options);
		expect([answer.status, answer.body, answer.items]).toEqual([400, UNREADABLE, undefined]);
	});

	it('answers 413 to a body that is nested too deeply, also where nobody wants it', async () => {
		const deep = JSON.parse(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`) as object;
		const body = { deep };
		const answer = await call({ body, tags: PLANNED });
		expect([answer.status, answer.items]).toEqual([413, undefined]);
		const unwanted = await call({ body, tags: PLANNED, ...only(['STOP_DONE']) });
		expect([unwanted.status, unwanted.items]).toEqual([413, undefined]);
	});

	it('takes an empty object without starting anything', async () => {
		const answer = await call({ body: {} });
		expect([answer.status, answer.items]).toEqual([200, undefined]);
		expect(answer.body).toEqual({ received: true, ignored: 'The call holds no event.' });
	});

	it.each<[string, Call, string]>([
		[
			'is ready',
			{},
			'it is ready for events that RoutiGo sends. Its credential in n8n holds a key. Whether the webhooks at RoutiGo were made with the same key, you will see when the first event comes.',
		],
		[
			'is not ready',
			{ credential: { ...CREDENTIAL, apiKey: '' } },
			'it is not ready yet, because its credential in n8n has no API key or token.',
		],
	])('tells a browser that it %s', async (_what, options, state) => {
		const answer = await call({ method: 'GET', headers: {}, query: {}, ...options });
		expect([answer.status, answer.items]).toEqual([200, undefined]);
		expect(answer.body).toBe(
			`This is the webhook address of a RoutiGo Trigger in n8n, and ${state}`,
		);
	});
});

describe('a notification', () => {
	it('at the test URL is proven by the same token', async () => {
		// n8n tells the production URL, whichever was called.
		const test = WEBHOOK_URL.replace('/webhook/', '/webhook-test/');
		const answer = await call({ headers: proofOf(DONE, test) });
		expect(answer.items).toHaveLength(1);
	});

	it('is proven also where n8n does not know its own URL rightly', async () => {
		const webhookUrl = 'n8n.example.test/webhook/7f0c/routigo';
		expect((await call({ webhookUrl })).items).toHaveLength(1);
		expect((await call({ webhookUrl, headers: {} })).status).toBe(401);
	});

	it('with a user token as the credential is proven by what is derived of it', async () => {
		const credential = { authentication: 'bearer', apiKey: KEY, token: 'a-token-of-a-user' };
		const headers = proofOf(DONE, WEBHOOK_URL, 'a-token-of-a-user');
		expect((await call({ credential, headers })).items).toHaveLength(1);
		expect((await call({ credential })).status).toBe(401);
	});

	it('with a list is an item for each that is wanted', async () => {
		const body = [BODY, { ...BODY, id: 'a-2', endStatus: 'NOT_AT_HOME' }, {}];
		const both = await call({ body });
		expect(both.items?.map(({ jobId, status }) => [jobId, status])).toEqual([
			['a-1', 'delivered'],
			['a-2', 'attempt_failed'],
		]);
		const failed = await call({ body, ...only(['*'], { filters: { outcomes: ['failure'] } }) });
		expect(failed.body).toEqual({ received: true });
		expect(failed.items?.map(({ jobId }) => jobId)).toEqual(['a-2']);
	});

	it('that repeats its proof does not show it', async () => {
		const body = { ...BODY, headers: proofOf(), echo: `of ${tokenOf(PLANNED)}` };
		const answer = await call({ body, ...only(['*'], { output: 'original' }) });
		expect(answer.items).toEqual([
			{
				...BODY,
				headers: { authorization: 'Bearer ***' },
				echo: 'of ***',
				_query: {},
				_headers: {},
			},
		]);
	});

	it('tells what stands beside its body, but no secret', async () => {
		const options = { headers: { parameter: [{ name: 'X-Request-Id', value: 'shop-7' }] } };
		const answer = await call({
			query: { ...tagParameters(DONE), depot: 'north', echo: tokenOf(), apiKey: 'k' },
			headers: {
				...proofOf(),
				'X-Request-Id': 'shop-7',
				'x-forwarded-for': '10.0.0.1',
				'x-echo': `of ${tokenOf()}`,
				'content-type': 'application/json',
				cookie: 'session=1',
			},
			...only(['*'], { output: 'deliveryEventWithOriginal', options }),
		});
		expect(answer.items?.[0]?.original).toEqual({
			body: BODY,
			query: { depot: 'north', echo: '***' },
			headers: { 'x-request-id': 'shop-7', 'x-echo': 'of ***' },
		});
	});

	it('of a list tells it with each member', async () => {
		const answer = await call({
			body: [BODY, { ...BODY, id: 'a-2' }],
			query: { ...tagParameters(DONE), depot: 'north' },
			...only(['*'], { output: 'original' }),
		});
		expect(answer.items).toEqual([
			{ ...BODY, _query: { depot: 'north' }, _headers: {} },
			{ ...BODY, id: 'a-2', _query: { depot: 'north' }, _headers: {} },
		]);
	});

	it('keeps its eventId when it is sent again at another time', async () => {
		const headers = (time: string) => ({ ...proofOf(), 'x-timestamp': time });
		const [first, again] = await Promise.all(
			['2026-03-03T08:00:00Z', '2026-03-03T08:10:00Z'].map(
				async (time) => (await call({ headers: headers(time) })).items?.[0],
			),
		);
		expect(first?.occurredAt).toBe('2026-03-03T08:00:00Z');
		expect(again?.occurredAt).toBe('2026-03-03T08:10:00Z');
		expect(again?.eventId).toBe(first?.eventId);
	});

	it('of the older kind is an item for each leg', async () => {
		const body = fixture('routigo/v1-notification-route-planned-route.json');
		const answer = await call({ body, tags: PLANNED, ...only(['TOUR_PLANNED']) });
		expect(answer.items?.map(({ reference }) => reference)).toEqual(['48213', '48219']);
	});
});
