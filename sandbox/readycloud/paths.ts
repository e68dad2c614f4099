import type { BoxScope, ContactScope, OrderScope, OrgScope } from './scopes';

export const ORGS_PATH = '/api/v2/orgs/';
const ORG = `${ORGS_PATH}:org/`;
const ORDER = `${ORG}orders/:order/`;
const BOX = `${ORDER}boxes/:box/`;
const CONTACT = `${ORG}contacts/:contact/`;

/** The routes, with their placeholders. */
export const PATHS = {
	org: ORG,
	webhooks: `${ORG}webhooks/`,
	orders: `${ORG}orders/`,
	allTags: `${ORG}orders/tags/`,
	tags: `${ORDER}tags/`,
	orderNotes: `${ORDER}notes/`,
	boxes: `${ORDER}boxes/`,
	items: `${BOX}items/`,
	tracking: `${BOX}tracking/`,
	contacts: `${ORG}contacts/`,
	addresses: `${CONTACT}addresses/`,
	contactNotes: `${CONTACT}notes/`,
	contactOrders: `${CONTACT}orders/`,
	packaging: `${ORG}packaging/`,
} as const;

// What stands in `url`: paths of the vendor's host, so without the sandbox's own prefix.
export const orgUrl = ({ org }: OrgScope): string => `${ORGS_PATH}${org.id}/`;
export const orderUrl = (at: OrderScope): string => `${orgUrl(at)}orders/${at.order.id}/`;
export const boxUrl = (at: BoxScope): string => `${orderUrl(at)}boxes/${at.box.id}/`;
export const contactUrl = (at: ContactScope): string => `${orgUrl(at)}contacts/${at.contact.id}/`;
