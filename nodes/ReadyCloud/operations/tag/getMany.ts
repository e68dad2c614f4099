import { limitOf, listProperties } from '../../../shared/action/listProperties';
import { type Operation, operation } from '../../../shared/action/operation';
import type { ApiClient } from '../../../shared/api/apiClient';
import { options, shownWhen } from '../../../shared/api/fields';
import { keysOf, textOrNull } from '../../../shared/basic/values';
import { organizationLocator, organizationOf } from '../../api/locators';
import { collectionPath, partsPath } from '../../api/paths';
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
		options('Tags Of', 'of', {
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
		const limit = limitOf(values);
		if (values.of === 'organization') {
			const path = `${collectionPath(organization, 'orders')}tags/`;
			return await tagsAt(client, path, `organization "${organization}"`, limit);
		}
		const order = await orderIdOf(client, organization, values.order);
		const path = partsPath(organization, order, 'tags');
		return await tagsAt(client, path, orderNamed(organization, order), limit);
	},
});

/** Lists of tags are bare lists of texts, without pages (docs/vendors.md#readycloud-notes-and-tags). */
async function tagsAt(client: ApiClient, path: string, wanted: string, limit: number) {
	const answer = await client.request({ method: 'GET', path, wanted });
	const list: unknown = keysOf(answer).results ?? answer;
	if (!Array.isArray(list)) {
		throw client.error({
			message: 'ReadyCloud answered with something that is not a list of tags',
			description: 'Try again, and check "Use Another Server" in the credential.',
		});
	}
	const tags = list.map(textOrNull).filter((tag) => tag !== null);
	return tags.slice(0, limit).map((tag) => ({ tag }));
}
