import { type Operation, operation } from '../../../shared/action/operation';
import { organizationLocator, organizationOf } from '../../api/locators';
import { partsPath } from '../../api/paths';
import { checkedTag } from '../checkedValues';
import { orderIdOf, orderLocator, orderNamed } from '../order/orderLocator';
import { tagLocator, tagSchema } from './tagProperties';

export const addTag: Operation = operation({
	value: 'add',
	name: 'Add',
	action: 'Add tag to order',
	description: 'Put a tag on one order',
	output: tagSchema,
	properties: [organizationLocator, orderLocator, tagLocator],
	async run({ client }, { values }) {
		const organization = await organizationOf(client, values.organizationId);
		const tag = checkedTag(values.tag.value);
		const order = await orderIdOf(client, organization, values.order);
		// What this is answered with is not documented.
		await client.perform({
			method: 'POST',
			path: partsPath(organization, order, 'tags'),
			body: { value: tag },
			wanted: orderNamed(client, organization, order),
			subject: `the tag "${tag}"`,
		});
		return { tag };
	},
});
