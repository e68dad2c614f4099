import fc from 'fast-check';

import { detrackWebhook } from '../../nodes/Detrack/trigger/webhook';
import { verifyDetrack } from '../../nodes/Detrack/trigger/verify';
import { verifyRadaro } from '../../nodes/Radaro/trigger/verify';
import { radaroWebhook } from '../../nodes/Radaro/trigger/webhook';
import { digestOfToken } from '../../nodes/ReadyCloud/trigger/memory';
import { verifyReadyCloud } from '../../nodes/ReadyCloud/trigger/verify';
import { readyCloudWebhook } from '../../nodes/ReadyCloud/trigger/webhook';
import { subscriptionToken } from '../../nodes/Routigo/trigger/secrets';
import { verifyRoutigo } from '../../nodes/Routigo/trigger/verify';
import { routigoWebhook } from '../../nodes/Routigo/trigger/webhook';
import { tagParameters } from '../../nodes/Routigo/event/urlTags';
import type { DeliveryEvent } from '../../nodes/shared/event/deliveryEvent';
import type { WebhookVendor } from '../../nodes/shared/trigger/webhookVendor';
import { fixture } from '../support/fixtures';
import { expectWholeRow } from '../support/wholeRow';

type Json = Record<string, unknown>;
type Rows = (body: unknown, receivedAt?: string) => DeliveryEvent[];

/** The rows of a body; none of one that is not what the vendor sends. */
function reader<Payload, Secrets>(vendor: WebhookVendor<Payload, Secrets>, query: Json = {}): Rows {
	return (body, receivedAt = '2031-05-14T08:00:00.000Z') => {
		const reading = vendor.read(body, query);
		if ('expected' in reading) return [];
		return reading.received.map(({ payload }) =>
			vendor.normalize(payload, vendor.classify(payload), receivedAt),
		);
	};
}

interface Subject {
	name: string;
	rows: Rows;
	sample: Json;
	/** Where values stand that make another event of a body. */
	counts: string[][];
	/** And another state of its job. */
	countsForState: string[][];
	/** Where values stand that make none. */
	countsNot: string[][];
}

const DONE = { event: 'ASSIGNMENT_DONE', type: 'ASSIGNMENT' };

/** docs/delivery-event.md#duplicates and #states. */
const SUBJECTS: Subject[] = [
	{
		name: 'Radaro',
		rows: reader(radaroWebhook),
		sample: fixture('radaro/04-job-status-delivered.json'),
		counts: [
			['order_info', 'order_id'],
			['topic'],
			['event_type'],
			['updated_at'],
			['new_values', 'status'],
			['new_values', 'anything'],
		],
		countsForState: [['order_info', 'order_id']],
		countsNot: [['order_info', 'title'], ['order_info', 'rating'], ['anything']],
	},
	{
		name: 'Detrack',
		rows: reader(detrackWebhook({ today: '2020-01-16' })),
		sample: {
			id: '5e0000000000000000000001',
			do_number: 'D123',
			type: 'Delivery',
			status: 'failed',
			date: '2020-01-16',
			attempt: 1,
			items: [{ sku: 'A', quantity: 2 }, { sku: 'B' }],
		},
		counts: [['id'], ['status'], ['date'], ['assign_to'], ['reason'], ['pod_at']],
		countsForState: [['id'], ['reason']],
		countsNot: [['do_number'], ['note'], ['address'], ['anything']],
	},
	{
		name: 'RoutiGo',
		rows: reader(routigoWebhook, tagParameters(DONE)),
		sample: {
			id: 'as-1',
			endStatus: 'DELIVERED',
			order: { identifier: 'DN-1', list: [1, { a: 2 }] },
		},
		counts: [['id'], ['endStatus'], ['order', 'identifier'], ['anything']],
		countsForState: [['id']],
		countsNot: [],
	},
	{
		name: 'ReadyCloud',
		rows: reader(readyCloudWebhook, { entity: 'orders' }),
		sample: fixture('readycloud/orders-filled.json'),
		counts: [['primary_id'], ['updated_at'], ['shipping', 'status'], ['anything']],
		countsForState: [],
		countsNot: [['token']],
	},
];

/** All keys in a value, at any depth. */
function keysIn(value: unknown): string[] {
	if (typeof value !== 'object' || value === null) return [];
	const names = Array.isArray(value) ? [] : Object.keys(value);
	return [...names, ...Object.values(value).flatMap(keysIn)];
}

const text = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.constantFrom(
		...['delivered', 'Failed', 'dispatched', 'job.changed', 'created', 'deleted', 'PICKUP'],
		...['2026-03-03', '2026-03-03T08:00:00Z', '9-12pm', '1772524800', '25:00', 'PT9H', 'P'],
		...['javascript:alert(1)', 'https://x.example/1', 'http://', '/media/1', 'data:text/html,x'],
		...['1.50 USD', '-0', '1e400', 'a@b', '\ud83d', '\u0000', ' ', '-38.1,144.9'],
		...['/api/v2/orgs/K7p/orders/q2Xd/', '../..', '<b>', '=1+1'],
	),
);

/** Any JSON, most of it under names that the vendor's reader looks for. */
function anyBody(sample: Json): fc.Arbitrary<Json> {
	const name = fc.oneof(
		{ weight: 4, arbitrary: fc.constantFrom(...new Set(keysIn(sample))) },
		{
			weight: 2,
			arbitrary: fc.constantFrom(
				...['__proto__', 'constructor', 'toString', 'length', '', '0', 'do', 'json', 'data'],
				...[
					'milestones',
					'items',
					'boxes',
					'notes',
					'photo_1_file_url',
					'tracking_link',
					'time_window',
				],
				...['live_eta', 'pod_lat', 'pod_lng', 'cargoes', 'line_level_data', 'completion_codes'],
				...['confirmation_photos', 'delivered_at', 'photos', 'trackingUrl', 'signatureUrl'],
				...['journey', 'tourLegs', 'recipient', 'address', 'assignments', 'endStatus', 'type'],
			),
		},
		{ weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
	);
	const { body } = fc.letrec((tie) => ({
		value: fc.oneof(
			{ depthSize: 'small' },
			text,
			fc.double(),
			fc.constantFrom(2 ** 53, -1, 0, 1e300, true, false, null),
			fc.array(tie('value'), { maxLength: 4 }),
			tie('body'),
		),
		body: fc.dictionary(name, tie('value'), { maxKeys: 8 }),
	}));
	// As it comes out of JSON: without what JSON has no word for.
	return (body as fc.Arbitrary<Json>).map((each) => JSON.parse(JSON.stringify(each)) as Json);
}

/** The same with the keys of every object the other way round. */
function turned(value: unknown): unknown {
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map(turned);
	const entries = Object.entries(value).reverse();
	return Object.fromEntries(entries.map(([key, inner]) => [key, turned(inner)]));
}

function withValue(body: Json, [key = '', ...rest]: string[], value: unknown): Json {
	const inner = rest.length === 0 ? value : withValue((body[key] ?? {}) as Json, rest, value);
	return { ...body, [key]: inner };
}

const idsOf = (rows: DeliveryEvent[]) => rows.map(({ eventId, stateId }) => [eventId, stateId]);

/** A text that differs from others also after all that a reader takes away around it. */
const word = fc.stringMatching(/^[a-z]{1,12}$/);

describe.each(SUBJECTS)('$name', ({ rows, sample, counts, countsForState, countsNot }) => {
	const body = fc.oneof(
		anyBody(sample),
		anyBody(sample).map((changed) => ({ ...sample, ...changed })),
	);

	it('gives every column with its type, whatever a body holds', () => {
		fc.assert(
			fc.property(body, (given) => {
				for (const row of rows(given)) {
					expectWholeRow(row);
					expect(row.eventId).toMatch(/^[0-9a-f]{32}$/);
					expect(row.stateId).toMatch(/^[0-9a-f]{32}$/);
					const links = [row.trackingUrl, row.signatureUrl, ...row.photoUrls];
					expect(links.filter((link) => link !== null && !/^https?:\/\/[^/]/i.test(link))).toEqual(
						[],
					);
					const texts = Object.values(row).filter((value) => typeof value === 'string');
					expect(texts.filter((each) => !each.isWellFormed() || /\p{Cc}/u.test(each))).toEqual([]);
				}
			}),
			{ numRuns: 400 },
		);
	});

	it('throws for no JSON at all', () => {
		fc.assert(
			fc.property(fc.oneof(fc.jsonValue(), fc.array(body, { maxLength: 3 })), (given) => {
				expect(Array.isArray(rows(given))).toBe(true);
			}),
			{ numRuns: 300 },
		);
	});

	it('keeps eventId and stateId under another order of keys, and when it comes again', () => {
		fc.assert(
			fc.property(body, (given) => {
				const ids = idsOf(rows(given));
				expect(idsOf(rows(turned(given), '2031-05-15T09:30:00.000Z'))).toEqual(ids);
			}),
			{ numRuns: 300 },
		);
	});

	it('changes them when a value that counts changes', () => {
		const [[eventId, stateId] = []] = idsOf(rows(sample));
		fc.assert(
			fc.property(word, word, (one, other) => {
				fc.pre(one !== other);
				for (const place of counts) {
					const ids = [one, other].map(
						(value) => rows(withValue(sample, place, value))[0]?.eventId,
					);
					expect([place, new Set([...ids, eventId]).size]).toEqual([place, 3]);
				}
				for (const place of countsForState) {
					const ids = [one, other].map(
						(value) => rows(withValue(sample, place, value))[0]?.stateId,
					);
					expect([place, new Set([...ids, stateId]).size]).toEqual([place, 3]);
				}
				for (const place of countsNot) {
					const [row] = rows(withValue(sample, place, one));
					expect([place, row?.eventId]).toEqual([place, eventId]);
				}
			}),
			{ numRuns: 30 },
		);
	});
});

const PROOF = 'Zk7tQ2mW9xR4vB8nL1cJ6hF3';
const ROUTIGO_PROOF = subscriptionToken(PROOF, DONE);

/** Each says whether a call with that proof is accepted. */
const DOORS: ReadonlyArray<[name: string, proof: string, accepts: (given: string) => boolean]> = [
	[
		'Radaro',
		PROOF,
		(token) =>
			verifyRadaro({ headers: {}, query: {}, body: { token } }, ['other-token', PROOF]).accepted,
	],
	[
		'Detrack',
		PROOF,
		(value) =>
			verifyDetrack(
				{ headers: { 'x-key': value }, query: {}, body: {} },
				{ header: 'x-key', values: [PROOF] },
			).accepted,
	],
	[
		'RoutiGo',
		ROUTIGO_PROOF,
		(token) =>
			verifyRoutigo(
				{ headers: { authorization: `Bearer ${token}` }, query: tagParameters(DONE), body: {} },
				PROOF,
			).accepted,
	],
	[
		'ReadyCloud',
		PROOF,
		(auth) =>
			verifyReadyCloud({ headers: { auth }, query: {}, body: {} }, [digestOfToken(PROOF)]).accepted,
	],
];

describe.each(DOORS)('the door of %s', (_name, proof, accepts) => {
	/** The right proof with a piece in it replaced. */
	const nearly = fc
		.tuple(fc.nat(proof.length), fc.nat(2), fc.string({ maxLength: 2 }))
		.map(([at, removed, put]) => proof.slice(0, at) + put + proof.slice(at + removed));

	it('opens to exactly the right proof', () => {
		expect(accepts(proof)).toBe(true);
		fc.assert(
			fc.property(fc.oneof(nearly, fc.string()), (given) => {
				// Blanks around a bearer token are none of it.
				fc.pre(given.trim() !== proof);
				expect(accepts(given)).toBe(false);
			}),
			{ numRuns: 500 },
		);
	});
});
