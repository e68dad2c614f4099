import type { INodeExecutionData } from 'n8n-workflow';

import { tagParameters } from '../../../../nodes/Routigo/event/urlTags';
import {
	authorizationOf,
	deriveSecret,
	subscriptionToken,
} from '../../../../nodes/Routigo/trigger/secrets';
import { routigoWebhook } from '../../../../nodes/Routigo/trigger/webhook';
import { receiveWebhook } from '../../../../nodes/shared/trigger/webhook';
import { fixture } from '../../../support/fixtures';
import { partly } from '../../../support/mock';
import { type CallOptions, webhookCall } from '../../../support/webhookContext';

const SECRET = deriveSecret('https://n8n.example.test/webhook/7f0c/routigo', 'regular-key');
const DONE = { event: 'ASSIGNMENT_DONE', type: 'ASSIGNMENT' };
const PLANNED = { event: 'TOUR_PLANNED', type: 'TOUR' };
const BODY = { id: 'a-1', endStatus: 'DELIVERED', registrations: { parcels: 2 } };

/** A call with the proof of a subscription, through the whole pipeline. */
async function post(body: unknown, options: CallOptions & { tags?: typeof DONE } = {}) {
	const { tags = DONE, ...call } = options;
	const { context, answered, logged } = webhookCall({
		query: tagParameters(tags),
		headers: { authorization: authorizationOf(subscriptionToken(SECRET, tags)) },
		body,
		...call,
	});
	const result = await receiveWebhook(context, {
		...routigoWebhook,
		secrets: async () => await Promise.resolve(SECRET),
	});
	return {
		status: answered.status,
		body: result.noWebhookResponse ? answered.body : result.webhookResponse,
		logged,
		items: (result.workflowData ?? []).flat().map((item) => partly<INodeExecutionData>(item).json),
	};
}

const REFUSED = 'This call was refused: it does not prove that it comes from RoutiGo.';

describe('a notification', () => {
	it('takes event and status from its tags', async () => {
		const answer = await post(BODY);
		expect([answer.status, answer.body]).toEqual([200, { received: true }]);
		expect(answer.items).toEqual([
			expect.objectContaining({
				provider: 'routigo',
				event: 'status_changed',
				status: 'delivered',
				jobId: 'a-1',
				providerEvent: 'ASSIGNMENT_DONE',
			}),
		]);
	});

	it('is ignored when its event is not selected', async () => {
		const answer = await post(BODY, { parameters: { events: ['TOUR_PLANNED'] } });
		expect([answer.status, answer.items]).toEqual([200, []]);
		expect(answer.body).toMatchObject({ received: true, ignored: expect.any(String) as string });
	});

	it('without tags is taken, but is of no known event', async () => {
		const answer = await post(BODY, { query: {} });
		expect(answer.items.map(({ event, status }) => [event, status])).toEqual([
			['unknown', 'unknown'],
		]);
	});

	it('without tags is ignored unless any event is wanted', async () => {
		const parameters = { events: ['ASSIGNMENT_DONE'] };
		const answer = await post(BODY, { query: {}, parameters });
		expect([answer.status, answer.items]).toEqual([200, []]);
	});

	it.each([
		['with forged tags and no proof', { headers: {} }],
		['with forged tags and a made-up token', { headers: { authorization: 'Bearer abc' } }],
		['with the right token and wrong tags', { query: tagParameters(PLANNED) }],
		['without tags and without proof', { query: {}, headers: {} }],
	])('%s is refused', async (_what, options) => {
		const answer = await post(BODY, options);
		expect([answer.status, answer.body, answer.items]).toEqual([401, { message: REFUSED }, []]);
		expect(answer.logged).toHaveLength(1);
		expect(answer.logged.join()).not.toContain(SECRET);
	});

	it.each([
		['an empty body', undefined],
		['a text', 'hello'],
		['a number', 7],
		['a list of texts', ['hello']],
		['a list in which one is a text', [BODY, 'hello']],
	])('with %s is answered with 400', async (_what, body) => {
		const answer = await post(body);
		expect([answer.status, answer.items]).toEqual([400, []]);
		expect(answer.body).toEqual({
			message: 'This body cannot be read: RoutiGo sends a JSON object or a list of them.',
		});
	});

	it.each([
		['an empty body', undefined],
		['a text', 'hello'],
	])('with %s and no proof is refused, not read', async (_what, body) => {
		expect((await post(body, { headers: {} })).status).toBe(401);
	});

	it.each([[[]], [{}], [[{}]]])('with %j holds no event', async (body) => {
		const answer = await post(body);
		expect([answer.status, answer.items]).toEqual([200, []]);
		expect(answer.body).toEqual({ received: true, ignored: 'The call holds no event.' });
	});

	it('with a list gives an item for each member', async () => {
		const answer = await post([BODY, { ...BODY, id: 'a-2', endStatus: 'NOT_AT_HOME' }]);
		expect(answer.items.map(({ jobId, status }) => [jobId, status])).toEqual([
			['a-1', 'delivered'],
			['a-2', 'attempt_failed'],
		]);
	});

	it('with a body of 1 MB is taken whole', async () => {
		const stops = Array.from({ length: 6000 }, (_v, at) => ({
			id: `stop-${at}`,
			note: 'x'.repeat(150),
		}));
		const body = { id: 'tour-1', stops };
		expect(JSON.stringify(body).length).toBeGreaterThan(1_000_000);
		const answer = await post(body, { tags: PLANNED, parameters: { output: 'original' } });
		expect(answer.items).toEqual([body]);
	});

	it('that is nested too deeply is answered with 400', async () => {
		const deep = JSON.parse(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`) as object;
		expect((await post({ deep })).status).toBe(400);
	});

	it('passes its body through untouched', async () => {
		const body = { _unknown: [1, null, 'drie'], nested: { list: [{}] } };
		const answer = await post(body, { parameters: { output: 'deliveryEventWithOriginal' } });
		expect(answer.items.map(({ original }) => original)).toEqual([body]);
	});
});

describe('the eventId', () => {
	const idOf = async (body: unknown, tags = DONE) => (await post(body, { tags })).items[0]?.eventId;

	it('stays when the same notification is sent again', async () => {
		const reordered = { registrations: { parcels: 2 }, endStatus: 'DELIVERED', id: 'a-1' };
		expect(await idOf(reordered)).toBe(await idOf(BODY));
	});

	it('is another one when the driver has changed the registrations', async () => {
		const corrected = { ...BODY, registrations: { parcels: 3 } };
		expect(await idOf(corrected)).not.toBe(await idOf(BODY));
	});

	it('is another one for another event or type of the same body', async () => {
		const ids = await Promise.all([
			idOf(BODY),
			idOf(BODY, { ...DONE, type: 'STOP' }),
			idOf(BODY, { ...DONE, event: 'ASSIGNMENT_ARRIVED' }),
		]);
		expect(new Set(ids).size).toBe(3);
	});
});

describe('the older notification of a planned route', () => {
	const body = fixture('routigo/v1-notification-route-planned-route.json');

	it('gives an item for each leg', async () => {
		const answer = await post(body, { tags: PLANNED });
		expect(answer.items).toMatchObject([
			{
				event: 'route_planned',
				status: 'scheduled',
				reference: '48213',
				trackingNumber: 'QX7T2M9L',
				trackingUrl: 'https://tracking.routigo.com/?trackingCode=QX7T2M9L',
				providerEvent: 'TOUR_PLANNED',
			},
			{
				event: 'route_planned',
				reference: '48219',
				trackingNumber: 'HB4W8K1R',
				trackingUrl: 'https://tracking.routigo.com/?trackingCode=HB4W8K1R',
			},
		]);
		const [first, second] = answer.items;
		expect(first?.eventId).not.toBe(second?.eventId);
	});

	it('names its event itself, where the tags got lost', async () => {
		const answer = await post(body, { query: {}, parameters: { events: ['TOUR_PLANNED'] } });
		expect(answer.items.map(({ event, providerEvent }) => [event, providerEvent])).toEqual([
			['route_planned', 'ROUTE_PLANNED'],
			['route_planned', 'ROUTE_PLANNED'],
		]);
	});

	it('keeps each leg apart in the original', async () => {
		const answer = await post(body, { tags: PLANNED, parameters: { output: 'original' } });
		expect(answer.items[1]).toEqual({
			eventType: 'ROUTE_PLANNED',
			journey: { tourLegs: [{ parcelId: '48219_d', trackingCode: 'HB4W8K1R' }] },
		});
	});

	it.each([
		['48213_d', '48213'],
		['48213_d_2', '48213'],
		['48213', null],
		['_d', null],
		[48213, null],
		[null, null],
	])('takes from the parcelId %p the order %p', async (parcelId, reference) => {
		const answer = await post({ journey: { tourLegs: [{ parcelId }] } }, { tags: PLANNED });
		expect(answer.items.map((item) => item.reference)).toEqual([reference]);
	});

	it('without legs is one item', async () => {
		const answer = await post({ eventType: 'ROUTE_PLANNED', journey: { tourLegs: [] } });
		expect(answer.items).toHaveLength(1);
	});
});
