import fc from 'fast-check';

import { subscriptionIn } from '../../../../nodes/Routigo/api/subscription';
import { durationOf } from '../../../../nodes/Routigo/operations/order/clockTime';
import { normalizeRoutigoOrder } from '../../../../nodes/Routigo/event/normalize';
import { routigoWebhookSchema } from '../../../../nodes/Routigo/event/schema';
import { splitAddress } from '../../../../nodes/Routigo/operations/order/splitAddress';
import { deriveSecret, subscriptionToken } from '../../../../nodes/Routigo/trigger/secrets';
import { verifyRoutigo } from '../../../../nodes/Routigo/trigger/verify';
import { routigoWebhook } from '../../../../nodes/Routigo/trigger/webhook';
import { secondsOfDay } from '../../../../nodes/shared/basic/clockTimes';
import { expectWholeRow } from '../../../support/wholeRow';

const RECEIVED_AT = '2031-05-14T08:00:00.000Z';
const SECRET = deriveSecret('https://n8n.example.test/webhook/7f0c/routigo', 'regular-key');

/** Names that the normaliser looks for, and some that mean something to a computer. */
const name = fc.oneof(
	fc.constantFrom(
		...[
			'id',
			'name',
			'tour',
			'tourId',
			'driver',
			'assignment',
			'endStatus',
			'identifier',
			'status',
		],
		...['address', 'streetName', 'houseNumber', 'latitude', 'lng', 'timeWindow', 'from', 'doneAt'],
		...['journey', 'tourLegs', 'parcelId', 'trackingCode', 'photos', 'url', 'eventType', 'phone'],
		...['assignments', 'type', 'recipient', 'sender', 'contact', 'addresses', 'role', 'toCity'],
		...['date', 'windowFrom', 'timestamp', 'position', 'recipientName', 'pickups', 'stops'],
		...['__proto__', 'constructor', 'toString', '', '-', '\ud83d'],
	),
	fc.string({ unit: 'binary' }),
);
const text = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.constantFrom(
		...['PICKUP', 'NOT_HOME', 'DELIVERED_AT_NEIGHBOURS', 'not not', 'PT9H', 'P', '9:30'],
		...['2026-03-03', '1772524800', 'T\ud83d', '\udc00x', '\u0000', 'a@b', '-'],
	),
);
const { body } = fc.letrec((tie) => ({
	value: fc.oneof(
		{ depthSize: 'small' },
		text,
		fc.double(),
		fc.boolean(),
		fc.constant(null),
		fc.array(tie('value'), { maxLength: 4 }),
		tie('body'),
	),
	body: fc.dictionary(name, tie('value'), { maxKeys: 6 }),
}));
const event = fc.option(fc.constantFrom('TOUR_PLANNED', 'STOP_DONE', 'ASSIGNMENT_DONE', 'NEW'));
const type = fc.option(fc.constantFrom('TOUR', 'STOP', 'SHIPMENT', 'ASSIGNMENT', 'NEW'));

const headers = fc.dictionary(
	fc.oneof(fc.constantFrom('x-time', 'date', 'X-Env', 'authorization', '__proto__'), fc.string()),
	fc.oneof(text, fc.array(text), fc.constant(undefined)),
);

it('makes a whole delivery event of any body', () => {
	fc.assert(
		fc.property(body, event, type, headers, (given, lastmileEvent, lastmileType, told) => {
			const sent: unknown = JSON.parse(JSON.stringify(given));
			const reading = routigoWebhook.read(sent, { lastmileEvent, lastmileType, sent }, told);
			if ('expected' in reading) throw new Error(reading.expected);
			for (const { payload } of reading.received) {
				const occurrence = routigoWebhook.classify(payload);
				const row = routigoWebhook.normalize(payload, occurrence, RECEIVED_AT);
				expectWholeRow(row);
				expect(row.eventId).toMatch(/^[0-9a-f]{32}$/);
				const texts = Object.values(row).filter((value) => typeof value === 'string');
				expect(texts.filter((each) => !each.isWellFormed())).toEqual([]);
			}
			normalizeRoutigoOrder(given);
		}),
		{ numRuns: 1000 },
	);
});

it('believes no call without a token, whatever else it holds', () => {
	const forged = fc.dictionary(
		fc.oneof(fc.constantFrom('authorization', 'Authorization'), fc.string()),
		fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(`Bearer ${SECRET}`)),
	);
	const query = fc.dictionary(
		fc.oneof(fc.constantFrom('lastmileEvent', 'lastmileType', 'authorization'), fc.string()),
		fc.anything(),
	);
	fc.assert(
		fc.property(forged, query, fc.anything(), (given, asked, sent) => {
			const call = { headers: given, query: asked, body: sent };
			expect(verifyRoutigo(call, SECRET).accepted).toBe(false);
		}),
		{ numRuns: 1000 },
	);
});

it('believes the token of one subscription for no other tags', () => {
	const tags = { event: 'TOUR_PLANNED', type: 'TOUR' };
	const authorization = `Bearer ${subscriptionToken(SECRET, tags)}`;
	fc.assert(
		fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (one, other) => {
			fc.pre(one !== tags.event || other !== tags.type);
			const query = { lastmileEvent: one, lastmileType: other };
			const call = { headers: { authorization }, query, body: {} };
			expect(verifyRoutigo(call, SECRET).accepted).toBe(false);
		}),
	);
});

it('reads any webhook of the list that has an id', () => {
	fc.assert(
		fc.property(fc.string({ minLength: 1 }), fc.dictionary(name, fc.jsonValue()), (id, rest) => {
			const keys = { routigoEvent: rest.name, serviceCentres: rest.tour, action: rest.address };
			const webhook = routigoWebhookSchema.parse({ ...rest, ...keys, id });
			expect(typeof subscriptionIn(webhook).action.url).toBe('string');
		}),
	);
});

it('splits an address without losing anything of it, or not at all', () => {
	const word = fc.constantFrom(
		...['Kerkstraat', 'Plein', '1944', '2e', 'B', 'bis', '27', '-', ','],
	);
	fc.assert(
		fc.property(
			fc.oneof(
				fc.string(),
				fc.array(word).map((words) => words.join(' ')),
			),
			(line) => {
				const split = splitAddress(line);
				if (split === null) return;
				const { streetName, houseNumber, houseNumberAddition = '' } = split;
				const signs = (text: string) => text.replace(/[\s,/-]/g, '');
				expect(signs(streetName + houseNumber + houseNumberAddition)).toBe(signs(line));
			},
		),
		{ numRuns: 2000 },
	);
});

it('writes every minute of a day as a duration that says the same', () => {
	for (let minute = 0; minute < 24 * 60; minute++) {
		const duration = durationOf(minute * 60);
		expect(duration).toMatch(/^PT(?=\d)(\d+H)?(\d+M)?(0S)?$/);
		expect(secondsOfDay(duration)).toBe(minute * 60);
	}
});
