import { tagParameters } from '../../nodes/Routigo/event/urlTags';
import {
	authorizationOf,
	deriveSecret,
	subscriptionToken,
} from '../../nodes/Routigo/trigger/secrets';
import { WEBHOOK_URL } from '../probes/context';
import { grown, list, type Sample } from './sample';

const token = 'regular-key-of-a-planner-1';
const tags = { event: 'ASSIGNMENT_DONE', type: 'ASSIGNMENT' };
const secret = deriveSecret(WEBHOOK_URL, token);
/** A finished assignment: RoutiGo documents no body, so it holds what its trigger looks for. */
const body = { id: 'a-1', identifier: '48213', endStatus: 'DELIVERED', remark: 'At the gate' };
/** The same within the whole of its tour. */
const withTour = (stops: number) => ({
	...body,
	tour: {
		id: 't-9',
		name: 'Tour 9',
		driver: { id: 'd-4', name: 'Kim Jansen' },
		stops: list(stops, stop),
	},
});

function stop(number: number) {
	return {
		id: `s-${number}`,
		sequence: number,
		timeWindow: { from: '2025-06-18T09:00:00Z', to: '2025-06-18T11:00:00Z' },
		address: {
			streetName: 'Kerkstraat',
			houseNumber: String(number),
			postalCode: '8011 AB',
			city: 'Zwolle',
			country: 'NL',
			latitude: 52.5,
			longitude: 6.08,
		},
		assignments: [
			{
				id: `a-${number + 1}`,
				type: 'DELIVERY',
				endStatus: 'DELIVERED',
				identifier: String(50_000 + number),
				recipient: { name: 'Sam de Vries', email: 'sam@example.com', phoneNumber: '0612345678' },
			},
		],
	};
}

export const sample: Sample = {
	token,
	sender: {
		headers: { authorization: authorizationOf(subscriptionToken(secret, tags)) },
		query: tagParameters(tags),
		credential: { authentication: 'apiKey', apiKey: token },
	},
	texts: [JSON.stringify(body), ...grown(withTour)],
	item: { provider: 'routigo', status: 'delivered' },
};
