import { tagParameters } from '../../nodes/Routigo/event/urlTags';
import {
	authorizationOf,
	deriveSecret,
	subscriptionToken,
} from '../../nodes/Routigo/trigger/secrets';
import { WEBHOOK_URL } from '../probes/context';
import type { Sample } from './sample';

const token = 'regular-key-of-a-planner-1';
const tags = { event: 'ASSIGNMENT_DONE', type: 'ASSIGNMENT' };
const secret = deriveSecret(WEBHOOK_URL, token);
/** A finished assignment: RoutiGo documents no body, so it holds what its trigger looks for. */
const body = { id: 'a-1', identifier: '48213', endStatus: 'DELIVERED', remark: 'At the gate' };

export const sample: Sample = {
	token,
	sender: {
		headers: { authorization: authorizationOf(subscriptionToken(secret, tags)) },
		query: tagParameters(tags),
		credential: { authentication: 'apiKey', apiKey: token },
	},
	texts: [JSON.stringify(body)],
	item: { provider: 'routigo', status: 'delivered' },
};
