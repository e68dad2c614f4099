import type { Reply } from '../support/bench';
import { Track } from './support';

const track = Track.use();

const refused = (reply: Reply): unknown => [reply.status, reply.json().code, reply.json().errors];

describe('a new job', () => {
	it('needs number, date and address', async () => {
		const reply = await track.jobs('POST', '', { do_number: ' ' });
		expect(refused(reply)).toEqual([
			422,
			'validation_failed',
			[
				{ field: 'do_number', codes: ['cannot be blank'] },
				{ field: 'date', codes: ['cannot be blank'] },
				{ field: 'address', codes: ['cannot be blank'] },
			],
		]);
		expect(reply.json().message).toBe('Validation failed');
	});

	it('can go without number when set so', async () => {
		await track.settings({ autoNumber: true });
		const body = { date: '2026-03-03', address: '1 Quay St' };
		const reply = await track.jobs('POST', '', body);
		expect([reply.status, reply.json().data]).toEqual([
			201,
			expect.objectContaining({
				do_number: expect.stringMatching(/^DET\d+$/),
			}),
		]);
	});

	it.each([
		['ORD-1', 'ORD-1'],
		['ORD #1/Ä', 'ORD%20%231%2F%C3%84'],
	])('%j is told where it is', async (do_number, encoded) => {
		const body = { do_number, date: '2026-03-03', address: 'x' };
		const location = (await track.jobs('POST', '', body)).headers.get('location') ?? '';
		expect(location).toMatch(new RegExp(`^http://[^/]+/detrack/api/v2/dn/jobs/${encoded}$`));
		const path = location.slice(location.indexOf('/dn/'));
		expect((await track.api('GET', path)).json().data).toMatchObject({ do_number });
	});

	it('is no list: a web page answers, or a refusal when set so', async () => {
		const body = [{ do_number: 'ORD-1', date: '16/01/2026', address: 'x' }];
		const page = await track.jobs('POST', '', body);
		expect([page.status, page.headers.get('content-type')]).toEqual([
			500,
			'text/html; charset=utf-8',
		]);
		expect(page.text).toMatch(/^<!DOCTYPE html>/);
		await track.settings({ listOnCreate: 'invalid_data' });
		expect(refused(await track.jobs('POST', '', body))).toEqual([422, 'invalid_data', undefined]);
		expect((await track.list()).data).toEqual([]);
	});

	it.each([
		['date', '2026-02-30', 'is invalid'],
		['date', '16/01/2026', 'is invalid'],
		['type', 'Pickup', 'is not included in the list'],
		['status', 'done', 'is not included in the list'],
		['boxes', 'many', 'not_a_number'],
		['items', [{ quantity: 1 }], 'cannot be blank'],
		['items', [{ sku: 'A', quantity: 'two' }], 'not_a_number'],
	])('is refused for %s: %j', async (field, value, code) => {
		const body = { do_number: 'ORD-1', date: '2026-03-03', address: 'x', [field]: value };
		expect(refused(await track.jobs('POST', '', body))).toEqual([
			422,
			'validation_failed',
			[{ field, codes: [code] }],
		]);
		expect((await track.list()).data).toEqual([]);
	});

	it('takes a number once a day, for both types', async () => {
		await track.create('ORD-1');
		await track.create('ORD-1', { date: '2026-03-04' });
		const again = (type: string): Promise<Reply> =>
			track.jobs('POST', '', { do_number: 'ORD-1', date: '2026-03-03', address: 'x', type });
		const taken = [422, 'validation_failed', [{ field: 'do_number', codes: ['is already taken'] }]];
		expect(refused(await again('Delivery'))).toEqual(taken);
		expect(refused(await again('Collection'))).toEqual(taken);
	});

	it('ignores unknown fields, and takes any driver', async () => {
		const job = await track.create('ORD-1', { phone: '1', assign_to: 'Van 99', id: 'x' });
		expect(job).toMatchObject({ assign_to: 'Van 99' });
		expect(job).not.toHaveProperty('phone');
		expect(job.id).not.toBe('x');
	});
});
