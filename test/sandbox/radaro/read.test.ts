import { COMPLETION_CODES, RADARO_KEY, SUB_BRANDS } from '../../../sandbox/radaro/defaults';
import { Bench, type Dict, minimal } from '../support/bench';

interface List {
	count: number;
	results: Dict[];
	next?: string | null;
	previous?: string | null;
}

let bench: Bench;
beforeAll(async () => void (bench = await Bench.start()));
afterAll(() => bench.sandbox.close());
beforeEach(() => bench.control('POST', 'reset'));

const createFive = (): Promise<unknown> =>
	bench.jobs(
		'POST',
		'',
		['1', '2', '3', '4', '5'].map((id) => minimal(id)),
	);
const list = async (query: string): Promise<List> => (await bench.jobs('GET', query)).json<List>();
const ids = (page: List): unknown[] => page.results.map((job) => job.external_id);

describe('the list of jobs', () => {
	beforeEach(createFive);

	it('comes newest first, in pages', async () => {
		const page = await list('?page_size=2');
		expect(page).toEqual({ count: 5, results: expect.any(Array) });
		expect(ids(page)).toEqual(['5', '4']);
		expect(ids(await list('?page_size=2&page=3'))).toEqual(['1']);
	});

	it('caps the page size', async () => {
		await bench.settings({ maxPageSize: 3 });
		expect(ids(await list('?page_size=100'))).toHaveLength(3);
	});

	it('ends with 404', async () => {
		const reply = await bench.jobs('GET', '?page=2');
		expect([reply.status, reply.json()]).toEqual([404, { detail: 'Invalid page.' }]);
	});

	it('is a bare array when set so', async () => {
		await bench.settings({ listEnvelope: 'array' });
		expect((await bench.jobs('GET', '?page_size=4')).json()).toHaveLength(4);
	});

	it('links pages when set so, with the key in the link', async () => {
		await bench.settings({ listNext: true });
		const first = await list('?page_size=2');
		expect(first.previous).toBeNull();
		expect(first.next).toContain(`key=${RADARO_KEY}`);
		const second = (await (await fetch(first.next ?? '')).json()) as List;
		expect(ids(second)).toEqual(['3', '2']);
		expect(second.previous).toContain('page=1');
		expect((await list('?page_size=2&page=3')).next).toBeNull();
	});

	it('can ignore the page that was asked for', async () => {
		await bench.settings({ ignorePaging: true });
		expect(ids(await list('?page_size=2&page=99'))).toEqual(['5', '4']);
	});
});

it('lists sub-brands and completion codes', async () => {
	expect((await bench.api('GET', '/api/webhooks/sub-brands/?page_size=100')).json()).toEqual({
		count: SUB_BRANDS.length,
		results: SUB_BRANDS,
	});
	expect((await bench.api('GET', '/api/webhooks/completion-codes/')).json()).toEqual({
		count: COMPLETION_CODES.length,
		results: COMPLETION_CODES,
	});
});

describe('one job', () => {
	beforeEach(createFive);

	it('is found by external_id, or by order_id when asked for', async () => {
		const job = (await bench.jobs('GET', '3/')).json();
		const same = await bench.jobs('GET', `${String(job.order_id)}/?lookup_field=order_id`);
		expect(same.json()).toEqual(job);
		expect((await bench.jobs('GET', `${String(job.order_id)}/`)).status).toBe(404);
	});

	it('is found by a reference with odd characters', async () => {
		const odd = 'ÄÖ/1 2?&#%';
		await bench.jobs('POST', '', minimal(odd));
		const reply = await bench.jobs('GET', `${encodeURIComponent(odd)}/`);
		expect(reply.json().external_id).toBe(odd);
	});

	it('answers 404 in JSON for an unknown one, in HTML for an unknown path', async () => {
		const reply = await bench.jobs('GET', 'nobody/');
		expect([reply.status, reply.json()]).toEqual([404, { detail: 'Not found.' }]);
		const elsewhere = await bench.api('GET', '/api/webhooks/drivers/');
		expect([elsewhere.status, elsewhere.text.slice(0, 9)]).toEqual([404, '<!DOCTYPE']);
	});

	it('needs the last slash', async () => {
		expect((await bench.jobs('GET', '3')).status).toBe(404);
		expect((await bench.jobs('PATCH', '3', {})).status).toBe(404);
	});

	it('is deleted with 204, or with a body when set so', async () => {
		const reply = await bench.jobs('DELETE', '3/');
		expect([reply.status, reply.text]).toEqual([204, '']);
		expect((await bench.jobs('GET', '3/')).status).toBe(404);
		await bench.settings({ deleteAnswer: 'body' });
		const other = await bench.jobs('DELETE', '4/');
		expect([other.status, other.json().external_id]).toEqual([200, '4']);
		// Its reference is free again.
		expect((await bench.jobs('POST', '', minimal('3'))).status).toBe(201);
	});
});
