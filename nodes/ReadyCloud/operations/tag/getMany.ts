import { limitOf, listProperties } from '../../../shared/action/listProperties';
import { type Operation, operation } from '../../../shared/action/operation';
import type { ApiClient } from '../../../shared/api/apiClient';
import { options, shownWhen } from '../../../shared/api/fields';
import type { Locator } from '../../../shared/api/properties';
import { organizationLocator, organizationOf } from '../../api/locators';
import { partsPath } from '../../api/paths';
import { tagsAt, tagsOf } from '../../api/tags';
import { orderIdOf, orderLocator, orderNamed } from '../order/orderLocator';
import { tagSchema } from './tagProperties';

export const getManyTags: Operation = operation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many tags',
	description: 'Get the tags of one order, or all that orders of the organization have',
	output: tagSchema,
	properties: [
		organizationLocator,
		options('Get Tags From', 'of', {
			noDataExpression: true,
			options: [
				{ name: 'All Orders', value: 'organization' },
				{ name: 'One Order', value: 'order' },
			],
			default: 'order',
			description: 'Whose tags to get',
		}),
		{ ...orderLocator, ...shownWhen('of', 'order') },
		...listProperties,
	],
	async run({ client }, { values }) {
		const organization = await organizationOf(client, values.organizationId);
		const tags =
			values.of === 'organization'
				? await tagsOf(client, organization)
				: await tagsOfOrder(client, organization, values.order);
		return tags.slice(0, limitOf(values)).map((tag) => ({ tag }));
	},
});

async function tagsOfOrder(client: ApiClient, organization: string, locator: Locator) {
	const order = await orderIdOf(client, organization, locator);
	const path = partsPath(organization, order, 'tags');
	return await tagsAt(client, path, orderNamed(client, organization, order));
}
