import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { type Call, type Operation, operation } from '../../../shared/action/operation';
import { options, shownWhen } from '../../../shared/api/fields';
import { hintAtMissing } from '../../../shared/api/lists';
import { organizationLocator, organizationOf } from '../../api/locators';
import { WebhooksOf } from '../../api/webhookApi';
import { type ReadyCloudWebhook, readyCloudWebhookSchema } from '../../event/schema';
import { ownId } from '../../event/urlIds';
import { requestObject } from '../requests';
import { type Failure, replaceWebhook } from './replaceWebhook';
import { webhookAt, webhookLocator } from './webhookLocator';
import { isSuspended, presentWebhook, webhookSchema } from './webhookSchema';

/** With these refusals no other webhook has a chance. */
const HOPELESS = ['401', '403', '429'];

export const renewWebhook: Operation = operation({
	value: 'renew',
	name: 'Renew',
	action: 'Renew webhook',
	description: 'Delete webhooks and create them again, which is what suspended ones need',
	output: webhookSchema.extend({
		previous_id: z.string(),
		previous_suspended_at: z.string().nullable(),
	}),
	properties: [
		organizationLocator,
		options('Renew', 'which', {
			noDataExpression: true,
			options: [
				{ name: 'All Suspended Webhooks', value: 'suspended' },
				{ name: 'One Webhook', value: 'one', description: 'Also if it is not suspended' },
			],
			default: 'suspended',
			description: 'Which webhooks of the organization to renew',
		}),
		{ ...webhookLocator, ...shownWhen('which', 'one') },
	],
	async run(call, { values }) {
		const { client } = call;
		const organization = await organizationOf(client, values.organizationId);
		const api = new WebhooksOf(client, organization);
		if (values.which === 'suspended') {
			const { webhooks, incomplete } = await api.listing(isSuspended);
			hintAtMissing(call.context, { incomplete });
			return await renewAll(call, api, webhooks);
		}
		const { path, wanted } = webhookAt(client, organization, values.webhook);
		const found = await requestObject(client, { method: 'GET', path, wanted, what: 'a webhook' });
		const webhook = readyCloudWebhookSchema.safeParse(found);
		if (webhook.success) return await renewAll(call, api, [webhook.data]);
		throw client.error({
			message: `ReadyCloud answered without event or address of the ${wanted}, so it was left alone`,
			description: 'Without them it could not be created again. Delete it, and create another one.',
		});
	},
});

/**
 * Renews one webhook after the other. When some are renewed or lost and others are not, each gets an
 * item of its own: an error for the whole would hide what became of the rest.
 */
async function renewAll(
	{ client, context }: Call,
	api: WebhooksOf,
	webhooks: readonly ReadyCloudWebhook[],
): Promise<IDataObject[]> {
	const items: IDataObject[] = [];
	const failures: Failure[] = [];
	let hopeless: Failure | undefined;
	for (const old of webhooks) {
		const previous = {
			previous_id: ownId(old.url),
			previous_suspended_at: old.suspended_at ?? null,
		};
		const result: Awaited<ReturnType<typeof replaceWebhook>> =
			hopeless ?? (await replaceWebhook(client, api, old));
		if ('webhook' in result) {
			items.push({ ...presentWebhook(result.webhook), ...previous });
			continue;
		}
		const { reason, isLost } = result;
		failures.push(result);
		if (!isLost && HOPELESS.includes(reason.httpCode ?? '')) hopeless = result;
		items.push({
			error: reason.message,
			reason: reason.description ?? null,
			entity: old.entity,
			// Only who has to create it again needs the whole address.
			remote_url: isLost ? old.remote_url : presentWebhook(old).remote_url,
			...previous,
		});
	}
	const [first] = failures;
	if (first === undefined) return items;
	const isNothingDone =
		failures.length === webhooks.length && !failures.some((each) => each.isLost);
	if (webhooks.length === 1 || isNothingDone) throw first.reason;
	context.addExecutionHints({
		message: `${failures.length} of ${webhooks.length} webhooks were not renewed. Each of them says why under "error".`,
		location: 'outputPane',
		type: 'warning',
	});
	return items;
}
