/** The collections of an organization that the nodes work with. */
export type Collection = 'orders' | 'contacts' | 'webhooks';

/**
 * Paths below the base URL (docs/vendors.md#readycloud-orders). Ids hold no character that would have
 * to be encoded, see `idGiven`; every path ends in a slash, but for a tag's.
 */
export const ORGANIZATIONS_PATH = '/orgs/';

export const organizationPath = (organization: string): string =>
	`${ORGANIZATIONS_PATH}${organization}/`;

export const collectionPath = (organization: string, collection: Collection): string =>
	`${organizationPath(organization)}${collection}/`;

export const objectPath = (organization: string, collection: Collection, id: string): string =>
	`${collectionPath(organization, collection)}${id}/`;

export const orderPath = (organization: string, order: string): string =>
	objectPath(organization, 'orders', order);

/** What belongs to an order. */
export const partsPath = (
	organization: string,
	order: string,
	parts: 'boxes' | 'notes' | 'tags',
): string => `${orderPath(organization, order)}${parts}/`;
