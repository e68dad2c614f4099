import { createHmac } from 'node:crypto';

import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

/** Onfleet's signature is keyed with it; n8n's users paste it in hexadecimal digits. */
const SIGNING_SECRET = '6f6e666c65657473656372657473656372657473656372657473656372657431';

const USERNAME = 'bench';

/** Where n8n says that a trigger listens. */
export const WEBHOOK_URL = 'https://n8n.example.test/webhook/7f0c/trigger';

/** What stays the same from call to call. */
export interface Sender {
	text: string;
	rawBody: Buffer;
	headers: Record<string, string>;
	query: Record<string, string>;
	credential: IDataObject;
	/** What the trigger has remembered when it was activated. */
	staticData: IDataObject;
}

/**
 * A sender whose calls hold the authentication that every trigger wants: token in the body, signature
 * in one header, Basic Auth in another; what else a trigger wants comes in `own`.
 */
export function senderOf(text: string, token: string, own: Partial<Sender> = {}): Sender {
	const rawBody = Buffer.from(text);
	const hmac = createHmac('sha512', Buffer.from(SIGNING_SECRET, 'hex'));
	return {
		text,
		rawBody,
		headers: {
			'content-type': 'application/json',
			authorization: `Basic ${Buffer.from(`${USERNAME}:${token}`).toString('base64')}`,
			'x-onfleet-signature': hmac.update(rawBody).digest('hex'),
			...own.headers,
		},
		query: own.query ?? {},
		staticData: own.staticData ?? {},
		credential: {
			webhookTokens: token,
			signingSecret: SIGNING_SECRET,
			authentication: 'basicAuth',
			username: USERNAME,
			password: token,
			...own.credential,
		},
	};
}

const PARAMETERS: IDataObject = {
	events: ['*'],
	output: 'deliveryEvent',
	filters: {},
	options: {},
};

/** It holds a credential of each type that triggers have. */
const NODE = {
	id: 'node',
	name: 'Trigger',
	type: 'trigger',
	typeVersion: 2,
	credentials: Object.fromEntries(
		['radaroWebhookApi', 'detrackWebhookApi', 'routigoApi', 'onfleetApi'].map((type) => [
			type,
			{ id: type, name: type },
		]),
	),
};

/**
 * One call, the same for every trigger.
 *
 * @param body parsed anew as n8n does it for each call, so that no trigger profits from an object that
 * the engine has seen before
 */
export function callFrom(sender: Sender, body: IDataObject): IWebhookFunctions {
	const { rawBody, headers, query, credential, staticData } = sender;
	const request = {
		method: 'POST',
		contentType: 'application/json',
		headers,
		header: (name: string) => headers[name],
		query,
		rawBody,
	};
	const context: object = {
		getWebhookName: () => 'default',
		getRequestObject: () => request,
		getResponseObject: refused,
		getHeaderData: () => headers,
		getQueryData: () => request.query,
		getBodyData: () => body,
		getNodeWebhookUrl: () => WEBHOOK_URL,
		getWorkflowStaticData: () => staticData,
		getTimezone: () => 'Asia/Singapore',
		getWorkflow: () => ({ id: 'workflow', name: 'Workflow', active: true }),
		getNode: () => NODE,
		getNodeParameter: (name: string, fallback: unknown) => PARAMETERS[name] ?? fallback,
		getCredentials: async () => credential,
		// n8n's own of one object is this much.
		helpers: { returnJsonArray: (json: IDataObject) => [{ json }] },
		logger: { warn: refused },
	};
	return context as IWebhookFunctions;
}

/** Both are only used for a call that is turned away, and none of these should be. */
function refused(): never {
	throw new Error('The trigger turned the call away.');
}
