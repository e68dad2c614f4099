import { READYCLOUD_DELETED_ORG, READYCLOUD_ORG } from './defaults';
import type { Org } from './model';

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
		webhooks: [],
	};
}
