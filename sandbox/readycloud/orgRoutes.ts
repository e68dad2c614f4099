import { z } from 'zod';

import { jsonAnswer } from '../core/answer';
import type { Org } from './model';
import { pageOf } from './paging';
import { ORGS_PATH, PATHS } from './paths';
import { fieldsOf } from './problem';
import { orgScope } from './scopes';
import type { ReadyCloudApi } from './service';

// Of an organization only the name can be written.
const changeSchema = z.object({ name: z.string().min(1).optional() });

/** The organizations that the token sees. */
export function addOrgRoutes({ routes, service }: ReadyCloudApi): void {
	routes.get(ORGS_PATH, (request) => {
		const settings = service.settings.values;
		const { orgs } = service.store;
		const listed = settings.deletedOrgsListed
			? orgs
			: orgs.filter((org) => org.fields.deleted_at === null);
		return pageOf(request, listed, settings, orgView);
	});
	routes.get(PATHS.org, (request) => jsonAnswer(200, orgView(orgScope(service, request).org)));
	routes.patch(PATHS.org, (request) => {
		const { org } = orgScope(service, request);
		const { name } = fieldsOf(changeSchema, request.body);
		org.fields.name = name ?? org.fields.name;
		return jsonAnswer(200, orgView(org));
	});
}

/** An organization as programs read it. */
function orgView({ id, fields }: Org): Record<string, unknown> {
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
