import { DETRACK_API_KEY, DETRACK_SUB_USER_KEY } from '../../../sandbox/detrack/defaults';
import { type Dict, http } from '../support/bench';
import { type List, sample, Track } from './support';

const track = Track.use();

const numbers = ({ data }: List): unknown[] => data.map((job) => job.do_number);

it('needs a known key', async () => {
	for (const key of [null, 'nobody-s-key']) {
		const reply = await track.jobs('GET', '', undefined, key);
		expect([reply.status, reply.json().code]).toEqual([401, 'unauthorized']);
	}
	expect((await track.jobs('GET', '', undefined, DETRACK_SUB_USER_KEY)).status).toBe(200);
	await track.control('POST', 'keys', { key: DETRACK_SUB_USER_KEY, enabled: false });
	expect((await track.jobs('GET', '', undefined, DETRACK_SUB_USER_KEY)).status).toBe(401);
	await track.settings({ keyStatus: 403 });
	expect((await track.jobs('GET', '', undefined, null)).status).toBe(403);
});

it('answers a job with the keys of the reference, in its order', async () => {
	const example = sample('api/v2_job_create_201.json').data as Dict;
	const created = await track.create('ORD-1', { items: [{ sku: 'LAMP-04', quantity: 1 }] });
	// Its list of fields has more than its example.
	expect(Object.keys(created).slice(0, Object.keys(example).length)).toEqual(Object.keys(example));
	expect(created).toHaveProperty('photo_10_file_url', null);
	const item = (job: Dict): string[] => Object.keys((job.items as Dict[])[0] ?? {});
	expect(item(created)).toEqual(item(example));
	expect(created).toMatchObject({
		type: 'Delivery',
		status: 'dispatched',
		primary_job_status: 'dispatched',
		tracking_status: 'Info received',
		attempt: 1,
		items_count: 1,
		assign_to: null,
		pod_lat: '',
		insurance_coverage: false,
		milestones: [{ status: 'info_recv', assign_to: null, user_name: 'Northgate Dispatch' }],
	});
	expect(created.id).toMatch(/^[0-9a-f]{24}$/);
	expect(created.created_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
});

it('has a page that a recipient can look at', async () => {
	const { tracking_link } = await track.create('ORD-1');
	const reply = await http(String(tracking_link));
	expect([reply.status, reply.text]).toEqual([200, expect.stringContaining('Tracking')]);
});

describe('one job', () => {
	it.each([
		'/ORD%20%231',
		'/ORD+%231',
		'/ORD%20%231/2026-03-03',
		'/ORD%20%231?type=Delivery',
		'/show/?do_number=ORD%20%231',
		'/show?do_number=ORD+%231&date=2026-03-03&type=Delivery',
	])('is found by %s', async (path) => {
		await track.create('ORD #1');
		const reply = await track.jobs('GET', path);
		expect([reply.status, reply.json().data]).toEqual([
			200,
			expect.objectContaining({ do_number: 'ORD #1' }),
		]);
	});

	it.each([
		'/ORD-2',
		'/ORD-1/2026-03-04',
		'/ORD-1?type=Collection',
		'/show/?do_number=ORD-2',
		'/show/',
		'/search/1',
	])('is not found by %s', async (path) => {
		await track.create('ORD-1');
		const reply = await track.jobs('GET', path);
		expect([reply.status, reply.json()]).toEqual([
			404,
			{ code: 'not_found', message: 'Record not found' },
		]);
	});

	it('with a slash is found by its query, and by its path unless set otherwise', async () => {
		await track.create('ORD/1');
		expect((await track.jobs('GET', '/show/?do_number=ORD%2F1')).status).toBe(200);
		expect((await track.jobs('GET', '/ORD%2F1')).json().data).toMatchObject({ do_number: 'ORD/1' });
		await track.settings({ slashInPath: 'notFound' });
		expect((await track.jobs('GET', '/ORD%2F1')).status).toBe(404);
	});

	it('is the one of the latest date if none is given', async () => {
		await track.create('ORD-1', { date: '2026-03-05', type: 'Collection' });
		await track.create('ORD-1', { date: '2026-03-04' });
		const found = async (query: string): Promise<unknown> =>
			(await track.jobs('GET', `/ORD-1${query}`)).json().data;
		expect(await found('')).toMatchObject({ date: '2026-03-05', type: 'Collection' });
		expect(await found('?type=Delivery')).toMatchObject({ date: '2026-03-04' });
	});
});

describe('the list', () => {
	it('is filtered', async () => {
		await track.create('ORD-1', { zone: 'North', deliver_to_collect_from: 'Priya Natarajan' });
		await track.create('ORD-2', { date: '2026-03-04', assign_to: 'Van 07' });
		await track.create('ORD-10', { type: 'Collection', status: 'on_hold' });
		const found = async (query: string): Promise<unknown[]> => numbers(await track.list(query));
		expect(await found('?date=2026-03-04')).toEqual(['ORD-2']);
		expect(await found('?type=Collection')).toEqual(['ORD-10']);
		expect(await found('?assign_to=Van+07')).toEqual(['ORD-2']);
		expect(await found('?assign_to=')).toEqual(['ORD-10', 'ORD-1']);
		expect(await found('?status=on_hold,failed')).toEqual(['ORD-10']);
		expect(await found('?do_number=ORD-1')).toEqual(['ORD-1']);
		expect(await found('?query=ord-1')).toEqual(['ORD-10', 'ORD-1']);
		expect(await found('?query=natarajan')).toEqual(['ORD-1']);
		expect(await found('?sort=do_number')).toEqual(['ORD-1', 'ORD-10', 'ORD-2']);
		expect(await found('?sort=-date')).toEqual(['ORD-2', 'ORD-10', 'ORD-1']);
		expect(await found('?sort=do_number&query=ORD')).toEqual(['ORD-10', 'ORD-2', 'ORD-1']);
		expect(await found('')).toEqual(['ORD-10', 'ORD-2', 'ORD-1']);
	});

	it('comes in pages, whose links lead on without the key', async () => {
		await track.control('POST', 'jobs', { count: 25 });
		const first = await track.list('?limit=10&assign_to=');
		expect([first.data.length, first.links.prev, first.total_count]).toEqual([10, null, undefined]);
		expect(Object.keys(first.links)).toEqual(['next', 'prev']);
		expect(first.links.next).not.toContain(DETRACK_API_KEY);
		const reply = await http(String(first.links.next), 'GET', undefined, {
			'x-api-key': DETRACK_API_KEY,
		});
		const second = reply.json<List>();
		expect(new Set([...numbers(first), ...numbers(second)]).size).toBe(20);
		const third = await track.list('?limit=10&page=3');
		expect([third.data.length, third.links.next]).toEqual([5, null]);
		expect(third.links.prev).toMatch(/page=2/);
		expect((await track.list()).data).toHaveLength(20);
		expect((await track.list('?page=9')).data).toEqual([]);
	});

	it('has a largest page, totals and relative links when set so', async () => {
		await track.control('POST', 'jobs', { count: 120 });
		expect((await track.list('?limit=500')).data).toHaveLength(100);
		await track.settings({ listTotals: true, listLinks: 'relative' });
		const { links, total_count } = await track.list('?limit=50');
		expect([total_count, links.first, links.last, links.next]).toEqual([
			120,
			'/detrack/api/v2/dn/jobs?limit=50&page=1',
			'/detrack/api/v2/dn/jobs?limit=50&page=3',
			'/detrack/api/v2/dn/jobs?limit=50&page=2',
		]);
	});
});

it('lists vehicles and tells whose key it is', async () => {
	const names = async (query: string): Promise<unknown[]> =>
		(await track.api('GET', `/vehicles${query}`)).json<List>().data.map(({ name }) => name);
	expect(await names('?sort=-name')).toEqual(['Van 11', 'Van 07', 'Mara Lindqvist']);
	expect(await names('?name=Van+07')).toEqual(['Van 07']);
	expect(await names('?zone=South&limit=1&page=2&sort=detrack_id')).toEqual(['Mara Lindqvist']);
	expect((await track.api('GET', '/profile')).json()).toMatchObject({
		data: {
			name: 'Example Dispatcher',
			current_organization: { name: 'Northgate Couriers' },
			enabled_job_fields: { zone: true, address: true, items: true },
		},
	});
});
