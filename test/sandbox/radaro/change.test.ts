import { DRIVERS } from '../../../sandbox/radaro/defaults';
import { Bench, type Dict, minimal } from '../support/bench';

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

describe('changing a job', () => {
	beforeEach(createFive);
	const patch = (body: Dict): ReturnType<Bench['jobs']> => bench.jobs('PATCH', '3/', body);

	it('assigns a driver, who must exist', async () => {
		expect((await patch({ driver: 1 })).json()).toEqual({ driver: [expect.any(String)] });
		const driver = DRIVERS[0]?.id;
		expect((await patch({ driver })).json()).toMatchObject({ driver, status: 'assigned' });
		expect((await patch({ driver: null })).json()).toMatchObject({ status: 'not_assigned' });
	});

	it('changes what is given and leaves the rest', async () => {
		const before = (await bench.jobs('GET', '3/')).json<{ customer: Dict; updated_at: string }>();
		const change = { customer: { phone: '+613' }, deliver_before: '2030-01-01T00:00:00Z' };
		const after = (await patch({ ...change, order_id: 1, unheard_of: true })).json();
		expect(after).toEqual({
			...before,
			customer: { ...before.customer, phone: '+613' },
			deliver_before: '2030-01-01T10:00:00.000000+10:00',
			updated_at: expect.any(String),
		});
		expect(after.updated_at).not.toBe(before.updated_at);
	});

	it('takes a new reference, if it is free', async () => {
		expect((await patch({ external_id: '4' })).status).toBe(400);
		expect((await patch({ external_id: '3' })).status).toBe(200);
		expect((await patch({ external_id: 'new' })).status).toBe(200);
		expect((await bench.jobs('GET', '3/')).status).toBe(404);
		expect((await bench.jobs('GET', 'new/')).status).toBe(200);
	});

	it('takes any status', async () => {
		expect((await patch({ status: 'something_new' })).json().status).toBe('something_new');
	});
});
