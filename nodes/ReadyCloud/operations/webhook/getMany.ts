import { limitOf, listProperties } from '../../../shared/action/listProperties';
import { type Operation, operation } from '../../../shared/action/operation';
import { boolean } from '../../../shared/api/fields';
import { hintAtMissing } from '../../../shared/api/lists';
import { readList } from '../../api/lists';
import { organizationLocator, organizationOf } from '../../api/locators';
import { organizationNamed } from '../../api/names';
import { collectionPath } from '../../api/paths';
import { isSuspended, presentWebhook, webhookSchema } from './webhookSchema';

export const getManyWebhooks: Operation = operation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many webhooks',
	description: 'Get the webhooks of an organization, or only those that ReadyCloud has suspended',
	output: webhookSchema,
	properties: [
		organizationLocator,
		...listProperties,
		boolean('Only Suspended', 'onlySuspended', {
			description:
				'Whether to give only webhooks that ReadyCloud calls no longer, because they failed too often',
		}),
	],
	async run({ context, client }, { values }) {
		const organization = await organizationOf(client, values.organizationId);
		const list = await readList(client, {
			path: collectionPath(organization, 'webhooks'),
			limit: limitOf(values),
			...(values.onlySuspended ? { fits: isSuspended } : {}),
			wanted: organizationNamed(client, organization),
		});
		hintAtMissing(context, list);
		return list.entries.map(presentWebhook);
	},
});
