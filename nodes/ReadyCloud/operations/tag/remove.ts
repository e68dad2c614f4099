import { DELETED, deletedSchema } from '../../../shared/action/listProperties';
import { type Operation, operation } from '../../../shared/action/operation';
import { urlPart } from '../../../shared/basic/urlPart';
import { organizationLocator, organizationOf } from '../../api/locators';
import { partsPath } from '../../api/paths';
import { checkedTag } from '../checkedValues';
import { orderIdOf, orderLocator, orderNamed } from '../order/orderLocator';
import { deleteObject } from '../requests';
import { tagLocator, tagSchema } from './tagProperties';

export const removeTag: Operation = operation({
	value: 'remove',
	name: 'Remove',
	action: 'Remove tag from order',
	description: 'Take a tag off one order',
	output: deletedSchema.extend(tagSchema.shape),
	properties: [organizationLocator, orderLocator, tagLocator],
	async run({ client }, { values }) {
		const organization = await organizationOf(client, values.organizationId);
		const tag = checkedTag(values.tag.value);
		const order = await orderIdOf(client, organization, values.order);
		await deleteObject(client, {
			// The only path without a slash at its end (docs/vendors.md#readycloud-notes-and-tags).
			path: partsPath(organization, order, 'tags') + urlPart(tag),
			wanted: `tag "${tag}" on the ${orderNamed(client, organization, order)}`,
		});
		return { ...DELETED, tag };
	},
});
