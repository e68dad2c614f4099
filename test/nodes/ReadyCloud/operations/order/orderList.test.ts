import type * as workflow from 'n8n-workflow';

import { ReadyCloudBench } from '../../../../support/readycloud';
import { errorOf } from '../../../../support/runOperation';

const readyCloud = new ReadyCloudBench();

// Waiting moves the sandbox's clock instead of lasting.
jest.mock('n8n-workflow', () => ({
	...jest.requireActual<typeof workflow>('n8n-workflow'),
	sleep: async (milliseconds: number) => await readyCloud.advance(milliseconds / 1000),
}));

beforeAll(() => readyCloud.start());
afterAll(() => readyCloud.stop());
beforeEach(() => readyCloud.reset());

const list = (parameters: object) =>
	readyCloud.run('order.getMany', { returnAll: true, ...parameters });
const references = async (filters: object) =>
	(await list({ filters })).items.map(({ json }) => json.reference);

describe('reading 500 orders with boxes and items', () => {
	beforeEach(() => readyCloud.orders(500));

	it('takes one read per page', async () => {
		const { items, hints } = await list({});
		expect(new Set(items.map(({ json }) => json.jobId)).size).toBe(500);
		expect(items.filter(({ json }) => json.itemCount === 2)).toHaveLength(500);
		expect(await readyCloud.requests()).toHaveLength(5);
		expect(hints).toEqual([]);
	});

	it('takes one read per page, also when the server allows only small ones', async () => {
		await readyCloud.settings({ maxPageSize: 20 });
		expect((await list({})).items).toHaveLength(500);
		expect(await readyCloud.requests()).toHaveLength(25);
	});

	it('keeps 30 reads a minute when it takes more pages, and reads none twice', async () => {
		await readyCloud.settings({ maxPageSize: 10 });
		const { items } = await list({});
		expect(new Set(items.map(({ json }) => json.jobId)).size).toBe(500);
		const answered = (await readyCloud.requests()).filter(({ status }) => status === 200);
		expect(answered).toHaveLength(50);
		const times = answered.map(({ at }) => Date.parse(at));
		const since = (start: number) =>
			times.filter((time) => time >= start && time < start + 60_000).length;
		expect(Math.max(...times.map(since))).toBeLessThanOrEqual(30);
	});
});

describe('pages', () => {
	beforeEach(async () => {
		await readyCloud.orders(60);
		await readyCloud.settings({ maxPageSize: 10, readsPerMinute: 4 });
	});

	it('are read on when the limit counts by the clock', async () => {
		await readyCloud.settings({ limitWindow: 'fixed' });
		expect((await list({})).items).toHaveLength(60);
	});

	it('say so when the longest wait was used up', async () => {
		const error = await errorOf(list({ options: { longestWait: 20 } }));
		expect(error.message).toBe('ReadyCloud is getting too many requests');
		expect(error.description).toMatch(
			/^Try again in a minute\. Options → Wait When Busy was used up after 20 seconds\./,
		);
	});

	it('wait as long as the server asks for', async () => {
		await readyCloud.settings({ retryAfter: true });
		expect((await list({})).items).toHaveLength(60);
		const refused = (await readyCloud.requests()).filter(({ status }) => status === 429);
		expect(refused).toHaveLength(1);
	});

	it('end at the limit', async () => {
		expect((await list({ returnAll: false, limit: 12 })).items).toHaveLength(12);
		expect(await readyCloud.requests()).toHaveLength(2);
	});

	it('never show a link to the next one', async () => {
		const { items } = await list({ returnAll: false, limit: 15, simplify: false });
		expect(items).toHaveLength(15);
		expect(JSON.stringify(items)).not.toMatch(/"next"|offset|bearer/);
	});
});

describe('filters', () => {
	beforeEach(async () => {
		const order = (primaryId: string, additionalFields: object) =>
			readyCloud.run('order.create', { primaryId, additionalFields });
		await order('A-1', { billingStatus: 'paid', shippingStatus: 'fulfilled' });
		await order('A-2', { billingStatus: 'pending', shippingStatus: 'unshipped' });
		await order('A-3', { billingStatus: 'refunded', message: 'Mind the dog' });
	});

	it.each([
		[{ billingStatuses: ['paid', 'pending'] }, ['A-2', 'A-1']],
		[{ shippingStatuses: ['unshipped'] }, ['A-2']],
		[{ shippingStatusesExcept: ['fulfilled', 'unshipped'] }, ['A-3']],
		[{ shippingStatusesExcept: '={{ "fulfilled" }}' }, ['A-3', 'A-2']],
		[{ primaryId: 'A-1' }, ['A-1']],
		[{ search: 'mind the dog' }, ['A-3']],
		[{ updatedAfter: '2100-01-01' }, []],
		[{ updatedBefore: '2100-01-01', updatedAfter: '2020-01-01' }, ['A-3', 'A-2', 'A-1']],
	])('%j', async (filters, expected) => {
		expect(await references(filters)).toEqual(expected);
	});

	it('are sent as ReadyCloud documents them, and so is what is free', async () => {
		await list({
			filters: {
				billingStatuses: ['paid', 'pending'],
				shippingStatusesExcept: ['fulfilled'],
				updatedAfter: '2025-06-18T16:30:00',
			},
			expand: ['boxes'],
			queryParameters: { parameter: [{ name: 'customer_number', value: '77' }] },
		});
		expect((await readyCloud.lastRequest('GET'))?.query).toEqual({
			billing_status__in: 'paid|pending',
			shipping_status__in: '!fulfilled',
			// The workflow of a test is in Melbourne, ten hours ahead.
			updated_at__gte: '2025-06-18T06:30:00Z',
			expand: 'boxes',
			customer_number: '77',
			limit: '100',
		});
	});

	it('reach ReadyCloud where this node does not offer them', async () => {
		const parameter = [{ name: 'suggestions', value: '2' }];
		const { items } = await list({ queryParameters: { parameter }, simplify: false });
		expect(Object.keys(items[0]?.json ?? {})).toContain('message?');
	});

	it('warn that a search with other filters may miss some', async () => {
		const { hints } = await list({ filters: { search: 'A', billingStatuses: ['paid'] } });
		expect(hints.map(({ message }) => message)).toEqual([
			'There may be more: with "Search", ReadyCloud looks at the first 70 orders that it finds, and applies the other filters to those alone.',
		]);
	});

	it('warn that a search may have found more than ReadyCloud gives', async () => {
		await readyCloud.orders(80);
		expect((await list({ filters: { search: 'WEB-' } })).hints).toHaveLength(1);
		expect((await list({ filters: { search: 'dog' } })).hints).toEqual([]);
	});

	it.each(['limit', 'OFFSET', 'bearer_token', 'access_token'])(
		'leave %s to the node',
		async (name) => {
			const queryParameters = { parameter: [{ name, value: '1' }] };
			for (const operation of ['order.getMany', 'contact.getMany']) {
				expect((await errorOf(readyCloud.run(operation, { queryParameters }))).message).toBe(
					`The query parameter "${name}" is set by the node. Remove it.`,
				);
			}
		},
	);

	it.each([
		[
			{ shippingStatuses: ['fulfilled'], shippingStatusesExcept: ['unshipped'] },
			'Give either "Shipping Statuses" or "Shipping Statuses Except", not both. Remove one of them.',
		],
		[
			{ updatedAfter: '06/07/2025' },
			'The date in "Updated After" cannot be read: "06/07/2025". Write it like 2025-06-18T16:30 or 2025-06-18T06:30:00Z.',
		],
		[
			{ updatedAfter: '2025-06-19T00:00:00Z', updatedBefore: '2025-06-18T00:00:00Z' },
			'"Updated After" (2025-06-19T00:00:00Z) is later than "Updated Before" (2025-06-18T00:00:00Z). Swap or correct them.',
		],
	])('that cannot be meant are refused: %j', async (filters, message) => {
		const before = (await readyCloud.requests()).length;
		expect((await errorOf(list({ filters }))).message).toBe(message);
		expect(await readyCloud.requests()).toHaveLength(before);
	});
});
