import type { IDataObject, IHookFunctions } from 'n8n-workflow';

import { RadaroTrigger } from '../../../nodes/Radaro/RadaroTrigger.node';
import { fixture } from '../../support/fixtures';
import { mock } from '../../support/mock';
import { answerTo, type CallOptions } from '../../support/webhookContext';

const TOKEN = 'Qm7xZ2pLr9TvK4dWn0bYcA';
const delivered = fixture('radaro/04-job-status-delivered.json');
const rated = fixture('radaro/05-job-customer-rated-second-delivered.json');

async function call(options: CallOptions) {
	return await answerTo(
		{ credential: { webhookTokens: TOKEN }, ...options },
		async (context) => await new RadaroTrigger().webhook.call(context),
	);
}

const only = (events: string[], more: IDataObject = {}): IDataObject => ({ events, ...more });

describe('a call', () => {
	it('starts one execution for a proven and wanted event', async () => {
		const answer = await call({ body: delivered });
		expect([answer.status, answer.body]).toEqual([200, { received: true }]);
		expect(answer.items).toMatchObject([{ reference: 'SO-100482', status: 'delivered' }]);
	});

	it.each<[string, CallOptions, string]>([
		[
			'no event that is selected',
			{ body: rated, parameters: only(['jobCompleted']) },
			'This event is not among the events selected in the trigger.',
		],
		[
			'no event that the filters let pass',
			{ body: delivered, parameters: only(['*'], { filters: { statuses: ['attempt_failed'] } }) },
			"The trigger's filter on the status leaves this event out.",
		],
		[
			'a rating that is too high',
			{ body: rated, parameters: only(['*'], { options: { highestRating: 8 } }) },
			'The rating is above the highest rating of the trigger.',
		],
	])('is told why nothing starts, when it is about %s', async (_what, options, ignored) => {
		const answer = await call(options);
		expect([answer.status, answer.items]).toEqual([200, undefined]);
		expect(answer.body).toEqual({ received: true, ignored });
	});

	it.each<[string, CallOptions, string]>([
		[
			'a wrong token',
			{ body: { ...delivered, token: 'wrong' } },
			'the "token" in the body is none of the webhook tokens in the credential',
		],
		[
			'an unreadable body',
			{ unread: 'hello', contentType: 'text/plain' },
			'the body has no "token"',
		],
		['an empty body', { unread: '', contentType: '' }, 'the body has no "token"'],
		[
			'a body that breaks off',
			{ unread: new Error('request aborted'), contentType: 'text/html' },
			'the body has no "token"',
		],
		[
			'a credential without tokens',
			{ body: delivered, credential: { webhookTokens: ' , \n ' } },
			'the credential "Radaro Webhook API" of this trigger has no webhook token',
		],
		[
			'a credential that is empty',
			{ body: { token: '' }, credential: {} },
			'the credential "Radaro Webhook API" of this trigger has no webhook token',
		],
	])('is refused with 401 and no execution: %s', async (_what, options, why) => {
		const answer = await call(options);
		expect([answer.status, answer.items]).toEqual([401, undefined]);
		expect(answer.headers).toEqual({});
		expect(answer.body).toEqual({
			message: 'This call was refused: it does not prove that it comes from Radaro.',
		});
		expect(answer.logged).toEqual([`Radaro Trigger "Trigger" refused a call with 401: ${why}`]);
	});

	it('is refused with a warning when the credential cannot be read', async () => {
		const answer = await call({ body: delivered, credential: new Error('gone') });
		expect([answer.status, answer.items]).toEqual([401, undefined]);
		expect(answer.logged).toEqual([
			'Trigger: the credential could not be read, so calls are refused: gone',
			'Radaro Trigger "Trigger" refused a call with 401: the credential "Radaro Webhook API" of this trigger has no webhook token',
		]);
	});

	it('is answered with 413 when its body is nested too deeply', async () => {
		const deep = JSON.parse(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`) as object;
		const answer = await call({ body: { ...delivered, new_values: deep } });
		expect([answer.status, answer.items]).toEqual([413, undefined]);
		expect(answer.logged).toEqual([
			'Radaro Trigger "Trigger" answered a proven call with 413: one call may hold at most 100 objects inside each other.',
		]);
		expect(answer.body).toEqual({
			message: 'This body is too large: one call may hold at most 100 objects inside each other.',
		});
	});

	it.each([
		[
			{ webhookTokens: TOKEN },
			'it is ready for events that Radaro sends. Its credential in n8n holds 1 webhook token. Whether Radaro sends the same one, you will see when the first event comes.',
		],
		[
			{ webhookTokens: `${TOKEN}, of-another-portal` },
			'it is ready for events that Radaro sends. Its credential in n8n holds 2 webhook tokens. Whether Radaro sends one of them, you will see when the first event comes.',
		],
		[
			{},
			'it is not ready yet, because the field "Webhook Tokens" of its credential in n8n is empty.',
		],
	])('from a browser is told what this URL is', async (credential, state) => {
		const answer = await call({ method: 'GET', credential });
		expect([answer.status, answer.items]).toEqual([200, undefined]);
		expect(answer.body).toBe(
			`This is the webhook address of a Radaro Trigger in n8n, and ${state}`,
		);
	});

	it.each([
		`${TOKEN},another`,
		`\u200b${TOKEN}`,
		`another,\ufeff${TOKEN}\u00a0`,
		`another, ${TOKEN}`,
		`another\n${TOKEN}\n`,
		`another\r\n${TOKEN}`,
	])('is accepted by any of several tokens: %j', async (webhookTokens) => {
		const answer = await call({ body: delivered, credential: { webhookTokens } });
		expect(answer.items).toHaveLength(1);
	});

	it.each(['application/octet-stream', 'text/plain'])(
		'is read whatever its content type: %s',
		async (contentType) => {
			expect((await call({ unread: JSON.stringify(delivered), contentType })).items).toHaveLength(
				1,
			);
		},
	);
});

describe('what the workflow gets', () => {
	it('adds the original without the token', async () => {
		const answer = await call({
			body: delivered,
			parameters: { output: 'deliveryEventWithOriginal' },
		});
		const { token, ...original } = delivered;
		expect(answer.items).toMatchObject([{ status: 'delivered' }]);
		expect(answer.items?.[0]?.original).toEqual(original);
		expect(JSON.stringify(answer.items)).not.toContain(TOKEN);
	});

	it('masks copies of the token that lie deeper in the original', async () => {
		const body = { ...delivered, copy: { list: [TOKEN, `token=${TOKEN}`] } };
		const answer = await call({ body, parameters: { output: 'original' } });
		expect(answer.items?.[0]?.copy).toEqual({ list: ['***', 'token=***'] });
	});

	it('gives only the original when asked, with keys it does not know', async () => {
		const answer = await call({
			body: { ...delivered, brand_new: 1 },
			parameters: { output: 'original' },
		});
		const { token, ...original } = delivered;
		expect(answer.items).toEqual([{ ...original, brand_new: 1 }]);
	});

	it('gives one item per job of a list', async () => {
		const answer = await call({ body: [delivered, rated], parameters: only(['customerRated']) });
		expect(answer.items?.map(({ event }) => event)).toEqual(['rating_received']);
	});

	it('never starts for "Job Completed" by the rating that follows', async () => {
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

it('registers nothing, because Radaro has no interface for it', async () => {
	const { checkExists, create, delete: remove } = new RadaroTrigger().webhookMethods.default;
	const nothing = mock<IHookFunctions>({
		getNodeParameter: (name: string, fallback: unknown) => (name === 'events' ? ['*'] : fallback),
		getActivationMode: () => 'activate',
		getCredentials: () => Promise.resolve({ webhookTokens: TOKEN }),
	});
	expect([
		await checkExists.call(nothing),
		await create.call(nothing),
		await remove.call(nothing),
	]).toEqual([true, true, true]);
});

it('is not published with a filter that is empty', async () => {
	const parameters: IDataObject = { events: ['*'], filters: { statuses: [] } };
	const context = mock<IHookFunctions>({
		getNodeParameter: (name: string, fallback: unknown) => parameters[name] ?? fallback,
		getNode: () => ({ name: 'Trigger', type: 'test', typeVersion: 2 }),
		getActivationMode: () => 'activate',
	});
	const { checkExists } = new RadaroTrigger().webhookMethods.default;
	await expect(checkExists.call(context)).rejects.toThrow(
		'The filter "Statuses" was added, but it is empty',
	);
});
