import { READYCLOUD_DELETED_ORG, READYCLOUD_ORG } from './defaults';
import type { Org } from './model';

/** What is told of an organization, besides its `url`. */
export interface OrgFields {
	name: string;
	website: string | null;
	avatar: string | null;
	billing_status: string;
	deleted_at: string | null;
	trial_expires_at: string | null;
}

/** The two organizations that the token sees. */
export function newOrgs(): Org[] {
	return [
		newOrg(READYCLOUD_ORG, 'Example Outfitters', null),
		newOrg(READYCLOUD_DELETED_ORG, 'Example Outfitters (closed)', '2024-02-01T08:00:00Z'),
	];
}

function newOrg(id: string, name: string, deletedAt: string | null): Org {
	return {
		id,
		fields: {
			name,
			website: 'https://outfitters.example.com',
			avatar: null,
			billing_status: 'pending',
			deleted_at: deletedAt,
			trial_expires_at: null,
		},
		orders: [],
		contacts: [],
		packaging: [],
		hooks: [],
	};
}

/** An organization as programs read it. */
export function orgView({ id, fields }: Org): Record<string, unknown> {
	return {
		url: `/api/v2/orgs/${id}/`,
		...fields,
		payment_plan: {
			url: '/api/v2/plans/1/',
			name: 'Example plan',
			price: '0.00 USD',
			billing_period: 'month',
			limit: -1,
			users: -1,
			integrations: -1,
			storage: -1,
			extras: [],
		},
		subscriptions: { integration: null, storage: null, user: null },
		app_seat_licenses: [],
		user_slots: -1,
		fees_paid_by: null,
		wallet_charges_allowed: false,
		wallet_auto_refill_limit: null,
		wallet_auto_refill_amount: null,
		action_alert_send_from_alias: null,
		action_alert_custom_domain_enabled: false,
		member_websocket_channel_id: null,
		cached_orders_views: null,
		equipment_returns_enabled: false,
	};
}
