import fc from 'fast-check';

import {
	deliveryRow,
	eventIdOf,
	eventOfState,
	jobRow,
} from '../../../../nodes/shared/event/deliveryRow';
import { emptyEvent } from '../../../support/emptyEvent';
import { expectWholeRow } from '../../../support/wholeRow';

const RECEIVED_AT = '2026-03-03T00:00:00.000Z';
/** What tells states apart is in the tests of `stateId`. */
const STATE_ID = expect.stringMatching(/^[0-9a-f]{32}$/) as string;
const decided = { eventId: 'e', event: 'unknown', receivedAt: RECEIVED_AT } as const;

describe('the row of an event', () => {
	it('has every column, in order, also when nothing is known', () => {
		const row = deliveryRow('radaro', 'unknown', decided);
		expect(row).toEqual({
			...emptyEvent,
			eventId: 'e',
			receivedAt: RECEIVED_AT,
			stateId: STATE_ID,
		});
		expectWholeRow(row);
	});

	it('keeps what is known, in the place of its column', () => {
		const item = { sku: 'A', description: null, quantity: 0, rejectedQuantity: null, reason: null };
		const known = {
			account: '688',
			changedFields: ['status'],
			items: [item],
			itemCount: 0,
			photoUrls: ['https://files.example.com/1.jpg'],
			previousStatus: 'assigned',
			reference: '000451',
		} as const;
		const row = deliveryRow('detrack', 'delivered', {
			...decided,
			...known,
			changedFields: [...known.changedFields],
			items: [...known.items],
			photoUrls: [...known.photoUrls],
		});
		expect(row).toEqual({
			...emptyEvent,
			stateId: STATE_ID,
			...known,
			...decided,
			provider: 'detrack',
			status: 'delivered',
			outcome: 'success',
			isFinal: true,
		});
		expectWholeRow(row);
	});

	it('has links that lead somewhere, and no paths', () => {
		const row = deliveryRow('detrack', 'delivered', {
			...decided,
			trackingUrl: '/track/7',
			signatureUrl: ' https://files.example.com/s.png\n',
			photoUrls: ['/media/1.png', 'https://files.example.com/1.png', '//files.example.com/2.png'],
		});
		expect([row.trackingUrl, row.signatureUrl, row.photoUrls]).toEqual([
			null,
			'https://files.example.com/s.png',
			['https://files.example.com/1.png'],
		]);
	});

	it('is whole where a mapping leaves a column undefined', () => {
		const row = deliveryRow('radaro', 'unknown', {
			...decided,
			reference: undefined,
			photoUrls: undefined,
		});
		expect(row).toStrictEqual({
			...emptyEvent,
			eventId: 'e',
			receivedAt: RECEIVED_AT,
			stateId: STATE_ID,
		});
		const job = jobRow('radaro', 'unknown', { reference: undefined, items: undefined });
		expect([job.reference, job.items]).toStrictEqual([null, []]);
	});

	it('shares its lists with no other row', () => {
		const changed = deliveryRow('radaro', 'unknown', decided);
		changed.photoUrls.push('https://files.example.com/1.jpg');
		changed.changedFields.push('status');
		changed.items.push({
			sku: 'A',
			description: null,
			quantity: 1,
			rejectedQuantity: null,
			reason: null,
		});
		const { photoUrls, items, changedFields } = deliveryRow('radaro', 'unknown', decided);
		expect([photoUrls, items, changedFields]).toEqual([[], [], []]);
	});
});

describe('the row of a job', () => {
	it('is that of an event, without what only an event has', () => {
		const { event, previousStatus, changedFields, providerEvent, ...job } = emptyEvent;
		const row = jobRow('routigo', 'attempt_failed', { reference: '48213' });
		expect(row).toEqual({
			...job,
			stateId: STATE_ID,
			provider: 'routigo',
			status: 'attempt_failed',
			outcome: 'failure',
			reference: '48213',
		});
		expectWholeRow(eventOfState(row, RECEIVED_AT));
	});

	it('shares its lists with no other row', () => {
		jobRow('detrack', 'created', {}).photoUrls.push('https://files.example.com/1.jpg');
		expect(jobRow('detrack', 'created', {}).photoUrls).toEqual([]);
	});
});

describe('an event id', () => {
	it('is the beginning of a hash over what makes the event', () => {
		// printf '[[-3,-1],["radaro",1],[]]' | sha256sum
		expect(eventIdOf('radaro', 1)).toBe('cfbdc4d1b66d407af5f694d1d45532b9');
	});

	it('is the same whatever the order of keys, at every depth', () => {
		const one = { a: 1, b: [{ c: null, d: 'x' }] };
		const other = { b: [{ d: 'x', c: null }], a: 1 };
		expect(eventIdOf(one)).toBe(eventIdOf(other));
	});

	it.each([
		['the order of a list', ['a', 'b'], ['b', 'a']],
		['a number and its text', 1, '1'],
		['an empty text and nothing', '', null],
		['a key and none', { a: null }, {}],
	])('tells %s apart', (_what, one, other) => {
		expect(eventIdOf('radaro', one)).not.toBe(eventIdOf('radaro', other));
	});

	it('is 32 hexadecimal digits for any JSON', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (body) => {
				expect(eventIdOf('radaro', body)).toMatch(/^[0-9a-f]{32}$/);
			}),
		);
	});
});
