import { digestOfToken } from '../../nodes/ReadyCloud/trigger/memory';
import { ReadyCloudTrigger } from '../../nodes/ReadyCloud/ReadyCloudTrigger.node';
import {
	READYCLOUD_ORG,
	READYCLOUD_TOKEN,
	READYCLOUD_WEBHOOK_TOKEN,
} from '../../sandbox/readycloud/defaults';
import { fixture } from '../support/fixtures';
import { ReadyCloudBench } from '../support/readycloud';
import { answerTo } from '../support/webhookContext';
import type { CaseTable } from './case';

const order = fixture('readycloud/orders-filled.json');

const MEMORY = {
	webhooks: [
		{
			id: 'x4Tq',
			organization: READYCLOUD_ORG,
			tokenDigest: digestOfToken(READYCLOUD_WEBHOOK_TOKEN),
		},
	],
};

/** Right values of ReadyCloud: items, quantities, addresses. */
export const readycloud: CaseTable = {
	slug: 'readycloud',
	bench: new ReadyCloudBench(),
	proof: { headers: { authorization: `Bearer ${READYCLOUD_TOKEN}` } },
	call: async (options) =>
		await answerTo(
			{
				method: 'PUT',
				query: { entity: 'orders' },
				headers: { auth: READYCLOUD_WEBHOOK_TOKEN },
				credential: { accessToken: READYCLOUD_TOKEN, baseUrl: 'https://readycloud.example/api/v2' },
				...options,
				parameters: {
					organizationId: { mode: 'list', value: READYCLOUD_ORG },
					...options.parameters,
				},
			},
			async (context) => await new ReadyCloudTrigger().webhook.call(context),
			{
				getNodeWebhookUrl: () => 'https://n8n.example/webhook/cases/readycloud',
				getWorkflowStaticData: () => MEMORY,
			},
		),
	triggers: [
		{
			what: 'an address with line breaks',
			call: {
				body: {
					...order,
					ship_to: { ...(order.ship_to as object), address_1: '48 Larkspur Row\vRear' },
				},
			},
			not: { address: null },
		},
	],
	operations: [],
	standIn: [],
};
