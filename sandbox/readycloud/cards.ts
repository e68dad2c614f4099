import { hint } from '../core/mask';
import { choicesFor } from '../core/steps';
import type { Card, Column, Registered } from '../core/vendor';
import { CONTACT_STEPS } from './contactSteps';
import { hookChoices } from './hookSteps';
import type { Hook } from './model';
import { ORDER_STEPS } from './orderSteps';
import type { ContactScope, OrderScope } from './scopes';
import type { ReadyCloudService } from './service';
import { STAGE_LABELS, stageOf, type Stage } from './stages';

// More would only slow the page down; the API lists them all.
const SHOWN = 100;

const TONES: Readonly<Record<Stage, Card['tone']>> = {
	new: 'waiting',
	packed: 'moving',
	shipped: 'moving',
	delivered: 'good',
	cancelled: 'bad',
};

/** ReadyCloud's column on the page: orders and contacts, newest first. */
export function columnOf({ store, services }: ReadyCloudService): Column {
	const orders = store.orgs.flatMap((org) => org.orders.map((order) => ({ org, order })));
	const contacts = store.orgs.flatMap((org) => org.contacts.map((contact) => ({ org, contact })));
	const hooks = store.orgs.flatMap((org) => org.hooks);
	const cards = [
		...orders.slice(-SHOWN).reverse().map(orderCard),
		...contacts.slice(-SHOWN).reverse().map(contactCard),
	];
	return {
		name: 'readycloud',
		label: 'ReadyCloud',
		jobs: cards,
		jobCount: orders.length + contacts.length,
		actions: [
			{ name: 'create-order', label: 'Create order', path: 'orders' },
			{ name: 'create-contact', label: 'Create contact', path: 'contacts' },
		],
		empty: 'No order yet. Activate a workflow, which registers its webhooks, and create an order.',
		webhooks: null,
		registered: hooks.map((hook) => registered(hook, services.mask.text(hook.remote_url))),
	};
}

/** A webhook as it may be shown. */
export function registered(hook: Hook, url: string): Registered {
	return {
		id: hook.id,
		event: hook.entity,
		url,
		tokenHint: hint(hook.token),
		suspendedAt: hook.suspended_at,
		steps: hookChoices(hook),
	};
}

/** An order's card. */
export function orderCard(at: OrderScope): Card {
	const { order } = at;
	const { ship_to } = order.fields.shipping;
	const stage = stageOf(order);
	const numbers = order.boxes.flatMap(({ fields }) => fields.tracking_number ?? []);
	const tracking =
		numbers.length > 0 ? `Tracking: ${numbers.join(', ')}` : 'No tracking number yet';
	return {
		id: order.id,
		title: order.fields.primary_id,
		lines: [joined(ship_to.first_name, ship_to.last_name), joined(ship_to.city), tracking],
		status: stage,
		statusLabel: STAGE_LABELS[stage],
		tone: TONES[stage],
		steps: choicesFor(ORDER_STEPS, at),
	};
}

/** A contact's card. */
export function contactCard(at: ContactScope): Card {
	const { id, fields, addresses } = at.contact;
	const [address] = addresses;
	return {
		id,
		title: joined(fields.first_name, fields.last_name) || `Contact ${id}`,
		lines: [joined(address?.fields.address_1, address?.fields.city), fields.occupation ?? ''],
		status: 'contact',
		statusLabel: 'Contact',
		tone: 'waiting',
		steps: choicesFor(CONTACT_STEPS, at),
	};
}

function joined(...parts: Array<string | null | undefined>): string {
	return parts.filter(Boolean).join(' ');
}
