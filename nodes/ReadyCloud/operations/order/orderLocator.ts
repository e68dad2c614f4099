import type { IDataObject } from 'n8n-workflow';

import type { ApiClient } from '../../../shared/api/apiClient';
import { resourceLocator } from '../../../shared/api/fields';
import type { Locator } from '../../../shared/api/properties';
import { InvalidInput } from '../../../shared/basic/invalidInput';
import { idOrNull } from '../../../shared/basic/values';
import { readList } from '../../api/lists';
import { byIdOrUrl, idWithin } from '../../api/locators';
import { learnName, namedWithin, organizationNamed } from '../../api/names';
import { collectionPath, orderPath } from '../../api/paths';
import { readable } from '../../api/withIdsAndMoney';
import { normalizeReadyCloudOrder } from '../../event/normalize';
import { isSameObject, ownId } from '../../event/urlIds';

/** Chooses one order of the organization. */
export const orderLocator = resourceLocator('Order', 'order', {
	searchListMethod: 'searchOrders',
	modes: [
		{
			displayName: 'By Number',
			name: 'primaryId',
			placeholder: 'e.g. WEB-10042',
			hint: 'The Primary ID: the order number that people use. Costs one more read.',
		},
		byIdOrUrl('q2Xd', '/api/v2/orgs/K7p/orders/q2Xd/'),
	],
});

/** The words for an order, for the sentence when it is not there. */
export function orderNamed(client: ApiClient, organization: string, id: string): string {
	return namedWithin(client, organization, 'order', id);
}

/**
 * The id of one order. By its Primary ID it is looked up in the list.
 *
 * @throws InvalidInput when none is chosen, it is of another organization, or several have that number
 * @throws NodeApiError when none has it
 */
export async function orderIdOf(
	client: ApiClient,
	organization: string,
	locator: Locator,
): Promise<string> {
	if (locator.mode !== 'primaryId') {
		const id = idWithin(organization, locator, { label: 'Order', collection: 'orders' });
		learnName(client, 'order', id, locator.label);
		return id;
	}
	const order = await orderByPrimaryId(client, organization, locator.value);
	const id = ownId(order.url) ?? '';
	learnName(client, 'order', id, locator.value);
	return id;
}

/**
 * The one order with a Primary ID. The filter is not documented, so what it gives is checked: another
 * order must not be changed (docs/vendors.md#readycloud-orders).
 */
export async function orderByPrimaryId(
	client: ApiClient,
	organization: string,
	primaryId: string,
	query: IDataObject = {},
): Promise<IDataObject> {
	if (primaryId === '') {
		throw new InvalidInput('"Order" is empty. Enter the Primary ID of the order.');
	}
	const { entries, incomplete } = await readList(client, {
		path: collectionPath(organization, 'orders'),
		query: { ...query, primary_id: primaryId },
		limit: 2,
		fits: (each) =>
			idOrNull(each.primary_id) === primaryId &&
			isSameObject(each.url, orderPath(organization, ownId(each.url) ?? '')),
		wanted: organizationNamed(client, organization),
	});
	const [order, ...more] = entries;
	if (more.length > 0) {
		throw new InvalidInput(
			`Several orders in the ${organizationNamed(client, organization)} have the Primary ID "${primaryId}", such as those with the IDs "${ownId(order?.url)}" and "${ownId(more[0]?.url)}". Choose the order from the list, or by its ID.`,
		);
	}
	// One that looks alone may have others of its number among those that are missing.
	if (incomplete !== null) {
		throw client.error({
			message: `ReadyCloud did not give all orders that may have the Primary ID "${primaryId}"`,
			description: `${incomplete} Try again, or choose the order from the list, or by its ID.`,
		});
	}
	if (order !== undefined) return order;
	throw client.error(
		{
			message: `ReadyCloud has no order with the Primary ID "${primaryId}" in the ${organizationNamed(client, organization)}`,
			description:
				'Capitals count. The order may have been deleted, or be in another organization.',
		},
		404,
	);
}

/** An order as an output item: in the job columns, or as ReadyCloud gives it with its id. */
export function presentOrder(order: IDataObject, simplify: boolean): IDataObject {
	return simplify ? normalizeReadyCloudOrder(order) : (readable(order) as IDataObject);
}
