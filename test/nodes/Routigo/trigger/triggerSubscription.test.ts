import { subscriptionIn } from '../../../../nodes/Routigo/api/subscription';
import type { SubscriptionOptions } from '../../../../nodes/Routigo/api/subscriptionOptions';
import { routigoWebhookSchema } from '../../../../nodes/Routigo/event/schema';
import { isSameSubscription } from '../../../../nodes/Routigo/trigger/sameSubscription';
import {
	authorizationOf,
	deriveSecret,
	subscriptionToken,
} from '../../../../nodes/Routigo/trigger/secrets';
import { triggerSubscription } from '../../../../nodes/Routigo/trigger/triggerSubscription';
import { fixture } from '../../../support/fixtures';

const URL = 'https://n8n.example.test/webhook/7f0c/routigo';
const SECRET = deriveSecret(URL, 'regular-key');
const TAGS = { event: 'ASSIGNMENT_DONE', type: 'ASSIGNMENT' };
const PROOF = authorizationOf(subscriptionToken(SECRET, TAGS));

const wanted = (options: SubscriptionOptions = {}) =>
	triggerSubscription(TAGS, { name: 'n8n: Drops', url: URL, secret: SECRET }, options);

const pairs = (...parameter: Array<{ name?: unknown; value?: unknown }>) => ({ parameter });

describe("a trigger's subscription", () => {
	it('holds tags and proof, and nothing that is not set', () => {
		expect(wanted()).toEqual({
			routigoEvent: 'ASSIGNMENT_DONE',
			routigoEventType: 'ASSIGNMENT',
			action: {
				name: 'n8n: Drops',
				url: URL,
				headers: { Authorization: PROOF },
				queryParameters: { lastmileEvent: 'ASSIGNMENT_DONE', lastmileType: 'ASSIGNMENT' },
			},
		});
	});

	it('holds all that is set', () => {
		expect(
			wanted({
				serviceCentres: ' ZWOLLE, GRONINGEN ,,ZWOLLE',
				supplierToFilterOn: ' BAKERY-7 ',
				minutesToLive: 720,
				secondsDelayBeforeRetry: '300',
				headers: pairs({ name: 'X-Workspace', value: 'north' }, { name: ' ', value: 'x' }),
				queryParameters: pairs({ name: 'shop', value: 7 }),
			}),
		).toEqual({
			routigoEvent: 'ASSIGNMENT_DONE',
			routigoEventType: 'ASSIGNMENT',
			serviceCentres: ['ZWOLLE', 'GRONINGEN'],
			action: {
				name: 'n8n: Drops',
				url: URL,
				headers: { 'X-Workspace': 'north', Authorization: PROOF },
				queryParameters: {
					shop: '7',
					lastmileEvent: 'ASSIGNMENT_DONE',
					lastmileType: 'ASSIGNMENT',
				},
				minutesToLive: 720,
				secondsDelayBeforeRetry: 300,
				supplierToFilterOn: 'BAKERY-7',
			},
		});
	});

	it('takes codes that an expression gives as numbers or as a list', () => {
		const { serviceCentres, action } = wanted({
			serviceCentres: [12, ' MEPPEL ', null],
			supplierToFilterOn: 7,
		});
		expect([serviceCentres, action.supplierToFilterOn]).toEqual([['12', 'MEPPEL'], '7']);
		expect(wanted({ serviceCentres: 12 }).serviceCentres).toEqual(['12']);
	});

	it('leaves out what was added and not filled', () => {
		const empty: SubscriptionOptions = {
			serviceCentres: ' , ',
			supplierToFilterOn: '',
			minutesToLive: null,
			secondsDelayBeforeRetry: '',
			headers: {},
			queryParameters: { parameter: [] },
		};
		expect(wanted(empty)).toEqual(wanted());
	});

	it.each<[SubscriptionOptions, RegExp]>([
		[
			{ headers: pairs({ name: 'authorization', value: 'x' }) },
			/^The header "authorization" cannot be set, because this trigger uses it for the proof/,
		],
		[{ headers: pairs({ name: 'AUTHORIZATION', value: 'x' }) }, /uses it for the proof/],
		[
			{ queryParameters: pairs({ name: 'lastmileEvent', value: 'x' }) },
			/^The query parameter "lastmileEvent" cannot be set/,
		],
		[{ queryParameters: pairs({ name: 'LASTMILETYPE', value: 'x' }) }, /cannot be set/],
		[
			{ headers: pairs({ name: 'Content-Type', value: 'text/plain' }) },
			/belongs to the request itself/,
		],
		[{ headers: pairs({ name: 'Host', value: 'x' }) }, /belongs to the request itself/],
		[{ headers: pairs({ name: 'My Header', value: 'x' }) }, /cannot be sent/],
		[{ headers: pairs({ name: 'X-A', value: 'x\r\nAuthorization: y' }) }, /cannot be sent/],
		[{ headers: pairs({ name: 'X-A', value: '1' }, { name: 'x-a', value: '2' }) }, /set twice/],
		[{ queryParameters: pairs({ name: 'a', value: '1' }, { name: 'a', value: '2' }) }, /set twice/],
		[{ minutesToLive: 0 }, /^"Minutes to Live" must be a whole number of 1 or more, but it is "0"/],
		[{ secondsDelayBeforeRetry: 1.5 }, /^"Seconds Before Retry" must be a whole number/],
	])('refuses %j', (options, sentence) => {
		expect(() => wanted(options)).toThrow(sentence);
	});
});

describe('what a webhook of RoutiGo is registered with', () => {
	it('is read without id and nulls', () => {
		const webhook = routigoWebhookSchema.parse(
			fixture('routigo/v2-subscription-response-201.json'),
		);
		expect(subscriptionIn(webhook)).toEqual({
			routigoEvent: 'ASSIGNMENT_DONE',
			routigoEventType: 'ASSIGNMENT',
			serviceCentres: ['ZWOLLE'],
			action: {
				name: 'Workflow listener for finished drops',
				url: 'https://hooks.example.test/webhook/7f0c-routigo',
				headers: {
					Authorization: 'Bearer EXAMPLEtokenEXAMPLEtokenEXAMPL1',
					'X-Workspace': 'north',
				},
				queryParameters: {
					routigoEvent: 'ASSIGNMENT_DONE',
					routigoEventType: 'ASSIGNMENT',
				},
			},
		});
	});

	it.each([[undefined], [null], [[]]])('has no service centres when they are %p', (none) => {
		const { serviceCentres, ...rest } = fixture('routigo/v2-subscription-response-201.json');
		const webhook = routigoWebhookSchema.parse({ ...rest, serviceCentres: none });
		expect(subscriptionIn(webhook)).not.toHaveProperty('serviceCentres');
	});

	it('is the same as what the trigger has sent', () => {
		const sent = wanted({ serviceCentres: 'ZWOLLE', minutesToLive: 5 });
		const answered = {
			id: '6712f0a9c35e4b1d8e90a7c2',
			...sent,
			action: { ...sent.action, secondsDelayBeforeRetry: null, supplierToFilterOn: null },
		};
		expect(subscriptionIn(routigoWebhookSchema.parse(answered))).toEqual(sent);
	});
});

describe('whether a webhook is as it should be', () => {
	const sent = wanted({
		serviceCentres: 'ZWOLLE, MEPPEL',
		headers: pairs({ name: 'X-Shop', value: 'north' }),
	});
	const answered = (change: object = {}, action: object = {}) =>
		routigoWebhookSchema.parse({
			id: 'x',
			...sent,
			...change,
			action: { ...sent.action, ...action },
		});

	it.each([
		['as it was sent', {}, {}],
		['with nulls', {}, { minutesToLive: null, supplierToFilterOn: null }],
		['with the defaults spelled out', {}, { minutesToLive: 1440, secondsDelayBeforeRetry: 600 }],
		['with codes in another order', { serviceCentres: ['MEPPEL', 'ZWOLLE'] }, {}],
		['with other capitals', {}, { headers: { 'x-shop': 'north', authorization: PROOF } }],
		['with another name', {}, { name: 'renamed by hand' }],
	])('is so %s', (_what, change, action) => {
		expect(isSameSubscription(answered(change, action), sent)).toBe(true);
	});

	it.each([
		['event', { routigoEvent: 'STOP_DONE' }, {}],
		['type', { routigoEventType: 'STOP' }, {}],
		['service centres', { serviceCentres: ['ZWOLLE'] }, {}],
		['no service centres', { serviceCentres: null }, {}],
		['address', {}, { url: `${URL}/x` }],
		['proof', {}, { headers: { Authorization: 'Bearer other', 'X-Shop': 'north' } }],
		['no headers', {}, { headers: null }],
		['tags', {}, { queryParameters: { lastmileEvent: 'ASSIGNMENT_DONE' } }],
		['lifetime', {}, { minutesToLive: 5 }],
		['delay', {}, { secondsDelayBeforeRetry: 5 }],
		['supplier', {}, { supplierToFilterOn: 'BAKERY-7' }],
	])('is not with another %s', (_what, change, action) => {
		expect(isSameSubscription(answered(change, action), sent)).toBe(false);
	});
});
