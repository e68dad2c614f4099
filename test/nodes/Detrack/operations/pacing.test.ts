import { runDetrack } from '../../../support/detrack';
import { ScriptedServer } from '../../../support/scripted';

/** How long everybody slept, in milliseconds; nobody really does. */
let slept = 0;
jest.mock('n8n-workflow', () => ({
	...jest.requireActual<object>('n8n-workflow'),
	sleep: async (milliseconds: number) => {
		slept += milliseconds;
		await Promise.resolve();
	},
}));

const realNow = Date.now.bind(Date);
let server: ScriptedServer;
/** When each request came, on a clock that goes on while somebody sleeps. */
let times: number[];

beforeEach(async () => {
	slept = 0;
	times = [];
	jest.spyOn(Date, 'now').mockImplementation(() => realNow() + slept);
	server = await ScriptedServer.start(({ method, query, body }) => {
		times.push(Date.now());
		if (method === 'PUT') {
			const { data } = body as { data: Array<{ do_number: string }> };
			return { body: { data: data.map((job) => ({ ...job, ok: true })) } };
		}
		const page = Number(query.get('page'));
		const data = [{ id: `id-${page}`, do_number: `N-${page}` }];
		return { body: { data, links: { next: page < 130 ? 'x' : null } } };
	});
});
afterEach(async () => {
	jest.restoreAllMocks();
	await server.stop();
});

/** The most requests that any 60 seconds held. */
const busiestMinute = () =>
	Math.max(
		...times.map((start) => times.filter((at) => at >= start && at < start + 60_000).length),
	);

it('reads 130 pages with at most 60 requests a minute', async () => {
	const { items } = await runDetrack(server.url, 'getMany', { returnAll: true });
	expect(items).toHaveLength(130);
	expect(busiestMinute()).toBeLessThanOrEqual(60);
	expect(slept).toBeGreaterThan(0);
});

it('changes 7,000 jobs with 70 requests, at most 60 a minute', async () => {
	const items = Array.from({ length: 7000 }, (_value, index) => ({ id: `B-${index}` }));
	const which = { date: '2099-03-03', type: 'Delivery' };
	const parameters = { doNumber: '={{ $json.id }}', which, updateFields: { zone: 'North' } };
	const run = await runDetrack(server.url, 'updateMany', parameters, { items });
	expect(run.items.filter(({ json }) => json.updated === true)).toHaveLength(7000);
	expect(times).toHaveLength(70);
	expect(busiestMinute()).toBeLessThanOrEqual(60);
});

it('does not wait for what fits into a minute', async () => {
	await runDetrack(server.url, 'getMany', { returnAll: false, limit: 60 });
	expect(times).toHaveLength(60);
	expect(slept).toBe(0);
});
