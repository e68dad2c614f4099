import type { IHttpRequestOptions, INodeType } from 'n8n-workflow';

import { DetrackTrigger } from '../../../nodes/Detrack/DetrackTrigger.node';
import { RadaroTrigger } from '../../../nodes/Radaro/RadaroTrigger.node';
import { ReadyCloudTrigger } from '../../../nodes/ReadyCloud/ReadyCloudTrigger.node';
import { digestOfToken } from '../../../nodes/ReadyCloud/trigger/memory';
import { tagParameters } from '../../../nodes/Routigo/event/urlTags';
import { RoutigoTrigger } from '../../../nodes/Routigo/RoutigoTrigger.node';
import {
	authorizationOf,
	deriveSecret,
	subscriptionToken,
} from '../../../nodes/Routigo/trigger/secrets';
import { fixture } from '../../support/fixtures';
import { answerTo, type CallOptions } from '../../support/webhookContext';

/** A trigger as whoever attacks it meets it: a URL, and what a genuine call to it looks like. */
export interface Door {
	name: string;
	node: INodeType;
	/** What n8n has of the trigger besides the call: credential, memory and the vendor's API. */
	more: object;
	/** What a genuine call is, with the right proof. */
	genuine: CallOptions;
	/** The proof, as the service sends it. */
	proof: string;
	/** The same call with another proof, or without any. */
	prove(proof: unknown): CallOptions;
	/** What the same service sends to another workflow. */
	otherWorkflow: string;
}

const URL_OF_RUN = 'https://n8n.example/webhook';
const API_KEY = 'regular-key-of-a-planner-1';
const RADARO_TOKEN = 'Qm7xZ2pLr9TvK4dWn0bYcA';
export const READYCLOUD_TOKEN = '0f1e2d3c4b5a69788796a5b4c3d2e1';
const DONE = { event: 'ASSIGNMENT_DONE', type: 'ASSIGNMENT' };

const basic = (pair: string): string => `Basic ${Buffer.from(pair).toString('base64')}`;

/** What RoutiGo sends to a URL for an event. */
export function routigoProof(path = 'hook-1/routigo', tags = DONE): string {
	const secret = deriveSecret(`${URL_OF_RUN}/${path}`, API_KEY);
	return authorizationOf(subscriptionToken(secret, tags));
}

function byHeader(name: string, genuine: CallOptions, more: object = {}) {
	return {
		more,
		genuine,
		prove: (proof: unknown): CallOptions => ({
			...genuine,
			// As an array where a server in front of n8n gives it so.
			headers: proof === undefined ? {} : { [name]: proof as string },
		}),
	};
}

function radaro(): Door {
	const body = fixture('radaro/04-job-status-delivered.json');
	const genuine: CallOptions = {
		credential: { webhookTokens: RADARO_TOKEN },
		body: { ...body, token: RADARO_TOKEN },
	};
	return {
		name: 'Radaro',
		node: new RadaroTrigger(),
		more: {},
		genuine,
		proof: RADARO_TOKEN,
		prove(proof) {
			const { token, ...others } = body;
			return { ...genuine, body: proof === undefined ? others : { ...others, token: proof } };
		},
		otherWorkflow: 'Qm7xZ2pLr9TvK4dWn0bYcB',
	};
}

function detrack(): Door {
	const proof = basic('detrack:correct-horse-9');
	return {
		name: 'Detrack',
		node: new DetrackTrigger(),
		...byHeader('authorization', {
			credential: {
				authentication: 'basicAuth',
				username: 'detrack',
				password: 'correct-horse-9',
			},
			headers: { authorization: proof },
			body: fixture('detrack/v2_completed.json'),
		}),
		proof,
		otherWorkflow: basic('detrack:correct-horse-8'),
	};
}

function routigo(): Door {
	const proof = routigoProof();
	return {
		name: 'RoutiGo',
		node: new RoutigoTrigger(),
		...byHeader(
			'authorization',
			{
				credential: { authentication: 'apiKey', apiKey: API_KEY, token: '' },
				headers: { authorization: proof },
				query: tagParameters(DONE),
				body: { id: 'a-1', endStatus: 'DELIVERED', identifier: '48213' },
			},
			{ getNodeWebhookUrl: () => `${URL_OF_RUN}/hook-1/routigo` },
		),
		proof,
		otherWorkflow: routigoProof('hook-2/routigo'),
	};
}

let count = 0;

/** With a URL of its own, as what was tried at one before is known there. ReadyCloud's list is right. */
function readyCloud(): Door {
	const webhookUrl = `${URL_OF_RUN}/hook-${count++}/readycloud`;
	const listed = {
		url: '/api/v2/orgs/K7p/webhooks/x4Tq/',
		remote_url: `${webhookUrl}?entity=orders`,
		token: READYCLOUD_TOKEN,
		entity: 'orders',
		suspended_at: null,
	};
	const remembered = {
		id: 'x4Tq',
		organization: 'K7p',
		tokenDigest: digestOfToken(READYCLOUD_TOKEN),
		entity: 'orders',
	};
	const memory = { webhooks: [remembered] };
	return {
		name: 'ReadyCloud',
		node: new ReadyCloudTrigger(),
		...byHeader(
			'auth',
			{
				method: 'PUT',
				credential: { accessToken: '5a4db0c5a4db0c5a', baseUrl: 'https://ready.example/api/v2' },
				parameters: { organizationId: { mode: 'list', value: 'K7p' } },
				headers: { auth: READYCLOUD_TOKEN },
				query: { entity: 'orders' },
				body: fixture('readycloud/orders-filled.json'),
			},
			{
				getNodeWebhookUrl: () => webhookUrl,
				getWorkflowStaticData: () => memory,
				helpers: {
					httpRequestWithAuthentication: async (_type: string, _request: IHttpRequestOptions) =>
						await Promise.resolve({ statusCode: 200, body: { next: null, results: [listed] } }),
				},
			},
		),
		proof: READYCLOUD_TOKEN,
		otherWorkflow: '0f1e2d3c4b5a69788796a5b4c3d2e2',
	};
}

/** All triggers, as they are made anew for each test. */
export const DOORS: Record<string, () => Door> = {
	Radaro: radaro,
	Detrack: detrack,
	RoutiGo: routigo,
	ReadyCloud: readyCloud,
};

/** What a call gets, and how many executions it starts. */
export async function knock(door: Door, options: CallOptions, more: object = {}) {
	const { webhook } = door.node;
	if (webhook === undefined) throw new Error(`${door.name} has no webhook.`);
	const answer = await answerTo(options, async (context) => await webhook.call(context), {
		...door.more,
		...more,
	});
	return { ...answer, executions: answer.items === undefined ? 0 : 1 };
}
