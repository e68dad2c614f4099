import { NodeApiError } from 'n8n-workflow';

import { type Operation, operation } from '../../../shared/action/operation';
import { type ApiRequest, isRefusal } from '../../../shared/api/apiClient';
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
		const request: ApiRequest = {
			method: 'POST',
			path: partsPath(organization, order, 'tags'),
			body: { value: tag },
			wanted: orderNamed(client, organization, order),
			subject: `the tag "${tag}"`,
		};
		const answer = await client.send(request);
		if (answer instanceof NodeApiError) throw answer;
		// What this is answered with is not documented: the tags of the order, say, which a list of
		// complaints looks like.
		const holdsTag = Array.isArray(answer.body) && answer.body.includes(tag);
		if (isRefusal(answer) || !holdsTag) client.checkDone(answer, request);
		return { tag };
	},
});
