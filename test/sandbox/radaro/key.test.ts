import {
	RADARO_DISABLED_KEY,
	RADARO_KEY,
	RADARO_ORDINARY_KEY,
} from '../../../sandbox/radaro/defaults';
import { Bench, type Dict, minimal } from '../support/bench';

let bench: Bench;
beforeAll(async () => void (bench = await Bench.start()));
afterAll(() => bench.sandbox.close());
beforeEach(() => bench.control('POST', 'reset'));

describe('the key', () => {
	it.each([
		['missing', null],
		['unknown', 'nobody-knows-this-key'],
		['switched off', RADARO_DISABLED_KEY],
	])('%s is refused', async (_what, key) => {
		const reply = await bench.jobs('GET', '', undefined, key);
		expect(reply.status).toBe(401);
		expect(reply.json()).toEqual({ detail: 'The API key is incorrect or not enabled.' });
	});

	it('given twice is refused', async () => {
		const path = `/api/webhooks/jobs/?key=${RADARO_KEY}&key=${RADARO_KEY}`;
		expect((await bench.api('GET', path, undefined, null)).status).toBe(401);
	});

	it('is refused with 403 and other forms when set so', async () => {
		await bench.settings({ authStatus: 403, errorForm: 'string' });
		const reply = await bench.jobs('GET', '', undefined, 'nobody-knows-this-key');
		expect([reply.status, reply.text]).toEqual([403, 'The API key is incorrect or not enabled.']);
	});

	it('an ordinary one sees only its own jobs, a master one all', async () => {
		await bench.jobs('POST', '', minimal('mine'), RADARO_ORDINARY_KEY);
		await bench.jobs('POST', '', minimal('other'));
		const ids = async (key: string): Promise<unknown[]> => {
			const list = (await bench.jobs('GET', '', undefined, key)).json<{ results: Dict[] }>();
			return list.results.map((job) => job.external_id);
		};
		expect(await ids(RADARO_ORDINARY_KEY)).toEqual(['mine']);
		expect(await ids(RADARO_KEY)).toEqual(['other', 'mine']);
		for (const method of ['GET', 'PATCH', 'DELETE']) {
			const body = method === 'PATCH' ? { title: 'x' } : undefined;
			const reply = await bench.jobs(method, 'other/', body, RADARO_ORDINARY_KEY);
			expect(reply.status).toBe(404);
		}
		// Unique over all jobs, also those that this key cannot see.
		const again = await bench.jobs('POST', '', minimal('other'), RADARO_ORDINARY_KEY);
		expect(again.status).toBe(400);
	});

	it('can be added, and switched off', async () => {
		const key = 'a-third-key';
		await bench.control('POST', 'radaro/keys', { key, master: true });
		expect((await bench.jobs('GET', '', undefined, key)).status).toBe(200);
		await bench.control('POST', 'radaro/keys', { key, enabled: false });
		expect((await bench.jobs('GET', '', undefined, key)).status).toBe(401);
	});
});
