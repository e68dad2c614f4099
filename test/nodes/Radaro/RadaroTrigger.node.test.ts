import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { RadaroTrigger } from '../../../nodes/Radaro/RadaroTrigger.node';
import { fixture } from '../../support/fixtures';
import { type CallOptions, webhookCall } from '../../support/webhookContext';

const TOKEN = 'Qm7xZ2pLr9TvK4dWn0bYcA';
const delivered = fixture('radaro/04-job-status-delivered.json');
const rated = fixture('radaro/05-job-customer-rated-second-delivered.json');

async function call(options: CallOptions) {
	const { context, answered, logged } = webhookCall({
		credential: { webhookTokens: TOKEN },
		...options,
	});
	const result = await new RadaroTrigger().webhook.call(context);
	return {
		status: answered.status,
		body: result.noWebhookResponse ? answered.body : result.webhookResponse,
		headers: answered.headers,
		logged,
		items: result.workflowData?.[0] as INodeExecutionData[] | undefined,
	};
}

const only = (events: string[], more: IDataObject = {}): IDataObject => ({ events, ...more });

describe('the answer table', () => {
	it('starts one execution for a proven and wanted event', async () => {
		const answer = await call({ body: delivered });
		expect(answer.status).toBe(200);
		expect(answer.body).toEqual({ received: true });
		expect(answer.items).toHaveLength(1);
		expect(answer.items?.[0]?.json).toMatchObject({ reference: 'SO-100482', status: 'delivered' });
	});

	it('says why it ignores an event that is not selected', async () => {
		const answer = await call({ body: rated, parameters: only(['jobCompleted']) });
		expect(answer.status).toBe(200);
		expect(answer.body).toEqual({
			received: true,
			ignored: 'This event is not among the events selected in the trigger.',
		});
		expect(answer.items).toBeUndefined();
	});

	it('says which filter leaves an event out', async () => {
		const parameters = only(['*'], { filters: { statuses: ['attempt_failed'] } });
		const answer = await call({ body: delivered, parameters });
		expect(answer.body).toEqual({
			received: true,
			ignored: "The trigger's filter on the status leaves this event out.",
		});
		expect(answer.items).toBeUndefined();
	});

	it.each<[string, CallOptions]>([
		['no token', { body: { ...delivered, token: undefined } }],
		['a wrong token', { body: { ...delivered, token: 'wrong' } }],
		['a token with one more character', { body: { ...delivered, token: `${TOKEN}A` } }],
		['a token in other case', { body: { ...delivered, token: TOKEN.toLowerCase() } }],
		['an empty token', { body: { ...delivered, token: '' } }],
		['a token that is a list', { body: { ...delivered, token: [TOKEN] } }],
		['a token that is null', { body: { ...delivered, token: null } }],
		['a token in the wrong place', { body: { order_info: { token: TOKEN } } }],
		['a token in a header', { body: {}, headers: { authorization: TOKEN, token: TOKEN } }],
		['a list in which one member has none', { body: [delivered, { topic: 'x' }] }],
		['an empty list', { body: [] }],
		['an unreadable body', { unread: 'hello', contentType: 'application/octet-stream' }],
		['an empty body', { unread: '', contentType: '' }],
		['a number', { body: 7 }],
		['a credential without tokens', { body: delivered, credential: { webhookTokens: ' , \n ' } }],
		['a credential without tokens and an empty token', { body: { token: '' }, credential: {} }],
		['a credential that cannot be read', { body: delivered, credential: new Error('gone') }],
	])('refuses %s with 401 and no execution', async (_what, options) => {
		const answer = await call(options);
		expect(answer.status).toBe(401);
		expect(answer.items).toBeUndefined();
		expect(answer.body).toEqual({
			message: 'This call was refused: it does not prove that it comes from Radaro.',
		});
		expect(answer.logged.join()).not.toContain(TOKEN);
	});

	it('refuses a body that cannot be read at all with 401', async () => {
		const answer = await call({ unread: new Error('request aborted'), contentType: 'text/html' });
		expect([answer.status, answer.items]).toEqual([401, undefined]);
	});

	it('leaves a body alone that n8n has read as a form with files', async () => {
		const answer = await call({
			unread: new Error('stream is not readable'),
			contentType: 'multipart/form-data',
		});
		expect([answer.status, answer.items]).toEqual([401, undefined]);
	});

	it('refuses a list that is too long to check', async () => {
		const body = Array.from({ length: 1001 }, () => delivered);
		const answer = await call({ body });
		expect([answer.status, answer.items]).toEqual([401, undefined]);
	});

	it('answers 400 to a proven body that is nested too deeply', async () => {
		const deep = JSON.parse(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`) as object;
		const answer = await call({ body: { ...delivered, new_values: deep } });
		expect(answer.status).toBe(400);
		expect(answer.logged).toEqual([
			'Radaro Trigger "Trigger" answered a proven call with 400: Maximum call stack size exceeded',
		]);
		expect(answer.body).toEqual({
			message: expect.stringMatching(/^This body cannot be read: /) as string,
		});
		expect(answer.items).toBeUndefined();
	});

	it('lets a filter that is a number compare as text', async () => {
		const filters = { reference: 100482 };
		expect((await call({ body: delivered, parameters: { filters } })).items).toBeUndefined();
	});

	it('says in the log why it refused, in words that help', async () => {
		const wrong = await call({ body: { ...delivered, token: 'wrong' } });
		expect(wrong.logged).toEqual([
			'Radaro Trigger "Trigger" refused a call with 401: the "token" in the body is none of the webhook tokens in the credential',
		]);
		const none = await call({ body: delivered, credential: {} });
		expect(none.logged).toEqual([
			'Radaro Trigger "Trigger" refused a call with 401: the credential "Radaro API" of this trigger has no webhook token',
		]);
	});

	it.each([
		[
			{ webhookTokens: TOKEN },
			'This is the webhook address of a Radaro Trigger in n8n, and it is ready for events that Radaro sends by POST.',
		],
		[
			{},
			'This is the webhook address of a Radaro Trigger in n8n, and it is not ready yet, because the credential in n8n holds no secret to check calls with.',
		],
	])('tells a browser what this address is', async (credential, sentence) => {
		const answer = await call({ method: 'GET', credential });
		expect([answer.status, answer.body, answer.items]).toEqual([200, sentence, undefined]);
	});
});

describe('proof', () => {
	it.each([`${TOKEN},another`, `another, ${TOKEN}`, `another\n${TOKEN}\n`, `another\r\n${TOKEN}`])(
		'accepts any of several tokens: %j',
		async (webhookTokens) => {
			expect((await call({ body: delivered, credential: { webhookTokens } })).items).toHaveLength(
				1,
			);
		},
	);

	it('finds the token wherever it stands in the body', async () => {
		const { token, ...rest } = delivered;
		expect((await call({ body: { ...rest, token } })).items).toHaveLength(1);
	});

	it('reads JSON that comes with a content type that n8n does not parse', async () => {
		const unread = JSON.stringify(delivered);
		expect((await call({ unread, contentType: 'application/octet-stream' })).items).toHaveLength(1);
	});

	it('reads JSON that comes as text', async () => {
		const body = JSON.stringify(delivered);
		expect((await call({ body, contentType: 'text/plain' })).items).toHaveLength(1);
	});
});

describe('what the workflow gets', () => {
	it('adds the original without the token', async () => {
		const answer = await call({
			body: delivered,
			parameters: { output: 'deliveryEventWithOriginal' },
		});
		const { token, ...original } = delivered;
		expect(answer.items?.[0]?.json).toMatchObject({ status: 'delivered', original });
		expect(JSON.stringify(answer.items)).not.toContain(TOKEN);
	});

	it('masks copies of the token that lie deeper in the original', async () => {
		const body = { ...delivered, copy: { list: [TOKEN, `token=${TOKEN}`] } };
		const answer = await call({ body, parameters: { output: 'original' } });
		expect(answer.items?.[0]?.json.copy).toEqual({ list: ['***', 'token=***'] });
	});

	it('gives only the original when asked, with keys it does not know', async () => {
		const answer = await call({
			body: { ...delivered, brand_new: 1 },
			parameters: { output: 'original' },
		});
		const { token, ...original } = delivered;
		expect(answer.items).toEqual([{ json: { ...original, brand_new: 1 } }]);
	});

	it('gives one item per job of a list', async () => {
		const answer = await call({ body: [delivered, rated], parameters: only(['customerRated']) });
		expect(answer.items?.map(({ json }) => json.event)).toEqual(['rating_received']);
	});

	it('never fires "Job Completed" for the rating that follows', async () => {
		const parameters = only(['jobCompleted']);
		expect((await call({ body: delivered, parameters })).items).toHaveLength(1);
		expect((await call({ body: rated, parameters })).items).toBeUndefined();
	});

	it.each([
		[8, undefined],
		[9, 1],
		[10, 1],
	])('with highest rating %p passes a rating of 9 as %p item', async (highestRating, items) => {
		const answer = await call({
			body: rated,
			parameters: only(['*'], { options: { highestRating } }),
		});
		expect(answer.items?.length).toBe(items);
	});

	it('lets events other than ratings pass whatever the highest rating', async () => {
		const parameters = only(['*'], { options: { highestRating: 1 } });
		expect((await call({ body: delivered, parameters })).items).toHaveLength(1);
	});
});
