import type { IWebhookDescription } from 'n8n-workflow';

import {
	answerOnlyWhenRun,
	registeredWebhooks,
	triggerWebhooks,
} from '../../../../nodes/shared/trigger/answering';
import { receiveWebhook } from '../../../../nodes/shared/trigger/receiveWebhook';
import { answerTo, type CallOptions, webhookCall } from '../../../support/webhookContext';
import { parcelPost } from './parcelPost';

const PARCELS = { parcels: [{ kind: 'done' }] };
const AT_ONCE = 'https://n8n.example/webhook/1';
const FINISHED = 'https://n8n.example/webhook/1-finished';

async function call(
	answer: string,
	webhook: string,
	options: CallOptions = {},
	vendor = parcelPost,
) {
	return await answerTo(
		{
			headers: { 'x-key': 'correct-horse-9' },
			body: PARCELS,
			webhook,
			...options,
			parameters: { answer },
		},
		async (context) => await receiveWebhook(context, vendor),
	);
}

it.each([
	['atOnce', 'default'],
	['whenFinished', 'finished'],
])('takes a call at the URL that belongs to %s', async (answer, webhook) => {
	const { status, items } = await call(answer, webhook);
	expect([status, items?.length]).toEqual([200, 1]);
});

describe.each([
	['atOnce', 'finished', AT_ONCE],
	['whenFinished', 'default', FINISHED],
])('with %s, at the URL of the other choice', (answer, webhook, url) => {
	const reason = `the URL of this trigger is now ${url}, because "Answer the Service" was changed`;

	it('a proven call is told the right URL, and starts nothing', async () => {
		const { status, body, items, logged } = await call(answer, webhook);
		expect([status, items]).toEqual([409, undefined]);
		expect(body).toEqual({
			message: `This call was refused: ${reason}. Enter that URL at Parcel Post.`,
		});
		expect(logged).toEqual([
			`Parcel Post Trigger "Trigger" refused a call with 409: ${reason}. Enter that URL at Parcel Post.`,
		]);
	});

	it('a forged call is refused like everywhere', async () => {
		const { status, logged } = await call(answer, webhook, { headers: { 'x-key': 'wrong' } });
		expect(status).toBe(401);
		expect(logged.join()).not.toContain(url);
	});

	it('a browser shows the right URL', async () => {
		const { status, body } = await call(answer, webhook, { method: 'GET' });
		expect(status).toBe(200);
		expect(body).toBe(
			`This is the webhook address of a Parcel Post Trigger in n8n, and its URL is another one, because of "Answer the Service": ${url}. Enter that one at Parcel Post.`,
		);
	});
});

describe('a trigger whose URL nobody enters, at the URL of the other choice', () => {
	const registered = { ...parcelPost, setup: { ...parcelPost.setup, isRegistered: true as const } };
	const reason = `the URL of this trigger is now ${FINISHED}, because "Answer the Service" was changed`;

	it('tells a proven call that the workflow is to be published', async () => {
		const { status, body } = await call('whenFinished', 'default', {}, registered);
		expect(status).toBe(409);
		expect(body).toEqual({
			message: `This call was refused: ${reason}. Publish the workflow again, then Parcel Post calls that one.`,
		});
	});

	it('tells a browser the same', async () => {
		const { body } = await call('whenFinished', 'default', { method: 'GET' }, registered);
		expect(body).toBe(
			`This is the webhook address of a Parcel Post Trigger in n8n, and its URL is another one, because of "Answer the Service": ${FINISHED}. Parcel Post was told so when the workflow was published. Publish it again if Parcel Post still calls this one.`,
		);
	});
});

it('has a webhook of its own for each choice, and shows the one that is chosen', () => {
	const webhooks = triggerWebhooks('parcel', 'POST');
	const shown = webhooks.filter(({ ndvHideUrl }) => ndvHideUrl !== true);
	expect(shown).toEqual([
		{
			name: 'default',
			httpMethod: 'POST',
			responseMode: 'onReceived',
			responseData: '',
			path: 'parcel',
			ndvHideUrl: '={{ $parameter["answer"] === "whenFinished" }}',
		},
		{
			name: 'finished',
			httpMethod: 'POST',
			responseMode: 'lastNode',
			responseData: 'noData',
			path: 'parcel-finished',
			ndvHideUrl: '={{ $parameter["answer"] !== "whenFinished" }}',
		},
	]);
	const paths = webhooks.map(({ httpMethod, path }) => `${String(httpMethod)} ${path}`);
	expect(paths).toEqual([
		'POST parcel',
		'POST parcel-finished',
		'GET parcel',
		'GET parcel-finished',
	]);
});

it('shows no URL where the trigger registers it', () => {
	const webhooks = registeredWebhooks('parcel', 'PUT');
	expect(webhooks.map(({ ndvHideUrl }) => ndvHideUrl)).toEqual([true, true, true, true]);
	const named = ({ name, httpMethod, path }: IWebhookDescription) => [name, httpMethod, path];
	expect(webhooks.map(named)).toEqual(triggerWebhooks('parcel', 'PUT').map(named));
});

it('costs no expression in a call', () => {
	for (const { ndvHideUrl, ...webhook } of triggerWebhooks('parcel', 'PUT', ['POST', 'GET'])) {
		expect(Object.values(webhook).join()).not.toContain('={{');
	}
});

describe('an answer that waits for the workflow', () => {
	/** The status that a service gets when n8n answers 200 with a body. */
	const statusWith = (webhook: string, body?: object): number => {
		const { context, answered } = webhookCall({ webhook });
		answerOnlyWhenRun(context);
		context.getResponseObject().status(200).json(body);
		return answered.status;
	};
	// n8n's own words, for an execution that it has given up.
	const given = {
		message: 'Workflow executed successfully but the last node did not return any data',
	};

	it('is 200 where the workflow has run, which is answered without a body', () => {
		expect(statusWith('finished')).toBe(200);
	});

	it('is 500 where n8n only says that there is no data, so that the service sends again', () => {
		expect(statusWith('finished', given)).toBe(500);
	});

	it('is left to n8n where the service was to be answered at once', () => {
		expect(statusWith('default', given)).toBe(200);
	});
});
