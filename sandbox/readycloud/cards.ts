import { jobsOf } from '../core/jobs';
import type { Card } from '../core/vendor';
import { CONTACT_STEPS } from './contactSteps';
import { contactView } from './contactView';
import { ORDER_STEPS } from './orderSteps';
import { orderView } from './orderView';
import type { ContactScope, OrderScope } from './scopes';
import type { ReadyCloudService } from './service';
import { type Stage, STAGE_LABELS, stageOf } from './stages';
import { stepOptionsSchema } from './step';
import { areSuspendedFor } from './suspension';

const TONES: Readonly<Record<Stage, Card['tone']>> = {
	new: 'waiting',
	packed: 'moving',
	shipped: 'moving',
	delivered: 'good',
	cancelled: 'bad',
};

/** What a workflow makes of such an order, as docs/vendors.md#readycloud-statuses says. */
const UNTOLD =
	'ReadyCloud has no status for a cancelled order: to a workflow it stays one that is to be shipped.';

const allOrders = ({ store }: ReadyCloudService): OrderScope[] =>
	store.orgs.flatMap((org) => org.orders.map((order) => ({ org, order })));

/** Orders, and what happens to them. */
export const ORDERS = jobsOf({
	word: 'order',
	all: allOrders,
	find: (service: ReadyCloudService, id) => allOrders(service).find(({ order }) => order.id === id),
	idOf: ({ order }: OrderScope) => order.id,
	inWords: ({ order }) => `an order that is "${stageOf(order)}"`,
	view: (at) => orderView(at, { boxes: true, items: true, links: false }),
	card: ({ order }) => {
		const { ship_to } = order.fields.shipping;
		const stage = stageOf(order);
		const numbers = order.boxes.flatMap(({ fields }) => fields.tracking_number ?? []);
		const tracking =
			numbers.length > 0 ? `Tracking: ${numbers.join(', ')}` : 'No tracking number yet';
		const scan = order.boxes.flatMap((box) => box.tracking).at(-1)?.fields.description;
		const { status: payment } = order.fields.billing;
		return {
			title: order.fields.primary_id,
			lines: [
				joined(ship_to.first_name, ship_to.last_name),
				joined(ship_to.city),
				tracking,
				scan ? `Carrier: ${scan}` : '',
				payment ? `Payment: ${payment}` : '',
				stage === 'cancelled' ? UNTOLD : '',
			],
			status: stage,
			statusLabel: STAGE_LABELS[stage],
			tone: TONES[stage],
		};
	},
	states: ({ order }) => [
		{
			id: order.id,
			reference: order.fields.primary_id,
			status: stageOf(order),
			isDelivered: stageOf(order) === 'delivered',
			email: order.fields.shipping.ship_to.email || null,
		},
	],
	isSuspended: ({ org, order }) => areSuspendedFor(order.lastEvents, org),
	steps: ORDER_STEPS,
	options: stepOptionsSchema,
});

const allContacts = ({ store }: ReadyCloudService): ContactScope[] =>
	store.orgs.flatMap((org) => org.contacts.map((contact) => ({ org, contact })));

/** Contacts, and what happens to them. */
export const CONTACTS = jobsOf({
	word: 'contact',
	all: allContacts,
	find: (service: ReadyCloudService, id) =>
		allContacts(service).find(({ contact }) => contact.id === id),
	idOf: ({ contact }: ContactScope) => contact.id,
	inWords: () => 'a contact',
	view: (at) => contactView(at, true),
	card: ({ contact: { id, fields, addresses } }) => {
		const [address] = addresses;
		return {
			title: joined(fields.first_name, fields.last_name) || `Contact ${id}`,
			lines: [joined(address?.fields.address_1, address?.fields.city), fields.occupation ?? ''],
			status: 'contact',
			statusLabel: 'Contact',
			tone: 'waiting',
		};
	},
	states: () => [],
	isSuspended: ({ org, contact }) => areSuspendedFor(contact.lastEvents, org),
	steps: CONTACT_STEPS,
	options: stepOptionsSchema,
});

function joined(...parts: Array<string | null | undefined>): string {
	return parts.filter(Boolean).join(' ');
}
