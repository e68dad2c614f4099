import type { IDataObject } from 'n8n-workflow';

import { receiveWebhook } from '../../../../nodes/shared/trigger/receiveWebhook';
import { UNDECIDED, type WebhookVendor } from '../../../../nodes/shared/trigger/webhookVendor';
import { answerTo, type CallOptions } from '../../../support/webhookContext';
import { type Keys, type Parcel, parcelPost } from './parcelPost';

const KEY = 'correct-horse-9';
const REFUSED = {
	message: 'This call was refused: it does not prove that it comes from Parcel Post.',
};
const NOT_SELECTED = 'This event is not among the events selected in the trigger.';

type Vendor = WebhookVendor<Parcel, Keys | null>;

/** A call that tells of parcels, with the right key unless told otherwise. */
async function call(parcels: Parcel[], options: CallOptions = {}, changes: Partial<Vendor> = {}) {
	return await answerTo(
		{ headers: { 'x-key': KEY }, body: { parcels }, ...options },
		async (context) => await receiveWebhook(context, { ...parcelPost, ...changes }),
	);
}

const only = (events: string[], more: IDataObject = {}) => ({ parameters: { events, ...more } });
const ignored = (why: string) => ({ received: true, ignored: why });

it('reads, in place of what a call says of its webhook, what its proof was good for', async () => {
	const read = jest.fn(() => ({ received: [] }));
	const options = { query: { event: 'forged', color: 'red' } };
	const verify: Vendor['verify'] = () => ({ accepted: true, proven: { event: 'proven' } });
	await call([], options, { read, verify });
	expect(read).toHaveBeenCalledWith(
		{ parcels: [] },
		{ event: 'proven', color: 'red' },
		expect.anything(),
	);
});

describe('the steps of a call', () => {
	/** The vendor, noting what it is asked for. */
	function noting(steps: string[]): Vendor {
		const note =
			<Given extends unknown[], Result>(name: string, step: (...given: Given) => Result) =>
			(...given: Given) => {
				steps.push(name);
				return step(...given);
			};
		return {
			...parcelPost,
			secrets: note('secrets', parcelPost.secrets),
			verify: note('verify', (one, keys) => parcelPost.verify(one, keys)),
			read: note('read', (body) => parcelPost.read(body)),
			classify: note('classify', (parcel) => parcelPost.classify(parcel)),
			normalize: note('normalize', (...given) => parcelPost.normalize(...given)),
			unwanted: note('filter', ({ reference }) => (reference === 'C' ? 'C is not wanted.' : null)),
			complete: note(
				'complete',
				async (_context, parcel) =>
					await Promise.resolve(
						parcel.reference === 'D' ? { ...parcel, trackingNumber: '1Z9' } : parcel,
					),
			),
		};
	}

	it.each<[string, Parcel[], CallOptions, string]>([
		[
			'a wanted event: all of them',
			[{ kind: 'done' }],
			{},
			'secrets verify read classify complete normalize filter',
		],
		[
			'one that is not selected: nothing is asked for or normalised for nobody',
			[{ kind: 'done' }],
			only(['other']),
			'secrets verify read classify',
		],
		[
			'one that a filter leaves out, which looks at all that is known',
			[{ status: 'created' }],
			only(['*'], { filters: { statuses: ['delivered'] } }),
			'secrets verify read classify complete normalize',
		],
		[
			"one that the vendor's own filter leaves out",
			[{ reference: 'C' }],
			{},
			'secrets verify read classify complete normalize filter',
		],
		[
			'each event by itself',
			[{ kind: 'other' }, { kind: 'done' }],
			only(['done']),
			'secrets verify read classify classify complete normalize filter',
		],
		['a call without events', [], {}, 'secrets verify read'],
		['a call with the wrong key', [{}], { headers: { 'x-key': 'wrong' } }, 'secrets verify'],
		['a look from a browser', [], { method: 'GET' }, 'secrets'],
	])('%s', async (_what, parcels, options, expected) => {
		const steps: string[] = [];
		await call(parcels, options, noting(steps));
		expect(steps.join(' ')).toBe(expected);
	});
});

describe('the answer', () => {
	it('to a wanted event starts one execution', async () => {
		const answer = await call([{ kind: 'done', reference: 'A' }]);
		expect([answer.status, answer.body]).toEqual([200, { received: true }]);
		expect(answer.items).toMatchObject([{ reference: 'A', status: 'delivered' }]);
		expect(answer.logged).toEqual([]);
	});

	it.each<[string, Parcel[], CallOptions, string]>([
		['one that is not selected', [{ kind: 'done' }], only(['other']), NOT_SELECTED],
		['one of an unknown kind', [{}], only(['done']), NOT_SELECTED],
		[
			'one that a filter leaves out',
			[{ reference: 'A' }],
			only(['*'], { filters: { reference: 'B*' } }),
			"The trigger's filter on the reference leaves this event out.",
		],
		[
			"one that the vendor's own filter leaves out",
			[{ weight: 7 }],
			only(['*'], { options: { lightest: 8 } }),
			'The parcel is too light.',
		],
		[
			'several, by the reason of the last',
			[{ weight: 7, kind: 'done' }, { kind: 'other' }],
			only(['done'], { options: { lightest: 8 } }),
			NOT_SELECTED,
		],
		['no event at all', [], {}, 'The call holds no event.'],
		[
			'one that is not selected, though its values cannot be understood',
			[{ kind: 'other', reference: 7 }],
			only(['done']),
			NOT_SELECTED,
		],
	])('says why nothing starts: %s', async (_what, parcels, options, why) => {
		let weight: number | undefined;
		const answer = await call(parcels, options, {
			normalize(parcel, occurrence, receivedAt) {
				weight = parcel.weight;
				return parcelPost.normalize(parcel, occurrence, receivedAt);
			},
			unwanted: (_row, { lightest }) =>
				Number(lightest) > (weight ?? Infinity) ? 'The parcel is too light.' : null,
		});
		expect([answer.status, answer.body, answer.items]).toEqual([200, ignored(why), undefined]);
		expect(answer.logged).toEqual([]);
	});

	it('to several events is an item for each that is wanted', async () => {
		const parcels = [
			{ kind: 'done', reference: 'A' },
			{ kind: 'other' },
			{ kind: 'done', reference: 'B' },
		];
		const answer = await call(parcels, only(['done']));
		expect(answer.body).toEqual({ received: true });
		expect(answer.items?.map(({ reference }) => reference)).toEqual(['A', 'B']);
	});

	it.each<[string, CallOptions['headers'], Partial<Vendor>, string]>([
		['a wrong key', { 'x-key': 'wrong' }, {}, 'the key is wrong'],
		['no key', {}, {}, 'the key is wrong'],
		[
			'every key, where none is known',
			{ 'x-key': KEY },
			{ secrets: async () => await Promise.resolve(null) },
			'no key is known',
		],
	])('refuses %s with 401, and says why in the log alone', async (_what, headers, changes, why) => {
		const answer = await call([{ kind: 'done' }], { headers }, changes);
		expect([answer.status, answer.body, answer.items]).toEqual([401, REFUSED, undefined]);
		expect(answer.headers).toEqual({});
		expect(answer.logged).toEqual([
			`Parcel Post Trigger "Trigger" refused a call with 401: ${why}`,
		]);
	});

	it('to a refused call asks for a password where the vendor sends one', async () => {
		const challenge: Vendor['challenge'] = (keys) => `Basic realm="${keys?.current.length}"`;
		const answer = await call([], { headers: {} }, { challenge });
		expect([answer.status, answer.headers]).toEqual([
			401,
			{ 'www-authenticate': 'Basic realm="15"' },
		]);
	});

	it.each<[string, unknown]>([
		['a text', 'hello'],
		['null', null],
		['something else', { parcels: 7 }],
	])('to a body that is %s is 400 and says what was expected', async (_what, body) => {
		const answer = await call([], { body });
		expect([answer.status, answer.items]).toEqual([400, undefined]);
		expect(answer.body).toEqual({
			message: 'This body cannot be read: Parcel Post sends a list of parcels.',
		});
	});

	it('to a body that exceeds a limit is 413, and the log says it too', async () => {
		const expected = 'one call may bring at most 1,000 events.';
		const read: Vendor['read'] = () => ({ expected, isTooLarge: true });
		const answer = await call([{}], {}, { read });
		expect([answer.status, answer.items]).toEqual([413, undefined]);
		expect(answer.body).toEqual({ message: `This body is too large: ${expected}` });
		expect(answer.logged).toEqual([
			`Parcel Post Trigger "Trigger" answered a proven call with 413: ${expected}`,
		]);
	});

	it('to an unreadable body without a key is 401, not 400', async () => {
		expect((await call([], { body: 'hello', headers: {} })).status).toBe(401);
	});

	it.each<[string, Partial<Vendor>]>([
		['selected event whose values cannot be understood', {}],
		[
			'body that cannot be classified',
			{
				classify() {
					throw new Error('the reference is no text');
				},
			},
		],
		[
			'body that cannot be taken apart',
			{
				read() {
					throw new Error('the reference is no text');
				},
			},
		],
	])('to a %s is 400, and the log says it too', async (_what, changes) => {
		const answer = await call([{ reference: 'A' }, { reference: 7 }], {}, changes);
		expect([answer.status, answer.items]).toEqual([400, undefined]);
		expect(answer.body).toEqual({
			message:
				'This body cannot be read: its values cannot be understood (the reference is no text).',
		});
		expect(answer.logged).toEqual([
			'Parcel Post Trigger "Trigger" answered a proven call with 400: the reference is no text',
		]);
	});

	const PROOF =
		'Its key is known here. Whether it is the right one, you will see when the first event comes.';
	it.each<[string, Partial<Vendor>, string]>([
		['is ready', {}, `it is ready for events that Parcel Post sends. ${PROOF}`],
		[
			'is not ready',
			{ secrets: async () => await Promise.resolve(null) },
			'it is not ready yet, because no secret is entered.',
		],
		[
			'is not ready for a reason of its own',
			{
				secrets: async () => await Promise.resolve(null),
				setup: { missing: 'nothing is registered', proof: () => PROOF },
			},
			'it is not ready yet, because nothing is registered.',
		],
	])('to a browser tells that it %s, and starts nothing', async (_what, changes, state) => {
		const answer = await call([{ kind: 'done' }], { method: 'GET', headers: {} }, changes);
		expect([answer.status, answer.items]).toEqual([200, undefined]);
		expect(answer.body).toBe(
			`This is the webhook address of a Parcel Post Trigger in n8n, and ${state}`,
		);
	});
});

it('tells a browser at a test URL that it is one', async () => {
	const options = { method: 'GET', headers: {}, isTest: true };
	const { body } = await call([{ kind: 'done' }], options);
	expect(body).toMatch(
		/^This is the test address of a Parcel Post Trigger in n8n, which works only while the editor waits for an event, and it is ready for events that Parcel Post sends\./,
	);
});

describe('a vendor that can be asked for fresh secrets', () => {
	const RENEWED = { current: 'renewed-horse-10' };

	/** Calls with a key, and tells how often fresh secrets were asked for meanwhile. */
	async function callWith(key: string, fresh: Keys | null, options: CallOptions = {}) {
		const refresh = jest.fn<Promise<Keys | null>, unknown[]>(
			async () => await Promise.resolve(fresh),
		);
		const headers = { 'x-key': key };
		const output = { parameters: { events: ['*'], output: 'original' } };
		const parcel = { kind: 'done', note: RENEWED.current };
		const answer = await call([parcel], { headers, ...output, ...options }, { refresh });
		return { ...answer, asked: refresh.mock.calls.length };
	}

	it('is not asked when the call is verified', async () => {
		expect(await callWith(KEY, RENEWED)).toMatchObject({ status: 200, asked: 0 });
	});

	it('is not asked by a browser', async () => {
		const answer = await callWith('wrong', RENEWED, { method: 'GET' });
		expect(answer).toMatchObject({ status: 200, asked: 0 });
	});

	it('is asked once after a refusal, and the call is verified and masked with these', async () => {
		const answer = await callWith(RENEWED.current, RENEWED);
		expect(answer).toMatchObject({ status: 200, asked: 1, logged: [] });
		expect(answer.items).toEqual([{ kind: 'done', note: '***' }]);
	});

	it.each<[string, Partial<Vendor>]>([
		['they cannot be had', { refresh: async () => await Promise.resolve(UNDECIDED) }],
		[
			'the call cannot be checked',
			{
				verify() {
					throw new RangeError('Invalid string length');
				},
			},
		],
	])('asks the sender to come again where %s', async (_what, changes) => {
		const answer = await call([{ kind: 'done' }], { headers: { 'x-key': 'new' } }, changes);
		expect(answer).toMatchObject({
			status: 503,
			headers: { 'retry-after': '15' },
			body: {
				message: 'Whether this call comes from Parcel Post cannot be told just now. Send it again.',
			},
			items: undefined,
			logged: [
				'Parcel Post Trigger "Trigger" answered a call with 503: whether it comes from Parcel Post could not be told just now',
			],
		});
	});

	it.each<[string, Keys | null]>([
		['there are none', null],
		['they do not fit either', RENEWED],
	])('refuses the call where %s', async (_what, fresh) => {
		expect(await callWith('forged', fresh)).toMatchObject({
			status: 401,
			asked: 1,
			items: undefined,
			logged: ['Parcel Post Trigger "Trigger" refused a call with 401: the key is wrong'],
		});
	});
});

describe('what the workflow gets', () => {
	const parcel = { kind: 'done', reference: 'A', copies: [{ [KEY]: `key=${KEY}` }] };
	const masked = { kind: 'done', reference: 'A', copies: [{ '***': 'key=***' }] };
	const itemsFor = async (output: string) => (await call([parcel], only(['*'], { output }))).items;

	it('is the delivery event', async () => {
		const [item] = (await itemsFor('deliveryEvent')) ?? [];
		expect(item).toMatchObject({ reference: 'A', event: 'status_changed' });
		expect(item).not.toHaveProperty('original');
	});

	it('is the delivery event with the original, without secrets', async () => {
		expect(await itemsFor('deliveryEventWithOriginal')).toMatchObject([
			{ reference: 'A', event: 'status_changed', original: masked },
		]);
	});

	it('is the original alone, without secrets', async () => {
		expect(await itemsFor('original')).toEqual([masked]);
	});

	it('is the event as it was completed, with the original as it came', async () => {
		const complete: Vendor['complete'] = async (_context, given) =>
			await Promise.resolve({ ...given, trackingNumber: '1Z9' });
		const options = only(['*'], { output: 'deliveryEventWithOriginal' });
		const answer = await call([{ kind: 'done' }], options, { complete });
		expect(answer.items).toMatchObject([{ trackingNumber: '1Z9', original: { kind: 'done' } }]);
		expect(answer.items?.[0]?.original).toEqual({ kind: 'done' });
	});

	it('has one time of arrival for all events of a call', async () => {
		jest.useFakeTimers({ now: new Date('2026-03-03T16:30:00Z'), doNotFake: ['nextTick'] });
		try {
			const answer = await call([{}, {}]);
			expect(answer.items?.map(({ receivedAt }) => receivedAt)).toEqual([
				'2026-03-03T16:30:00.000Z',
				'2026-03-03T16:30:00.000Z',
			]);
		} finally {
			jest.useRealTimers();
		}
	});
});
